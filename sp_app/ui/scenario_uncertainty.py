"""How sure is this? The fan and the tornado of the scenario on the page, calculated when somebody asks.

What was asked for is kept with the levers it was asked for: when they move, the figure goes and the
button is back, so nothing is calculated while somebody drags and no figure stands for other levers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape

import streamlit as st

from sp_app.data.scenario_files import OWN_ASSUMPTION
from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.figures.fan import Drawn, fan_figure
from sp_app.figures.measured import Measured
from sp_app.figures.tornado import Row, moving, tornado_figure
from sp_app.figures.wording import Words
from sp_app.live.units import lever_unit
from sp_app.ui import figure
from sp_app.ui.guard import part
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import ground
from sp_app.ui.scenario_visit import Visit
from sp_core.analysis import Draws, Fan, Tornado, Uncertainty, simulate, tornado, uncertain_ranges
from sp_core.analysis import fan as fan_of
from sp_core.lever import Lever
from sp_core.scenario import Scenario

SCALES = {"cost_lak": (1e-9, 0), "cost_gdp": (100.0, 2), "financing_gap_lak": (1e-9, 0)}
RESULT, ASKED_FAN, ASKED_TORNADO = "uncertainty_result", "uncertainty_fan", "uncertainty_tornado"
KEPT = 64  # answers; a meeting goes back and forth between a few

Values = tuple[tuple[str, float], ...]


@part
def draw(ctx: Context, visit: Visit) -> None:
    """Draw the choice of result and both figures, or the buttons that ask for them."""
    t, state = ctx.t, visit.state
    st.html(
        f'<h2 class="sp-list-title" id="sp-uncertainty">{escape(t("uncertainty.title"))}</h2>'
        f'<p class="sp-measure">{escape(t("uncertainty.note"))}</p>'
    )
    spread = _spread(ctx.build_id)
    if not tuple(spread.of(state.scenario)):
        st.html(f'<p class="sp-unknown">{escape(t("uncertainty.not_estimated"))}</p>')
        return
    names = [name for name in SCALES if name != "financing_gap_lak" or state.scenario.financing]
    if st.session_state.get(RESULT) not in names:
        st.session_state[RESULT] = names[0]
    result = str(
        st.segmented_control(
            t("uncertainty.result"),
            names,
            format_func=lambda name: t(f"uncertainty.result_{name}"),
            key=RESULT,
            required=True,
        )
    )
    values = tuple(sorted((name, float(value)) for name, value in state.values.items()))
    shown = measured(ctx, result)
    here = (state.scenario.id, values, ctx.build_id)
    _part(ctx, "fan", ASKED_FAN, here, lambda: _fan_here(ctx, visit, here, shown, spread))
    _part(ctx, "tornado", ASKED_TORNADO, (*here, state.year), lambda: _tornado_here(ctx, visit, here, shown, spread))


def measured(ctx: Context, result: str) -> Measured:
    """Return how one of the results is printed."""
    scale, digits = SCALES[result]
    return Measured(
        result=result,
        name=ctx.t(f"uncertainty.name_{result}"),
        unit=ctx.t(f"uncertainty.unit_{result}"),
        scale=scale,
        digits=digits,
        n=ctx.n,
    )


def _part(ctx: Context, name: str, key: str, here: object, drawn: Callable[[], None]) -> None:
    """Draw a figure if it was asked for under these very levers, else the button that asks for it."""
    asked = st.session_state.get(key)
    if asked == here:
        drawn()
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"uncertainty_ask_{name}"):
        st.button(
            ctx.t(f"uncertainty.{name}_ask"),
            key=f"{key}_ask",
            on_click=lambda: st.session_state.update({key: here}),
        )
        said = "uncertainty.asked_for_others" if asked else f"uncertainty.{name}_about"
        st.html(f'<p class="sp-measure">{escape(ctx.t(said))}</p>')


def _fan_here(ctx: Context, visit: Visit, here: tuple[str, Values, str], shown: Measured, spread: Uncertainty) -> None:
    fans, clipped = fans_of(*here)
    name = max(clipped, key=lambda lever: clipped[lever])
    found = Drawn(fans[shown.result], clipped[name], lever_name(ctx, visit.state.scenario, name))
    if not found.spreads:
        st.html(f'<p class="sp-unknown">{escape(ctx.t("uncertainty.nothing_moves", result=shown.name))}</p>')
        return
    figure.draw(ctx, fan_figure(found, shown, _words(ctx, visit.state.scenario, spread), visit.state.year))


def _tornado_here(
    ctx: Context, visit: Visit, here: tuple[str, Values, str], shown: Measured, spread: Uncertainty
) -> None:
    scenario = visit.state.scenario
    answer = tornado_of(*here, shown.result, visit.state.year)
    if not moving(answer):
        st.html(f'<p class="sp-unknown">{escape(ctx.t("uncertainty.nothing_moves", result=shown.name))}</p>')
        return
    status = {lever.id: one.status for lever, one in spread.of(scenario)}
    rows = {}
    for bar in answer.bars:
        lever = scenario.lever(bar.lever)
        low, high = (_printed(ctx, lever, value) for value in (bar.low, bar.high))
        name = lever_name(ctx, scenario, bar.lever)
        rows[bar.lever] = Row(name, low, high, lever.group, ctx.t(f"frame.status_{status[bar.lever]}"))
    spec = tornado_figure(answer, rows, shown, _words(ctx, scenario, spread))
    figure.draw(ctx, spec, phone=440 + 60 * len(spec.series))


def _printed(ctx: Context, lever: Lever, value: float) -> str:
    """Return an end of a range with one decimal: it follows from a distribution, not from a step of the lever."""
    unit = lever_unit(lever, ctx.t)
    return unit.text(ctx.n, round(value * unit.scale, 1) / unit.scale)


def lever_name(ctx: Context, scenario: Scenario, name: str) -> str:
    """Return a lever's name, the programme's before it where it belongs to one."""
    lever = scenario.lever(name)
    words = lever.name.get(ctx.lang)
    if not lever.programme:
        return words
    programme = next(one for one in scenario.programmes if one.id == lever.programme)
    return ctx.t("uncertainty.of_programme", programme=programme.short.get(ctx.lang), name=words)


def _words(ctx: Context, scenario: Scenario, spread: Uncertainty) -> Words:
    """Return the words of a figure; its source line says where the spreads come from and which we chose."""
    used = [one for _, one in spread.of(scenario)]
    origins = dict.fromkeys(one.origin for one in used if one.origin != OWN_ASSUMPTION)
    own = dict.fromkeys(one.name.get(ctx.lang) for one in used if one.status == "illustrative")
    note = ctx.t("uncertainty.illustrative", names=", ".join(own)) if own else ""
    source = ". ".join(part for part in (source_line(ctx, *origins) if origins else "", note) if part)
    named = ctx.t("uncertainty.of_scenario", scenario=scenario.title.get(ctx.lang), source=source)
    return Words(t=ctx.t, n=ctx.n, areas={}, credits={}, source=named)


@cache
def _spread(_build: str) -> Uncertainty:
    return load_uncertainty()


@st.cache_data(max_entries=KEPT, show_spinner=False)
def fans_of(name: str, values: Values, build: str) -> tuple[dict[str, Fan], dict[str, float]]:
    """Return the fans of all results of a scenario under these levers, and the clipped share by lever."""
    known, spread = ground(name), _spread(build)
    results = [one for one in SCALES if one in dict(known.tape.results)]
    drawn = Draws(spread, spread.draws, spread.seed)
    simulation = simulate(known.scenario, known.tape, dict(values), drawn, results)
    return {one: fan_of(simulation, one) for one in results}, dict(simulation.clipped)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def tornado_of(name: str, values: Values, build: str, result: str, year: int) -> Tornado:
    """Return the tornado of one result in one year over the 10 % and 90 % values of the uncertain levers."""
    known = ground(name)
    ranges = uncertain_ranges(known.scenario, dict(values), _spread(build))
    return tornado(known.scenario, known.tape, dict(values), result, year, ranges)
