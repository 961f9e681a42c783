"""Compress each static file once and keep it: a room of phones opens the same files within a minute.

Starlette's own middleware compresses anew at every request, which for a hundred first visits would hold the
event loop for half a minute. Files are served by name and content hash, so what is kept never grows stale.
"""

from __future__ import annotations

import gzip

from sp_app.ui.headers import App, Message, Receive, Scope, Send

PLACES = ("/static/", "/assets/")
WORDS = (b"text/", b"application/javascript", b"application/json", b"image/svg+xml", b"application/wasm")
LEAST = 1024
LEVEL = 6


class CompressedOnce:
    """Serve static text files gzipped from memory once they were asked for."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._concerned(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._kept:
            await self._fetch(scope, receive, send, path)
            return
        start, body = self._kept[path]
        await send(start)
        await send({"type": "http.response.body", "body": body})

    @staticmethod
    def _concerned(scope: Scope) -> bool:
        """Say whether this request may be answered from memory: a plain, unconditional GET of a static file."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(PLACES):
            return False
        headers = {name.lower(): value for name, value in scope["headers"]}
        conditional = headers.keys() & {b"range", b"if-none-match", b"if-modified-since"}
        return b"gzip" in headers.get(b"accept-encoding", b"") and not conditional

    async def _fetch(self, scope: Scope, receive: Receive, send: Send, path: str) -> None:
        """Ask the application, answer, and keep the compressed body where that is worth it."""
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                body.extend(message.get("body", b""))

        await self.app(scope, receive, collect)
        headers = {name.lower(): value for name, value in start["headers"]}
        fit = headers.get(b"content-type", b"").startswith(WORDS) and b"content-encoding" not in headers
        if start["status"] == 200 and fit and len(body) >= LEAST:
            packed = gzip.compress(bytes(body), LEVEL, mtime=0)
            kept = [(n, v) for n, v in start["headers"] if n.lower() not in (b"content-length", b"accept-ranges")]
            start["headers"] = [
                *kept,
                (b"content-encoding", b"gzip"),
                (b"vary", b"Accept-Encoding"),
                (b"content-length", str(len(packed)).encode()),
            ]
            self._kept[path] = (dict(start), packed)
            body = bytearray(packed)
        await send(start)
        await send({"type": "http.response.body", "body": bytes(body)})
