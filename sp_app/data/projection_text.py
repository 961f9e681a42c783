"""A projection as text: CSV (one row per year) and JSON, marked as simulated wherever it is copied to."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sp_core.model import Projection, result_units
from sp_core.scenario import Scenario

SIMULATED = "simulated"


def projection_csv(projection: Projection) -> str:
    """Return year, status and one column per result; full precision, LF line ends."""
    names = list(projection.results)
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["year", "status", *names])
    for at, year in enumerate(projection.years):
        writer.writerow([year, SIMULATED, *(repr(float(projection.results[name][at])) for name in names)])
    return lines.getvalue()


def projection_json(projection: Projection, scenario: Scenario, levers: Mapping[str, float], build_id: str) -> str:
    """Return the projection with what it rests on: scenario, lever values, data build, units."""
    content: dict[str, Any] = {
        "scenario": scenario.id,
        "title": {"en": scenario.title.en, "lo": scenario.title.lo},
        "status": SIMULATED,
        "build": build_id,
        "levers": dict(levers),
        "years": list(projection.years),
        "units": result_units(scenario),
        "results": {name: list(values) for name, values in projection.results.items()},
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read_projection_csv(path: Path) -> dict[str, tuple[float, ...]]:
    """Return the columns of a projection written as CSV, by result name."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name not in ("year", "status")]
    return {name: tuple(float(row[name]) for row in rows) for name in names}
