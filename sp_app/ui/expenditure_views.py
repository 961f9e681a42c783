"""The four views of the expenditure page: spending, who pays for health, aid, the whole budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from sp_app.figures.aid import aid_by_year, aid_of_members
from sp_app.figures.expenditure import envelope as envelope_figure
from sp_app.figures.expenditure import spending_of_members
from sp_app.figures.health_financing import PUBLISHED, paid_by_member, paid_by_year, parts_by_source, ranked
from sp_app.ui import figure, gaps, one_percent, spending_words, switch
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_core.expenditure import share
from sp_core.records import Observation

HOME = "LAO"
WIDE, NARROW = 7.5, 4.5


def member_names(ctx: Context) -> dict[str, str]:
    """Return the members of ASEAN today: area → name in the reader's language."""
    return {area.key: area.name.get(ctx.lang) for area in ctx.q.members("ASEAN", date.today())}


def by_area(observations: tuple[Observation, ...]) -> dict[str, list[Observation]]:
    """Group observations by area, each in the order of years."""
    found: dict[str, list[Observation]] = {}
    for o in observations:
        found.setdefault(o.area, []).append(o)
    return found


def spending(ctx: Context) -> None:
    """Show what members publish, what has been said of the Lao PDR, and what is not known."""
    names = member_names(ctx)
    published = ctx.q.observations("cofog10_gdp", areas=tuple(names))
    story, side = st.columns([WIDE, NARROW], gap="small")
    with story:
        source = source_line(ctx, *dict.fromkeys(o.origin for o in published))
        figure.draw(
            ctx,
            spending_of_members(by_area(published), names, ctx.t, ctx.n, f"{source} {ctx.t('expenditure.cofog_note')}"),
            height=560,
        )
    with side:
        spending_words.statements_card(ctx, height=340)
        gaps.draw(ctx, "expenditure", most=6, height=206)
    spending_words.indicator_card(ctx)


def health_parts(
    ctx: Context, areas: tuple[str, ...], years: tuple[int, ...] | None = None
) -> dict[str, dict[int, Mapping[str, float]]]:
    """Return area → year → part by source, for every year in which all sources are published."""
    published = {name: ctx.q.observations(name, areas=areas, years=years) for name in PUBLISHED}
    return parts_by_source(published)


def health(ctx: Context) -> None:
    """Show who pays for health: one country over the years, all members in one year, what is spent."""
    names = member_names(ctx)
    parts = health_parts(ctx, tuple(names))
    source = source_line(ctx, ctx.q.latest("oop_che", HOME).origin)
    year = max(parts[HOME])
    story, side = st.columns([WIDE, NARROW], gap="small")
    with story, st.container(key="sp_country"):
        country = switch.switch(
            "country",
            ctx.t("expenditure.country"),
            {a: names[a] for a in sorted(parts, key=lambda a: names[a])},
            HOME,
            control=st.selectbox,
        )
        figure.draw(
            ctx,
            paid_by_year(parts[country], names[country], ctx.t, ctx.n, f"{source} {ctx.t('expenditure.health_note')}"),
            height=506,
        )
    with side:
        same_year = {a: found[year] for a, found in parts.items() if year in found}
        figure.draw(ctx, paid_by_member(same_year, names, ctx.t, ctx.n, source, year), height=560)
    for column, (key, indicator) in zip(
        st.columns(2, gap="small"), {"gge": "gghed_gge", "che": "che_gdp"}.items(), strict=True
    ):
        with column:
            found = ctx.q.observations(indicator, areas=tuple(names), years=(year,))
            figure.draw(ctx, ranked(key, found, names, ctx.t, ctx.n, source), height=480)


def aid(ctx: Context) -> None:
    """Show aid to social protection: its amount, its part of all aid, and the same for the members."""
    names = member_names(ctx)
    given, total = (by_area(ctx.q.observations(name, areas=tuple(names))) for name in ("aid_sp_usd", "aid_total_usd"))
    year = given[HOME][-1].year
    totals = {o.year: o.value for o in total[HOME]}
    rates = {o.year: o.value for o in ctx.q.observations("exchange_rate_official", areas=(HOME,))}
    lak = one_percent.kip_by_year({o.year: o.value for o in given[HOME]}, rates)
    source = source_line(ctx, given[HOME][-1].origin)
    story, side = st.columns([WIDE, NARROW], gap="small")
    with story:
        figure.draw(
            ctx,
            aid_by_year(
                given[HOME],
                totals,
                {o.year: 100.0 * share(o.value, totals[o.year]) for o in given[HOME]},
                lak,
                ctx.t,
                ctx.n,
                f"{source} {ctx.t('expenditure.aid_note')}",
            ),
            height=560,
        )
    with side:
        amount = {area: o.value for area, found in given.items() for o in found if o.year == year}
        whole = {area: o.value for area, found in total.items() for o in found if o.year == year}
        parts = {area: 100.0 * share(value, whole[area]) for area, value in amount.items() if whole.get(area)}
        figure.draw(ctx, aid_of_members(parts, amount, names, ctx.t, ctx.n, source, year), height=560)


def envelope(ctx: Context) -> None:
    """Show the whole budget and what one percent of it means in kip."""
    revenue, spent = (ctx.q.observations(name, areas=(HOME,)) for name in ("gov_revenue_gdp", "gov_expenditure_gdp"))
    story, side = st.columns([WIDE, NARROW], gap="small")
    with story:
        figure.draw(
            ctx, envelope_figure(revenue, spent, ctx.t, ctx.n, source_line(ctx, revenue[-1].origin)), height=560
        )
    with side:
        one_percent.card(ctx, height=560)


VIEWS: dict[str, Callable[[Context], None]] = {
    "spending": spending,
    "health": health,
    "aid": aid,
    "envelope": envelope,
}
