"""The debt check: does what is chosen for social protection fit under the limit, and what moves public debt?"""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.figures.debt import debt_moved, debt_path
from sp_app.ui import figure, financing_stress, panel
from sp_app.ui.financing_cards import number
from sp_app.ui.financing_html import facts
from sp_app.ui.financing_study import Study
from sp_app.ui.financing_view import told
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit

USUAL_LAST = 2030


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the path of debt, what moves it, the balance that would hold it, and the stress table."""
    first = found.years[0]
    words = told(ctx, found, ("debt_gdp",))
    here, baseline = (it.results["debt_gdp"] for it in (found.here, found.baseline))
    path, moved = st.columns([6.6, 5.4], gap="small")
    with path:
        limit = found.values["debt_limit"]
        drawn = debt_path(found.years, here, baseline, limit, words, found.assumed_after)
        figure.draw(ctx, drawn, height=430, phone=420)
        _balance(ctx, visit, found)
    with moved:
        last = visit.state.year if visit.state.year > first else min(USUAL_LAST, found.years[-1])
        figure.draw(ctx, debt_moved(found.debt(first, last), words), height=560, phone=460)
    financing_stress.draw(ctx, visit, found)


def _balance(ctx: Context, visit: Visit, found: Study) -> None:
    """Say which primary balance is projected and which would hold the ratio where it is."""
    t, n = ctx.t, ctx.n
    year = max(visit.state.year, found.years[1])
    projected = found.at("primary_balance_lak", year) / found.at("gdp_lak", year)
    holding = found.at("debt_stabilising_balance", year)
    room = found.at("debt_room_lak", year)
    said = [
        (t("financing.balance_projected", year=year), escape(n.signed(100.0 * projected, 2) + "%")),
        (
            t("financing.balance_holding", year=year),
            number("result.debt_stabilising_balance", year, n.signed(100.0 * holding, 2) + "%"),
        ),
        (t("financing.debt_room", year=year), number("result.debt_room_lak", year, n.billion_lak(room))),
    ]
    measure = t("financing.balance_falls" if projected >= holding else "financing.balance_rises")
    panel.draw(
        "debt_balance", t("financing.balance_title"), measure, facts(said), t("financing.balance_note"), "sp-balance"
    )
