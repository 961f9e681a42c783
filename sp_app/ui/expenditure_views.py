"""The four views of the expenditure page: spending, who pays for health, aid, the whole budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sp_app.figures.aid import aid_by_year, aid_of_income, aid_of_members
from sp_app.figures.expenditure import envelope as envelope_figure
from sp_app.figures.expenditure import spending_of_members
from sp_app.figures.health_financing import (
    PUBLISHED,
    break_before,
    paid_by_member,
    paid_by_year,
    parts_by_source,
    ranked,
)
from sp_app.figures.wording import Words
from sp_app.ui import figure, gaps, one_percent, spending_words, switch
from sp_app.ui.page import Context
from sp_app.ui.words import words
from sp_core.expenditure import share
from sp_core.records import Observation

HOME = "LAO"
WIDE, NARROW = 7.5, 4.5
# The room that head, cards and switch leave (app.css).
BODY, BELOW = "var(--body-below-switch)", 470


def member_names(ctx: Context) -> dict[str, str]:
    """Return the members of ASEAN today: area → name in the reader's language."""
    return {area.key: area.name.get(ctx.lang) for area in ctx.q.members("ASEAN", date.today())}


def told(ctx: Context, names: Mapping[str, str], used: Iterable[Observation], note: str = "", digits: int = 1) -> Words:
    """Return the words of a figure made of `used`, with the names of all members."""
    return replace(words(ctx, used, note, digits), areas=names)


def by_area(observations: tuple[Observation, ...]) -> dict[str, list[Observation]]:
    """Group observations by area, each in the order of years."""
    found: dict[str, list[Observation]] = {}
    for o in observations:
        found.setdefault(o.area, []).append(o)
    return found


def spending(ctx: Context, _corner: DeltaGenerator) -> None:
    """Show what members publish, what has been said of the Lao PDR, and what is not known."""
    names = member_names(ctx)
    published = ctx.q.observations("cofog10_gdp", areas=tuple(names))
    with st.container(key="sp_statements"):
        story, side = st.columns([WIDE, NARROW], gap="small")
    with story:
        w = told(ctx, names, published, ctx.t("expenditure.cofog_note"), 2)
        figure.draw(ctx, spending_of_members(by_area(published), w), height=BODY, phone=560)
    with side:
        spending_words.statements_card(ctx, height=BODY)
    with st.container(key="sp_facts"):
        functions, indicator, unknown = st.columns(3, gap="small")
    with functions:
        spending_words.functions_card(ctx, height=BELOW)
    with indicator:
        spending_words.indicator_card(ctx, height=BELOW)
    with unknown:
        gaps.draw(ctx, "expenditure", most=7, height=BELOW)


def health(ctx: Context, corner: DeltaGenerator) -> None:
    """Show who pays for health: one country over the years, all members in one year, what is spent."""
    t, q, names = ctx.t, ctx.q, member_names(ctx)
    published = {name: q.observations(name, areas=tuple(names)) for name in PUBLISHED}
    parts = parts_by_source(published)
    year = max(parts[HOME])
    with corner, st.container(key="sp_country"):
        choices = {a: names[a] for a in sorted(parts, key=lambda a: names[a])}
        country = switch.switch("country", t("expenditure.country"), choices, HOME, control=st.selectbox)
    everything = [o for observations in published.values() for o in observations]
    w = told(ctx, names, everything)
    broken = break_before([o for o in published["ext_che"] if o.area == country])
    story, side = st.columns([WIDE, NARROW], gap="small")
    with story:
        noted = told(ctx, names, everything, t("expenditure.health_note"))
        figure.draw(ctx, paid_by_year(parts[country], names[country], noted, broken), height=BODY, phone=520)
    with side:
        same_year = {a: found[year] for a, found in parts.items() if year in found}
        figure.draw(ctx, paid_by_member(same_year, w, year), height=BODY, phone=560)
    for column, (key, indicator) in zip(
        st.columns(2, gap="small"), {"gge": "gghed_gge", "che": "che_gdp"}.items(), strict=True
    ):
        with column:
            found = q.observations(indicator, areas=tuple(names), years=(year,))
            figure.draw(ctx, ranked(key, found, told(ctx, names, found)), height=BELOW, phone=460)


def aid(ctx: Context, _corner: DeltaGenerator) -> None:
    """Show aid to social protection: its amount and its part, what became of all aid, and the same for the members."""
    t, q, names = ctx.t, ctx.q, member_names(ctx)
    found = {name: q.observations(name, areas=tuple(names)) for name in ("aid_sp_usd", "aid_total_usd")}
    given, total = (by_area(observations) for observations in found.values())
    year = given[HOME][-1].year
    totals = {o.year: o.value for o in total[HOME]}
    rates = {o.year: o.value for o in q.observations("exchange_rate_official", areas=(HOME,))}
    lak = one_percent.kip_by_year({o.year: o.value for o in given[HOME]}, rates)
    shares = {o.year: 100.0 * share(o.value, totals[o.year]) for o in given[HOME]}
    amount, whole = (
        {area: o.value for area, series in grouped.items() for o in series if o.year == year}
        for grouped in (given, total)
    )
    parts = {area: 100.0 * share(value, whole[area]) for area, value in amount.items() if whole.get(area)}
    income = q.observations("oda_gni", areas=(HOME,))
    left, middle, right = st.columns(3, gap="small")
    with left:
        w = told(ctx, names, given[HOME], t("expenditure.aid_note"))
        figure.draw(ctx, aid_by_year(given[HOME], totals, shares, lak, w), height=BODY, phone=460)
    with middle:
        figure.draw(ctx, aid_of_income(income, told(ctx, names, income)), height=BODY, phone=420)
    with right:
        w = told(ctx, names, found["aid_sp_usd"], t("expenditure.aid_members_note"))
        figure.draw(ctx, aid_of_members(parts, amount, w, year), height=BODY, phone=420)


def envelope(ctx: Context, _corner: DeltaGenerator) -> None:
    """Show the whole budget and what one percent of it means in kip."""
    revenue, spent = (ctx.q.observations(name, areas=(HOME,)) for name in ("gov_revenue_gdp", "gov_expenditure_gdp"))
    story, side = st.columns([WIDE, NARROW], gap="small")
    with story:
        w = told(ctx, member_names(ctx), (*revenue, *spent))
        figure.draw(ctx, envelope_figure(revenue, spent, w), height=BODY, phone=460)
    with side:
        one_percent.card(ctx, height=BODY)


VIEWS: dict[str, Callable[[Context, DeltaGenerator], None]] = {
    "spending": spending,
    "health": health,
    "aid": aid,
    "envelope": envelope,
}
