"""Any figures as files: slides with native charts, a workbook with a sheet each, a data package (Frictionless)."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sp_app.export.data_package import PROFILE, SIMULATED, Table, packed, resource
from sp_app.export.plain import plain
from sp_app.export.steps import Step, each, unheard
from sp_app.figures.spec import FigureSpec


@dataclass(frozen=True, slots=True)
class About:
    """What a file of figures says beside them: name and title, language, the line of date and build, `mark` of what
    is simulated (it stands where a figure is)."""

    name: str
    title: str
    language: str
    edition: str
    mark: str
    day: date
    build_id: str


Maker = Callable[[Sequence[FigureSpec], About, Step], bytes]


def figures_pptx(specs: Sequence[FigureSpec], about: About, step: Step = unheard) -> bytes:
    """Return the figures as slides, one each: native charts where there are such, else their tables."""
    from sp_app.export.deck_pptx import deck_of  # only who asks for slides needs their library
    from sp_app.export.slides import Signs

    deck = deck_of(about.language, about.title, Signs("", about.edition, ""), about.day)
    for spec in each(specs, step):
        deck.signs = Signs(about.mark if spec.simulated else "", about.edition, "")
        deck.figure(spec)
    return deck.file()


def figures_xlsx(specs: Sequence[FigureSpec], about: About, step: Step = unheard) -> bytes:
    """Return the figures as a workbook: a sheet each, with the table of the screen and below it the exact values."""
    import xlsxwriter

    from sp_app.export.figure_sheet import add_sheet
    from sp_app.export.looks import FONTS, SETTINGS, Formats

    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, SETTINGS)
    file.set_properties({"title": plain(about.title), "comments": about.edition})
    made = Formats(file, FONTS[about.language])
    for number, spec in enumerate(each(specs, step), start=1):
        said = (spec.source_line, *([about.mark] if spec.simulated else []), about.edition)
        add_sheet(file, made, f"{number} {spec.key}", spec, said, about.language)
    file.close()
    return out.getvalue()


def figures_package(specs: Sequence[FigureSpec], about: About, step: Step = unheard) -> bytes:
    """Return the figures' tables as CSV with what they are as JSON, in one zip file."""
    tables = {spec.key: table_of(spec) for spec in each(specs, step)}
    described = {
        "profile": PROFILE,
        "name": about.name.replace("_", "-"),
        "title": plain(about.title),
        "description": about.edition,
        "created": about.day.isoformat(),
        "version": about.build_id,
        "resources": [_described(spec, tables[spec.key]) for spec in specs],
    }
    parts = {"datapackage.json": json.dumps(described, ensure_ascii=False, indent=1) + "\n"}
    return packed({**parts, **{table.file: table.text() for table in tables.values()}}, about.day)


MAKERS: Mapping[str, Maker] = {"pptx": figures_pptx, "xlsx": figures_xlsx, "csv": figures_package}


def table_of(spec: FigureSpec) -> Table:
    """Return the table of a figure: exact values where it has them, else what is printed."""
    names, rows = spec.table.raw_columns or spec.table.columns, spec.table.raw or spec.table.rows
    columns = tuple((name, _kind([row[at] for row in rows])) for at, name in enumerate(_apart(names)))
    return Table(spec.key, columns, tuple(tuple(row) for row in rows))  # type: ignore[arg-type]  # cells as they are


def _apart(names: Sequence[str]) -> Iterator[str]:
    """Yield the names of columns; a column without one, or with one that is taken, is numbered."""
    taken: set[str] = set()
    for at, name in enumerate(names, start=1):
        free = name if name and name not in taken else f"{name} {at}".strip()
        taken.add(free)
        yield free


def _kind(cells: Sequence[object]) -> str:
    """Return the type of a column in the words of the standard."""
    known = [it for it in cells if it is not None and it != ""]
    if known and all(isinstance(it, bool) for it in known):
        return "boolean"
    if known and all(isinstance(it, int) for it in known):
        return "integer"
    return "number" if known and all(isinstance(it, (int, float)) for it in known) else "string"


def _described(spec: FigureSpec, table: Table) -> dict[str, Any]:
    said = {"title": plain(spec.title), "description": plain(spec.measure), "sources": [{"title": spec.source_line}]}
    return {**resource(table), **said, **({"status": SIMULATED} if spec.simulated else {})}
