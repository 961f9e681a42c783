"""The framework beside who pays: the first part of the financing page."""

from __future__ import annotations

import streamlit as st

from sp_app.figures.financing import Span, need_to_gap, who_pays
from sp_app.figures.money import VIEWS
from sp_app.figures.sources import paid
from sp_app.figures.wording import Words
from sp_app.live.behind import credits_behind, illustrative_behind
from sp_app.ui import figure, financing_ilo, financing_table
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import crediting
from sp_app.ui.scenario_visit import Visit

TEN_YEARS = 10
MOST_CREDITS = 2  # all of them are in the files and on the cards


def told(ctx: Context, found: Study, results: tuple[str, ...]) -> Words:
    """Return the words of a figure made of `results`: who published what stands behind them."""
    known = found.known
    credits = credits_behind(known.tape, known.inputs, results, crediting(ctx.q, ctx.t))
    source = ctx.t("frame.source", source="; ".join(credits[:MOST_CREDITS]))
    if len(credits) > MOST_CREDITS:
        source = ctx.t("financing.more_sources", sources=source, count=len(credits) - MOST_CREDITS)
    if illustrative_behind(known.tape, found.scenario, known.inputs, results):
        source = f"{ctx.t('scenarios.some_illustrative')}. {source}"
    return Words(t=ctx.t, n=ctx.n, areas={}, credits={}, source=source)


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the framework, its files, who pays by year, the steps to the financing gap, the ILO financing gap."""
    state = visit.state
    money, first = VIEWS[state.view], found.years[0]
    words = told(ctx, found, ("financing_gap_lak", "identified_lak"))
    left, right = st.columns([7.0, 5.0], gap="small")
    with left:
        financing_table.draw(ctx, visit, found)
    with right:
        span = Span(
            years=tuple(year for year in found.years if year <= max(first + TEN_YEARS, state.year)),
            chosen=state.year,
            assumed_after=found.assumed_after,
            phase_out=_phase_out(ctx, found),
        )
        figure.draw(ctx, who_pays(found.here.results, span, money, words), height=520, phone=540)
        steps = need_to_gap(paid(found.statement(state.year, state.view), state.year), money, words, first)
        figure.draw(ctx, steps, height=400, phone=380)
        financing_ilo.draw(ctx, visit, found)


def _phase_out(ctx: Context, found: Study) -> str:
    """Say how partners leave, where they do so before the projection ends."""
    if found.scenario.financing is None or found.values["exit_start"] >= found.years[-1]:
        return ""
    kind, words = found.scenario.financing.phase_out, {"start": int(found.values["exit_start"])}
    if kind != "geometric":
        words["end"] = int(found.values["exit_end"])
    return ctx.t(f"financing.exit_{kind}", **words)
