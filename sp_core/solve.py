"""What fits a budget, and where a curve meets a target; methods (7.4).

Cost is linear in the benefit and in take-up, so those answers are divisions. Only a response that is not linear is
searched for a root. "No solution in range" is an answer. The scenario model is solved in sp_core.analysis.solution.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.optimize import brentq

from sp_core.costing import MONTHS, benefits, recipients, with_administration
from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative
from sp_core.ratio import ratio


@dataclass(frozen=True, slots=True)
class NoRoot:
    """The response does not meet the target in the range: on the grid it lies between `lowest` and `highest`."""

    lowest: float
    highest: float


def affordable_benefit(
    budget: Any, target: Any, take_up: Any = 1.0, administration: Any = 0.0, months: Any = MONTHS
) -> Any:
    """Return the benefit a year that costs `budget`; an empty target group gives NaN.

        budget / (target * take-up * months / 12 * (1 + administration))

    Kip and persons give kip; shares of GDP and of the population give a share of GDP per head.
    """
    fail_if_negative("budget", budget)
    paid = benefits(recipients(target, take_up=take_up), 1.0, months)
    return ratio(budget, with_administration(paid, administration))


def affordable_take_up(
    budget: Any, target: Any, benefit_year: Any, administration: Any = 0.0, months: Any = MONTHS
) -> Any:
    """Return the share of the target group that `budget` pays for; above 1 the budget is more than enough."""
    fail_if_negative("budget", budget)
    return ratio(budget, with_administration(benefits(target, benefit_year, months), administration))


def crossing(
    response: Callable[[float], float], target: float, low: float, high: float, parts: int = 64
) -> float | NoRoot:
    """Return the lowest value between `low` and `high` at which `response` equals `target`.

    The range is cut into `parts`; the first part at whose ends the response lies on both sides of the target
    brackets the root. Two roots inside one part escape it, so `parts` follows the response's waves.
    """
    if not low < high:
        raise OutOfBounds(f"low {low:g} must be below high {high:g}")
    places = [float(place) for place in np.linspace(low, high, parts + 1)]
    above = [response(place) - target for place in places]
    for left, right in pairwise(range(parts + 1)):
        if above[left] == 0.0:
            return places[left]
        if above[left] * above[right] < 0.0:
            return float(brentq(lambda x: response(x) - target, places[left], places[right], xtol=1e-14 * (high - low)))
    if above[-1] == 0.0:
        return places[-1]
    return NoRoot(min(above) + target, max(above) + target)
