"""What the store refuses, as something a page can say in the user's language.

A Problem has a kind and the values its sentence needs; the sentences are the texts
`store.problem_<kind>`. Nothing here is shown to people as it is raised.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sp_app.i18n import Texts, texts
from sp_app.i18n.numbers import numbers
from sp_core.errors import SocialProtectionError
from sp_core.records import Text

Kind = Literal[
    # who may
    "not_editor", "no_code", "wrong_code", "locked", "code_used",
    # a text somebody typed
    "empty", "too_long", "unprintable",
    # a file as such
    "too_large", "binary", "not_utf8", "not_toml", "too_deep", "duplicate_key", "bad_version", "later_version",
    # a field of a file
    "missing_field", "unknown_field", "wrong_value", "unknown_part", "listed_twice",
    # a lever
    "unknown_lever", "not_a_number", "out_of_range", "percent", "not_whole", "order", "contradiction",
    # a saved scenario
    "unknown_record", "deleted", "overtaken", "deleted_meanwhile", "too_few",
    # what has changed since a scenario was saved
    "lever_gone", "lever_new", "value_reset", "figures_changed",
    # the room
    "room_closed", "question_closed", "outside_question", "room_full",
    # a deck that is presented
    "deck_pair", "deck_points", "deck_alone", "deck_title", "deck_bare", "deck_payers", "deck_number", "deck_name",
    "deck_braces", "deck_levers",
    # the place where things are kept
    "read_only", "disk_full", "busy", "damaged", "later_store", "failed",
]  # fmt: skip
LONGEST = 60  # letters of a typed value that a sentence repeats


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the domain `store`, with the values it needs."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def said(self, t: Texts) -> str:
        """Return the text in the language of `t`."""
        return t(self.key, **{name: _said(value, t) for name, value in self.values.items()})


Value = str | int | float | datetime | Text | Phrase


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was refused, or that somebody must be told."""

    kind: Kind
    values: Mapping[str, Value] = field(default_factory=dict)

    def sentence(self, t: Texts) -> str:
        """Return one plain sentence in the language of `t`."""
        return Phrase(f"store.problem_{self.kind}", self.values).said(t)


class Refused(SocialProtectionError):
    """The store did not do what it was asked; nothing has changed. Carries at least one Problem."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(" ".join(self.sentences(texts("en"))))

    def sentences(self, t: Texts) -> list[str]:
        """Return one sentence for each problem, in the language of `t`."""
        return [problem.sentence(t) for problem in self.problems]


def problem(kind: Kind, **values: Value) -> Problem:
    """Return a problem of `kind` with the values its sentence needs."""
    return Problem(kind, values)


def refused(kind: Kind, **values: Value) -> Refused:
    """Return the error for one problem, ready to be raised."""
    return Refused(Problem(kind, values))


def shown(value: object) -> str:
    """Return what somebody typed as a short printable text, whatever it is."""
    if isinstance(value, bool | dict | list):
        return {True: "true", False: "false"}.get(value, "…") if isinstance(value, bool) else "…"
    try:
        text = plain(value) if isinstance(value, int | float) else str(value)
    except ValueError:  # a whole number of thousands of digits cannot be written
        return "…"
    cut = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return "".join(letter if letter.isprintable() else "?" for letter in cut)


def plain(value: float) -> str:
    """Return a number as one writes it in a scenario file: 0.6, 2030."""
    whole = isinstance(value, int) or (math.isfinite(value) and value == int(value) and abs(value) < 1e15)
    return str(int(value)) if whole else repr(value)


def _said(value: Value, t: Texts) -> str:
    if isinstance(value, Phrase):
        return value.said(t)
    if isinstance(value, Text):
        return value.get(t.language)
    if isinstance(value, datetime):
        local = value.astimezone()
        return f"{numbers(t.language).date(local.date())} {local:%H:%M}"
    return plain(value) if isinstance(value, int | float) else value
