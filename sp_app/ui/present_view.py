"""Draw the deck that is presented: which deck, then its slides in one element that needs no server to turn a page."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.ui import present_deck, present_file, switch
from sp_app.ui.elements import element
from sp_app.ui.page import Context
from sp_app.ui.present_deck import DECK, NOTES, SLIDE, Shown

# What heading, bar and footer leave of a window.
SLIDES = "max(420px, calc(100vh - 182px))"
LAST = "present_last"
LABELS = (
    "next",
    "previous",
    "overview",
    "notes",
    "full",
    "blank",
    "keys",
    "panel",
    "room",
    "back",
    "upcoming",
    "last",
    "no_notes",
    "since",
    "failed",
)


def choose(ctx: Context) -> Shown:
    """Draw the heading and the choice of decks; return the deck with its scenario."""
    titles = {name: getattr(deck, f"title_{ctx.lang}") for name, deck in present_deck.decks().items()}
    short = {name: ctx.t(f"present.deck_{name}") for name in titles}
    with st.container(key="sp_present_head", horizontal=True, vertical_alignment="center"):
        chosen = switch.current(DECK, titles, present_deck.USUAL)
        st.html(f'<div id="sp-main" tabindex="-1" class="sp-present-title"><h1>{escape(titles[chosen])}</h1></div>')
        switch.switch(DECK, ctx.t("present.deck"), short, present_deck.USUAL)
        shown = present_deck.read(chosen)
        present_file.draw(ctx, shown)
    if st.session_state.get(LAST, chosen) != chosen:
        st.query_params.pop(SLIDE, None)  # another deck begins with its first slide
    st.session_state[LAST] = chosen
    return shown


def draw(ctx: Context, shown: Shown) -> None:
    """Draw the slides, or with `notes` in the address the presenter's notes to them."""
    deck, query = shown.deck, st.query_params
    build = ctx.t("frame.build", build=ctx.build_id)
    frozen = ctx.t("present.frozen_moved" if present_deck.moved(shown) else "present.frozen", build=build)
    element("present", SLIDES, 640)(
        key=f"present_{deck.id}",
        data={
            "deck": deck.id,
            "title": getattr(deck, f"title_{ctx.lang}"),
            "slides": present_deck.made(shown, ctx),
            "slide": query.get(SLIDE, ""),
            "notes": query.get(NOTES) == "1",
            "frozen": frozen,
            "labels": {name: ctx.t(f"present.{name}") for name in LABELS},
        },
    )
