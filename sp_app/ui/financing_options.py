"""The eight options of fiscal space: what each brings this year, what it would take, how far they close the gap."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from sp_app.figures.money import VIEWS, Money
from sp_app.i18n.numbers import DASH
from sp_app.live.units import lever_unit
from sp_app.ui import financing_solve, panel, shown
from sp_app.ui.financing_cards import number
from sp_app.ui.financing_html import facts, header, panel_html, scrolling, segments, small, value
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit
from sp_core.financing import OPTIONS
from sp_core.model.fiscal_space_block import YIELDS

# Options whose wish is capped, with the quantity that holds the wish.
WISHES = {
    "space_contributions_lak": "space_contributions_wish_lak",
    "space_deficit_lak": "space_deficit_wish_lak",
}
ABOUT = ("act", "ministry", "check")


@dataclass(frozen=True, slots=True)
class Option:
    """One option in one year: kip that it brings, kip that were wished for, kip of one step more."""

    lever: str
    result: str
    brings: float
    wished: float
    step_more: float


def options(found: Study, year: int) -> tuple[Option, ...]:
    """Return the eight options in their order."""
    more = found.one_step_more(year)
    return tuple(
        Option(
            lever=lever,
            result=result,
            brings=found.at(result, year),
            wished=found.at(WISHES.get(result, result), year),
            step_more=more[lever],
        )
        for lever, result in zip(OPTIONS, YIELDS, strict=True)
    )


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the table of options beside the goal meter and the question that is solved for."""
    left, right = st.columns([7.4, 4.6], gap="small")
    with left:
        _table(ctx, visit, found)
    with right:
        _meter(ctx, visit, found)
        with st.container(key="sp_solve"):
            financing_solve.draw(ctx, visit, found)


def _table(ctx: Context, visit: Visit, found: Study) -> None:
    t, year = ctx.t, visit.state.year
    money = VIEWS[visit.state.view]
    listed = options(found, year)
    title = t("financing.options_title", used=sum(1 for it in listed if it.brings > 0.0))
    columns = (("option", ""), ("brings", "n"), ("stands_at", "n"), ("one_step", "n"), ("takes", ""))
    head = "".join(header(t(f"financing.column_{name}", year=year), look) for name, look in columns)
    by = _divisor(found, money, year)
    table = scrolling(title, f"<tr>{head}</tr>", (_row(ctx, found, it, money, by, year) for it in listed))
    measure = t("financing.options_measure", year=year, unit=money.measure(t, found.years[0]))
    panel.draw("fiscal_space", title, measure, table, t("financing.options_note"), "sp-rows sp-options")


def _divisor(found: Study, money: Money, year: int) -> float:
    return money.divisors(found.here.results)[found.years.index(year)]


def _row(ctx: Context, found: Study, it: Option, money: Money, by: float, year: int) -> str:
    t, n, lever = ctx.t, ctx.n, found.scenario.lever(it.lever)
    unit, stands = lever_unit(lever, t), found.values[it.lever]
    brings = number(f"result.{it.result}", year, money.number(n, it.brings / by)) if it.brings else DASH
    if it.wished > it.brings * (1.0 + 1e-9):
        brings += small(t("financing.capped", wished=money.number(n, it.wished / by)))
    step = min(lever.coarse_step, lever.maximum - stands)
    more = f"+{money.at_least(n, it.step_more / by)}" if it.step_more > 0.0 else DASH
    more += small(t("financing.per_step", step=unit.text(n, step))) if step > 0.0 else ""
    takes = facts((t(f"financing.takes_{part}"), escape(t(f"financing.{part}_{it.lever}"))) for part in ABOUT)
    return (
        f'<tr><th scope="row">{escape(t(f"financing.{it.lever}"))}</th>'
        + value(brings, t("financing.column_brings", year=year))
        + value(escape(unit.text(n, stands)), t("financing.column_stands_at"))
        + value(more, t("financing.column_one_step"))
        + value(takes, look="takes")
        + "</tr>"
    )


def _meter(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw how far options and borrowing close what state budget, contributions and partners leave open."""
    t, n, year = ctx.t, ctx.n, visit.state.year
    money, first = VIEWS[visit.state.view], found.years[0]
    by = _divisor(found, money, year)
    chosen, borrowed, gap = (found.at(f"{name}_lak", year) / by for name in ("space", "borrowing", "financing_gap"))
    before, closed = chosen + borrowed + gap, chosen + borrowed
    share = 1.0 if before <= 0.0 else min(1.0, closed / before)
    words = {"open": money.words(t, n, before, first), "closed": money.words(t, n, closed, first)}
    bar = segments((("options", chosen, ""), ("borrowing", borrowed, ""), ("gap", gap, "")))
    title = t("financing.meter_title", share=n.percent(100.0 * share, 0))
    said = t("financing.meter_open" if before > 0.0 else "financing.meter_none", year=year, **words)
    st.html(panel_html(title, said, bar, style="sp-goal"))
    shown.note_words("meter", title, ("",), [(said,)], t("financing.options_note"), simulated=True)
