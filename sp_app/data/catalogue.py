"""The small tables of a database as records, read once when it is opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from sp_app.data.inventory import Inventory, read_inventory
from sp_app.data.records import Membership, Province, Unit
from sp_core.records import Area, Flag, Gap, Indicator, Origin, Text


@dataclass(frozen=True, slots=True)
class FlagRule:
    """A flag and the figures it meets; None means every one."""

    area: str | None
    year: int | None
    sex: str | None
    flag: Flag

    def meets(self, area: str, year: int, sex: str) -> bool:
        """Say whether a figure carries the flag."""
        return self.area in (None, area) and self.year in (None, year) and self.sex in (None, sex)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything but the observations; shared by all readers, never changed."""

    build_id: str
    units: Mapping[str, Unit]
    origins: Mapping[str, Origin]
    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    memberships: tuple[Membership, ...]
    gaps: tuple[Gap, ...]
    provinces: tuple[Province, ...]
    flags: Mapping[str, tuple[FlagRule, ...]]
    inventory: Inventory


def read_catalogue(cursor: duckdb.DuckDBPyConnection) -> Catalogue:
    """Return the small tables, in the order of the data files."""
    return Catalogue(
        build_id=_rows(cursor, "SELECT id FROM build")[0]["id"],
        units={row["unit"]: _unit(row) for row in _rows(cursor, "SELECT * FROM unit")},
        origins={row["origin"]: _origin(row) for row in _rows(cursor, "SELECT * FROM origin")},
        areas={row["area"]: _area(row) for row in _rows(cursor, "SELECT * FROM area")},
        indicators={
            row["indicator"]: _indicator(row) for row in _rows(cursor, "SELECT * FROM indicator ORDER BY place")
        },
        memberships=tuple(Membership(**row) for row in _rows(cursor, "SELECT * FROM membership")),
        gaps=tuple(_gap(row) for row in _rows(cursor, "SELECT * FROM gap ORDER BY place")),
        provinces=tuple(Province(**row) for row in _rows(cursor, "SELECT * FROM province ORDER BY pcode")),
        flags=_flags(_rows(cursor, "SELECT * FROM flag")),
        inventory=read_inventory(cursor),
    )


def _rows(cursor: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    cursor.execute(query)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def _text(row: dict[str, Any], stem: str) -> Text:
    return Text(en=row[f"{stem}_en"], lo=row[f"{stem}_lo"], review=row["lo_review"])


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(key=row["unit"], name=_text(row, "name"), symbol=_text(row, "symbol"), decimals=row["decimals"])


def _origin(row: dict[str, Any]) -> Origin:
    same = ("producer", "title", "edition", "published", "licence", "licence_verified", "address", "carrier", "credit")
    return Origin(
        key=row["origin"],
        accessed=row["accessed"].isoformat(),
        is_copy=row["copy_status"] == "copy",
        **{name: row[name] for name in same},
    )


def _area(row: dict[str, Any]) -> Area:
    return Area(key=row["area"], name=_text(row, "name"), kind=row["kind"], iso=row["iso"])


def _indicator(row: dict[str, Any]) -> Indicator:
    same = ("unit", "sdg", "basis", "direction", "drawn", "group")
    return Indicator(
        key=row["indicator"],
        name=_text(row, "name"),
        definition=_text(row, "definition"),
        comparability=_text(row, "comparability"),
        **{name: row[name] for name in same},
    )


def _gap(row: dict[str, Any]) -> Gap:
    return Gap(key=row["gap"], topic=row["topic"], statement=_text(row, "statement"), provider=_text(row, "provider"))


def _flags(rows: list[dict[str, Any]]) -> dict[str, tuple[FlagRule, ...]]:
    found: dict[str, list[FlagRule]] = defaultdict(list)
    for row in rows:
        flag = Flag(flag=row["flag"], reason=_text(row, "reason"))
        found[row["indicator"]].append(FlagRule(row["area"], row["year"], row["sex"], flag))
    return {indicator: tuple(rules) for indicator, rules in found.items()}
