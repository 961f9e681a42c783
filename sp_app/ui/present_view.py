"""Draw the deck that is presented: which deck, then its slides in one element that needs no server to turn a page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from sp_app.data.deck_schema import DeckTable
from sp_app.ui import present_deck, present_draft, present_editor, present_file, present_keeping, switch
from sp_app.ui.elements import element
from sp_app.ui.page import Context
from sp_app.ui.present_deck import DECK, EDIT, NOTES, SLIDE, Shown

# What heading, bar and footer leave of a window; beside the editor a slide is as wide as its column.
SLIDES, BESIDE = "max(420px, calc(100vh - 182px))", "max(360px, 31vw)"
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


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visitor looks at: the deck as its file or the store says, as it is shown, whether it is edited."""

    name: str
    original: DeckTable
    shown: Shown
    editing: bool


def choose(ctx: Context) -> Visit:
    """Draw the heading and the choice of decks; return the deck with its scenario."""
    ready = present_deck.decks()
    kept = present_keeping.opened(ctx, st.query_params.get(DECK, ""))
    known = ready | kept
    short = {name: ctx.t(f"present.deck_{name}") for name in ready}
    short |= {name: getattr(deck, f"title_{ctx.lang}")[:30] for name, deck in kept.items()}
    with st.container(key="sp_present_head", horizontal=True, vertical_alignment="center"):
        chosen = switch.current(DECK, short, present_deck.USUAL)
        deck = present_draft.current(chosen).good or known[chosen]
        title = escape(getattr(deck, f"title_{ctx.lang}"))
        mark = "" if deck is known[chosen] else f" <small>{escape(ctx.t('decks.edited'))}</small>"
        st.html(f'<div class="sp-present-title"><h1>{title}{mark}</h1></div>')
        switch.switch(DECK, ctx.t("present.deck"), short, present_deck.USUAL)
        editing = _edits(ctx)
        shown = present_deck.read(deck)
        present_file.draw(ctx, shown)
    if st.session_state.get(LAST, chosen) != chosen:
        st.query_params.pop(SLIDE, None)  # another deck begins with its first slide
    st.session_state[LAST] = chosen
    return Visit(chosen, known[chosen], shown, editing)


def _edits(ctx: Context) -> bool:
    """Draw the switch into the editor; it stands in the address, so a reload stays there."""
    key, asked = "present_edit", st.query_params.get(EDIT) == "1"
    if ctx.arrived or key not in st.session_state:
        st.session_state[key] = asked
    return st.toggle(ctx.t("decks.edit"), key=key, on_change=lambda: switch.write(EDIT, _flag(key), ""))


def _flag(key: str) -> str:
    return "1" if st.session_state[key] else ""


def draw(ctx: Context, visit: Visit) -> None:
    """Draw the slides, beside them the editor where it is open; with `notes` in the address the presenter's notes."""
    if not visit.editing:
        _slides(ctx, visit, SLIDES)
        present_editor.draw(ctx, visit.name, visit.original, editing=False)
        return
    beside, there = st.columns([9, 10], gap="medium")
    with beside:
        present_editor.draw(ctx, visit.name, visit.original, editing=True)
    with there:
        _slides(ctx, visit, BESIDE)
    present_keeping.draw(ctx, visit.name, visit.original, visit.shown.deck)


def _slides(ctx: Context, visit: Visit, height: str) -> None:
    shown, query = visit.shown, st.query_params
    build = ctx.t("frame.build", build=ctx.build_id)
    frozen = ctx.t("present.frozen_moved" if present_deck.moved(shown) else "present.frozen", build=build)
    element("present", height, 640)(
        key=f"present_{visit.name}_{visit.editing}",
        data={
            "deck": visit.name,
            "title": getattr(shown.deck, f"title_{ctx.lang}"),
            "slides": present_deck.made(shown, ctx),
            "slide": query.get(SLIDE, ""),
            "notes": query.get(NOTES) == "1",
            "frozen": frozen,
            "labels": {name: ctx.t(f"present.{name}") for name in LABELS},
        },
    )
