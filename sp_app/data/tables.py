"""Reading the data files: CSV -> checked rows that still know their file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from sp_app.data.faults import Fault
from sp_app.data.rows import (
    AreaRow,
    CorrectionRow,
    FlagRow,
    GapRow,
    IndicatorRow,
    MembershipRow,
    ObservationRow,
    OriginRow,
    ProvinceRow,
    Row,
    UnitRow,
)

R = TypeVar("R", bound=Row)


class Placed(NamedTuple, Generic[R]):
    """A row with the file and line it stands on."""

    file: str
    line: int
    row: R

    def fault(self, column: str, right: str) -> Fault:
        """Return the fault that `column` of this row is not as it should be."""
        return Fault(self.file, self.line, column, str(getattr(self.row, column, "")), right)


@dataclass(slots=True)
class Tables:
    """All data files, read; observations as they will be published, after corrections."""

    origins: list[Placed[OriginRow]] = field(default_factory=list)
    units: list[Placed[UnitRow]] = field(default_factory=list)
    indicators: list[Placed[IndicatorRow]] = field(default_factory=list)
    areas: list[Placed[AreaRow]] = field(default_factory=list)
    memberships: list[Placed[MembershipRow]] = field(default_factory=list)
    flags: list[Placed[FlagRow]] = field(default_factory=list)
    corrections: list[Placed[CorrectionRow]] = field(default_factory=list)
    gaps: list[Placed[GapRow]] = field(default_factory=list)
    provinces: list[Placed[ProvinceRow]] = field(default_factory=list)
    observations: list[Placed[ObservationRow]] = field(default_factory=list)


MODELS: dict[str, type[Row]] = {
    "origins": OriginRow,
    "units": UnitRow,
    "indicators": IndicatorRow,
    "areas": AreaRow,
    "memberships": MembershipRow,
    "flags": FlagRow,
    "corrections": CorrectionRow,
    "gaps": GapRow,
    "provinces": ProvinceRow,
}


def read_tables(data: Path, faults: list[Fault]) -> Tables:
    """Return every data file below `data`; what cannot be read is added to `faults`."""
    tables = Tables()
    for name, model in MODELS.items():
        setattr(tables, name, list(_rows(data, f"{name}.csv", model, faults)))
    for path in sorted((data / "observations").glob("*.csv")):
        tables.observations += _rows(data, f"observations/{path.name}", ObservationRow, faults)
    return tables


def columns(model: type[Row]) -> list[str]:
    """Return the header of the file that `model` describes."""
    return [info.alias or name for name, info in model.model_fields.items()]


def _rows(data: Path, name: str, model: type[R], faults: list[Fault]) -> Iterator[Placed[R]]:
    """Yield the rows of one file; a fault names file, line, column, value and what is right."""
    wanted = columns(model)
    try:
        text = (data / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.append(Fault(name, 0, "", "the file is missing", f"a file with the columns {', '.join(wanted)}"))
        return
    except UnicodeDecodeError as error:
        faults.append(Fault(name, 0, "", f"not UTF-8 at byte {error.start}", "text in UTF-8"))
        return
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    header = next(reader, [])
    if header != wanted:
        faults.append(Fault(name, 1, "", f"the header is {','.join(header)}", ",".join(wanted)))
        return
    try:
        for cells in reader:
            yield from _row(name, reader.line_num, header, cells, model, faults)
    except csv.Error as error:
        faults.append(Fault(name, reader.line_num, "", f"not CSV: {error}", "quotes that are closed"))


def _row(
    name: str, line: int, header: list[str], cells: list[str], model: type[R], faults: list[Fault]
) -> Iterator[Placed[R]]:
    if len(cells) != len(header):
        faults.append(Fault(name, line, "", f"{len(cells)} cells", f"{len(header)} cells, as in the header"))
        return
    try:
        yield Placed(name, line, model.model_validate(dict(zip(header, cells, strict=True))))
    except ValidationError as error:
        faults.extend(_faults(name, line, model, error))


def _faults(name: str, line: int, model: type[Row], error: ValidationError) -> Iterator[Fault]:
    fields = {info.alias or key: info for key, info in model.model_fields.items()}
    for detail in error.errors():
        column = str(detail["loc"][0])
        yield Fault(name, line, column, str(detail["input"]), fields[column].description or detail["msg"])
