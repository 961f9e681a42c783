"""The room with a hall full of phones: all open it at once, all follow, all answer, one presenter looks on."""

from __future__ import annotations

import asyncio
import os
import random
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sp_app.store import editor_code
from tests.load.report import Row, quantile
from tests.load.servers import APP, Server, serving
from tests.load.wire import Wire

EVERY = 2.0  # seconds between two looks of a phone
CODE = "K7QM-2XHD"
PARTS = re.compile(r'(?:href|src)="(/assets/[^"]+)"')
FONTS = ("noto-sans-latin-400-normal", "noto-sans-latin-700-normal", "noto-sans-lao-lao-400-normal")


@dataclass(slots=True)
class Hall:
    """What a hall of phones met: seconds, bytes, milliseconds, and what went wrong in words."""

    opened: float = float("nan")  # until the last phone had everything
    slowest: float = 0.0
    size: int = 0
    looks: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    shown: float = float("nan")
    errors: list[str] = field(default_factory=list)
    memory: tuple[float, float] = (float("nan"), float("nan"))


@contextmanager
def own_store() -> Iterator[None]:
    """Let the server keep its room in a folder of its own, and know the code of the presenter."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SP_STORE": folder, editor_code.VARIABLE: editor_code.seal(CODE)}
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


class Phone:
    """One device: its connection, the code of the room, the tag of what it shows."""

    def __init__(self, server: Server, code: str, number: int, hall: Hall) -> None:
        self._wire = Wire(server.port)
        self._code, self._id, self._hall, self._tag = code, f"{number:016d}", hall, ""
        self.question: int | None = None

    async def open(self) -> None:
        """Fetch the page with everything it names, the state and the pack; count the bytes."""
        began, size = time.perf_counter(), 0
        page = await self._wire.get(f"/room?c={self._code}&lang=en")
        parts = [*dict.fromkeys(PARTS.findall(page.text)), *(f"/assets/fonts/{name}.woff2" for name in FONTS)]
        state = await self.look()
        for part in (*parts, state["scenario"]["packs"]["en"]):
            found = await self._wire.get(part)
            size += found.size
            if found.status != 200:
                self._hall.errors.append(f"{part}: {found.status}")
        self._hall.size = size + page.size
        self._hall.slowest = max(self._hall.slowest, time.perf_counter() - began)

    async def look(self) -> dict[str, dict[str, dict[str, str]]]:
        """Ask what the room shows, as the page does."""
        began = time.perf_counter()
        tag = {"If-None-Match": self._tag} if self._tag else {}
        found = await self._wire.get(f"/room/state?c={self._code}&p={self._id}&lang=en", **tag)
        self._hall.looks.append((time.perf_counter() - began) * 1000)
        if found.status not in (200, 304):
            self._hall.errors.append(f"look: {found.status}")
        if found.status != 200:
            return {}
        self._tag = found.headers["etag"]
        state = found.json
        self.question = state["question"] and state["question"]["id"]
        return dict(state)

    async def follow(self, seconds: float) -> None:
        """Look every EVERY seconds, out of step with the others."""
        end = time.perf_counter() + seconds
        await asyncio.sleep(random.random() * EVERY)
        while time.perf_counter() < end:
            await self.look()
            await asyncio.sleep(EVERY)

    async def answer(self) -> None:
        """Answer the question that stands."""
        began = time.perf_counter()
        content = {"c": self._code, "p": self._id, "question": self.question, "value": round(random.random() * 0.2, 3)}
        found = await self._wire.post("/room/prediction", content)
        self._hall.answers.append((time.perf_counter() - began) * 1000)
        if found.status != 200:
            self._hall.errors.append(f"answer: {found.status} {found.text[:80]}")


async def _meet(server: Server, people: int, seconds: float) -> Hall:
    hall = Hall()
    desk = Wire(server.port)
    entered = await desk.post("/room/desk/enter", {"code": CODE, "name": "bench"})
    desk.headers["Cookie"] = entered.headers["set-cookie"].partition(";")[0]
    opened = await desk.post("/room/desk/open", {"scenario": {"s": "mecg_to_scale"}})
    phones = [Phone(server, opened.json["room"]["code"], number, hall) for number in range(people)]
    before = server.memory_mib()
    began = time.perf_counter()
    await _all(hall, [phone.open() for phone in phones])
    hall.opened = time.perf_counter() - began
    hall.looks.clear()
    await _all(hall, [phone.follow(seconds) for phone in phones])
    await desk.post("/room/desk/ask", {"measure": "cost_gdp", "year": 2030, "low": 0, "high": 0.2})
    await _all(hall, [phone.look() for phone in phones])
    began = time.perf_counter()
    answering = asyncio.create_task(_all(hall, [phone.answer() for phone in phones]))
    while time.perf_counter() - began < 60:
        if (await desk.get("/room/desk")).json["question"]["count"] == people:
            hall.shown = time.perf_counter() - began
            break
        await asyncio.sleep(0.1)
    await answering
    hall.memory = (before, server.memory_mib())
    return hall


async def _all(hall: Hall, tasks: list[object]) -> None:
    for found in await asyncio.gather(*tasks, return_exceptions=True):  # type: ignore[call-overload]
        if isinstance(found, BaseException):
            hall.errors.append(f"{type(found).__name__}: {found}")


def measure(people: int, seconds: float) -> list[Row]:
    """Measure a room of `people` phones that follow for `seconds`."""
    with own_store(), serving(APP) as server:
        hall = asyncio.run(_meet(server, people, seconds))
    for error in sorted(set(hall.errors))[:10]:
        print("error:", error)
    p95 = quantile(hall.looks, 0.95)
    whom = f"{people} phones"
    return [
        Row(f"{whom}: all have opened the room", "s", hall.opened, goal="≤ 60 s", met=hall.opened <= 60, digits=1),
        Row("the slowest of them", "s", hall.slowest, digits=1),
        Row("first load of a phone", "kB", hall.size / 1000, goal="≤ 150 kB", met=hall.size <= 150_000),
        Row(f"{whom} look every {EVERY:g} s: answer", "ms", quantile(hall.looks, 0.5), digits=1),
        Row(f"{whom} look every {EVERY:g} s: 95th percentile", "ms", p95, goal="< 250 ms", met=p95 < 250, digits=1),
        Row(f"{whom} predict at once: kept, 95th percentile", "ms", quantile(hall.answers, 0.95), digits=1),
        Row(f"{whom} predict at once: all on the desk", "s", hall.shown, goal="≤ 5 s", met=hall.shown <= 5, digits=2),
        Row("errors", "", len(hall.errors), goal="0", met=not hall.errors),
        Row("memory of the server before", "MiB", hall.memory[0]),
        Row("memory of the server after", "MiB", hall.memory[1]),
    ]
