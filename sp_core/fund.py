"""Finances of a contributory fund: reserve, premiums that hold it, and what tells how it stands; methods 4.3 and 4.4.

Years lie on the last axis, scenarios before it. Money is nominal kip, rates are shares. A reserve below zero is an
accumulated need for financing and is never cut off at zero.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sp_core.errors import InvalidInput
from sp_core.ranges import fail_if_negative, fail_unless_above_minus_one
from sp_core.ratio import plain, ratio

Array = NDArray[np.float64]
Timing = Literal["mid", "end", "begin", "mid_simple"]

# When in the year the flows fall, as what a year's interest makes of one kip of them.
GROWN: dict[str, Callable[[Array], Array]] = {
    "mid": lambda interest: np.asarray(np.sqrt(1.0 + interest)),
    "end": np.ones_like,
    "begin": lambda interest: 1.0 + interest,
    "mid_simple": lambda interest: 1.0 + interest / 2.0,
}


def reserve_path(
    opening: Any,
    income: ArrayLike,
    spending: ArrayLike,
    interest: ArrayLike,
    timing: Timing = "mid",
    borrowing: Any = None,
) -> Array:
    """Return the reserve at the end of each year; methods (4.9).

        reserve[t] = reserve[t-1] * (1 + interest[t]) + (income[t] - spending[t]) * growth inside the year

    Parameters
    ----------
    opening : (...)
        Reserve before the first year.
    income, spending : (..., years)
        Contributions and subsidies; benefits and administration.
    interest : one rate or one per year
    timing : when the flows fall; "mid" lets them earn the square root of a year's interest
    borrowing : rate charged on a reserve below zero, the interest rate where not given
    """
    flows, rates = _flows(income, spending, interest)
    charged = rates if borrowing is None else np.broadcast_to(np.asarray(borrowing, dtype=float), rates.shape)
    fail_unless_above_minus_one("borrowing", charged)
    grown = _grown(rates, timing)
    reserve, path = np.asarray(opening, dtype=float), []
    for year in range(rates.shape[-1]):
        rate = np.where(reserve < 0.0, charged[..., year], rates[..., year])
        reserve = reserve * (1.0 + rate) + flows[..., year] * grown[..., year]
        path.append(reserve)
    return np.stack(np.broadcast_arrays(*path), axis=-1)


def average_premium(
    earnings: ArrayLike, spending: ArrayLike, opening: Any, interest: ArrayLike, timing: Timing = "mid"
) -> Any:
    """Return the level contribution rate that uses the reserve up exactly in the last year; methods (4.11).

    (present value of spending - opening reserve) / present value of insured earnings
    """
    rates = _flows(earnings, spending, interest)[1]
    today = _grown(rates, timing) / np.cumprod(1.0 + rates, axis=-1)
    spent = np.sum(np.asarray(spending, dtype=float) * today, axis=-1)
    return ratio(np.subtract(spent, opening), np.sum(np.asarray(earnings, dtype=float) * today, axis=-1))


def scaled_premium(
    earnings: ArrayLike, spending: ArrayLike, opening: Any, interest: ArrayLike, timing: Timing = "mid"
) -> Any:
    """Return the level contribution rate at which the reserve stops growing in the last year; methods (4.12)."""

    def last_change(path: Array) -> Any:
        before = path[..., -2] if path.shape[-1] > 1 else np.asarray(opening, dtype=float)
        return path[..., -1] - before

    return _rate_for(last_change, earnings, spending, opening, interest, timing)


def premium_for_reserve(
    earnings: ArrayLike,
    spending: ArrayLike,
    opening: Any,
    interest: ArrayLike,
    years_of_spending: Any,
    timing: Timing = "mid",
) -> Any:
    """Return the level contribution rate that ends with a reserve of so many years of the last year's spending."""
    goal = np.multiply(years_of_spending, np.asarray(spending, dtype=float)[..., -1])
    return _rate_for(lambda path: path[..., -1] - goal, earnings, spending, opening, interest, timing)


def pay_as_you_go(spending: Any, earnings: Any) -> Any:
    """Return spending / insured earnings of the year: the rate that pays the year by itself; methods (4.10)."""
    return ratio(spending, earnings)


def pay_as_you_go_from_ratios(dependency: Any, replacement: Any) -> Any:
    """Return pensioners per contributor * average pension over average earnings: that rate without administration."""
    return plain(np.multiply(dependency, replacement))


def reserve_ratio(reserve: Any, spending: Any) -> Any:
    """Return how many years of spending a reserve lasts; say whether it is that of the year's beginning or end."""
    return ratio(reserve, spending)


def actuarial_balance(
    earnings: ArrayLike, spending: ArrayLike, opening: Any, interest: ArrayLike, rate: Any, timing: Timing = "mid"
) -> Any:
    """Return the contribution rate less the average premium: above 0 the rate is more than enough; methods (4.15)."""
    return plain(np.subtract(rate, average_premium(earnings, spending, opening, interest, timing)))


def first_deficit(income: ArrayLike, spending: ArrayLike) -> Any:
    """Return the position (0, 1, ...) of the first year that spends more than comes in, NaN where none does."""
    return _first(np.less(income, spending))


def depletion(reserve: ArrayLike) -> Any:
    """Return the position of the first year that ends with a reserve below zero, NaN if none does; methods (4.14)."""
    return _first(np.less(reserve, 0.0))


def first_fall(opening: Any, reserve: ArrayLike) -> Any:
    """Return the position of the first year whose reserve ends below where it began, interest included, NaN if none."""
    path = np.asarray(reserve, dtype=float)
    first = np.broadcast_to(np.asarray(opening, dtype=float)[..., None], (*path.shape[:-1], 1))
    return _first(path < np.concatenate([first, path[..., :-1]], axis=-1))


def _first(happens: Any) -> Any:
    hits = np.asarray(happens)
    place = np.where(hits.any(axis=-1), hits.argmax(axis=-1), math.nan)
    return plain(place)


def _rate_for(
    missed: Callable[[Array], Any],
    earnings: ArrayLike,
    spending: ArrayLike,
    opening: Any,
    interest: ArrayLike,
    timing: Timing,
) -> Any:
    """Return the rate at which `missed` is zero: the reserve is a straight line in the rate, so two paths show it."""
    nothing = missed(
        reserve_path(opening, np.zeros_like(np.asarray(earnings, dtype=float)), spending, interest, timing)
    )
    everything = missed(reserve_path(opening, earnings, spending, interest, timing))
    return ratio(np.negative(nothing), np.subtract(everything, nothing))


def _flows(income: ArrayLike, spending: ArrayLike, interest: ArrayLike) -> tuple[Array, Array]:
    come, go = np.asarray(income, dtype=float), np.asarray(spending, dtype=float)
    fail_if_negative("income", come)
    fail_if_negative("spending", go)
    if come.ndim == 0 or come.shape[-1] != go.shape[-1]:
        raise InvalidInput("income and spending must have the same years on their last axis")
    rates = np.broadcast_to(np.asarray(interest, dtype=float), np.broadcast_shapes(np.shape(interest), come.shape[-1:]))
    fail_unless_above_minus_one("interest", rates)
    return come - go, rates


def _grown(rates: Array, timing: Timing) -> Array:
    if timing not in GROWN:
        raise InvalidInput(f"timing: {timing!r} is none of {', '.join(GROWN)}")
    return GROWN[timing](np.asarray(rates))
