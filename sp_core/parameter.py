"""Parameters: a value the model takes as given, with year, unit, status and source."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sp_core.errors import BadScenario
from sp_core.records import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One given value: what, for which year, in which unit, and who says so."""

    id: str
    year: int
    value: float
    unit: str
    status: Status
    origin: str
    locator: str

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise BadScenario(f"parameter {self.id} {self.year}: {self.value} is not a finite number")
        empty = [part for part in ("id", "unit", "status", "origin", "locator") if not getattr(self, part)]
        if empty:
            raise BadScenario(f"parameter {self.id} {self.year}: empty {', '.join(empty)}")


@dataclass(frozen=True)
class ModelInputs:
    """All parameters of one projection, by id and year."""

    parameters: tuple[Parameter, ...]

    @cached_property
    def by_key(self) -> Mapping[tuple[str, int], Parameter]:
        """Return the parameters by (id, year); a key given twice is an error."""
        found: dict[tuple[str, int], Parameter] = {}
        for parameter in self.parameters:
            key = (parameter.id, parameter.year)
            if key in found:
                raise BadScenario(f"parameter {parameter.id} is given twice for {parameter.year}")
            found[key] = parameter
        return found

    def get(self, parameter: str, year: int) -> Parameter:
        """Return one parameter; raise BadScenario that names it when it is not there."""
        try:
            return self.by_key[parameter, year]
        except KeyError:
            years = sorted(y for name, y in self.by_key if name == parameter)
            known = f"it has {years[0]}..{years[-1]}" if years else "it is not among the inputs at all"
            raise BadScenario(f"parameter {parameter} has no value for {year}: {known}") from None

    def value(self, parameter: str, year: int) -> float:
        """Return the value of one parameter."""
        return self.get(parameter, year).value

    def path(self, parameter: str, years: tuple[int, ...]) -> tuple[float, ...]:
        """Return the values of one parameter, year by year."""
        key = (parameter, years)
        if key not in self._paths:
            self._paths[key] = tuple(self.value(parameter, year) for year in years)
        return self._paths[key]

    @cached_property
    def _paths(self) -> dict[tuple[str, tuple[int, ...]], tuple[float, ...]]:
        return {}

    def with_more(self, more: Iterable[Parameter]) -> ModelInputs:
        """Return these inputs and some more."""
        return ModelInputs((*self.parameters, *more))

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.parameters)
