"""What the room refuses: a status for the browser, one plain sentence for the person."""

from __future__ import annotations

from typing import Literal, get_args

from starlette.responses import JSONResponse

from sp_app.i18n import Texts
from sp_app.store.problem import Refused

Why = Literal[
    "foreign",  # a page of somebody else sent it
    "too_large", "not_json", "not_a_phone", "not_a_number", "levers", "flood",
    "code", "closed", "full", "not_editor",
    "range", "range_hides", "measure", "unknown_act",
]  # fmt: skip
WHYS = get_args(Why)
STATUS: dict[str, int] = {
    "foreign": 403, "too_large": 413, "flood": 429, "code": 404, "closed": 410, "full": 503, "not_editor": 403,
    "unknown_act": 404,
}  # fmt: skip


OF_THE_STORE = {"room_closed": 410, "question_closed": 409, "not_editor": 403, "room_full": 503}
# The disk, not the phone, is at fault: the phone says it again a little later.
OF_THE_DISK = ("busy", "read_only", "disk_full", "damaged", "failed", "later_store")


class TurnedAway(Exception):
    """A request the room does not answer; nothing has changed."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why)


def answer(error: TurnedAway | Refused, t: Texts) -> JSONResponse:
    """Return the refusal in the language of `t`."""
    if isinstance(error, Refused):
        kind = error.problems[0].kind
        status = 503 if kind in OF_THE_DISK else OF_THE_STORE.get(kind, 400)
        return JSONResponse({"why": kind, "said": " ".join(error.sentences(t))}, status)
    said = t(f"room.refused_{error.why}")
    headers = {"Retry-After": "5"} if error.why == "flood" else None
    return JSONResponse({"why": error.why, "said": said}, STATUS.get(error.why, 400), headers)
