"""Two to four saved scenarios side by side: the levers on which they differ, their main results."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from sp_app.live.units import lever_unit
from sp_app.store.problem import Refused, shown
from sp_app.store.records import Difference, Record
from sp_app.ui.financing_html import header, scrolling, value
from sp_app.ui.page import Context
from sp_app.ui.scenario_editor import refuse
from sp_app.ui.scenario_saved import RESULTS, Compared, compared
from sp_core.analysis import Row

PICKED = "library_compare"
FEWEST, MOST = 2, 4
SCALES = {"recipients": (1.0, 0), "cost_lak": (1e-9, 0), "cost_gdp": (100.0, 2), "financing_gap_lak": (1e-9, 0)}


def draw(ctx: Context, records: tuple[Record, ...], year: int) -> None:
    """Draw the choice of scenarios and, from two on, both tables."""
    t = ctx.t
    known = {record.id: record for record in records}
    if PICKED in st.session_state:
        st.session_state[PICKED] = [id for id in st.session_state[PICKED] if id in known]
    picked = st.multiselect(
        t("library.compare"),
        list(known),
        format_func=lambda id: known[id].name.get(ctx.lang),
        max_selections=MOST,
        placeholder=t("library.compare_choose"),
        key=PICKED,
    )
    if len(picked) < FEWEST:
        return
    chosen = tuple(known[id] for id in picked)
    try:
        found = compared(chosen, year, ctx.build_id)
    except Refused as refused:
        refuse(ctx, refused)
        return
    _notices(ctx, found)
    _results(ctx, found, chosen, year)
    _levers(ctx, found, chosen)


def _notices(ctx: Context, found: Compared) -> None:
    said = [notice.sentence(ctx.t) for notice in found.notices]
    if not found.levers.same_figures:
        said.append(ctx.t("library.compare_figures"))
    if said:
        st.html(f'<p class="sp-source">{"<br>".join(map(escape, said))}</p>')


def _results(ctx: Context, found: Compared, chosen: tuple[Record, ...], year: int) -> None:
    """Draw one row per result: value, effect of policy ■ and of assumptions ◆ under each scenario."""
    t = ctx.t
    name = t("library.compare_results", year=year)
    rows = {(row.result, row.scenario): row for row in found.rows}
    lines = []
    for result in RESULTS:
        if not any(one == result for one, _ in rows):
            continue
        cells = "".join(
            value(_cell(ctx, rows.get((result, record.id))), record.name.get(ctx.lang)) for record in chosen
        )
        lines.append(f'<tr><th scope="row">{escape(t(f"library.result_{result}"))}</th>{cells}</tr>')
    head = header(t("library.column_result")) + "".join(header(record.name.get(ctx.lang), "n") for record in chosen)
    st.html(
        f'<section class="sp-card sp-compare" data-testid="compare-results"><h3>{escape(name)} '
        f'<span class="sp-simulated">{escape(t("frame.simulated"))}</span></h3>'
        f'<p class="sp-measure">{escape(t("library.compare_legend"))}</p>'
        f"{scrolling(name, f'<tr>{head}</tr>', lines)}</section>"
    )


def _cell(ctx: Context, row: Row | None) -> str:
    """Return the value with both effects below it; a scenario without such a result says so."""
    if row is None:
        return escape(ctx.t("library.no_result"))
    scale, digits = SCALES[row.result]
    n = ctx.n
    effects = (("policy", "■", row.policy_effect), ("assumption", "◆", row.assumption_effect))
    marks = "".join(
        f'<small class="sp-{group}">{sign} {escape(n.signed(effect * scale, digits))}</small>'
        for group, sign, effect in effects
    )
    base = escape(ctx.t("library.base", value=n.decimal(row.baseline * scale, digits)))
    return f"<b>{escape(n.decimal(row.value * scale, digits))}</b>{marks}<small>{base}</small>"


def _levers(ctx: Context, found: Compared, chosen: tuple[Record, ...]) -> None:
    """Draw the levers on which they differ: the first scenario's value, and old → new for the others."""
    t = ctx.t
    name = t("library.compare_levers")
    if not found.levers.differences:
        st.html(f'<p class="sp-card">{escape(t("library.compare_same"))}</p>')
        return
    head = header(t("scenarios.column_lever")) + "".join(header(record.name.get(ctx.lang), "n") for record in chosen)
    lines = list(_differences(ctx, found, chosen))
    st.html(
        f'<section class="sp-card sp-compare" data-testid="compare-levers"><h3>{escape(name)}</h3>'
        f"{scrolling(name, f'<tr>{head}</tr>', lines)}</section>"
    )


def _differences(ctx: Context, found: Compared, chosen: tuple[Record, ...]) -> Iterator[str]:
    for one in found.levers.differences:
        words = [_value(ctx, one, moved) for moved in one.values]
        first = value(escape(words[0]), chosen[0].name.get(ctx.lang))
        others = "".join(
            value(
                escape(words[0] if new == words[0] else f"{words[0]} → {new}"),
                record.name.get(ctx.lang),
                "n" if new == words[0] else "n sp-moved",
            )
            for new, record in zip(words[1:], chosen[1:], strict=True)
        )
        yield f'<tr><th scope="row">{_name(ctx, one)}</th>{first}{others}</tr>'


def _name(ctx: Context, one: Difference) -> str:
    if one.lever is None:
        return escape(ctx.t("library.lever_gone", lever=one.id))
    group = one.lever.group
    sign = "■" if group == "policy" else "◆"
    owner = f"<small>{escape(one.lever.programme)}</small>" if one.lever.programme else ""
    return f'<span class="sp-{group}">{sign}</span> {escape(one.lever.name.get(ctx.lang))}{owner}'


def _value(ctx: Context, one: Difference, moved: float | None) -> str:
    if moved is None:
        return ctx.n.decimal(None)
    return shown(moved) if one.lever is None else lever_unit(one.lever, ctx.t).text(ctx.n, moved)
