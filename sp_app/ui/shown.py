"""What a page shows now: its figures and cards in their order, so that they can be taken away as files.

A part of a page that runs alone replaces its own and leaves the others where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import streamlit as st

from sp_app.figures.spec import FigureSpec, Table

KEY = "sp_shown"
_PARTS: ContextVar[tuple[str, ...]] = ContextVar("parts under way", default=())


@dataclass(slots=True)
class Shown:
    """The figures of one page in the order of their first drawing; one that is gone keeps its place, empty."""

    figures: dict[str, FigureSpec | None] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def now(self) -> tuple[FigureSpec, ...]:
        """Return what is on the page."""
        return tuple(it for it in list(self.figures.values()) if it is not None)  # a part may be drawing meanwhile


def begin() -> None:
    """Begin a page: nothing is shown yet."""
    st.session_state[KEY] = Shown()


def current() -> Shown:
    """Return what the page of this visit shows; it goes on following its parts."""
    shown: Shown = st.session_state.setdefault(KEY, Shown())
    return shown


def note(spec: FigureSpec) -> None:
    """Note that the page shows `spec`."""
    shown = current()
    shown.figures[spec.key] = spec
    shown.parts[spec.key] = _PARTS.get()


def note_words(
    key: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], source: str, *, simulated: bool = False
) -> None:
    """Note a card of words, as the table that it is in a file."""
    table = Table(columns=tuple(columns), rows=tuple(map(tuple, rows)), numeric=(False,) * len(columns))
    note_table(key, title, "", table, source, simulated=simulated)


def note_table(key: str, title: str, measure: str, table: Table, source: str, *, simulated: bool = False) -> None:
    """Note a table that the page shows without a figure."""
    note(
        FigureSpec(
            key=key,
            kind="table",
            title=title,
            measure=measure,
            source_line=source,
            alt_text=title,
            table=table,
            simulated=simulated,
        )
    )


@contextmanager
def drawing(part: str) -> Iterator[None]:
    """Draw a part anew: what it showed before is shown no longer, unless it is drawn again."""
    shown = current()
    for key, parts in shown.parts.items():
        if part in parts:
            shown.figures[key] = None
    token = _PARTS.set((*_PARTS.get(), part))
    try:
        yield
    finally:
        _PARTS.reset(token)
