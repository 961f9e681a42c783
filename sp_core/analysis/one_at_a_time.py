"""Tornado: which input matters most? One at a time from low to high, the widest swing first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scipy import special

from sp_core.analysis.plan import make_plan
from sp_core.analysis.uncertainty import Uncertainty, clipped, drawn
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
    plan = make_plan(tape, stand, ranges, ((result, year),))
    own = {name: float(stand[name]) for name in ranges}
    bars = []
    for name, (low, high) in ranges.items():
        ends = []
        for value in (low, high):
            scenario.values({**stand, name: value})
            ends.append(float(plan.run({**own, name: float(value)})[0]))
        bars.append(Bar(name, low, high, ends[0], ends[1]))
    bars.sort(key=lambda bar: -bar.swing)
    return Tornado(result, year, float(plan.run(own)[0]), tuple(bars))
