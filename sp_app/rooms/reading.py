"""Reading what phones send: nothing is believed, nothing is long, nothing comes from another page."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from sp_app.rooms.turned_away import TurnedAway
from sp_app.store.editor_code import LETTERS

LONGEST_BODY = 8192  # bytes: every lever of the largest scenario is a third of it
PHONE = re.compile(r"[a-z0-9]{16,32}", re.ASCII)
CODE = re.compile(rf"[{LETTERS}]{{4}}", re.ASCII)
MOST_FIELDS, LONGEST_KEY, LONGEST_VALUE = 120, 80, 60


def fail_if_foreign(request: Request) -> None:
    """Refuse a request that another page made a browser send: a browser names that page as the origin."""
    origin, host = request.headers.get("origin", ""), request.headers.get("host", "")
    if not origin or urlsplit(origin).netloc.lower() != host.lower():
        raise TurnedAway("foreign")


async def body_of(request: Request) -> Mapping[str, Any]:
    """Return the JSON object of a request, read no further than LONGEST_BODY."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise TurnedAway("not_json")
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > LONGEST_BODY:
            raise TurnedAway("too_large")
    try:
        found = json.loads(read.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise TurnedAway("not_json") from None
    if not isinstance(found, dict):
        raise TurnedAway("not_json")
    return found


def _refuse(word: str) -> float:
    raise ValueError(word)  # NaN and Infinity are no JSON, whatever Python thinks


def phone_of(found: Mapping[str, Any]) -> str:
    """Return the id a phone made up for itself."""
    phone = found.get("p")
    if not isinstance(phone, str) or not PHONE.fullmatch(phone):
        raise TurnedAway("not_a_phone")
    return phone


def code_of(found: Mapping[str, Any]) -> str:
    """Return the code of a room as it was typed, in capitals; "" where it cannot be one."""
    code = found.get("c")
    typed = code.strip().upper() if isinstance(code, str) and len(code) < 20 else ""
    return typed if CODE.fullmatch(typed) else ""


def number_of(found: Mapping[str, Any], name: str) -> float:
    """Return a finite number."""
    value = found.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TurnedAway("not_a_number")
    try:
        number = float(value)
    except OverflowError:
        raise TurnedAway("not_a_number") from None
    if not math.isfinite(number):
        raise TurnedAway("not_a_number")
    return number + 0.0


def whole_of(found: Mapping[str, Any], name: str) -> int:
    """Return a whole number that fits a year or an id."""
    value = found.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise TurnedAway("not_a_number")
    return value


def text_of(found: Mapping[str, Any], name: str) -> str:
    """Return a text; what it may hold is checked by who keeps it."""
    value = found.get(name)
    return value if isinstance(value, str) else ""


def query_of(found: Mapping[str, Any], name: str = "scenario") -> dict[str, str]:
    """Return a scenario as a query of sp_app.live.link: short texts by short names."""
    value = found.get(name)
    if not isinstance(value, dict) or len(value) > MOST_FIELDS:
        raise TurnedAway("levers")
    for key, text in value.items():
        if not isinstance(text, str) or len(key) > LONGEST_KEY or len(text) > LONGEST_VALUE:
            raise TurnedAway("levers")
    return dict(value)
