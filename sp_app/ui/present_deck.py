"""The decks of this dashboard, ready to be shown, and the address of a meeting: deck, slide, levers."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache

import streamlit as st

from sp_app.data.database import open_database
from sp_app.data.deck_faults import Vocabulary
from sp_app.data.deck_files import deck_ids, load_deck
from sp_app.data.deck_schema import DeckTable, SlideTable
from sp_app.i18n import LANGUAGES, texts
from sp_app.i18n.numbers import numbers
from sp_app.live.link import FOREIGN, LinkState, decode, encode, start
from sp_app.store.decks import on_names
from sp_app.store.records import DeckRecord
from sp_app.ui.page import Context
from sp_app.ui.present_figures import FIGURES, FINANCED_FIGURES
from sp_app.ui.present_numbers import FINANCED_NUMBERS, NUMBERS
from sp_app.ui.present_slides import Bound, slides
from sp_app.ui.scenario_ground import library
from sp_core.records import Text

DECK, SLIDE, NOTES, EDIT = "deck", "slide", "notes", "edit"
USUAL = "nspc"
OWN = frozenset({DECK, SLIDE, NOTES, EDIT})
KEPT, KEPT_SLIDES = 32, 400  # saved decks; slides in their states and languages


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
        levers={name: scenario.headline for name, scenario in known.items()},
        paying=tuple(name for name, scenario in known.items() if scenario.financing is not None),
    )


def decks() -> dict[str, DeckTable]:
    """Return the decks that come with the program by id, the one for the Commission first."""
    return _decks(open_database().build_id)


@lru_cache(maxsize=2)
def _decks(_build: str) -> dict[str, DeckTable]:
    known = vocabulary()
    return {name: load_deck(name, known) for name in sorted(deck_ids(), key=lambda name: (name != USUAL, name))}


def saved(record: DeckRecord) -> DeckTable:
    """Return a saved deck on the figures of this build; raise Refused where it names what no longer exists."""
    return _saved(json.dumps(record.content), record.id, record.name, open_database().build_id)


@lru_cache(maxsize=KEPT)
def _saved(content: str, id: str, name: Text, _build: str) -> DeckTable:
    return on_names(json.loads(content), id, name, vocabulary())


def read(deck: DeckTable) -> Shown:
    """Return a deck and its scenario, whose levers an address may have moved for the meeting."""
    said = {key: text for key, text in st.query_params.items() if key not in FOREIGN | OWN}
    usual = start(library()[deck.scenario])
    if said.get("s") != deck.scenario:  # levers of another scenario say nothing about this deck
        return Shown(deck, usual)
    return Shown(deck, decode(said, (deck.scenario,), library().__getitem__, deck.scenario, usual))


def made(shown: Shown, ctx: Context) -> list[dict[str, object]]:
    """Return the slides in the language of `ctx`; each is made once per table, levers, language and build."""
    query = json.dumps(encode(shown.state), sort_keys=True)
    own = shown.deck.scenario
    return [
        slide
        for table in shown.deck.slides
        for slide in json.loads(_made(table.model_dump_json(), own, query, ctx.lang, ctx.build_id))
    ]


@lru_cache(maxsize=KEPT_SLIDES)
def _made(table: str, own: str, query: str, lang: str, build: str) -> str:
    state = decode(json.loads(query), (own,), library().__getitem__, own)
    one = _bound(SlideTable.model_validate_json(table), own, state, *_both(lang, build))
    return json.dumps(slides([one]), ensure_ascii=False)


def bound(shown: Shown, lang: str, build: str) -> list[Bound]:
    """Return the deck's slides, each bound to its scenario, in `lang` with the other language beneath."""
    both = _both(lang, build)
    return [_bound(it, shown.deck.scenario, shown.state, *both) for it in shown.deck.slides]


def _bound(table: SlideTable, own: str, state: LinkState, first: Context, second: Context) -> Bound:
    other = table.scenario or own
    return Bound(table, state if other == own else start(library()[other]), first, second)


def _both(lang: str, build: str) -> tuple[Context, Context]:
    second = next(it for it in LANGUAGES if it != lang)
    return in_language(lang, build), in_language(second, build)


def in_language(lang: str, build: str) -> Context:
    """Return the context of this page in one language."""
    queries = open_database().queries()
    return Context("present", lang, texts(lang), numbers(lang), queries, build)


def moved(shown: Shown) -> bool:
    """Say whether the meeting's levers differ from the scenario's file."""
    return replace(shown.state, problems=()) != start(shown.state.scenario)
