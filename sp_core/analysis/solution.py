"""Solve: which value of a lever makes a result in a year equal a target?

Continuous levers: a straight line where the response is one (three points show it, the
answer is checked), else a bracketed root. Whole-number levers: every value is tried.
"No solution" is an answer and says what the results can be; a bound is never passed off
as a solution.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import brentq

from sp_core.analysis.plan import make_plan
from sp_core.errors import InvalidInput
from sp_core.lever import Lever
from sp_core.scenario import Scenario
from sp_core.tape import Tape

GRID = 64  # steps over a lever's range in which a curved response is searched for crossings
CLOSE = 1e-9  # of the spread of the results: how near counts as equal
ROOT_WIDTH = 1e-13  # of the lever's range


@dataclass(frozen=True, slots=True)
class Found:
    """The lever's value and the result it gives.

    `exact` is False for a whole-number lever that passes the target between two values:
    then `result` is the one that comes closest from below (what fits under a ceiling).
    `others` are further values that meet the target just as well.
    """

    value: float
    result: float
    exact: bool = True
    others: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class NoSolution:
    """No value of the lever meets the target: the results lie between `lowest` and `highest`."""

    lowest: float
    highest: float


Answer = Found | NoSolution
Response = Callable[[float], float]


def solve(
    scenario: Scenario, tape: Tape, values: Mapping[str, float], lever: str, result: str, year: int, target: float
) -> Answer:
    """Return the value of `lever` at which `result` in `year` equals `target`, the other levers as in `values`.

    Raises InvalidInput when the tape has no such result or year, BadScenario when there is no such lever.
    """
    moved = scenario.lever(lever)
    if not np.isfinite(target):
        raise InvalidInput(f"target {target} is not a finite number")
    complete = scenario.values(values)
    plan = make_plan(tape, complete, (lever,), ((result, year),))

    def response(value: float) -> float:
        return float(plan.run({lever: value})[0])

    def responses(places: Sequence[float]) -> list[float]:
        together = plan.run({lever: np.array(places)})[0]  # one pass of arrays instead of many of floats
        return [float(result) for result in np.broadcast_to(together, len(places))]

    def allowed(value: float) -> bool:
        return _allowed(scenario, {**complete, lever: value})

    if moved.integer:
        whole = [float(value) for value in range(int(moved.minimum), int(moved.maximum) + 1)]
        tried = [value for value in whole if allowed(value)]
        return _scanned(tried, responses(tried), target)
    current = float(complete[lever])
    free = allowed(moved.minimum) and allowed(moved.maximum)
    straight = _straight(moved, response, target, current) if free else None
    if straight is not None:
        return straight
    places = [float(place) for place in np.linspace(moved.minimum, moved.maximum, GRID + 1)]
    places = [place for place in places if free or allowed(place)]
    return _search(places, responses(places), response, target, current)


def _straight(lever: Lever, response: Response, target: float, current: float) -> Found | None:
    """Return the answer where it stands already or lies on a straight line, None where it must be searched for."""
    low, high = lever.minimum, lever.maximum
    ends = (response(low), response((low + high) / 2.0), response(high))
    near = _near(ends, target)
    now = response(current)
    if abs(now - target) <= near:
        return Found(current, now)
    if abs(ends[0] + ends[2] - 2.0 * ends[1]) <= near and min(ends) < max(ends) and min(ends) <= target <= max(ends):
        value = min(high, low + (high - low) * (target - ends[0]) / (ends[2] - ends[0]))  # rounding may step over
        got = response(value)
        if abs(got - target) <= near:
            return Found(value, got)
    return None


def _search(
    places: Sequence[float], results: Sequence[float], response: Response, target: float, current: float
) -> Answer:
    """Look for crossings between places and close in on each; the one nearest to the current value comes first."""
    near = _near(results, target)
    roots = [place for place, result in zip(places, results, strict=True) if abs(result - target) <= near]
    width = ROOT_WIDTH * (places[-1] - places[0])
    for left, right in pairwise(range(len(places))):
        below, above = results[left] - target, results[right] - target
        if min(abs(below), abs(above)) > near and below * above < 0.0:
            roots.append(float(brentq(lambda x: response(x) - target, places[left], places[right], xtol=width)))
    met = sorted((root for root in roots if abs(response(root) - target) <= near), key=lambda root: abs(root - current))
    if not met:
        return NoSolution(min(results), max(results))
    return Found(met[0], response(met[0]), others=tuple(sorted(met[1:])))


def _scanned(tried: Sequence[float], results: Sequence[float], target: float) -> Answer:
    """Choose among whole numbers (only those that the other levers allow were tried)."""
    lowest, highest = min(results), max(results)
    near = _near(results, target)
    if not lowest - near <= target <= highest + near:
        return NoSolution(lowest, highest)
    best = max(result for result in results if result <= target + near)
    values = [value for value, result in zip(tried, results, strict=True) if best - near <= result <= target + near]
    reached = results[list(tried).index(values[0])]
    return Found(values[0], reached, abs(reached - target) <= near, tuple(values[1:]))


def _near(results: Sequence[float], target: float) -> float:
    """Return how far a result may lie from the target and still count as equal."""
    return CLOSE * max(max(results) - min(results), abs(target) * CLOSE)


def _allowed(scenario: Scenario, values: Mapping[str, float]) -> bool:
    try:
        scenario.values(values)
    except InvalidInput:
        return False
    return True
