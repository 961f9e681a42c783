"""Expenditure: how much, how paid, compared with whom, and what is not published."""

import streamlit as st

from sp_app.ui import page, switch
from sp_app.ui.expenditure_cards import cards, headline
from sp_app.ui.expenditure_views import VIEWS
from sp_app.ui.guard import part
from sp_app.ui.number_card import draw_cards


@part
def figures(ctx: page.Context) -> None:
    """Draw the choice of a view, and the view."""
    choices, corner = st.columns([9, 3], gap="small")
    with choices:
        words = {name: ctx.t(f"expenditure.view_{name}") for name in VIEWS}
        view = switch.switch("v", ctx.t("expenditure.view"), words, "spending")
    VIEWS[view](ctx, corner)


ctx = page.start("expenditure")
page.headline(ctx, headline(ctx), ctx.t("expenditure.context"))
draw_cards(ctx, "expenditure", cards(ctx), columns="four", height="var(--cards)", phone=380)
figures(ctx)
