"""Who the model counts: population, births, ages and direct counts, and how far the variants lie from them.

The model's paths are the medium variant. `X_spread` of a series X is its distance to the high variant as a
share: births from total fertility rates, the population from its published totals, ages from the births
of their years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from sp_app.data.places import AREA
from sp_app.data.scenario_files import in_force, load_parameter
from sp_core.errors import DataError
from sp_core.parameter import Parameter
from sp_core.population_variant import distance, distance_of_ages
from sp_core.programme import BIRTHS, POPULATION, SPREAD, TargetGroup
from sp_core.records import Observation

COUNTED = ("persons", "households")  # who gets one benefit each
GROUP = 5  # ages are published in groups of five years
VARIANTS = ("_low", "", "_high")
SEX = {"births": "T"} | {f"{one}{it}": sex for one, sex in (("tfr", "F"), ("population_31dec", "T")) for it in VARIANTS}
FERTILITY = "derived: half the distance of the low and the high variant's total fertility rate, over the medium one's"
TOTALS = (
    "derived: half the distance of the low and the high variant's population, mean of two 31 Decembers, "
    "over the medium one's on 1 July"
)
COHORTS = "derived: distance of the births of the years in which these persons were born, weighted by births"


class Figures(Protocol):
    """The part of the queries that is used here."""

    def observations(
        self, indicator: str, areas: Iterable[str] | None = None, *, sex: str | None = "T"
    ) -> tuple[Observation, ...]: ...

    def population(
        self, area: str, year: int, ages: tuple[str, ...] | None = None, sex: str = "T"
    ) -> Observation | None: ...


@dataclass(frozen=True)
class People:
    """The people of the years of a scenario; a missing year is an error, because nothing goes on from it."""

    queries: Figures
    years: tuple[int, ...]
    data: Path

    def parameters(self, group: TargetGroup) -> Iterator[Parameter]:
        """Yield the path of a target group and, unless it is a direct count, its distance to the high variant."""
        if group.is_count:
            yield from self._count(group.series)
            return
        for year in self.years:
            found = self._found(group, year)
            yield _given(group.series, year, found.value, "persons", found, found.locator)
            yield self._spread(group, found)

    def _found(self, group: TargetGroup, year: int) -> Observation:
        if group.series == BIRTHS:
            return self._at(BIRTHS, year)
        found = self.queries.population(AREA, year, group.ages or None, group.sex)
        if found is None:
            ages = f" aged {', '.join(group.ages)}, {group.sex}" if group.ages else ""
            raise DataError(f"the model needs the population of {AREA}{ages}, {year}: no such observation in data/")
        return found

    def _spread(self, group: TargetGroup, found: Observation) -> Parameter:
        year, name = found.year, f"{group.series}{SPREAD}"
        if group.series == BIRTHS:
            return _given(name, year, self._of_births.get(year, 0.0), "share", self._at("tfr_high", year), FERTILITY)
        if group.series == POPULATION:
            return _given(name, year, self._of_all(found), "share", self._at("population_31dec_high", year), TOTALS)
        return _given(name, year, self._of_ages(group, found), "share", found, COHORTS)

    @cached_property
    def _published(self) -> Mapping[tuple[str, int], Observation]:
        return {
            (name, one.year): one
            for name, sex in SEX.items()
            for one in self.queries.observations(name, [AREA], sex=sex)
        }

    @cached_property
    def _of_births(self) -> Mapping[int, float]:
        """Return the distance of births by year; before the variants part there is none."""
        years = [year for name, year in self._published if name == "tfr_high"]
        return {year: distance(*self._variants("tfr", year)) for year in years}

    @cached_property
    def _births(self) -> Mapping[int, float]:
        return {year: one.value for (name, year), one in self._published.items() if name == BIRTHS}

    def _of_all(self, found: Observation) -> float:
        ends = [self._variants("population_31dec", year) for year in (found.year - 1, found.year)]
        low, high = ((ends[0][at] + ends[1][at]) / 2.0 for at in (0, 2))
        return float(distance(low, found.value, high))

    def _of_ages(self, group: TargetGroup, found: Observation) -> float:
        """Return the distance of ages of five years each, together; who was born before the variants part adds none."""
        oldest = found.year - min(self._of_births)
        differing = 0.0
        for first in (at for ages in group.ages for at in _firsts(ages, oldest)):
            last = first + GROUP - 1
            part = self.queries.population(AREA, found.year, (f"{first}-{last}",), group.sex)
            if part is None:
                raise DataError(f"the model needs the population of {AREA} aged {first}-{last}, {found.year}")
            differing += part.value * distance_of_ages(first, last, found.year, self._births, self._of_births)
        return differing / found.value

    def _variants(self, indicator: str, year: int) -> tuple[float, float, float]:
        """Return the figures of the low, medium and high variant."""
        low, medium, high = (self._at(f"{indicator}{variant}", year).value for variant in VARIANTS)
        return low, medium, high

    def _at(self, indicator: str, year: int) -> Observation:
        found = self._published.get((indicator, year))
        if found is None:
            raise DataError(f"the model needs {indicator} of {AREA} for {year}: no such observation in data/")
        return found

    def _count(self, name: str) -> Iterator[Parameter]:
        """Yield a direct count, carried forward unchanged; no variant moves it."""
        table = load_parameter(name, self.data)
        if table.unit not in COUNTED:
            raise DataError(f"{name}.toml: column unit: {table.unit!r}; a direct count is in {' or '.join(COUNTED)}")
        step = in_force(table, date(self.years[0], 1, 1))
        for year in self.years:
            yield Parameter(
                id=name,
                year=year,
                value=step.value,
                unit=table.unit,
                status="estimate" if table.status == "official" else table.status,
                origin=step.origin,
                locator=f"{step.locator} (of {step.from_.year}, carried forward)",
            )


def _firsts(ages: str, oldest: int) -> range:
    """Return the first ages of the groups of five years in a published group, up to the age `oldest`."""
    first, _, last = ages.rstrip("+").partition("-")
    return range(int(first), min(int(last or oldest), oldest) + 1, GROUP)


def _given(name: str, year: int, value: float, unit: str, found: Observation, locator: str) -> Parameter:
    return Parameter(
        id=name, year=year, value=value, unit=unit, status=found.status, origin=found.origin, locator=locator
    )
