"""Coverage: who is covered by a cash benefit, function by function, and what it would take to reach ASEAN."""

import datetime

import streamlit as st

from sp_app.figures.coverage import coverage_trend
from sp_app.figures.coverage_parts import functions_table, health_apart, people
from sp_app.figures.members import members_ranking
from sp_app.figures.standing import finding
from sp_app.ui import figure, gaps, page, women_men
from sp_app.ui.coverage_choices import FUNCTIONS, choose, sex_of
from sp_app.ui.words import naming, words

ctx = page.start("coverage")
q, t, n = ctx.q, ctx.t, ctx.n
members = [area.key for area in q.members("ASEAN", datetime.date.today())]

head, choices = st.columns([7, 5], gap="small", vertical_alignment="bottom")
function, compared, same_year = choose(ctx, choices, members)
indicator, sex = q.indicator(f"sdg131_{function}"), sex_of(function)
name = indicator.name.get(ctx.lang)


def seen(area: str):
    """Return every published figure of `area` for the chosen function."""
    return q.observations(indicator.key, areas=(area,), sex=sex)


lao = seen("LAO")
last = lao[-1] if lao else None
others = {area: seen(area) for area in dict.fromkeys(("WLD", "ASEAN", compared))}
asean = [o for o in others["ASEAN"] if not same_year or (last and o.year == last.year)]
reference = asean[-1] if asean else None
population = q.population("LAO", last.year) if last and function == "any" else None

with head:
    context = t("coverage.context", year=last.year if last else t("frame.not_published"))
    if last is None:
        page.headline(ctx, t("coverage.headline_unknown", name=name), context)
    elif population:
        without = people(last, population, True, name, words(ctx, (last, population))).title
        page.headline(ctx, t("coverage.headline_any", finding=without), context)
    else:
        page.headline(
            ctx,
            t(
                "coverage.headline_function",
                name=name,
                lao=n.percent(last.value),
                asean=n.percent(reference.value if reference else None),
            ),
            context,
        )

notes = [t("coverage.note_modelled"), *dict.fromkeys(flag.reason.get(ctx.lang) for o in lao for flag in o.flags)]
trend, ranking = st.columns([7.5, 4.5], gap="small")
with trend:
    used = (*lao, *(o for group in others.values() for o in group))
    told = naming(words(ctx, used, " ".join(notes)), ctx, ("LAO",))
    figure.draw(ctx, coverage_trend(t("coverage.trend_measure", name=name), lao, others, reference, told), height=500)
with ranking:
    figures = {area: q.latest(indicator.key, area, sex=sex) for area in members}
    told = naming(words(ctx, (*figures.values(), reference), t("coverage.note_ranking")), ctx, members)
    figure.draw(
        ctx,
        members_ranking(
            "coverage_members", finding(figures, told), t("coverage.ranking_measure"), figures, reference, told
        ),
        height=500,
    )

covered, health, sexes = st.columns([4.4, 4.2, 3.4], gap="small")
with covered:
    told = words(ctx, (last, population) if last else others["ASEAN"][-1:], t("coverage.note_people"))
    figure.draw(ctx, people(last, population, function == "any", name, told), height=276, phone=230)
with health:
    protection = q.observations("health_protection", areas=("LAO",))
    figure.draw(
        ctx,
        health_apart(protection, q.indicator("health_protection").name.get(ctx.lang), words(ctx, protection)),
        height=276,
        phone=300,
    )
with sexes:
    women_men.draw(ctx, indicator.key, compared, last.year if last else None, height=276)

table, unknown = st.columns([7.5, 4.5], gap="small")
with table:
    year = q.latest("sdg131_any", "LAO").year
    columns = tuple(dict.fromkeys(("LAO", "ASEAN", "WLD", compared)))
    rows = {
        q.indicator(f"sdg131_{key}").name.get(ctx.lang): {
            area: q.observation(f"sdg131_{key}", area, year, sex=sex_of(key)) for area in columns
        }
        for key in (*FUNCTIONS, "poor")
    }
    told = words(ctx, (o for row in rows.values() for o in row.values()), t("coverage.note_table"))
    figure.draw(ctx, functions_table(year, rows, columns, naming(told, ctx, columns)), height=560)
with unknown:
    gaps.draw(ctx, "coverage")
