"""Deck files: what is presented, slide by slide, in both languages; no number is written into one.

A slide names its figure, its numbers and its scenario; what they say comes from the figures of this build and
from the model. One validator reads files, what is edited on the page, and what was saved: `checked_deck`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sp_app.data.deck_faults import DeckError, Vocabulary, faults_of, schema_fault
from sp_app.data.deck_schema import DeckTable
from sp_app.data.places import DATA
from sp_core.errors import DataError

LARGEST = 200_000  # bytes


def deck_ids(data: Path = DATA) -> tuple[str, ...]:
    """Return the ids of the deck files, in alphabetical order."""
    return tuple(sorted(path.stem for path in (data / "decks").glob("*.toml")))


def load_deck(name: str, known: Vocabulary, data: Path = DATA) -> DeckTable:
    """Return the deck with this id; raise DataError that lists those there are."""
    if name not in deck_ids(data):
        raise DataError(f"no deck {name!r}; there are {', '.join(deck_ids(data))}")
    path = data / "decks" / f"{name}.toml"
    deck = read_deck(path.name, path.read_bytes(), known)
    if deck.id != name:
        raise DataError(f"{path.name}: field id is {deck.id!r}; the file should be called {deck.id}.toml")
    return deck


def read_deck(file: str, content: bytes, known: Vocabulary) -> DeckTable:
    """Return the deck written in `content`; raise DataError with every fault found. `file` only names it."""
    if len(content) > LARGEST:
        raise DataError(f"{file}: {len(content)} bytes; a deck has {LARGEST} at most")
    try:
        raw = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file}: not TOML: {error}") from error
    return checked_deck(file, raw, known)


def checked_deck(file: str, raw: Mapping[str, Any], known: Vocabulary) -> DeckTable:
    """Return the deck that these fields make; raise DeckError with every fault found. `file` only names it."""
    try:
        deck = DeckTable.model_validate(raw)
    except ValidationError as error:
        raise DeckError(file, [schema_fault(fault, raw) for fault in error.errors()]) from error
    faults = list(faults_of(deck, known))
    if faults:
        raise DeckError(file, faults)
    return deck
