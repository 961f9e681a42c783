"""What a file of figures holds, before it becomes CSV or a workbook: notes, tables of exact values, tables of words."""

from __future__ import annotations

from dataclasses import dataclass

# A text that begins with one of these would be read as a formula by a spreadsheet.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of numbers: `look` is "section", "line", "total" or "gap"; None is a cell without a value.

    `texts` stand in cells instead of a number, by number of the column.
    """

    name: str
    key: str = ""
    unit: str = ""
    values: tuple[float | None, ...] = ()
    digits: int = 0
    look: str = "line"
    texts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of numbers; `columns` name the years with what sort of year each is."""

    name: str
    title: str
    unit: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A table of words, such as the sources."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Everything one file says. `notes` come first: what it is, that it is simulated, scenario, build, sources."""

    title: str
    language: str
    notes_name: str
    notes: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    words: tuple[Words, ...]


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before a dangerous first sign."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
