"""Coverage: who is covered by a cash benefit, function by function, and what it would take to reach ASEAN."""

import datetime

import streamlit as st

from sp_app.figures.coverage import coverage_trend
from sp_app.figures.coverage_parts import functions_table, health_apart, people
from sp_app.figures.members import members_ranking
from sp_app.figures.standing import finding
from sp_app.ui import figure, gaps, page, women_men
from sp_app.ui.coverage_choices import FUNCTIONS, Choice, choose_compared, choose_function, choose_toward
from sp_app.ui.coverage_view import HOME, View, all_functions, context, gather, reference, sentence, trend_words
from sp_app.ui.guard import part
from sp_app.ui.words import naming, words


@part
def body(ctx: page.Context) -> None:
    """Draw what the choices govern: all of it."""
    members = tuple(area.key for area in ctx.q.members("ASEAN", datetime.date.today()))
    head = st.container()
    function = choose_function(ctx)
    left, right = st.columns([7.5, 4.5], gap="small")
    with right:
        choice = Choice(function=function, compared=choose_compared(ctx, members))
    view = gather(ctx, choice)
    with head:
        page.headline(ctx, sentence(ctx, view), context(ctx, view))
    with left:
        trend(ctx, view)
    with right:
        ranking(ctx, view, members)
    who(ctx, choice, view)
    functions_and_gaps(ctx, choice)


@part
def trend(ctx: page.Context, view: View) -> None:
    """Draw coverage over the years, and what the Lao path leads toward."""
    toward = choose_toward(ctx)
    measure = ctx.t("coverage.trend_measure", name=view.name)
    drawn = coverage_trend(
        measure, view.lao, view.others, reference(view, toward), toward == "target", trend_words(ctx, view)
    )
    figure.draw(ctx, drawn, height=470, phone=500)


def ranking(ctx: page.Context, view: View, members: tuple[str, ...]) -> None:
    """Draw how the members of ASEAN stand."""
    t, q = ctx.t, ctx.q
    figures = {area: q.latest(view.key, area, sex=view.sex) for area in members}
    hatched = any(o and o.has("legal_based") for o in figures.values())
    note = " ".join((t("coverage.note_ranking"), *([t("asean.note_hatched")] if hatched else [])))
    told = naming(words(ctx, (*figures.values(), view.beside), note), ctx, members)
    measure = t("coverage.ranking_measure", name=view.name)
    bars = members_ranking("coverage_members", finding(figures, told), measure, figures, view.beside, told, 100.0)
    figure.draw(ctx, bars, height=470, phone=520)


def who(ctx: page.Context, choice: Choice, view: View) -> None:
    """Draw persons not covered, health protection apart, women beside men."""
    t, q, last = ctx.t, ctx.q, view.last
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


def functions_and_gaps(ctx: page.Context, choice: Choice) -> None:
    """Draw all functions of one year, and what is not known."""
    table, unknown = st.columns([7.5, 4.5], gap="small")
    with table:
        year = ctx.q.latest("sdg131_any", HOME).year
        areas = tuple(dict.fromkeys((HOME, "ASEAN", "WLD", choice.compared)))
        rows = all_functions(ctx, FUNCTIONS, year, areas)
        told = words(ctx, (o for cells in rows.values() for o in cells.values()), ctx.t("coverage.note_table"))
        figure.draw(ctx, functions_table(year, rows, areas, naming(told, ctx, areas)), height="590px", phone=600)
    with unknown:
        gaps.draw(ctx, "coverage")


body(page.start("coverage"))
