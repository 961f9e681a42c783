"""The room's part of the scenarios page: the way to the presenter's desk; phones follow what the editor commits."""

from __future__ import annotations

import logging
from html import escape
from urllib.parse import urlencode

import streamlit as st

from sp_app.live.link import encode
from sp_app.rooms.hall import Hall
from sp_app.store.permission import Editor
from sp_app.store.problem import Refused
from sp_app.ui import scenario_editor
from sp_app.ui.page import Context
from sp_app.ui.room_hall import hall
from sp_app.ui.scenario_visit import Visit

DESK = "/room-desk"
log = logging.getLogger(__name__)


def draw(ctx: Context, visit: Visit) -> None:
    """Let an open room follow the editor, and draw the link to the desk, which opens with this scenario."""
    t = ctx.t
    address = f"{DESK}?{urlencode({'lang': ctx.lang, **encode(visit.state)})}"
    status = _status(ctx, hall(), visit)
    said = f'<p class="sp-source" role="status">{escape(status)}</p>' if status else ""
    st.html(
        f'<section class="sp-card sp-library" data-testid="room-part"><h2>{escape(t("room.part_title"))}</h2>'
        f'<p class="sp-measure">{escape(t("room.part_about"))}</p>'
        f'<p><a href="{escape(address)}" target="_blank">{escape(t("room.part_desk"))}</a></p>'
        f"{said}</section>"
    )


def _status(ctx: Context, there: Hall, visit: Visit) -> str:
    """Pass the state on where that is the editor's, and say what the room does with it."""
    try:
        room = there.room()
        if room is None:
            return ""
        who = scenario_editor.current()
        if not isinstance(who, Editor):
            return ctx.t("room.part_viewer")
        there.follow(who, encode(visit.state))
    except Refused as refused:  # the panel works without a room
        log.warning("the room could not follow: %s", refused)
        return " ".join(refused.sentences(ctx.t))
    return ctx.t("room.part_open", code=room.code)
