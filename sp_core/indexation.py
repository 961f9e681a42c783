"""How an amount keeps or loses its value: indexation by rule, constant prices, frozen amounts; methods 1.7 and 6.5.

Rates of change are shares per year. An index of an amount reads the change of prices, wages or income.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sp_core.errors import OutOfBounds, YearMismatch
from sp_core.ranges import fail_if_negative, fail_unless_a_share, fail_unless_above_minus_one
from sp_core.ratio import plain, ratio


def indexed_path(
    amount: Any,
    changes: Mapping[int, Any] | None,
    years: Sequence[int],
    *,
    lag: int = 0,
    every: int = 1,
    ratchet: bool = False,
) -> NDArray[np.float64]:
    """Return the amount of each year, `amount` being that of the first; methods (1.7).

        amount[t] = amount[before] * product of (1 + change[u - lag]) over the years u since the last adjustment
        only where (t - first year) mod every = 0; with `ratchet` the factor is at least 1

    Parameters
    ----------
    amount : (...)
        Kip in the first year.
    changes : year -> share (...), or None
        Yearly change of the index; None leaves the amount frozen.
    years : consecutive, ascending
    lag, every : whole years
        How far back the index is read; how often the amount is adjusted.
    ratchet : an adjustment never lowers the amount; it does not make up for falls it has skipped.

    Returns
    -------
    (..., years)

    Raises
    ------
    YearMismatch
        The index lacks a year that is read, or the years have a hole.
    """
    _check(amount, years, lag, every)
    path = [np.asarray(amount, dtype=float)]
    carried: Any = np.asarray(1.0)
    for year in years[1:]:
        carried = carried * (1.0 + _change(changes, year - lag))
        if (year - years[0]) % every:
            path.append(path[-1])
            continue
        path.append(path[-1] * (np.maximum(1.0, carried) if ratchet else carried))
        carried = np.asarray(1.0)
    return np.stack(np.broadcast_arrays(*path), axis=-1)


def mixed_change(prices: Any, wages: Any, price_weight: Any) -> Any:
    """Return price_weight * prices + (1 - price_weight) * wages: a change a year, share."""
    fail_unless_a_share("price_weight", price_weight)
    return plain(np.multiply(price_weight, prices) + np.multiply(np.subtract(1.0, price_weight), wages))


def constant_prices(amount: Any, index_year: Any, index_base: Any) -> Any:
    """Return amount * index of the base year / index of the year: kip of the base year (yearly average prices)."""
    return plain(np.multiply(amount, ratio(index_base, index_year)))


def frozen_real_value(inflation: Any, years: Any = 1) -> Any:
    """Return 1 / (1 + inflation)^years: what is left of a frozen amount, as a share; methods 6.5."""
    fail_unless_above_minus_one("inflation", inflation)
    fail_if_negative("years", years)
    return plain(np.power(np.add(1.0, inflation), np.negative(np.asarray(years, dtype=float))))


def _change(changes: Mapping[int, Any] | None, year: int) -> Any:
    if changes is None:
        return 0.0
    if year not in changes:
        raise YearMismatch(f"changes: no change of the index for {year}")
    fail_unless_above_minus_one(f"changes[{year}]", changes[year])
    return np.asarray(changes[year], dtype=float)


def _check(amount: Any, years: Sequence[int], lag: int, every: int) -> None:
    fail_if_negative("amount", amount)
    if not years or any(after - before != 1 for before, after in pairwise(years)):
        raise YearMismatch(f"years: {list(years)} must be consecutive and at least one")
    if lag < 0:
        raise OutOfBounds(f"lag: {lag} years must be 0 or more")
    if every < 1:
        raise OutOfBounds(f"every: {every} years must be 1 or more")
