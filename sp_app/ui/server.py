"""The ASGI application: the frame script, local assets, security headers, compression."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from sp_app.rooms.routes import room_routes
from sp_app.ui.compression import CompressedOnce
from sp_app.ui.headers import PageHead, SecurityHeaders
from sp_app.ui.making import log_plainly, making_routes
from sp_app.ui.room_hall import hall
from sp_app.ui.scenario_ground import pack_routes

ROOT = Path(__file__).resolve().parents[2]
FRAME = ROOT / "sp_app" / "ui" / "frame.py"
ASSETS = ROOT / "assets"


def routes() -> list[BaseRoute]:
    """Return our own addresses; everything else is Streamlit's."""
    return [
        *pack_routes(),
        *making_routes(),
        *room_routes(hall()),
        Mount("/assets", StaticFiles(directory=ASSETS)),
    ]


def middleware() -> list[Middleware]:
    """Return what every HTTP answer passes through, outermost first."""
    return [
        Middleware(SecurityHeaders),
        Middleware(CompressedOnce),
        Middleware(PageHead),
    ]


@asynccontextmanager
async def freeze_imports(_app: object) -> AsyncIterator[None]:
    """Freeze what the imports created once the server is up, so that collections stay short; Streamlit's logs stand."""
    log_plainly()
    gc.collect()
    gc.freeze()
    yield
