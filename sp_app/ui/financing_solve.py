"""The question solved for: which coverage, benefit, start year or source makes a result fit a share of GDP?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

import streamlit as st

from sp_app.live.units import lever_unit
from sp_app.ui import financing_visit, shown
from sp_app.ui.financing_study import Study
from sp_app.ui.guard import part
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit
from sp_core.analysis import Answer, Found, NoSolution, solve
from sp_core.financing import OPTIONS
from sp_core.lever import Lever

OF_ALL = ("cost_gdp", "financing_gap_gdp", "domestic_need_gdp")
OWN_COST = "own_cost"  # of the lever's programme, kip in the model, a share of GDP on the page
OF_PROGRAMMES = ("coverage", "benefit", "start_year")
OF_FINANCING = ("state_allocation", *OPTIONS)
USUAL_LEVER = "state_allocation"
USUAL = {"financing_gap_gdp": 0.0}
USUAL_TARGET = 0.5
LEVER, RESULT, TARGET = "financing_solve_lever", "financing_solve_result", "financing_solve_target"
LOWEST, HIGHEST, STEP = -5.0, 20.0, 0.1  # per cent of GDP


def levers(found: Study) -> dict[str, Lever]:
    """Return the levers that can be asked for: of the programmes that run, and of who pays."""
    running = [p for p in found.scenario.programmes if found.values[f"{p.id}.on"] > 0.0]
    ids = [f"{p.id}.{role}" for p in running for role in OF_PROGRAMMES]
    return {name: found.scenario.lever(name) for name in (*ids, *OF_FINANCING)}


@part
def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the question and its answer; it does not run the rest of the page."""
    t, year = ctx.t, visit.state.year
    title = t("financing.solve_title", year=year)
    st.html(f"<h2>{escape(title)}</h2>")
    asked = levers(found)
    names = {name: _named(ctx, found, lever) for name, lever in asked.items()}
    usual = list(names).index(USUAL_LEVER)
    lever = st.selectbox(t("financing.solve_which"), list(names), index=usual, format_func=names.get, key=LEVER)
    results = (OWN_COST, *OF_ALL) if asked[lever].programme else ("financing_gap_gdp", "domestic_need_gdp")
    what, share = st.columns([3, 2], gap="small", vertical_alignment="bottom")
    with what:
        result = st.selectbox(
            t("financing.solve_makes"),
            results,
            format_func=lambda name: t(f"financing.solve_{name}"),
            key=f"{RESULT}_{len(results)}",
        )
    with share:
        first = USUAL.get(result, USUAL_TARGET)
        target = st.number_input(
            t("financing.solve_target"), LOWEST, HIGHEST, value=first, step=STEP, key=f"{TARGET}_{result}"
        )
    answer = answered(found, asked[lever], result, year, target / 100.0)
    said = sentence(ctx, asked[lever], result, answer)
    st.html(f'<p class="sp-answer" role="status">{escape(said)}</p>')
    question = (names[lever], t(f"financing.solve_{result}"), ctx.n.percent(target))
    asks = [t(f"financing.solve_{name}") for name in ("which", "makes", "target")]
    columns = (*asks, t("financing.answer"))
    shown.note_words("solve", title, columns, [(*question, said)], t("scenarios.csv_mark"), simulated=True)
    new = isinstance(answer, Found) and answer.value != found.values[lever]
    if new and st.button(t("financing.solve_use"), key="financing_solve_use"):
        financing_visit.move(_moved(found, lever, answer.value))
        st.rerun()


def answered(found: Study, lever: Lever, result: str, year: int, share: float) -> Answer:
    """Return the answer with results as shares of GDP; GDP does not depend on policy."""
    gdp = found.at("gdp_lak", year) if result == OWN_COST else 1.0
    name = f"cost_lak.{lever.programme}" if result == OWN_COST else result
    answer = solve(found.scenario, found.known.tape, found.values, lever.id, name, year, share * gdp)
    if isinstance(answer, Found):
        return replace(answer, result=answer.result / gdp)
    return NoSolution(answer.lowest / gdp, answer.highest / gdp)


def sentence(ctx: Context, lever: Lever, result: str, answer: Answer) -> str:
    """Return the answer in words; none in range is an answer and says what the results can be."""
    t, n, unit = ctx.t, ctx.n, lever_unit(lever, ctx.t)
    what = t(f"financing.solve_{result}")
    if not isinstance(answer, Found):
        low, high = (n.percent(100.0 * value, 2) for value in (answer.lowest, answer.highest))
        bounds = {"from": unit.text(n, lever.minimum), "to": unit.text(n, lever.maximum)}
        return t("financing.solve_none", what=what, low=low, high=high, start=bounds["from"], end=bounds["to"])
    words = {"what": what, "value": unit.text(n, answer.value), "result": n.percent(100.0 * answer.result, 2)}
    more = "; ".join(unit.text(n, value) for value in answer.others[:3])
    text = t("financing.solve_found" if answer.exact else "financing.solve_near", **words)
    return f"{text} {t('financing.solve_also', values=more)}" if more else text


def _named(ctx: Context, found: Study, lever: Lever) -> str:
    programme = next((p.title.get(ctx.lang) for p in found.scenario.programmes if p.id == lever.programme), "")
    name = lever.name.get(ctx.lang)
    return ctx.t("financing.solve_lever", programme=programme, lever=name) if programme else name


def _moved(found: Study, lever: str, value: float) -> Mapping[str, float]:
    """Return the lever, and the year of full reach where it would otherwise come before the start."""
    moved = {lever: value}
    start, _, role = lever.rpartition(".")
    full = f"{start}.full_year"
    if role == "start_year" and found.values[full] < value:
        moved[full] = value
    return moved
