"""What the database holds: the extent of each indicator, figures by origin, corrections that were applied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import duckdb

from sp_core.records import Text

EXTENTS = """
    SELECT indicator, min(year), max(year), count(DISTINCT area), count(*) FROM observation GROUP BY indicator"""
BY_ORIGIN = "SELECT origin, count(*) FROM observation GROUP BY origin"
CORRECTIONS = """
    SELECT file, indicator, area, year, sex, age, expected_value, action, field, new_value,
           reason_en, reason_lo, lo_review, reported_on
    FROM correction ORDER BY file, indicator, area, year"""


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last year, number of areas and number of figures of an indicator."""

    first_year: int
    last_year: int
    areas: int
    figures: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A change made to a carried figure, held as long as the source is as it was."""

    file: str
    indicator: str
    area: str
    year: int
    sex: str
    age: str
    expected_value: float
    action: str
    field: str
    new_value: str
    reason: Text
    reported_on: date


@dataclass(frozen=True, slots=True)
class Inventory:
    """Extents by indicator, number of figures by origin, corrections."""

    extents: dict[str, Extent]
    by_origin: dict[str, int]
    corrections: tuple[Correction, ...]


def read_inventory(cursor: duckdb.DuckDBPyConnection) -> Inventory:
    """Return what a database holds."""
    return Inventory(
        extents={row[0]: Extent(*row[1:]) for row in cursor.execute(EXTENTS).fetchall()},
        by_origin=dict(cursor.execute(BY_ORIGIN).fetchall()),
        corrections=tuple(
            Correction(*row[:10], Text(*row[10:13]), row[13]) for row in cursor.execute(CORRECTIONS).fetchall()
        ),
    )
