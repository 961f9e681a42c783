"""The decks of this dashboard, ready to be shown, and the address of a meeting: deck, slide, levers."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache

import streamlit as st

from sp_app.data.database import open_database
from sp_app.data.deck_faults import Vocabulary
from sp_app.data.deck_files import deck_ids, load_deck
from sp_app.data.deck_schema import DeckTable
from sp_app.i18n import LANGUAGES, texts
from sp_app.i18n.numbers import numbers
from sp_app.live.link import FOREIGN, LinkState, decode, encode, start
from sp_app.ui.page import Context
from sp_app.ui.present_figures import FIGURES, FINANCED_FIGURES
from sp_app.ui.present_numbers import FINANCED_NUMBERS, NUMBERS
from sp_app.ui.present_slides import Bound, slides
from sp_app.ui.scenario_ground import library

DECK, SLIDE, NOTES = "deck", "slide", "notes"
USUAL = "nspc"
OWN = frozenset({DECK, SLIDE, NOTES})
KEPT = 16  # decks of a meeting in their states and languages


@dataclass(frozen=True, slots=True)
class Shown:
    """A deck and the state of its own scenario, as the address says."""

    deck: DeckTable
    state: LinkState


def vocabulary() -> Vocabulary:
    """Return what a deck may name."""
    known = library()
    return Vocabulary(
        figures=tuple(FIGURES),
        numbers=tuple(NUMBERS),
        scenarios=tuple(known),
        of_payers=FINANCED_FIGURES | FINANCED_NUMBERS,
        paying=tuple(name for name, scenario in known.items() if scenario.financing is not None),
    )


def decks() -> dict[str, DeckTable]:
    """Return the decks by id, the one for the Commission first."""
    return _decks(open_database().build_id)


@lru_cache(maxsize=2)
def _decks(_build: str) -> dict[str, DeckTable]:
    known = vocabulary()
    return {name: load_deck(name, known) for name in sorted(deck_ids(), key=lambda name: (name != USUAL, name))}


def read(name: str) -> Shown:
    """Return the deck `name` and its scenario, whose levers an address may have moved for the meeting."""
    deck = decks()[name]
    said = {key: text for key, text in st.query_params.items() if key not in FOREIGN | OWN}
    usual = start(library()[deck.scenario])
    if said.get("s") != deck.scenario:  # levers of another scenario say nothing about this deck
        return Shown(deck, usual)
    return Shown(deck, decode(said, (deck.scenario,), library().__getitem__, deck.scenario, usual))


def made(shown: Shown, ctx: Context) -> list[dict[str, object]]:
    """Return the slides in the language of `ctx`, made once per deck, levers, language and build."""
    query = json.dumps(encode(shown.state), sort_keys=True)
    return json.loads(_made(shown.deck.id, query, ctx.lang, ctx.build_id))


@lru_cache(maxsize=KEPT)
def _made(name: str, query: str, lang: str, build: str) -> str:
    deck = decks()[name]
    own = decode(json.loads(query), (deck.scenario,), library().__getitem__, deck.scenario)
    return json.dumps(slides(bound(Shown(deck, own), lang, build)), ensure_ascii=False)


def bound(shown: Shown, lang: str, build: str) -> list[Bound]:
    """Return the deck's slides, each bound to its scenario, in `lang` with the other language beneath."""
    deck, known = shown.deck, library()
    used = {it.scenario for it in deck.slides if it.scenario} - {deck.scenario}
    states = {other: start(known[other]) for other in used} | {deck.scenario: shown.state}
    first = in_language(lang, build)
    second = in_language(next(it for it in LANGUAGES if it != lang), build)
    return [Bound(it, states[it.scenario or deck.scenario], first, second) for it in deck.slides]


def in_language(lang: str, build: str) -> Context:
    """Return the context of this page in one language."""
    queries = open_database().queries()
    return Context("present", lang, texts(lang), numbers(lang), queries, build)


def moved(shown: Shown) -> bool:
    """Say whether the meeting's levers differ from the scenario's file."""
    return replace(shown.state, problems=()) != start(shown.state.scenario)
