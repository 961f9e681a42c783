"""Many websocket sessions, each committing every few seconds, against a server on this computer."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from tests.load.capture import Conversation
from tests.load.report import quantile
from tests.load.servers import Server

PATIENCE = 30.0
EVERY = 3.0
DONE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
OUR_ERROR = b'class="sp-error'


@dataclass(slots=True)
class Answers:
    """What a crowd met: round trips in milliseconds, and what went wrong in words."""

    round_trips: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory_before: float = float("nan")
    memory_open: float = float("nan")
    memory_after: float = float("nan")

    def at(self, share: float) -> float:
        """Return the round trip that `share` of all do not exceed, in ms."""
        return quantile(self.round_trips, share)


async def ask(socket: ClientConnection, message: bytes) -> list[str]:
    """Send one request and wait until the script has run; return the errors it showed."""
    await socket.send(message)
    errors: list[str] = []
    while True:
        raw = await asyncio.wait_for(socket.recv(decode=False), PATIENCE)
        answer = ForwardMsg.FromString(raw)
        kind = answer.WhichOneof("type")
        if kind == "script_finished" and answer.script_finished in DONE:
            return errors
        if kind == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            return [*errors, "the script could not be compiled"]
        if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
            errors.append(answer.delta.new_element.exception.message)
        if OUR_ERROR in raw:
            errors.append("the page showed an error")


async def one_person(
    server: Server, talk: Conversation, answers: Answers, opened: asyncio.Barrier, delay: float, rounds: int
) -> None:
    """Open the page, wait for the others, then commit `rounds` times, one every EVERY seconds."""
    try:
        await asyncio.sleep(delay)
        async with connect(
            f"ws://127.0.0.1:{server.port}/_stcore/stream",
            origin=Origin(server.address),
            subprotocols=[Subprotocol("streamlit")],
            compression=None,
            max_size=None,
            proxy=None,
        ) as socket:
            for message in talk.opening:
                answers.errors += await ask(socket, message)
            await opened.wait()
            start = time.perf_counter() + delay % EVERY
            for number in range(rounds):
                await asyncio.sleep(max(0.0, start + number * EVERY - time.perf_counter()))
                began = time.perf_counter()
                answers.errors += await ask(socket, talk.commits[number % len(talk.commits)])
                answers.round_trips.append((time.perf_counter() - began) * 1000)
    except (OSError, TimeoutError, WebSocketException, asyncio.BrokenBarrierError) as error:
        answers.errors.append(f"{type(error).__name__}: {error}")
        await opened.abort()


async def _gather(server: Server, talk: Conversation, people: int, seconds: float) -> Answers:
    answers = Answers(memory_before=server.memory_mib())
    opened = asyncio.Barrier(people + 1)
    arriving = max(EVERY, people * 0.1)
    rounds = max(1, round(seconds / EVERY))
    persons = [
        asyncio.create_task(one_person(server, talk, answers, opened, arriving * number / people, rounds))
        for number in range(people)
    ]
    try:
        await opened.wait()
        answers.memory_open = server.memory_mib()
    except asyncio.BrokenBarrierError:
        answers.errors.append("not everybody could open the page")
    await asyncio.gather(*persons)
    answers.memory_after = server.memory_mib()
    return answers


def gather(server: Server, talk: Conversation, people: int, seconds: float) -> Answers:
    """Let `people` open the page and commit every EVERY seconds for about `seconds`; return what they met."""
    return asyncio.run(_gather(server, talk, people, seconds))
