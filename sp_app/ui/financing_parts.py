"""The parts of the financing page, in the order of a discussion; one is shown at a time."""

from __future__ import annotations

from collections.abc import Callable

from sp_app.ui import financing_decisions, financing_options, financing_risks, financing_today, financing_view
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit

USUAL = "framework"
PARTS: dict[str, Callable[[Context, Visit, Study], None]] = {
    USUAL: financing_view.draw,
    "options": financing_options.draw,
    "decisions": financing_decisions.draw,
    "risks": financing_risks.draw,
    "today": financing_today.draw,
}
