"""The one hall of this server: the room's services on this dashboard's scenarios, store and editor's desk."""

from __future__ import annotations

from functools import cache

import streamlit as st

from sp_app.rooms.hall import Hall
from sp_app.rooms.known import Known
from sp_app.store.opening import open_store
from sp_app.store.permission import editor_desk
from sp_app.ui.scenario_editor import COOKIE
from sp_app.ui.scenario_ground import ground, library, packed
from sp_app.ui.scenario_visit import USUAL


@cache
def hall() -> Hall:
    """Return the hall; nothing is read before somebody asks for the room."""
    return Hall(
        Known(
            scenarios=library,
            ground=ground,
            pack=lambda scenario, language: packed(scenario, language).address,
            usual=USUAL,
            store=open_store,
            desk=editor_desk,
            cookie=COOKIE,
            network=lambda: st.get_option("browser.serverAddress") or "",
        )
    )
