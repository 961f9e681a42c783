"""ASEAN: how the members compare, by one definition, with every year printed."""

import datetime

import streamlit as st

from sp_app.data.geo import geometry
from sp_app.figures.members import members_ranking
from sp_app.figures.members_map import members_map
from sp_app.figures.standing import HOME, finding, span
from sp_app.ui import asean_choices, asean_differences, asean_words, figure, gaps, page
from sp_app.ui.asean_measures import MEASURES, figures, group_of, reference
from sp_app.ui.guard import part


@part
def body(ctx: page.Context) -> None:
    """Draw what the choices govern: all of it."""
    members = tuple(area.key for area in ctx.q.members("ASEAN", datetime.date.today()))

    head = st.container()
    code, rule = asean_choices.choose(ctx)
    measure = MEASURES[group_of(code)][code]
    found = figures(ctx, measure, members, rule)
    published = figures(ctx, measure, members, "all")
    against = reference(ctx, measure, found)
    told = asean_words.told(ctx, measure, found, against, rule)

    with head:
        page.headline(
            ctx,
            asean_words.sentence(ctx, measure, found.get(HOME), finding(found, told), told),
            ctx.t(f"asean.context_{rule}", years=span(found) or ctx.t("frame.not_published")),
        )
    unit = asean_words.measured(ctx, measure)
    ranking, chart = st.columns([5.2, 6.8], gap="small")
    with ranking:
        title = asean_words.beside(ctx, found.get(HOME), against, told)
        bars = members_ranking("asean_members", title, unit, found, against, told, measure.top)
        figure.draw(ctx, bars, height=640, phone=600)
    with chart:
        outlines = geometry("asean_countries")
        words = asean_words.with_outlines(ctx, told, outlines)
        drawn = members_map("asean_map", unit, found, outlines, measure.limits, against, words)
        figure.draw(ctx, drawn, height=640, phone=540)
    differences, unknown = st.columns(2, gap="small")
    with differences:
        asean_differences.draw(ctx, measure, found, published, height=350)
    with unknown:
        gaps.draw(ctx, "asean")


body(page.start("asean"))
