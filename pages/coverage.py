"""Coverage: who is covered by a cash benefit, function by function, and what it would take to reach ASEAN."""

import datetime

import streamlit as st

from sp_app.figures.coverage import coverage_trend
from sp_app.figures.coverage_parts import functions_table, health_apart, people
from sp_app.figures.members import members_ranking
from sp_app.figures.standing import finding
from sp_app.ui import figure, gaps, page, women_men
from sp_app.ui.coverage_choices import FUNCTIONS, choose
from sp_app.ui.coverage_view import HOME, all_functions, gather, sentence, trend_words
from sp_app.ui.words import naming, words

ctx = page.start("coverage")
t, q = ctx.t, ctx.q
members = tuple(area.key for area in q.members("ASEAN", datetime.date.today()))

head = st.container()
choice = choose(ctx, members)
view = gather(ctx, choice)
last = view.last
with head:
    page.headline(ctx, sentence(ctx, view), t("coverage.context", year=last.year if last else t("frame.not_published")))

trend, ranking = st.columns([7.5, 4.5], gap="small")
with trend:
    measure = t("coverage.trend_measure", name=view.name)
    drawn = coverage_trend(
        measure, view.lao, view.others, view.reference, choice.toward == "target", trend_words(ctx, view)
    )
    figure.draw(ctx, drawn, height=470, phone=500)
with ranking:
    figures = {area: q.latest(view.key, area, sex=view.sex) for area in members}
    told = naming(words(ctx, (*figures.values(), view.beside), t("coverage.note_ranking")), ctx, members)
    bars = members_ranking(
        "coverage_members", finding(figures, told), t("coverage.ranking_measure"), figures, view.beside, told, 100.0
    )
    figure.draw(ctx, bars, height=470, phone=520)

covered, health, sexes = st.columns([4.4, 4.2, 3.4], gap="small")
with covered:
    told = words(ctx, (last, view.population) if last else view.others["ASEAN"][-1:], t("coverage.note_people"))
    row = people(last, view.population, choice.function == "any", view.name, told)
    figure.draw(ctx, row, height="var(--third)", phone=280)
with health:
    protection = q.observations("health_protection", areas=(HOME,))
    name = q.indicator("health_protection").name.get(ctx.lang)
    figure.draw(ctx, health_apart(protection, name, words(ctx, protection)), height="var(--third)", phone=360)
with sexes:
    women_men.draw(ctx, view.key, choice.compared, last.year if last else None, height="var(--third)")

table, unknown = st.columns([7.5, 4.5], gap="small")
with table:
    year = q.latest("sdg131_any", HOME).year
    areas = tuple(dict.fromkeys((HOME, "ASEAN", "WLD", choice.compared)))
    rows = all_functions(ctx, FUNCTIONS, year, areas)
    told = words(ctx, (o for cells in rows.values() for o in cells.values()), t("coverage.note_table"))
    figure.draw(ctx, functions_table(year, rows, areas, naming(told, ctx, areas)), height="590px", phone=600)
with unknown:
    gaps.draw(ctx, "coverage")
