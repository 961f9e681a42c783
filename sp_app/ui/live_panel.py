"""Mount the live panel: the browser moves, Python keeps what was committed.

The message holds where the levers stand and the address of the pack (tape, levers, texts), which the
browser fetches once: a moved lever sends a few hundred bytes either way.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from sp_app.ui import scenario_visit
from sp_app.ui.elements import element
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import packed
from sp_app.ui.scenario_visit import Visit

KEY = "live_panel"


def draw(ctx: Context, visit: Visit) -> None:
    """Draw the panel; what it commits is in `visit` before the page runs again."""
    state = visit.state
    answer = element("panel")(
        key=KEY,
        data={
            "pack": packed(state.scenario.id, ctx.lang).address,
            "values": dict(state.values),
            "year": state.year,
            "view": state.view,
            "goal": state.goal.told() if state.goal else None,
            "heard": visit.heard,
            "failed": ctx.t("scenarios.failed"),
        },
        on_commit_change=_committed,
    )
    # A new session after the server was started again: nobody was there yet to call back.
    said = answer.commit
    if isinstance(said, Mapping) and str(said.get("serial")) != visit.heard:
        scenario_visit.hear(said)
        st.rerun()


def _committed() -> None:
    said = st.session_state[KEY].get("commit")
    if isinstance(said, Mapping):
        scenario_visit.hear(said)
