"""The head of the scenario page: its name, the choice among the scenarios, what an address got wrong."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.live.lever_names import full_name
from sp_app.live.link import Problem
from sp_app.live.units import lever_unit
from sp_app.ui import scenario_visit
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import library
from sp_app.ui.scenario_visit import Visit
from sp_core.scenario import Scenario

PICK = "scenario_pick"


def draw(ctx: Context, visit: Visit) -> None:
    """Draw the scenario's name as the page's heading, the choice behind it, the mark of a simulated result."""
    t, scenario = ctx.t, visit.state.scenario
    with st.container(key="sp_problems"):  # a place that stays: what follows must not move up when it is empty
        for problem in visit.state.problems:
            st.html(f'<p class="sp-problem" role="alert">{escape(sentence(ctx, scenario, problem))}</p>')
    with st.container(key="sp_scenario", horizontal=True, vertical_alignment="center", gap="small"):
        name = escape(scenario.title.get(ctx.lang))
        st.html(f'<div class="sp-headline"><h1>{name}</h1></div>', width="content")
        # Another key for another scenario: the list closes when one was chosen.
        with st.popover(t("scenarios.pick"), width="content", key=f"scenarios_{scenario.id}"):
            _choice(ctx, visit)
        st.html(f'<span class="sp-simulated">{escape(t("frame.simulated"))}</span>', width="content")


def _choice(ctx: Context, visit: Visit) -> None:
    """Draw the scenarios of the library, each with what it is about."""
    found = library()
    st.session_state[PICK] = visit.state.scenario.id
    st.radio(
        ctx.t("scenarios.pick"),
        list(found),
        format_func=lambda name: found[name].title.get(ctx.lang),
        captions=[scenario.description.get(ctx.lang) for scenario in found.values()],
        key=PICK,
        on_change=lambda: scenario_visit.pick(st.session_state[PICK]),
        label_visibility="collapsed",
    )


def sentence(ctx: Context, scenario: Scenario, problem: Problem) -> str:
    """Return what was wrong with one part of an address, and what is accepted."""
    t, lever = ctx.t, problem.lever
    words = {"field": problem.field, "typed": problem.typed}
    if lever:
        unit = lever_unit(lever, t)
        words |= {
            "field": full_name(lever, scenario, t),
            "low": unit.text(ctx.n, lever.minimum),
            "high": unit.text(ctx.n, lever.maximum),
        }
    return t(f"scenarios.problem_{problem.kind}", **words)
