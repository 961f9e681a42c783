"""The draft of a deck: what was edited on the page and is not saved; checked like a file, the last good state is shown.

The browser keeps the draft as it is typed, and tells it to Python; a reload, another language or a server that
was started anew lose nothing. Python keeps it per visit and answers with what is wrong.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from sp_app.data.deck_faults import Vocabulary
from sp_app.data.deck_files import LARGEST
from sp_app.data.deck_schema import DeckTable
from sp_app.store.decks import checked, fields
from sp_app.store.problem import Problem, Refused, problem

KEY, HEARD, CALLED = "deck_drafts", "deck_heard", "deck_called"
LONGEST_NAME = 200
NO_DRAFT = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One deck as it was edited: its fields, the last good deck, what is wrong with the fields.

    `pushed` is set where Python itself brought the draft (a file, a save): then the browser takes it over.
    """

    raw: Mapping[str, Any] | None = None
    good: DeckTable | None = None
    problems: tuple[Problem, ...] = ()
    pushed: str = ""


def current(name: str) -> Draft:
    """Return the draft of the deck `name`; an empty one where nothing was edited."""
    drafts: dict[str, Draft] = st.session_state.get(KEY, {})
    return drafts.get(name, Draft())


def push(name: str, deck: DeckTable | None) -> None:
    """Put a good deck in the place of the draft, or take the draft away."""
    raw = None if deck is None else fields(deck)
    _keep(name, Draft(raw, deck, (), secrets.token_hex(4)))


def hear(said: Mapping[str, Any], known: Vocabulary) -> None:
    """Take over what the browser says: `{"serial": …, "query": {deck, draft, good}}`; nothing in it is trusted."""
    query, first = said.get("query"), HEARD not in st.session_state
    st.session_state[HEARD] = str(said.get("serial"))
    if not isinstance(query, Mapping):
        return
    name, before = str(query.get("deck"))[:80], current(str(query.get("deck"))[:80])
    if first:  # what was typed as a name before a reload or with another server; later the page itself knows
        st.session_state.setdefault(CALLED, {})[name] = str(query.get("called", ""))[:LONGEST_NAME]
    text = query.get("draft")
    if text == NO_DRAFT:
        _keep(name, Draft(pushed=before.pushed))
        return
    good = before.good or _good(query.get("good"), known)
    raw: Mapping[str, Any] | None = None
    try:
        raw = _read(text)
        _keep(name, Draft(raw, checked(raw, known), (), before.pushed))
    except Refused as refused:
        _keep(name, Draft(raw or before.raw, good, refused.problems, before.pushed))


def called(name: str) -> str:
    """Return the name that was typed for the deck in an earlier visit, once."""
    names: dict[str, str] = st.session_state.get(CALLED, {})
    return names.pop(name, "")


def _good(text: object, known: Vocabulary) -> DeckTable | None:
    """Return the last good state that the browser remembers, where it still is one."""
    try:
        return checked(_read(text), known)
    except Refused:
        return None


def _read(text: object) -> Mapping[str, Any]:
    """Return the fields written as JSON; raise Refused where they are too long or no fields."""
    if not isinstance(text, str) or len(text.encode("utf-8", "replace")) > LARGEST:
        raise Refused(problem("too_large", kilobytes=len(str(text)) // 1000 + 1, most=LARGEST // 1000))
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(problem("not_toml", line=1, text="…")) from error
    if not isinstance(raw, dict):
        raise Refused(problem("not_toml", line=1, text="…"))
    return raw


def _keep(name: str, draft: Draft) -> None:
    st.session_state.setdefault(KEY, {})[name] = draft
