"""Files being made: the visitor who asked for one sees how far it is, and may stop it.

Streamlit makes a file that is asked for in a thread and tells nothing until it is there. What makes
one here reports each part to a board; `assets/js/making.js` reads the board and stops a job on it.
A visit knows only its own jobs, by a ticket that nobody else can guess.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sp_app.export.steps import Step
from sp_app.i18n import Texts
from sp_core.errors import Stopped

TICKET = "sp_making"
FOLDER = "/making"
NEVER_KEPT = {"Cache-Control": "no-store"}
MAKER = "streamlit.runtime.backend_operation_handler"  # Streamlit's logger of files that were not made


@dataclass
class Job:
    """One file under way: how many of its parts are done, and whether it is still wanted."""

    ticket: str
    name: str
    t: Texts
    id: str = field(default_factory=lambda: secrets.token_urlsafe(6))
    done: int = 0
    of: int = 0
    stopped: bool = False

    def step(self, done: int, of: int) -> None:
        """Note how far it is; raises Stopped when nobody wants it any longer."""
        if self.stopped:
            raise Stopped(f"{self.name}: no longer wanted after {self.done} of {self.of} parts")
        self.done, self.of = done, of

    def told(self) -> dict[str, str | int]:
        """Return what the browser shows: the part that is being made counts from 1."""
        at = min(self.done + 1, self.of)
        part = self.t("export.making_part", part=at, parts=self.of) if self.of else ""
        words = self.t("export.making", name=self.name)
        return {"id": self.id, "words": words, "part": part, "done": self.done, "of": self.of}


class Board:
    """The jobs under way, of every visit."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    @contextmanager
    def job(self, ticket: str, name: str, t: Texts) -> Iterator[Job]:
        """Put a job on the board while it is worked on."""
        one = Job(ticket, name, t)
        self._jobs[one.id] = one
        try:
            yield one
            one.step(one.of, one.of)  # stopped while its bytes were written: still no file
        finally:
            del self._jobs[one.id]

    def of(self, ticket: str) -> list[Job]:
        """Return the jobs of a ticket, the oldest first."""
        return [one for one in list(self._jobs.values()) if one.ticket == ticket]  # other threads add and remove

    def stop(self, ticket: str, id: str) -> bool:
        """Stop a job of this ticket before its next part; say whether it was still under way."""
        found = [one for one in self.of(ticket) if one.id == id]
        for one in found:
            one.stopped = True
        return bool(found)


BOARD = Board()


def ticket() -> str:
    """Return the ticket of this visit."""
    return str(st.session_state.setdefault(TICKET, secrets.token_urlsafe(16)))


def watched(name: str, t: Texts, make: Callable[[Step], bytes]) -> Callable[[], bytes]:
    """Return `make` for a download button: on the board of this visit as `name` while it works."""
    whose = ticket()

    def made() -> bytes:
        with BOARD.job(whose, name, t) as job:
            return make(job.step)

    return made


class NotWanted(logging.Filter):
    """Turns the traceback of a file that somebody stopped into a line; of a real error nothing is taken."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record; rewrite the one whose cause is that nobody wants the file."""
        error = record.exc_info[1] if record.exc_info else None
        while error is not None and not isinstance(error, Stopped):
            error = error.__cause__
        if error is not None:
            record.msg, record.args = f"A file was stopped: {error}", ()
            record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
            record.exc_info = record.exc_text = None
        return True


NOT_WANTED = NotWanted()


def log_plainly() -> None:
    """Log a file that was stopped as one line; may be called again."""
    logging.getLogger(MAKER).addFilter(NOT_WANTED)


async def _look(request: Request) -> Response:
    jobs = BOARD.of(request.path_params["ticket"])
    return JSONResponse([one.told() for one in jobs], headers=NEVER_KEPT)


async def _stop(request: Request) -> Response:
    found = BOARD.stop(request.path_params["ticket"], request.path_params["job"])
    return Response(status_code=204 if found else 404, headers=NEVER_KEPT)


def making_routes() -> list[Route]:
    """Return the addresses where a visit looks after its files."""
    return [
        Route(FOLDER + "/{ticket}", _look),
        Route(FOLDER + "/{ticket}/{job}", _stop, methods=["DELETE"]),
    ]
