"""One kept-alive HTTP connection, as a phone has it: no framework between the measurement and the server."""

from __future__ import annotations

import asyncio
import gzip
import json
from dataclasses import dataclass
from typing import Any

PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, headers and body of an answer; `size` is what travelled."""

    status: int
    headers: dict[str, str]
    body: bytes
    size: int

    @property
    def text(self) -> str:
        """Return the body as text, unpacked where it was packed."""
        plain = gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body
        return plain.decode()

    @property
    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.text)


class Wire:
    """A connection to a server on this computer; opened again when the server closed it."""

    def __init__(self, port: int, headers: dict[str, str] | None = None) -> None:
        self._port = port
        self.headers = {"Host": f"127.0.0.1:{port}", "Accept-Encoding": "gzip"} | (headers or {})
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, **headers: str) -> Reply:
        """Ask for an address."""
        return await self._ask("GET", path, headers, b"")

    async def post(self, path: str, content: object) -> Reply:
        """Send JSON from a page of the server's own."""
        own = {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{self._port}"}
        return await self._ask("POST", path, own, json.dumps(content).encode())

    async def close(self) -> None:
        """Close the connection."""
        if self._streams:
            self._streams[1].close()
            self._streams = None

    async def _ask(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Reply:
        lines = [f"{method} {path} HTTP/1.1"]
        length = {"Content-Length": str(len(body))} if body else {}
        lines += [f"{name}: {value}" for name, value in {**self.headers, **headers, **length}.items()]
        message = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        kept = self._streams is not None
        try:
            return await asyncio.wait_for(self._exchange(message), PATIENCE)
        except (ConnectionError, asyncio.IncompleteReadError):
            await self.close()
            if not kept:
                raise
        return await asyncio.wait_for(self._exchange(message), PATIENCE)  # the server had closed an idle connection

    async def _exchange(self, message: bytes) -> Reply:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(message)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *rest = head.split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest) if name}
        body = await _body(reader, headers)
        return Reply(int(first.split()[1]), headers, body, len(head) + len(body))


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    found = b""
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        found += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return found
