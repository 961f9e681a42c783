"""The questions the product asks the figures; each has a name and a type, SQL stays in here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

import duckdb

from sp_app.data.catalogue import Catalogue
from sp_app.data.inventory import Correction, Extent
from sp_app.data.records import Membership, Province, Unit
from sp_core.errors import DataError
from sp_core.records import Area, Flag, Gap, Indicator, Observation, Origin

T = TypeVar("T")

COLUMNS = "indicator, area, year, sex, age, value, unit, status, origin, locator, note"
SOME = f"SELECT {COLUMNS} FROM observation WHERE indicator = ?"
IN_ORDER = " ORDER BY area, year, sex, age"
LATEST = f"{SOME} AND area = ? AND sex = ? AND age = ? AND year <= ? ORDER BY year DESC LIMIT 1"
BY_CERTAINTY = ("official", "estimate", "projection", "illustrative")
LAST = 9999
MOST_ANSWERS = 5000  # an answer never changes while a database is open; more of them would only hold memory

Answers = dict[tuple[Any, ...], tuple[Observation, ...]]


class Queries:
    """Questions to one database, through one cursor: for one thread at a time."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, answers: Answers | None = None) -> None:
        self._cursor, self._catalogue = cursor, catalogue
        self._answers = {} if answers is None else answers

    def indicator(self, key: str) -> Indicator:
        """Return one indicator; raise DataError when there is none."""
        return _known(self._catalogue.indicators, key, "indicator")

    def indicators(self, group: str | None = None) -> tuple[Indicator, ...]:
        """Return all indicators, or those of a group, in the order of indicators.csv."""
        return tuple(one for one in self._catalogue.indicators.values() if group in (None, one.group))

    def unit(self, key: str) -> Unit:
        """Return one unit; raise DataError when there is none."""
        return _known(self._catalogue.units, key, "unit")

    def origin(self, key: str) -> Origin:
        """Return one origin; raise DataError when there is none."""
        return _known(self._catalogue.origins, key, "origin")

    def origins(self) -> tuple[Origin, ...]:
        """Return all origins."""
        return tuple(self._catalogue.origins.values())

    def area(self, key: str) -> Area:
        """Return one area; raise DataError when there is none."""
        return _known(self._catalogue.areas, key, "area")

    def areas(self, kind: str | None = None) -> tuple[Area, ...]:
        """Return all areas, or those of a kind (country, aggregate, province)."""
        return tuple(one for one in self._catalogue.areas.values() if kind in (None, one.kind))

    def members(self, organisation: str, on: date) -> tuple[Area, ...]:
        """Return the areas that belong to an organisation on a day."""
        return tuple(self.area(one.area) for one in self.memberships(organisation) if one.holds_on(on))

    def memberships(self, organisation: str) -> tuple[Membership, ...]:
        """Return who belongs to an organisation since when, with the source."""
        return tuple(one for one in self._catalogue.memberships if one.organisation == organisation)

    def provinces(self) -> tuple[Province, ...]:
        """Return the provinces of the Lao PDR in the official order."""
        return self._catalogue.provinces

    def gaps(self, topic: str | None = None) -> tuple[Gap, ...]:
        """Return what was looked for and not found, on one topic or on all."""
        return tuple(gap for gap in self._catalogue.gaps if topic in (None, gap.topic))

    def flags(self, indicator: str, area: str | None = None) -> tuple[Flag, ...]:
        """Return the different flags that figures of an indicator carry, in one area or anywhere."""
        rules = self._catalogue.flags.get(indicator, ())
        return tuple(dict.fromkeys(rule.flag for rule in rules if area is None or rule.area in (None, area)))

    def extents(self) -> Mapping[str, Extent]:
        """Return years, areas and number of figures of every indicator that has some."""
        return self._catalogue.inventory.extents

    def figures_by_origin(self) -> Mapping[str, int]:
        """Return how many figures come from each origin."""
        return self._catalogue.inventory.by_origin

    def corrections(self) -> tuple[Correction, ...]:
        """Return the changes made to carried figures."""
        return self._catalogue.inventory.corrections

    def observations(
        self,
        indicator: str,
        areas: Iterable[str] | None = None,
        years: Iterable[int] | None = None,
        sex: str | None = "T",
        age: str | None = "all",
    ) -> tuple[Observation, ...]:
        """Return figures in order of area and year; None for areas, years, sex or age means all of them."""
        query, values = SOME, [indicator]
        for column, wanted in (("sex", sex), ("age", age)):
            if wanted is not None:
                query, values = f"{query} AND {column} = ?", [*values, wanted]
        for column, several in (("area", areas), ("year", years)):
            if several is not None:
                query, values = f"{query} AND list_contains(?, {column})", [*values, tuple(several)]
        return self._ask(query + IN_ORDER, values)

    def observation(self, indicator: str, area: str, year: int, sex: str = "T", age: str = "all") -> Observation | None:
        """Return one figure, or None when none is published."""
        query = f"{SOME} AND area = ? AND year = ? AND sex = ? AND age = ?"
        return _first(self._ask(query, [indicator, area, year, sex, age]))

    def latest(
        self, indicator: str, area: str, sex: str = "T", no_later_than: int | None = None, age: str = "all"
    ) -> Observation | None:
        """Return the figure of the latest year, or None when none is published."""
        return _first(self._ask(LATEST, [indicator, area, sex, age, no_later_than or LAST]))

    def latest_common_year(
        self, indicator: str, area_a: str, area_b: str, sex: str = "T", no_later_than: int | None = None
    ) -> tuple[Observation, Observation] | None:
        """Return the figures of two areas in the latest year both have in the same edition."""
        of_b = {(one.year, one.origin): one for one in self.observations(indicator, [area_b], sex=sex)}
        for one in reversed(self.observations(indicator, [area_a], sex=sex)):
            if one.year <= (no_later_than or LAST) and (one.year, one.origin) in of_b:
                return one, of_b[one.year, one.origin]
        return None

    def population(
        self, area: str, year: int, ages: tuple[str, ...] | None = None, sex: str = "T"
    ) -> Observation | None:
        """Return the persons of the given ages, which must not overlap, as one figure; None for all ages.

        Published ages come first; where one is missing, all are taken from the derived five-year ages.
        None when a figure is missing. The sum carries the least certain status of its parts.
        """
        for indicator in ("population", "population_derived"):
            found = self.observations(indicator, [area], [year], sex, None)
            parts = [one for one in found if one.age in (ages or ("all",))]
            if parts and len(parts) == len(ages or ("all",)):
                return parts[0] if len(parts) == 1 else _total(parts)
        return None

    def _ask(self, query: str, values: list[Any]) -> tuple[Observation, ...]:
        """Return the figures a question finds, from memory when it was asked before."""
        question = (query, *values)
        if (known := self._answers.get(question)) is not None:
            return known
        names = COLUMNS.split(", ")
        found = self._cursor.execute(query, values).fetchall()
        answer = tuple(self._observation(dict(zip(names, row, strict=True))) for row in found)
        if len(self._answers) >= MOST_ANSWERS:
            self._answers.clear()
        self._answers[question] = answer
        return answer

    def _observation(self, row: dict[str, Any]) -> Observation:
        rules = self._catalogue.flags.get(row["indicator"], ())
        flags = tuple(rule.flag for rule in rules if rule.meets(row["area"], row["year"], row["sex"]))
        return Observation(**row, flags=flags)


def _known(records: Mapping[str, T], key: str, what: str) -> T:
    if key not in records:
        near = [name for name in records if name[:3] == key[:3]] or list(records)
        raise DataError(f"no {what} {key!r}; there are, among others, {', '.join(near[:8])}")
    return records[key]


def _first(found: tuple[Observation, ...]) -> Observation | None:
    return found[0] if found else None


def _total(parts: list[Observation]) -> Observation:
    """Return the sum of several ages as one figure that names them."""
    first = parts[0]
    return Observation(
        indicator=first.indicator,
        area=first.area,
        year=first.year,
        sex=first.sex,
        age="+".join(part.age for part in parts),
        value=sum(part.value for part in parts),
        unit=first.unit,
        status=max((part.status for part in parts), key=BY_CERTAINTY.index),
        origin=first.origin,
        locator="; ".join(dict.fromkeys(part.locator for part in parts)),
        note="; ".join(dict.fromkeys(part.note for part in parts if part.note)),
        flags=tuple(dict.fromkeys(flag for part in parts for flag in part.flags)),
    )
