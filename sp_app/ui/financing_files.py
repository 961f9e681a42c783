"""The framework as files: CSV in the chosen unit, a workbook with every unit, levers and sources."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from sp_app.export.csv_file import csv_file
from sp_app.export.sheet import Book, Line, Sheet, Words
from sp_app.export.workbook import workbook
from sp_app.figures.framework import Row, Statement
from sp_app.figures.money import VIEWS
from sp_app.live import tables
from sp_app.live.lever_names import illustrative_note
from sp_app.live.link import LinkState, encode
from sp_app.live.results import Results
from sp_app.ui.financing_study import Study
from sp_app.ui.financing_table import OUTSIDE, WITH_HEADING, row_name, unknown_ceiling
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import crediting
from sp_app.ui.scenario_visit import Visit
from sp_core.lever import Lever

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw both downloads; a file is made when it is asked for."""
    name = f"mtef_{visit.state.scenario.id}_{ctx.lang}_{ctx.build_id}"
    view = list(VIEWS).index(visit.state.view)

    def as_csv() -> str:
        book = made(ctx, visit, found)
        return csv_file(book, book.sheets[view])

    def as_workbook() -> bytes:
        return workbook(made(ctx, visit, found), ctx.t("scenarios.csv_mark"))

    for label, data, ending, mime in (("excel", as_workbook, "xlsx", XLSX), ("csv", as_csv, "csv", "text/csv")):
        st.download_button(
            ctx.t(f"financing.download_{label}"),
            data,
            file_name=f"{name}.{ending}",
            mime=mime,
            key=f"financing_{label}",
            on_click="ignore",
        )


def made(ctx: Context, visit: Visit, found: Study) -> Book:
    """Return everything the files say about the framework of this scenario."""
    t, state = ctx.t, visit.state
    credit = crediting(ctx.q, t)
    results = Results(state, found.here, found.baseline)
    changes, levers = tables.changes(results, t, ctx.n), tables.levers(results, t, ctx.n, credit)
    given = tables.given_figures(found.scenario, found.known.inputs, t, ctx.n, credit)
    return Book(
        title=t("financing.file_title", scenario=state.scenario.title.get(ctx.lang)),
        language=ctx.lang,
        notes_name=t("frame.note"),
        notes=_notes(ctx, visit, found),
        sheets=tuple(_sheet(ctx, found, found.statement(state.year, key)) for key in VIEWS),
        words=(
            _words(t("scenarios.changes_title"), changes, _owners(ctx, results.changed, state)),
            _words(t("scenarios.levers_title"), levers, _owners(ctx, state.scenario.levers, state)),
            _words(t("financing.sheet_sources"), given),
        ),
    )


def _notes(ctx: Context, visit: Visit, found: Study) -> tuple[str, ...]:
    t = ctx.t
    return (
        t("scenarios.csv_mark"),
        t("financing.file_exact"),
        t("financing.mtef_note"),
        t("financing.mtef_own"),
        t("scenarios.csv_link", link=f"/financing?{urlencode(encode(visit.state))}"),
        *illustrative_note(found.scenario, t),
        sources(ctx, found),
        t("frame.build", build=ctx.build_id),
    )


def sources(ctx: Context, found: Study) -> str:
    """Return who published what stands behind the page's scenario, each once."""
    credit = crediting(ctx.q, ctx.t)
    published = (p for p in (*found.actual.parameters, *found.known.inputs) if p.status != "illustrative")
    return ctx.t("frame.source", source="; ".join(dict.fromkeys(credit(p.origin) for p in published)))


def _words(name: str, table: tables.Table, owners: Sequence[str] = ()) -> Words:
    """Return a table of words; `owners` name the programme before each row."""
    before = owners or [""] * len(table.rows)
    rows = tuple((f"{owner}{row[0]}", *row[1:]) for owner, row in zip(before, table.rows, strict=True))
    return Words(name=name, columns=table.columns, rows=rows)


def _owners(ctx: Context, levers: Sequence[Lever], state: LinkState) -> list[str]:
    titles = {p.id: f"{p.title.get(ctx.lang)}: " for p in state.scenario.programmes}
    return [titles.get(lever.programme or "", "") for lever in levers]


def _sheet(ctx: Context, found: Study, printed: Statement) -> Sheet:
    t, key = ctx.t, printed.money.key
    first = found.years[0]
    lines: list[Line] = []
    section = ""
    for row in printed.rows:
        if row.section != section and row.section in WITH_HEADING:
            lines.append(Line(name=t(f"financing.section_{row.section}"), look="section"))
        section = row.section
        lines.append(_line(ctx, found, row))
    return Sheet(
        name=t(f"financing.sheet_{key}", first=first),
        title=t("financing.mtef_title"),
        unit=printed.money.measure(t, first),
        columns=tuple((str(it.year), t(f"financing.year_{it.kind}")) for it in printed.columns),
        lines=tuple(lines),
    )


def _line(ctx: Context, found: Study, row: Row) -> Line:
    t = ctx.t
    unknown = unknown_ceiling(found, row)
    texts = [(0, t("frame.not_published"))] if row.section not in OUTSIDE else []
    if unknown:
        texts += [(at, t("financing.not_known")) for at in range(1, len(row.exact))]
    return Line(
        name=row_name(ctx, found, row),
        key=f"{row.section}.{row.name}",
        unit=t(f"financing.short_{row.unit}"),
        values=row.exact,
        digits=row.digits,
        look="gap" if row.name == "financing_gap_lak" else "total" if row.is_total else "line",
        texts=tuple(texts),
    )
