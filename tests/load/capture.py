"""What a real browser sends over the websocket: first to open a page, then for each thing somebody does.

The many sessions of crowd.py send the same bytes, so they are the real protocol and not our idea of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.load.screen import settle

PAUSE_MS = 700


@dataclass(frozen=True, slots=True)
class Conversation:
    """The messages that open a page, and the messages of one commit after another."""

    opening: tuple[bytes, ...]
    commits: tuple[bytes, ...]


def listen(page: Page) -> list[bytes]:
    """Collect, from now on, every request to run the script that the page sends."""
    sent: list[bytes] = []

    def note(payload: bytes | str) -> None:
        if isinstance(payload, bytes) and BackMsg.FromString(payload).WhichOneof("type") == "rerun_script":
            sent.append(payload)

    def attach(socket: WebSocket) -> None:
        socket.on("framesent", note)

    page.on("websocket", attach)
    return sent


def record(page: Page, address: str, prepare: Callable[[Page], Callable[[int], None]], commits: int) -> Conversation:
    """Open `address` and act `commits` times; return what was sent.

    Raises
    ------
    RuntimeError
        Acting sent nothing: the control is not there or does not commit.
    """
    sent = listen(page)
    page.goto(address)
    page.wait_for_selector("h1, [data-testid='stSlider']", timeout=30_000)
    settle(page)
    page.wait_for_timeout(PAUSE_MS)
    opening = tuple(sent)
    action = prepare(page)
    for number in range(commits):
        action(number)
        page.wait_for_timeout(PAUSE_MS)
        settle(page)
    if len(sent) == len(opening):
        raise RuntimeError(f"{address}: moving the control sent nothing to the server")
    return Conversation(opening, tuple(sent[len(opening) :]))
