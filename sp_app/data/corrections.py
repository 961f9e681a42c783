"""Corrections of carried figures: data with a reason, and a guard that speaks up when the source is repaired."""

from __future__ import annotations

from collections import defaultdict

from pydantic import ValidationError

from sp_app.data.faults import Fault
from sp_app.data.rows import CorrectionRow, ObservationRow
from sp_app.data.tables import Placed, Tables

Key = tuple[str, str, str, int, str, str]


def apply_corrections(tables: Tables, faults: list[Fault]) -> None:
    """Change the observations in place; a correction that no longer finds its figure is a fault."""
    places: dict[Key, list[int]] = defaultdict(list)
    wanted = {_key(placed.row.file, placed.row) for placed in tables.corrections}
    for index, observed in enumerate(tables.observations):
        key = _key(observed.file.removeprefix("observations/"), observed.row)
        if key in wanted:
            places[key].append(index)
    dropped: set[int] = set()
    for correction in tables.corrections:
        index = _found(correction, places, tables, dropped, faults)
        if index is not None:
            _change(correction, index, tables, dropped, faults)
    tables.observations = [row for index, row in enumerate(tables.observations) if index not in dropped]


def _key(file: str, row: ObservationRow | CorrectionRow) -> Key:
    return (file, row.indicator, row.area, row.year, row.sex, row.age)


def _found(
    correction: Placed[CorrectionRow],
    places: dict[Key, list[int]],
    tables: Tables,
    dropped: set[int],
    faults: list[Fault],
) -> int | None:
    """Return where the figure stands that the correction expects; add a fault when it is there no longer."""
    row = correction.row
    candidates = [index for index in places[_key(row.file, row)] if index not in dropped]
    for index in candidates:
        if tables.observations[index].row.value == row.expected_value:
            return index
    present = ", ".join(f"{tables.observations[index].row.value:g}" for index in candidates) or "no figure"
    right = f"the value in {row.file} ({present}); if the source was repaired, remove this correction"
    faults.append(correction.fault("expected_value", right))
    return None


def _change(
    correction: Placed[CorrectionRow], index: int, tables: Tables, dropped: set[int], faults: list[Fault]
) -> None:
    row, observed = correction.row, tables.observations[index]
    if row.action == "drop":
        if row.field or row.new_value:
            faults.append(correction.fault("field", "empty: a dropped figure gets no new value"))
        dropped.add(index)
        return
    if (row.action == "replace") != (row.field == "value") or not row.field:
        faults.append(correction.fault("field", "value for replace; year, sex, age, status or note for relabel"))
        return
    try:
        changed = ObservationRow.model_validate({**observed.row.model_dump(), row.field: row.new_value})
    except ValidationError as error:
        faults.append(correction.fault("new_value", f"a {row.field}: {error.errors()[0]['msg']}"))
        return
    note = f"{changed.note}; " if changed.note else ""
    corrected = changed.model_copy(update={"note": f"{note}corrected from {_was(observed.row, row.field)}"})
    tables.observations[index] = observed._replace(row=corrected)


def _was(row: ObservationRow, field: str) -> str:
    value = getattr(row, field)
    return f"{field} {value:.15g}" if isinstance(value, float) else f"{field} {value}"
