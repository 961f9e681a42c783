"""A long list to search: one line per entry, its details one click away, all of it as a file.

The browser filters while one types; what was asked for lives in the address (?q= words, ?f= group).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from sp_app.ui.elements import element
from sp_app.ui.page import Context

WORDS, GROUP = "q", "f"
MOST_LETTERS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of an entry's line: its words, a second line in grey, tags (words, style).

    `symbols` says that letters are mathematical signs, with `_` before an index and `^` before a power.
    """

    text: str
    more: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    number: bool = False
    symbols: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What opens below the line: a name and its lines; `address` is offered as a link and never loaded."""

    name: str
    lines: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry: its line, its details, the words it is found by (both languages), its rows of the file."""

    key: str
    group: str
    cells: tuple[Cell, ...]
    details: tuple[Detail, ...]
    words: str
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A named list; `groups` names the groups of its lines, `raw_columns` head the file.

    `widths` are the columns' widths as CSS grid tracks.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    widths: str
    groups: Mapping[str, str]
    lines: tuple[Line, ...]
    raw_columns: tuple[str, ...]


def as_csv(listing: Listing) -> str:
    """Return the whole list as CSV; the browser puts the mark before it by which spreadsheets see UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(listing.raw_columns)
    writer.writerows(row for line in listing.lines for row in line.rows)
    return out.getvalue()


def as_data(listing: Listing) -> dict[str, Any]:
    """Return what the browser draws: columns, groups that have lines with their number, lines."""
    held = [line.group for line in listing.lines]
    return {
        "title": listing.title,
        "columns": list(listing.columns),
        "widths": listing.widths,
        "groups": [{"key": key, "name": name, "count": held.count(key)} for key, name in listing.groups.items()],
        "lines": [
            {
                "key": line.key,
                "group": line.group,
                "cells": [asdict(cell) for cell in line.cells],
                "details": [asdict(detail) for detail in line.details if any(detail.lines) or detail.address],
                "words": line.words.casefold(),
            }
            for line in listing.lines
        ],
    }


def asked(listing: Listing) -> tuple[str, str]:
    """Return the words and the group of the address; a group that is none of this list is ignored."""
    group = st.query_params.get(GROUP, "")
    return st.query_params.get(WORDS, "")[:MOST_LETTERS], group if group in listing.groups else ""


def _remember(key: str) -> None:
    """Write what was asked for into the address; nothing asked needs no mention."""
    said = st.session_state[key].get("asked")
    if not isinstance(said, Mapping):
        return
    for name in (WORDS, GROUP):
        value = str(said.get(name, ""))[:MOST_LETTERS].strip()
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)


def draw(ctx: Context, listing: Listing) -> None:
    """Draw the list; the address says what it is filtered by."""
    t = ctx.t
    words, group = asked(listing)
    key = f"list_{listing.key}"
    element("listing", "var(--list)", 700)(
        key=key,
        data={
            **as_data(listing),
            "asked": {WORDS: words, GROUP: group},
            "csv": as_csv(listing),
            "filename": f"{listing.key}_{ctx.build_id}",
            "labels": {
                "filter": t("sources.filter"),
                "all": t("sources.all"),
                "shown": t("sources.shown", shown="{shown}", total="{total}"),
                "nothing": t("sources.nothing"),
                "save": t("sources.save"),
                "groups": t("sources.groups"),
            },
        },
        on_asked_change=lambda: _remember(key),
    )
