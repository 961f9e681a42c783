"""Texts that people type or send: kept exactly as they are, in any script, or refused in words.

Lao needs letters that some checks call invisible (the zero-width space between words), so only
what could hide or turn round the text is refused: control characters, direction marks, halves of letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sp_app.store.problem import Phrase, Problem, Refused, problem
from sp_core.records import Text

HIDING = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BREAKS = re.compile("[\t\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Field:
    """One kind of typed text: its name on screen, how long it may be, what it may hold."""

    key: str
    longest: int
    lines: bool = False
    optional: bool = False


NAME = Field("store.field_name", 120)
NOTE = Field("store.field_note", 4000, lines=True, optional=True)
AUTHOR = Field("store.field_author", 80)


def checked(field: Field, text: str) -> str:
    """Return `text` without blanks around it (a note: as it is); raise Refused when it cannot be kept."""
    kept = text if field.lines else text.strip()
    found = text_problem(field, kept, Phrase(field.key))
    if found:
        raise Refused(found)
    return kept


def checked_both(field: Field, text: Text | str) -> Text:
    """Return a text in both languages; what was typed once stands for both."""
    both = text if isinstance(text, Text) else Text(text, text)
    return Text(checked(field, both.en), checked(field, both.lo))


def text_problem(field: Field, text: str, label: Phrase | str) -> Problem | None:
    """Return what is wrong with `text`, or None; `label` names it in the sentence."""
    if not text.strip() and not field.optional:
        return problem("empty", field=label)
    if len(text) > field.longest:
        return problem("too_long", field=label, length=len(text), longest=field.longest)
    if HIDING.search(text) or (not field.lines and BREAKS.search(text)):
        return problem("unprintable", field=label)
    return None
