"""Read rows of golden files: inputs `in_*`, expected results `out_*`, tolerance, kind and source."""

from __future__ import annotations

import contextlib
import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as it stands in its file: the text of each column."""

    file: str
    case: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. A cell that is empty is in neither mapping; names have lost their in_, out_ and _json."""

    file: str
    case: str
    inputs: Mapping[str, Any]
    expected: Mapping[str, Any]
    formula: str
    tolerance: float
    tol_type: str
    kind: str
    source: str

    def has(self, *names: str) -> bool:
        """Say whether all these inputs are given."""
        return all(name in self.inputs for name in names)

    def get(self, name: str, default: Any) -> Any:
        """Return an input, `default` where its cell is empty."""
        return self.inputs.get(name, default)

    def __getitem__(self, name: str) -> Any:
        return self.inputs[name]


def read_folder(folder: Path) -> Iterator[Cells]:
    """Yield the cells of every row of every CSV file in `folder`, files by name."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf8", newline="") as file:
            for cells in csv.DictReader(file):
                yield Cells(path.name, cells.get("case") or "", cells)


def cell(name: str, text: str) -> Any:
    """Return what a cell holds: JSON where its column says so, else a number, yes or no, or words."""
    if name.endswith("_json"):
        with contextlib.suppress(json.JSONDecodeError):
            return json.loads(text)
    if text in ("True", "False", "true", "false"):
        return text in ("True", "true")
    try:
        return float(text)
    except ValueError:
        return text


def parse(given: Cells) -> Row:
    """Return the row that the cells state."""
    cells = given.cells

    def part(prefix: str) -> dict[str, Any]:
        return {
            name.removeprefix(prefix).removesuffix("_json"): cell(name, text)
            for name, text in cells.items()
            if name and name.startswith(prefix) and text
        }

    return Row(
        file=given.file,
        case=given.case,
        inputs=part("in_") | ({"values": json.loads(cells["in_json"])} if cells.get("in_json") else {}),
        expected=part("out_"),
        formula=cells.get("formula", ""),
        tolerance=float(cells.get("tolerance") or 0.0),
        tol_type=cells.get("tol_type", ""),
        kind=cells.get("kind", ""),
        source=cells.get("source", ""),
    )
