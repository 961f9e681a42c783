"""Overview: the state of social protection in the Lao PDR on one screen."""

import streamlit as st

from sp_app.figures.overview import FUNCTIONS, coverage_by_function
from sp_app.ui import figure, gaps, page
from sp_app.ui.number_card import draw_cards
from sp_app.ui.overview_cards import context_cards, main_cards
from sp_app.ui.words import words

ctx = page.start("overview")
q, t, n = ctx.q, ctx.t, ctx.n

covered = q.latest("sdg131_any", "LAO")
year = covered.year
pairs = {
    key: tuple(
        q.observation(key, area, year, sex="F" if key == "sdg131_maternity" else "T") for area in ("LAO", "ASEAN")
    )
    for key in FUNCTIONS
}

page.headline(
    ctx,
    t("overview.headline", lao=n.percent(covered.value), asean=n.percent(pairs["sdg131_any"][1].value)),
    t("overview.context", year=year),
)
draw_cards(ctx, "main", main_cards(ctx, pairs), columns="four", height="var(--cards)", phone=460)

story, side = st.columns([7.5, 4.5], gap="small")
with story:
    told = words(ctx, (o for pair in pairs.values() for o in pair), t("overview.story_note"))
    figure.draw(ctx, coverage_by_function(pairs, told, year), height="var(--body)", phone=560)
with side:
    draw_cards(ctx, "context", context_cards(ctx), columns="two", height="var(--small-cards)", phone=330)
    gaps.draw(ctx, "overview", height="var(--unknown)")
