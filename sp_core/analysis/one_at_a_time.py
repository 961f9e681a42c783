"""Tornado: which input matters most? One at a time from low to high, the widest swing first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import special

from sp_core.analysis.plan import make_plan
from sp_core.analysis.uncertainty import Uncertainty, clipped, drawn
from sp_core.errors import InvalidInput
from sp_core.scenario import Scenario
from sp_core.tape import Tape

LOW, HIGH = 0.10, 0.90
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bar:
    """One input moved alone: its low and high value, and the results they give."""

    lever: str
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def swing(self) -> float:
        """Return the distance between the two results."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Tornado:
    """The bars of one result in one year, the widest first; `base` is the result with nothing moved."""

    result: str
    year: int
    base: float
    bars: tuple[Bar, ...]


def uncertain_ranges(scenario: Scenario, values: Mapping[str, float], uncertainty: Uncertainty) -> dict[str, Range]:
    """Return the 10 % and 90 % value of every uncertain lever, held inside its range."""
    stand = scenario.values(values)
    scores = [float(special.ndtri(probability)) for probability in (LOW, HIGH)]
    found = {}
    for lever, one in uncertainty.of(scenario):
        low, high = (float(clipped(lever, drawn(lever, one, stand[lever.id], score))) for score in scores)
        found[lever.id] = (low, high)
    return found


def tornado(
    scenario: Scenario, tape: Tape, values: Mapping[str, float], result: str, year: int, ranges: Mapping[str, Range]
) -> Tornado:
    """Return the tornado of `result` in `year` over `ranges` (lever -> low, high), the other levers as in `values`.

    Every low and high must be a valid setting of the scenario: OutOfBounds or InvalidInput says which is not.
    """
    stand = scenario.values(values)
    moved = {name: np.full(2 * len(ranges) + 1, stand[name], dtype=float) for name in ranges}
    for at, (name, (low, high)) in enumerate(ranges.items()):
        moved[name][2 * at : 2 * at + 2] = low, high  # one setting per end of a bar; the last is the base
    _fail_unless_valid(scenario, stand, ranges, moved)
    plan = make_plan(tape, stand, ranges, ((result, year),))
    found = [float(one) for one in np.broadcast_to(plan.run(moved)[0], 2 * len(ranges) + 1)]
    bars = [
        Bar(name, low, high, found[2 * at], found[2 * at + 1]) for at, (name, (low, high)) in enumerate(ranges.items())
    ]
    bars.sort(key=lambda bar: -bar.swing)
    return Tornado(result, year, found[-1], tuple(bars))


def _fail_unless_valid(
    scenario: Scenario, stand: Mapping[str, Any], ranges: Mapping[str, Range], moved: Mapping[str, Any]
) -> None:
    """Check all settings at once; when one is refused, find it, so that the error names one value."""
    try:
        scenario.values({**stand, **moved})
    except InvalidInput:
        for name, ends in ranges.items():
            for value in ends:
                scenario.values({**stand, name: value})
        raise
