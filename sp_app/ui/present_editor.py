"""The editor of a deck beside its slides: one element that keeps what is typed and tells it to Python."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from sp_app.data.deck_schema import DeckTable
from sp_app.i18n import LANGUAGES, texts
from sp_app.live.lever_names import full_name
from sp_app.store.decks import fields
from sp_app.ui import present_deck, present_draft
from sp_app.ui.elements import element
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import library
from sp_core.scenario import Scenario

KEY = "deck_editor"
KINDS = ("figure", "points", "levers", "opening", "decisions")
FIRST_FIGURE, FIRST_NUMBER = "cost", "need"
LABELS = (
    "title_en",
    "title_lo",
    "points_en",
    "points_lo",
    "notes_en",
    "notes_lo",
    "figure",
    "numbers",
    "levers",
    "scenario",
    "panel",
    "room",
    "slides",
    "slide_of",
    "add",
    "up",
    "down",
    "copy",
    "remove",
    "undo",
    "back",
    "kept",
    "away",
    "faulty",
    "none",
    "of_deck",
    "whole",
    "points_how",
    "numbers_how",
    "decisions_how",
    "own_title",
)


def draw(ctx: Context, name: str, original: DeckTable, editing: bool) -> None:
    """Draw the editor; where nobody edits, it only brings back what this browser kept of a draft."""
    draft = present_draft.current(name)
    answer = element("deck-editor")(
        key=f"{KEY}_{name}",
        data={
            "deck": name,
            "language": ctx.lang,
            "editing": editing,
            "base": fields(original),
            "draft": draft.raw,
            "pushed": draft.pushed,
            "heard": st.session_state.get(present_draft.HEARD),
            "problems": [one.sentence(ctx.t) for one in draft.problems],
            **(_words(ctx) if editing else {}),
        },
        on_commit_change=lambda: _committed(name),
    )
    # A new session after the server was started again: nobody was there yet to call back.
    said = answer.commit
    if isinstance(said, Mapping) and str(said.get("serial")) != st.session_state.get(present_draft.HEARD):
        present_draft.hear(said, present_deck.vocabulary())
        st.rerun()


def _committed(name: str) -> None:
    said = st.session_state[f"{KEY}_{name}"].get("commit")
    if isinstance(said, Mapping):
        present_draft.hear(said, present_deck.vocabulary())


def _words(ctx: Context) -> dict[str, Any]:
    """Return what only the open editor needs: its texts, what may be named, a first version of each kind of slide."""
    known = present_deck.vocabulary()
    return {
        "labels": {name: ctx.t(f"decks.label_{name}") for name in LABELS}
        | {f"kind_{name}": ctx.t(f"decks.kind_{name}") for name in KINDS},
        "figures": [[name, ctx.t(f"decks.figure_{name}")] for name in known.figures],
        "numbers": [[name, ctx.t(f"present.number_{name}")] for name in known.numbers],
        "scenarios": [[name, scenario.title.get(ctx.lang)] for name, scenario in library().items()],
        "levers": {name: _levers(ctx, scenario) for name, scenario in library().items()},
        "fresh": {kind: _fresh(kind) for kind in KINDS},
    }


def _levers(ctx: Context, scenario: Scenario) -> list[list[str]]:
    """Return the levers of a scenario that may stand on a slide, with their full names."""
    return [[name, full_name(scenario.lever(name), scenario, ctx.t)] for name in scenario.headline]


def _fresh(kind: str) -> dict[str, Any]:
    """Return the fields of a new slide, good as they are."""
    if kind == "decisions":
        return {"decisions": True}
    if kind == "figure":
        return {"figure": FIRST_FIGURE}
    titles = {f"title_{lang}": texts(lang)("decks.new_title") for lang in LANGUAGES}
    if kind == "levers":
        return titles  # the editor puts in the first lever of the slide's scenario
    if kind == "opening":
        return {**titles, "opening": True}
    return {**titles, **{f"points_{lang}": [texts(lang)("decks.new_point")] for lang in LANGUAGES}}
