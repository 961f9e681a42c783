"""Poverty and inequality of weighted welfare: headcount, gap, severity, Gini and others; methods 5.1.

Welfare is consumption or income per head, kip a month (any unit that the line shares), persons on the last axis.
Weights are persons: household weight times household size. A person is poor strictly below the line. Every function
takes a leading axis of scenarios; nobody to count, or nothing to share, gives NaN.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sp_core.ranges import fail_if_negative, fail_unless_a_share, fail_unless_positive
from sp_core.ratio import plain, ratio

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Poverty:
    """The three measures of Foster, Greer and Thorbecke: shares. `gap` is the mean distance below the line."""

    headcount: Any
    gap: Any
    severity: Any


def poverty(welfare: ArrayLike, weights: ArrayLike, line: Any) -> Poverty:
    """Return headcount, gap and severity: the mean of ((line - welfare) / line)^a over all, a = 0, 1, 2.

    `line` is a number or one per scenario.
    """
    values, weight = _persons(welfare, weights)
    fail_unless_positive("line", line)
    edge = np.asarray(line, dtype=float)[..., None]
    poor = values < edge
    short = np.where(poor, (edge - values) / edge, 0.0)
    measures = (_mean(part, weight) for part in (poor.astype(float), short, short**2))
    return Poverty(*measures)


def watts(welfare: ArrayLike, weights: ArrayLike, line: Any) -> Any:
    """Return the mean of ln(line / welfare) over the poor, the others counting 0; NaN where welfare is 0 or less."""
    values, weight = _persons(welfare, weights)
    fail_unless_positive("line", line)
    edge = np.asarray(line, dtype=float)[..., None]
    return _mean(np.where(values < edge, -_log(values / edge), 0.0), weight)


def gini(welfare: ArrayLike, weights: ArrayLike) -> Any:
    """Return the Gini coefficient: 0 all equal, near 1 one has all; ties and scale of weights do not matter.

    2 * sum(w * y * (W_up_to - w / 2)) / (W^2 * mean) - 1, in ascending order
    """
    values, weight = _ascending(*_persons(welfare, weights))
    rank = np.cumsum(weight, axis=-1) - weight / 2.0
    people = np.sum(weight, axis=-1)
    return plain(ratio(2.0 * np.sum(weight * values * rank, axis=-1), people**2 * _mean(values, weight)) - 1.0)


def mean_log_deviation(welfare: ArrayLike, weights: ArrayLike) -> Any:
    """Return the mean of ln(mean / welfare), natural logarithm; NaN where welfare is 0 or less."""
    values, weight = _persons(welfare, weights)
    return _mean(-_log(_relative(values, weight)), weight)


def theil(welfare: ArrayLike, weights: ArrayLike) -> Any:
    """Return the mean of r * ln(r), r being welfare over its mean, natural logarithm; welfare 0 counts 0."""
    values, weight = _persons(welfare, weights)
    relative = _relative(values, weight)
    return _mean(np.where(relative == 0.0, 0.0, relative * _log(np.where(relative == 0.0, 1.0, relative))), weight)


def hoover(welfare: ArrayLike, weights: ArrayLike) -> Any:
    """Return the share of all welfare that would have to move for everyone to have the same."""
    values, weight = _persons(welfare, weights)
    return plain(0.5 * np.asarray(_mean(np.abs(_relative(values, weight) - 1.0), weight)))


def share_of_bottom(welfare: ArrayLike, weights: ArrayLike, people: float) -> Any:
    """Return the share of welfare of the poorest `people` (share), on a straight line inside a person's weight."""
    fail_unless_a_share("people", people)
    values, weight = _ascending(*_persons(welfare, weights))
    before = np.cumsum(weight, axis=-1) - weight
    asked = people * np.sum(weight, axis=-1, keepdims=True)
    taken = np.clip(asked - before, 0.0, weight)
    return ratio(np.sum(taken * values, axis=-1), np.sum(weight * values, axis=-1))


def palma(welfare: ArrayLike, weights: ArrayLike) -> Any:
    """Return the share of the richest tenth over the share of the poorest four tenths."""
    top = np.subtract(1.0, share_of_bottom(welfare, weights, 0.9))
    return ratio(top, share_of_bottom(welfare, weights, 0.4))


def bottom_coded(welfare: ArrayLike, weights: ArrayLike, floor: float) -> tuple[Array, float]:
    """Return welfare raised to `floor` where it is lower, and how many persons that concerns: to be reported."""
    fail_unless_positive("floor", floor)
    values, weight = _persons(welfare, weights)
    return np.maximum(values, floor), float(np.sum(np.where(values < floor, weight, 0.0)))


def _persons(welfare: ArrayLike, weights: ArrayLike) -> tuple[Array, Array]:
    fail_if_negative("weights", weights)
    values, weight = np.broadcast_arrays(np.asarray(welfare, dtype=float), np.asarray(weights, dtype=float))
    return np.atleast_1d(values), np.atleast_1d(weight)


def _ascending(values: Array, weight: Array) -> tuple[Array, Array]:
    order = np.argsort(values, axis=-1, kind="stable")
    return np.take_along_axis(values, order, axis=-1), np.take_along_axis(weight, order, axis=-1)


def _mean(values: Array, weight: Array) -> Any:
    return ratio(np.sum(values * weight, axis=-1), np.sum(weight, axis=-1))


def _relative(values: Array, weight: Array) -> Array:
    return np.asarray(ratio(values, np.asarray(_mean(values, weight))[..., None]))


def _log(values: Array) -> Array:
    """Return the natural logarithm, NaN of 0 or less."""
    return np.log(np.where(values > 0.0, values, np.nan))
