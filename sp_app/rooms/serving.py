"""Around every endpoint: the language, refusals in plain words, the work of a thread where the store is asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from sp_app.i18n import LANGUAGES, texts
from sp_app.rooms import turned_away
from sp_app.rooms.hall import Hall
from sp_app.rooms.turned_away import TurnedAway
from sp_app.store.problem import Refused

Endpoint = Callable[[Request], Awaitable[Response]]
Answer = TypeVar("Answer")
# Coming too late is nobody's fault; everything else is counted and shown to the presenter.
NOT_COUNTED = ("question_closed", "room_closed", "closed", *turned_away.OF_THE_DISK)
NEVER_KEPT = {"Cache-Control": "no-store"}


def language_of(request: Request) -> str:
    """Return the language of the request; anything unknown is English."""
    asked = request.query_params.get("lang", "en")
    return asked if asked in LANGUAGES else "en"


def address_of(request: Request) -> str:
    """Return where a request comes from: good for counting, no proof of anything."""
    return request.client.host if request.client else ""


def guarded(hall: Hall, endpoint: Endpoint) -> Endpoint:
    """Return `endpoint` so that what it refuses is counted and said in words."""

    async def answered(request: Request) -> Response:
        try:
            found = await endpoint(request)
        except (TurnedAway, Refused) as error:
            why = error.why if isinstance(error, TurnedAway) else error.problems[0].kind
            if why not in NOT_COUNTED:
                hall.refuse()
            found = turned_away.answer(error, texts(language_of(request)))
        found.headers.setdefault("Cache-Control", NEVER_KEPT["Cache-Control"])
        return found

    return answered


async def aside(work: Callable[[], Answer]) -> Answer:
    """Do what may wait for the disk or calculate outside the loop that answers everybody else."""
    return await run_in_threadpool(work)
