"""What a phone may do: look, answer the question that stands, send its delegation's levers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sp_app.i18n import texts
from sp_app.live.link import encode
from sp_app.rooms import reading, telling
from sp_app.rooms.hall import Hall
from sp_app.rooms.limits import ACTS, ENTRIES, LOOKS, Rate
from sp_app.rooms.serving import address_of, aside, language_of
from sp_app.rooms.turned_away import TurnedAway
from sp_app.store import rooms


class Phones:
    """The endpoints of phones."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def state(self, request: Request) -> Response:
        """Answer with what phones show; with 304 where this phone shows it already."""
        asked = dict(request.query_params)
        phone = self._let_in(request, asked, LOOKS)
        try:
            await self._fail_unless_code(asked)
        except TurnedAway as error:  # news for who looks, not a fault: browsers would write it on their console
            if error.why == "code":
                self._hall.refuse()
            return JSONResponse({"code": None, "said": texts(language_of(request))(f"room.refused_{error.why}")})
        self._hall.enter(phone)
        language = language_of(request)
        shown = self._hall.kept(language)
        if shown is None:
            known = self._hall.known
            shown = await aside(
                lambda: self._hall.show(language, lambda room: telling.for_phones(known, room, language))
            )
        headers = {"ETag": shown.tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == shown.tag:
            return Response(status_code=304, headers=headers)
        return Response(shown.body, media_type="application/json", headers=headers)

    async def predict(self, request: Request) -> Response:
        """Keep an answer to the question that stands."""
        found, phone = await self._act(request)
        question, value = reading.whole_of(found, "question"), reading.number_of(found, "value")
        await aside(
            lambda: self._hall.change(lambda store: rooms.predict(store, question, phone, value), phones_see=False)
        )
        return JSONResponse({"question": question, "value": value})

    async def submit(self, request: Request) -> Response:
        """Keep a delegation's levers; results are calculated here, whatever the phone believes they are."""
        found, phone = await self._act(request)
        query, name = reading.query_of(found), reading.text_of(found, "name")

        def keep() -> str:
            state = self._hall.known.read(query)
            if state.problems:
                raise TurnedAway("levers")
            self._hall.change(lambda store: rooms.submit(store, phone, name, encode(state)), phones_see=False)
            return name.strip()

        return JSONResponse({"name": await aside(keep)})

    async def _act(self, request: Request) -> tuple[Mapping[str, Any], str]:
        """Return what a phone sent, once it is known to come from a page of ours, in the open room."""
        reading.fail_if_foreign(request)
        found = await reading.body_of(request)
        phone = self._let_in(request, found, ACTS)
        await self._fail_unless_code(found)
        self._hall.enter(phone)
        return found, phone

    def _let_in(self, request: Request, found: Mapping[str, Any], rate: Rate) -> str:
        """Return the phone's id, unless it, or its address as a newcomer, asks too much."""
        phone, limits = reading.phone_of(found), self._hall.limits
        if not self._hall.knows(phone) and not limits.take(ENTRIES, address_of(request)):
            raise TurnedAway("flood")
        if not limits.take(rate, phone):
            raise TurnedAway("flood")
        return phone

    async def _fail_unless_code(self, found: Mapping[str, Any]) -> None:
        room = await aside(self._hall.room) if not self._hall.ready else self._hall.room()
        if room is None:
            raise TurnedAway("closed")
        if reading.code_of(found) != room.code:
            raise TurnedAway("code")
