"""A long list as a table: filtered in either language, stacked on a phone, saved as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from sp_app.ui.page import Context

FILTER = "q"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: a first line in bold, further lines, tags; `address` is offered as a link and never loaded."""

    lines: tuple[str, ...] = ()
    bold: bool = False
    tags: tuple[tuple[str, str], ...] = ()
    address: str = ""
    number: bool = False

    def html(self) -> str:
        """Return the cell's content as HTML."""
        parts = [escape(line) for line in self.lines if line]
        if self.bold and parts:
            parts[0] = f"<b>{parts[0]}</b>"
        if self.address.startswith("http"):
            shown = escape(self.address)
            parts.append(f'<a href="{shown}" rel="noopener noreferrer" target="_blank">{shown}</a>')
        parts += [f'<span class="sp-tag {style}">{escape(word)}</span>' for word, style in self.tags]
        return "<br>".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: its cells, the words it is found by (both languages), and its values for the CSV file."""

    cells: tuple[Cell, ...]
    words: str
    raw: tuple[object, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A named list; `raw_columns` head the CSV file."""

    key: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    raw_columns: tuple[str, ...]


def found(listing: Listing, words: str) -> tuple[Line, ...]:
    """Return the rows that hold every word asked for, in either language, whatever the case."""
    asked = words.casefold().split()
    return tuple(line for line in listing.lines if all(word in line.words.casefold() for word in asked))


def as_csv(listing: Listing) -> str:
    """Return the whole list as CSV, with a mark by which spreadsheets see UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(listing.raw_columns)
    writer.writerows(line.raw for line in listing.lines)
    return "\ufeff" + out.getvalue()


def as_html(listing: Listing, lines: Sequence[Line]) -> str:
    """Return the table; roles are written out because a phone shows rows as blocks."""
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in listing.columns)
    body = "".join(
        f'<tr role="row"{f" id={chr(34)}{escape(line.anchor)}{chr(34)}" if line.anchor else ""}>'
        + "".join(
            f'<td role="cell" data-label="{escape(name)}"{" class=n" if cell.number else ""}>{cell.html()}</td>'
            for name, cell in zip(listing.columns, line.cells, strict=True)
        )
        + "</tr>"
        for line in lines
    )
    return (
        f'<div class="sp-scroll sp-card" tabindex="0" role="region" aria-label="{escape(listing.title)}">'
        f'<table class="sp-table sp-list" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def asked_for(ctx: Context) -> str:
    """Draw the filter field; its words live in the address."""

    def remember() -> None:
        words = st.session_state[FILTER].strip()
        if words:
            st.query_params[FILTER] = words
        else:
            st.query_params.pop(FILTER, None)

    st.session_state.setdefault(FILTER, st.query_params.get(FILTER, ""))
    label = ctx.t("sources.filter")
    return str(st.text_input(label, key=FILTER, placeholder=label, label_visibility="collapsed", on_change=remember))


def draw(ctx: Context, listing: Listing, words: str) -> None:
    """Draw the list: how many of how many, the whole list as a file, the table."""
    lines = found(listing, words)
    title, save = st.columns([9, 3], vertical_alignment="center")
    count = ctx.t("sources.shown", shown=ctx.n.integer(len(lines)), total=ctx.n.integer(len(listing.lines)))
    with title:
        st.html(f'<h2 class="sp-list-title">{escape(listing.title)} <small>{escape(count)}</small></h2>')
    with save:
        st.download_button(
            ctx.t("sources.save"),
            as_csv(listing),
            file_name=f"{listing.key}_{ctx.build_id}.csv",
            mime="text/csv",
            key=f"save_{listing.key}",
            on_click="ignore",
            width="stretch",
        )
    st.html(as_html(listing, lines) if lines else f'<p class="sp-unknown">{escape(ctx.t("sources.nothing"))}</p>')
