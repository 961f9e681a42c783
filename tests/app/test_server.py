"""What every HTTP answer carries, and that static files are compressed once."""

from __future__ import annotations

import asyncio
import gzip
from typing import Any

import pytest

from sp_app.ui.compression import CompressedOnce
from sp_app.ui.headers import PageHead, SecurityHeaders, language_of

TEXT = b"export const answer = 42;\n" * 100


class Inner:
    """A tiny application that counts how often it is asked."""

    def __init__(self, body: bytes, kind: bytes, status: int = 200) -> None:
        self.asked, self.body, self.kind, self.status = 0, body, kind, status

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": [(b"content-type", self.kind)]})
        await send({"type": "http.response.body", "body": self.body})


def ask(
    app: Any, path: str, headers: tuple[tuple[bytes, bytes], ...] = (), query: bytes = b""
) -> tuple[dict[bytes, bytes], bytes]:
    """Send one GET through `app` and return its headers and body."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "headers": list(headers), "query_string": query}
    asyncio.run(app(scope, receive, send))
    return dict(sent[0]["headers"]), b"".join(m.get("body", b"") for m in sent[1:])


GZIP = ((b"accept-encoding", b"gzip, br"),)


def test_a_static_file_is_compressed_once_and_then_served_from_memory() -> None:
    inner = Inner(TEXT, b"text/javascript")
    app = CompressedOnce(inner)
    first, second = ask(app, "/assets/js/x.js", GZIP), ask(app, "/assets/js/x.js", GZIP)
    assert inner.asked == 1
    assert first == second
    assert gzip.decompress(first[1]) == TEXT
    assert first[0][b"content-encoding"] == b"gzip"


@pytest.mark.parametrize(
    ("path", "headers", "kind", "status"),
    [
        ("/assets/js/x.js", (), b"text/javascript", 200),
        ("/assets/fonts/x.woff2", GZIP, b"font/woff2", 200),
        ("/assets/js/none.js", GZIP, b"text/javascript", 404),
        ("/coverage", GZIP, b"text/html", 200),
        ("/assets/js/x.js", (*GZIP, (b"range", b"bytes=0-9")), b"text/javascript", 200),
    ],
)
def test_everything_else_passes_unchanged(path: str, headers: Any, kind: bytes, status: int) -> None:
    answered, body = ask(CompressedOnce(Inner(TEXT, kind, status)), path, headers)
    assert body == TEXT and b"content-encoding" not in answered


def test_every_answer_carries_the_security_headers() -> None:
    headers, _ = ask(SecurityHeaders(Inner(TEXT, b"text/html")), "/")
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert b"default-src 'self'" in headers[b"content-security-policy"]


@pytest.mark.parametrize(
    ("query", "language"), [(b"lang=lo", "lo"), (b"lang=en", "en"), (b"lang=<script>", "en"), (b"", "en")]
)
def test_the_document_speaks_the_language_of_the_address(query: bytes, language: str) -> None:
    assert language_of({"query_string": query}) == language
    _, body = ask(PageHead(Inner(b'<html lang="en"><head></head></html>', b"text/html")), "/coverage", query=query)
    assert f'<html lang="{language}">'.encode() in body and b"/assets/css/app.css" in body
