"""What the presenter may do at the desk: come in with the one-time code, open, ask, reveal, take away, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sp_app.live.link import encode
from sp_app.rooms import reading, telling
from sp_app.rooms.hall import Hall
from sp_app.rooms.inviting import here_only, invitation, qr_code
from sp_app.rooms.limits import DOORS
from sp_app.rooms.measuring import answer_to, fail_unless_range, measure_of
from sp_app.rooms.serving import address_of, aside, language_of
from sp_app.rooms.turned_away import TurnedAway
from sp_app.store import rooms
from sp_app.store.permission import Editor, Permission, fail_unless_editor
from sp_app.store.room_records import PHASES, Asked, Phase, Room

Found = Mapping[str, Any]


class Desk:
    """The endpoints of the presenter; the store checks again who asks."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._acts: dict[str, Callable[[Permission, Found], object]] = {
            "open": self._open,
            "ask": self._ask,
            "advance": self._advance,
            "hide": self._hide,
            "close": self._close,
        }

    def _who(self, request: Request) -> Permission:
        return self._hall.known.desk().permission(request.cookies.get(self._hall.known.cookie))

    async def state(self, request: Request) -> Response:
        """Answer with everything the desk shows."""
        if not isinstance(self._who(request), Editor):
            return JSONResponse({"editor": False})
        language = language_of(request)
        return JSONResponse(await aside(lambda: self._told(request, language)))

    def _told(self, request: Request, language: str) -> dict[str, Any]:
        self._hall.flush()
        room = self._hall.room()
        told = telling.for_desk(self._hall, room, language)
        if room:
            address = invitation(str(request.base_url), self._hall.known.network(), room.code, language)
            told["room"] |= {"address": address, "qr": qr_code(address), "here_only": here_only(address)}
        return told

    async def enter(self, request: Request) -> Response:
        """Admit whoever has the one-time code; the token is kept where the pages of Streamlit find it too."""
        reading.fail_if_foreign(request)
        found = await reading.body_of(request)
        if not self._hall.limits.take(DOORS, address_of(request)):
            raise TurnedAway("flood")
        desk = self._hall.known.desk()
        token = await aside(lambda: desk.admit(reading.text_of(found, "code")[:40], reading.text_of(found, "name")))
        who = desk.permission(token)
        answer = JSONResponse({"name": who.name if isinstance(who, Editor) else ""})
        secure = request.url.scheme == "https"
        # Readable by our own script, which takes it away when the editor leaves on another page.
        answer.set_cookie(self._hall.known.cookie, token, path="/", samesite="strict", secure=secure)
        return answer

    async def act(self, request: Request) -> Response:
        """Do one of the presenter's acts and answer with what the desk then shows."""
        reading.fail_if_foreign(request)
        who = fail_unless_editor(self._who(request))
        act = self._acts.get(request.path_params["act"])
        if act is None:
            raise TurnedAway("unknown_act")
        found = await reading.body_of(request)
        language = language_of(request)

        def done() -> dict[str, Any]:
            act(who, found)
            return self._told(request, language)

        return JSONResponse(await aside(done))

    def _open(self, who: Permission, found: Found) -> None:
        state = self._hall.known.read(reading.query_of(found))
        self._hall.change(lambda store: rooms.open_room(store, who, encode(state)))

    def _ask(self, who: Permission, found: Found) -> None:
        room = self._there()
        state = self._hall.known.read(room.scenario)
        measure = measure_of(self._hall.known.ground(state.scenario.id), reading.text_of(found, "measure"))
        year = reading.whole_of(found, "year")
        low, high = reading.number_of(found, "low"), reading.number_of(found, "high")
        answer = answer_to(self._hall.known, state, measure, year)
        fail_unless_range(low, high, answer)
        asked = Asked(scenario=room.scenario, measure=measure.key, year=year, low=low, high=high, answer=answer)
        self._hall.change(lambda store: rooms.ask(store, who, asked))

    def _advance(self, who: Permission, found: Found) -> None:
        question, phase = reading.whole_of(found, "question"), reading.text_of(found, "phase")
        if phase not in PHASES:
            raise TurnedAway("unknown_act")
        self._hall.change(lambda store: rooms.advance(store, who, question, cast(Phase, phase)))

    def _hide(self, who: Permission, found: Found) -> None:
        phone = reading.text_of(found, "phone")
        self._hall.change(lambda store: rooms.hide(store, who, phone))

    def _close(self, who: Permission, found: Found) -> None:
        self._hall.change(lambda store: rooms.close_room(store, who))

    def _there(self) -> Room:
        room = self._hall.room()
        if room is None:
            raise TurnedAway("closed")
        return room
