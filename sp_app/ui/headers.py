"""ASGI middleware: security headers, and the page head that Streamlit cannot set itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Streamlit itself needs inline styles and scripts, blob modules of its elements and, for Arrow tables, eval.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: data: blob:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
)
SECURITY = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"referrer-policy", b"same-origin"),
)
FONTS = tuple(f"noto-sans-{script}-{weight}-normal" for script in ("latin", "lao-lao") for weight in (400, 700))
SHEETS = ("tokens", "app", "scenarios", "financing")
# Streamlit's own traffic, files, and the pages of the room, which have a head of their own.
PLAIN = ("/_stcore", "/static", "/assets", "/room")
# A lost connection is said in a strip of our own; Streamlit's dialog would lie over a panel that works on.
SETTINGS = "<script>window.__streamlit={HOST_CONFIG:{blockErrorDialogs:true}}</script>"
HEAD = "".join(f'<link rel="stylesheet" href="/assets/css/{name}.css">' for name in SHEETS) + "".join(
    f'<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/fonts/{name}.woff2">' for name in FONTS
)


class SecurityHeaders:
    """Add the headers that Streamlit does not send to every HTTP answer."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(h for h in SECURITY if h[0] not in present)]
            await send(message)

        await self.app(scope, receive, with_headers)


def language_of(scope: Scope) -> str:
    """Read the language from the address; anything unknown is English."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", ["en"])[0]
    return "lo" if asked == "lo" else "en"


class PageHead:
    """Write the document language and our style sheet into Streamlit's HTML shell."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(PLAIN):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def rewrite(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            html = any(n.lower() == b"content-type" and v.startswith(b"text/html") for n, v in start["headers"])
            content = self.head(bytes(body), language_of(scope)) if html and start["status"] == 200 else bytes(body)
            headers = [(n, v) for n, v in start["headers"] if n.lower() != b"content-length"]
            await send({**start, "headers": [*headers, (b"content-length", str(len(content)).encode())]})
            await send({"type": "http.response.body", "body": content})

        # Streamlit's server packs what it may: the page must come plain to be rewritten, and is packed outside again.
        plain = [(n, v) for n, v in scope["headers"] if n.lower() != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, rewrite)

    @staticmethod
    def head(page: bytes, language: str) -> bytes:
        """Return `page` with our head lines and `language` on the document."""
        text = page.decode("utf-8").replace('<html lang="en">', f'<html lang="{language}">', 1)
        return text.replace("<head>", "<head>" + SETTINGS, 1).replace("</head>", HEAD + "</head>", 1).encode()
