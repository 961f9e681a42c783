"""A hall of its own: a store in a folder of the test, a desk with a code, and callers that speak to its routes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette

from sp_app.rooms.hall import Hall
from sp_app.rooms.known import Known
from sp_app.rooms.routes import room_routes
from sp_app.store import editor_code
from sp_app.store.opening import close_stores, open_store
from sp_app.store.permission import EditorDesk
from sp_app.ui import room_hall
from tests.rooms.calling import Caller

CODE = "K7QM-2XHD"
SEAL = editor_code.seal(CODE)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for a store; stores are closed after."""
    yield tmp_path / "store"
    close_stores()


@pytest.fixture
def known(folder: Path) -> Known:
    """Return what the server's own hall knows, with a store and a desk of the test."""
    desk = EditorDesk(SEAL)
    return replace(room_hall.hall().known, store=lambda: open_store(folder), desk=lambda: desk, network=lambda: "")


@pytest.fixture
def hall(known: Known) -> Hall:
    """Return a hall in which nothing happened yet."""
    return Hall(known)


@pytest.fixture
def call(hall: Hall) -> Caller:
    """Return somebody who speaks to the hall's routes from a page of its own."""
    return Caller(Starlette(routes=room_routes(hall)))


@pytest.fixture
def presenter(call: Caller) -> Caller:
    """Return the presenter, who typed the code."""
    entered = call.post("/room/desk/enter", {"code": CODE, "name": "ທ່ານ ສົມພອນ"})
    assert entered.status == 200
    return call.with_cookie(entered.headers["set-cookie"].partition(";")[0])


@pytest.fixture
def code(presenter: Caller) -> str:
    """Return the code of a room the presenter opened on the grant at 60 %."""
    opened = presenter.post("/room/desk/open", {"scenario": {"s": "mecg_to_scale", "v": "1", "mecg.coverage": "0.6"}})
    assert opened.status == 200
    return str(opened.json["room"]["code"])


@pytest.fixture
def asked(presenter: Caller, code: str) -> int:
    """Return the id of a question put to the room."""
    content = {"measure": "cost_gdp", "year": 2030, "low": 0, "high": 0.2}
    return int(presenter.post("/room/desk/ask", content).json["question"]["id"])
