"""Speak to an ASGI application as a browser does: one request, one answer, nothing between."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from starlette.types import ASGIApp

HOST = "10.1.1.5:8501"


@dataclass(frozen=True)
class Answer:
    """Status, headers and body of an answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Caller:
    """Somebody at an address, on a page of our own unless `origin` says otherwise."""

    app: ASGIApp
    origin: str | None = f"http://{HOST}"
    address: str = "10.1.1.77"
    headers: dict[str, str] = field(default_factory=dict)

    def with_cookie(self, cookie: str) -> Caller:
        """Return the same caller holding a cookie."""
        return replace(self, headers={**self.headers, "cookie": cookie})

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for an address."""
        return self._ask("GET", path, b"", {name.replace("_", "-"): value for name, value in headers.items()})

    def post(self, path: str, content: object, kind: str = "application/json") -> Answer:
        """Send JSON, or bytes as they are."""
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        own = {"content-type": kind} | ({"origin": self.origin} if self.origin else {})
        return self._ask("POST", path, body, own)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        sent: list[dict[str, Any]] = []
        parts = [body[i : i + 4096] for i in range(0, len(body), 4096)] or [b""]
        waiting = [
            {"type": "http.request", "body": part, "more_body": i < len(parts) - 1} for i, part in enumerate(parts)
        ]

        async def receive() -> dict[str, Any]:
            return waiting.pop(0) if waiting else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        found = {"host": HOST, **self.headers, **headers}
        address = urlsplit(path)
        scope = {
            "type": "http",
            "method": method,
            "scheme": "http",
            "path": address.path,
            "raw_path": address.path.encode(),
            "root_path": "",
            "query_string": address.query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in found.items()],
            "client": (self.address, 50000),
            "server": ("10.1.1.5", 8501),
            "http_version": "1.1",
        }
        asyncio.run(self.app(scope, receive, send))
        start = sent[0]
        kept = {name.decode().lower(): value.decode() for name, value in start["headers"]}
        return Answer(start["status"], kept, b"".join(m.get("body", b"") for m in sent[1:]))


def phone(number: int) -> str:
    """Return the id of a phone."""
    return f"{number:016d}"


def look(call: Caller, code: str, number: int = 1, language: str = "en", **headers: str) -> Answer:
    """Ask as a phone does every two seconds."""
    return call.get(f"/room/state?c={code}&p={phone(number)}&lang={language}", **headers)
