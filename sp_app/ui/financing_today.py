"""What exists today: who runs and pays it, whom it reaches, what it costs if known, beside published coverage."""

from __future__ import annotations

import datetime
from functools import cache
from html import escape

import streamlit as st

from sp_app.data.database import open_database
from sp_app.data.reconciliation import load_reconciliation
from sp_app.data.registry_files import load_registry
from sp_app.ui import gaps, panel
from sp_app.ui.financing_html import header, scrolling, small, value
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit
from sp_core.reconciliation import Line
from sp_core.registry import Count, Entry, cost_today, known_cost

KINDS = ("scheme", "programme", "pilot", "works", "cooperation", "total")
COLUMNS = ("programme", "agency", "funder", "reached", "cost_today")
LINE_COLUMNS = ("function", "published", "registered", "unexplained")
COST_YEAR_RATE = "exchange_rate"
REGISTRY = "sp-rows sp-registry"


@cache
def registry(_build: str) -> tuple[Entry, ...]:
    """Return the registry by kind, read once per build."""
    return tuple(sorted(load_registry(), key=lambda entry: KINDS.index(entry.kind)))


@cache
def reconciliation(_build: str) -> tuple[Line, ...]:
    """Return the reconciliation, read once per build."""
    return load_reconciliation(open_database().queries())


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the registry, the reconciliation, and what is not known about both."""
    _registry(ctx, found)
    left, right = st.columns([7.4, 4.6], gap="small")
    with left:
        _reconciliation(ctx)
    with right:
        gaps.draw(ctx, "expenditure")


def _registry(ctx: Context, found: Study) -> None:
    t, first = ctx.t, found.years[0]
    rate = found.baseline.results[COST_YEAR_RATE][0]
    entries = registry(ctx.build_id)
    total, unknown = known_cost(entries, rate)
    title = t("financing.registry_title", known=ctx.n.billion_lak(total), unknown=len(unknown))
    head = "".join(header(t(f"financing.column_{name}"), "n" if name == "cost_today" else "") for name in COLUMNS)
    table = scrolling(title, f"<tr>{head}</tr>", (_entry(ctx, entry, rate) for entry in entries))
    measure = t("financing.registry_measure", year=first)
    panel.draw("registry", title, measure, table, t("financing.registry_note"), REGISTRY, simulated=False)


def _entry(ctx: Context, entry: Entry, rate: float) -> str:
    t, lang = ctx.t, ctx.lang
    agency = entry.agency_on(datetime.date.today()).name.get(lang)
    funders = "; ".join(fact.text.get(lang) for fact in entry.funders) or t("financing.not_located")
    state = t(f"financing.state_{entry.state}")
    kind = f"{t(f'financing.kind_{entry.kind}')} · {state}"
    return (
        f'<tr><th scope="row">{escape(entry.title.get(lang))}{small(kind)}</th>'
        + value(escape(agency), t("financing.column_agency"), "")
        + value(escape(funders), t("financing.column_funder"), "")
        + value(_reached(ctx, entry), t("financing.column_reached"), "")
        + value(_cost(ctx, entry, rate), t("financing.column_cost_today"))
        + "</tr>"
    )


def _reached(ctx: Context, entry: Entry) -> str:
    counts = sorted(entry.counts, key=lambda count: not count.main)
    if not counts:
        return f'<span class="sp-unsaid">{escape(ctx.t("financing.not_located"))}</span>'
    return "".join(f"<div>{escape(_count(ctx, count))}{small(_of(ctx, count))}</div>" for count in counts[:2])


def _count(ctx: Context, count: Count) -> str:
    return ctx.t(f"financing.bound_{count.bound}", value=ctx.n.integer(count.value))


def _of(ctx: Context, count: Count) -> str:
    status = ctx.t(f"frame.status_{count.status}")
    return f"{count.what.get(ctx.lang)}, {count.year} · {status} · {ctx.q.origin(count.origin).credit}"


def _cost(ctx: Context, entry: Entry, rate: float) -> str:
    """Return today's cost with its status, or in words why it is not known: never a zero."""
    t = ctx.t
    cost = cost_today(entry, rate)
    if cost.value is None:
        return f'<span class="sp-unsaid">{escape(t(f"financing.reason_{cost.reason}"))}</span>'
    return escape(ctx.n.billion_lak(cost.value, 1)) + small(t(f"frame.status_{cost.status}"))


def _reconciliation(ctx: Context) -> None:
    t = ctx.t
    lines = reconciliation(ctx.build_id)
    title = t("financing.reconcile_title")
    head = "".join(header(t(f"financing.column_{name}"), "n" if at else "") for at, name in enumerate(LINE_COLUMNS))
    table = scrolling(title, f"<tr>{head}</tr>", (_line(ctx, line) for line in lines))
    measure = t("financing.reconcile_measure", year=lines[0].published.year)
    style = f"{REGISTRY} sp-reconcile"
    panel.draw("reconciliation", title, measure, table, t("financing.reconcile_note"), style, simulated=False)


def _line(ctx: Context, line: Line) -> str:
    t, n, published = ctx.t, ctx.n, line.published
    unknown = f'<span class="sp-unsaid">{escape(t("financing.not_known"))}</span>'
    rate = n.percent(100.0 * published.rate) if published.rate is not None else t("frame.not_published")
    persons = escape(n.integer(line.persons)) if line.persons is not None else unknown
    bounds = line.registered
    held = unknown if bounds is None else escape(_bounds(ctx, *bounds))
    years = ", ".join(str(year) for year in line.other_years)
    left = escape(n.signed(line.unexplained, 0)) if line.unexplained is not None else unknown
    return (
        f'<tr><th scope="row">{escape(t(f"financing.function_{published.function}"))}'
        f"{small(published.what.get(ctx.lang))}</th>"
        + value(persons + small(rate), t("financing.column_published"))
        + value(held + (small(t("financing.of_years", years=years)) if years else ""), t("financing.column_registered"))
        + value(left, t("financing.column_unexplained"))
        + "</tr>"
    )


def _bounds(ctx: Context, low: float, high: float) -> str:
    if low == high:
        return ctx.n.integer(low)
    return ctx.t("financing.range", low=ctx.n.integer(low), high=ctx.n.integer(high))
