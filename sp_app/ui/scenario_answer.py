"""What runs again when the panel commits: the panel, Python's tables, the uncertainty, the link to share.

The head of the page, the hand-outs (made from where the levers stand when somebody asks), the saved scenarios and
the frame do not depend on where the levers stand: with 120 people moving them, running only this part keeps the
answers quick.
"""

from __future__ import annotations

import streamlit as st

from sp_app.ui import live_panel, scenario_room, scenario_share, scenario_tables, scenario_uncertainty
from sp_app.ui.guard import part
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit


def draw(ctx: Context, visit: Visit) -> None:
    """Draw all that follows the levers."""
    _answer(ctx, visit, _said_by_the_head(visit))


@part
def _answer(ctx: Context, visit: Visit, said: object) -> None:
    """Draw it; where the head of the page has something else to say (a commit with a fault), run the whole page."""
    if _said_by_the_head(visit) != said:
        st.rerun()
    live_panel.draw(ctx, visit)
    scenario_tables.draw(ctx, visit)
    scenario_uncertainty.draw(ctx, visit)
    scenario_share.draw(ctx, visit)
    scenario_room.draw(ctx, visit)


def _said_by_the_head(visit: Visit) -> object:
    return visit.state.scenario.id, visit.state.problems
