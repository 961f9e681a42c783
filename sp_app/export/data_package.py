"""A scenario as a data package (Frictionless): tables as CSV, what their columns mean as JSON, one zip file.

Numbers are exact and as the core calculates: kip, persons, shares from 0 to 1. Texts that a spreadsheet
would run as formulas are made harmless.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sp_app.data.projection_text import SIMULATED
from sp_app.export.handout import Handout
from sp_app.export.plain import plain
from sp_app.export.sheet import harmless
from sp_app.export.steps import Step, each, unheard
from sp_app.live.lever_names import full_name

PROFILE = "tabular-data-package"
Cell = str | float | int | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its columns with their types, its rows."""

    name: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def file(self) -> str:
        """Return the name of its file."""
        return f"{self.name}.csv"

    def text(self) -> str:
        """Return the table as CSV."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(name for name, _ in self.columns)
        writer.writerows([_cell(value) for value in row] for row in self.rows)
        return out.getvalue()


def data_package(handout: Handout, step: Step = unheard) -> bytes:
    """Return the package as the bytes of a zip file; the same hand-out gives the same bytes."""
    tables = tuple(gather(handout) for gather in each((_results, _levers, _inputs, _sources), step))
    parts = {
        "datapackage.json": json.dumps(_described(handout, tables), ensure_ascii=False, indent=1) + "\n",
        "README.txt": _readme(handout, tables),
        **{table.file: table.text() for table in tables},
    }
    return packed(parts, handout.day)


def packed(parts: Mapping[str, str], day: date) -> bytes:
    """Return texts by the name of their file as a zip file; the same texts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


def _results(handout: Handout) -> Table:
    columns = ("run", "string"), ("result", "string"), ("unit", "string"), ("year", "year")
    return Table("results", (*columns, ("status", "string"), ("value", "number")), tuple(_values(handout)))


def _values(handout: Handout) -> Iterator[tuple[Cell, ...]]:
    """Yield every named quantity of the scenario, of the baseline, and of the baseline under its assumptions."""
    runs = {"scenario": handout.here, "baseline": handout.baseline, "modified_baseline": handout.modified}
    for run, projection in runs.items():
        for quantity in handout.quantities:
            for year, value in zip(projection.years, projection.results[quantity.name], strict=True):
                yield run, quantity.name, quantity.unit, year, SIMULATED, float(value)


def _levers(handout: Handout) -> Table:
    numbers = tuple((name, "number") for name in ("value", "today", "minimum", "maximum"))
    words = ("lever", "string"), ("name", "string"), ("group", "string"), ("unit", "string")
    about = ("illustrative", "boolean"), ("origin", "string"), ("locator", "string")
    rows = tuple(
        (
            *(lever.id, full_name(lever, handout.scenario, handout.t), lever.group, lever.unit),
            *(float(handout.values[lever.id]), lever.default, lever.minimum, lever.maximum),
            *(lever.illustrative, lever.origin, lever.locator),
        )
        for lever in handout.scenario.levers
    )
    return Table("levers", (*words, *numbers, *about), rows)


def _inputs(handout: Handout) -> Table:
    columns = ("input", "string"), ("year", "year"), ("unit", "string"), ("value", "number")
    rows = tuple((p.id, p.year, p.unit, p.value, p.status, p.origin, p.locator) for p in handout.inputs)
    return Table("inputs", (*columns, ("status", "string"), ("origin", "string"), ("locator", "string")), rows)


def _sources(handout: Handout) -> Table:
    names = ("producer", "title", "edition", "published", "accessed", "licence", "licence_verified", "address")
    columns = (("origin", "string"), *((name, "boolean" if name == "licence_verified" else "string") for name in names))
    rows = tuple((it.key, *(getattr(it, name) for name in names)) for it in handout.origins)
    return Table("sources", columns, rows)


def _described(handout: Handout, tables: Iterable[Table]) -> dict[str, Any]:
    """Return what the package is and what its columns mean."""
    return {
        "profile": PROFILE,
        "name": handout.scenario.id.replace("_", "-"),
        "title": plain(handout.title),
        "description": " ".join(plain(mark) for mark in handout.marks),
        "created": handout.day.isoformat(),
        "version": handout.build_id,
        "model": handout.model_version,
        "status": SIMULATED,
        "sources": [{"title": origin.credit, "path": origin.address} for origin in handout.origins],
        "resources": [_resource(handout, table) for table in tables],
    }


def _resource(handout: Handout, table: Table) -> dict[str, Any]:
    told = {name: handout.t(f"export.field_{name}") for name, _ in table.columns}
    return {**resource(table, told), "description": handout.t(f"export.table_{table.name}")}


def resource(table: Table, told: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the description of a table in the words of the standard; `told` says what its columns mean."""
    fields = [{"name": name, "type": kind} for name, kind in table.columns]
    if told:
        fields = [{**it, "description": told[it["name"]]} for it in fields]
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _readme(handout: Handout, tables: Sequence[Table]) -> str:
    t = handout.t
    changes = [t("scenarios.change", lever=it.name, old=it.old, new=it.new) for it in handout.changes]
    lines = [
        plain(handout.title),
        plain(handout.scenario.description.get(handout.language)),
        "",
        *handout.marks,
        handout.edition,
        t("frame.source", source="; ".join(handout.credits)),
        "",
        *(f"{table.file}: {t(f'export.table_{table.name}')}" for table in tables),
        "",
        f"{t('export.changes')}:",
        *(changes or [t("scenarios.changes_none")]),
    ]
    return "\n".join(lines) + "\n"


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, (int, float)) else harmless(plain(value))
