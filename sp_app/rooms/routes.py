"""The addresses of the room, mounted beside the pages of Streamlit."""

from __future__ import annotations

from functools import partial

from starlette.routing import BaseRoute, Route

from sp_app.rooms import documents
from sp_app.rooms.hall import Hall
from sp_app.rooms.phones import Phones
from sp_app.rooms.presenting import Desk
from sp_app.rooms.serving import guarded


def room_routes(hall: Hall) -> list[BaseRoute]:
    """Return every address of the room."""
    phones, desk = Phones(hall), Desk(hall)
    return [
        Route("/room", partial(documents.serve, documents.OF_PHONES)),
        Route("/room-desk", partial(documents.serve, documents.OF_DESK)),
        Route("/room/state", guarded(hall, phones.state)),
        Route("/room/prediction", guarded(hall, phones.predict), methods=["POST"]),
        Route("/room/scenario", guarded(hall, phones.submit), methods=["POST"]),
        Route("/room/desk", guarded(hall, desk.state)),
        Route("/room/desk/enter", guarded(hall, desk.enter), methods=["POST"]),
        Route("/room/desk/{act}", guarded(hall, desk.act), methods=["POST"]),
    ]
