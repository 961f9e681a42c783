"""A scenario: programmes and assumptions with some levers moved away from today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np

from sp_core.assumptions import Assumptions
from sp_core.errors import BadScenario, InvalidInput, OutOfBounds
from sp_core.financing import Financing
from sp_core.lever import Lever
from sp_core.programme import Programme
from sp_core.records import Text

HEADLINE_LIMIT = 16


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """What the what-if is about; immutable.

    `overrides` are the lever values the scenario starts from; every other lever stands
    at its default. The baseline is the same scenario with all levers at their defaults.
    """

    id: str
    title: Text
    description: Text
    status: Literal["illustrative", "proposal", "adopted"]
    reference: str
    programmes: tuple[Programme, ...]
    assumptions: Assumptions
    overrides: Mapping[str, float] = field(default_factory=dict)
    headline: tuple[str, ...] = ()
    financing: Financing | None = None

    def __post_init__(self) -> None:
        if not self.programmes:
            raise BadScenario(f"scenario {self.id}: no programme")
        if len({programme.id for programme in self.programmes}) != len(self.programmes):
            raise BadScenario(f"scenario {self.id}: a programme is listed twice")
        if len(self.headline) > HEADLINE_LIMIT or len(set(self.headline)) != len(self.headline):
            raise BadScenario(f"scenario {self.id}: headline needs at most {HEADLINE_LIMIT} levers, each once")
        for name in self.headline:
            self.lever(name)
        self.values(self.overrides)

    @cached_property
    def levers(self) -> tuple[Lever, ...]:
        """Return every lever: policy by programme, then financing, then assumptions."""
        of_programmes = (lever for programme in self.programmes for lever in programme.levers)
        of_financing = self.financing.levers if self.financing else ()
        return (*of_programmes, *of_financing, *self.assumptions.levers)

    @cached_property
    def _by_id(self) -> Mapping[str, Lever]:
        return {lever.id: lever for lever in self.levers}

    @cached_property
    def year_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of year levers of which the second is never the earlier."""
        own = tuple((f"{programme.id}.start_year", f"{programme.id}.full_year") for programme in self.programmes)
        return (*own, *(self.financing.year_pairs if self.financing else ()))

    def lever(self, name: str) -> Lever:
        """Return the lever with this id; raise BadScenario that lists those there are."""
        if name in self._by_id:
            return self._by_id[name]
        known = ", ".join(lever.id for lever in self.levers)
        raise BadScenario(f"scenario {self.id}: no lever {name!r}; there are {known}")

    def defaults(self) -> dict[str, float]:
        """Return every lever at today's value: the baseline."""
        return {lever.id: float(lever.default) for lever in self.levers}

    def values(self, moved: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return every lever's value: `moved` (default: the scenario's overrides) over the defaults.

        Floats, or arrays of K draws. A value outside its range raises OutOfBounds that
        names the lever; an end year before its start year raises InvalidInput.
        """
        moved = self.overrides if moved is None else moved
        values: dict[str, Any] = dict(self.defaults())
        for name, value in moved.items():
            values[name] = _checked(self.lever(name), value)
        for start, end in self.year_pairs:
            if np.any(np.less(values[end], values[start])):
                raise InvalidInput(f"{end} {values[end]} comes before {start} {values[start]}")
        return values

    def modified_baseline(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return today's policies under the assumptions of `values`."""
        assumed = {lever.id for lever in self.assumptions.levers}
        return {**self.defaults(), **{name: value for name, value in values.items() if name in assumed}}


def _checked(lever: Lever, value: Any) -> Any:
    if not isinstance(value, np.ndarray):
        return lever.checked(value)
    outside = value[~((value >= lever.minimum) & (value <= lever.maximum))]
    if outside.size:
        raise OutOfBounds(f"lever {lever.id}: {outside[0]} outside {lever.minimum}..{lever.maximum}")
    if lever.integer and np.any(value != np.floor(value)):
        raise OutOfBounds(f"lever {lever.id}: a draw is not a whole number")
    return value.astype(float)
