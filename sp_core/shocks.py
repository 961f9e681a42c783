"""Shocks to growth and the exchange rate, as deviations from a baseline; methods 6.5.

A shock has an onset, a size and a persistence: its deviation in the onset year is the size and fades by the
persistence from year to year. The loss of level is permanent. What inflation does to a frozen amount is in
sp_core.indexation.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative, fail_unless_a_share, fail_unless_above_minus_one, fail_unless_positive
from sp_core.ratio import plain, ratio

Path = NDArray[np.float64]


def deviation(size: Any, persistence: Any, years: int, onset: int = 1) -> Path:
    """Return size * persistence^(year - onset) for years 0..`years` (last axis), nothing before the onset."""
    fail_unless_a_share("persistence", persistence)
    if onset < 1:
        raise OutOfBounds(f"onset: year {onset} must be 1 or later, year 0 is known")
    since = np.arange(years + 1) - onset
    fading = np.power(np.asarray(persistence, dtype=float)[..., None], np.maximum(since, 0))
    return np.asarray(np.where(since < 0, 0.0, np.asarray(size, dtype=float)[..., None] * fading))


def gdp_path(gdp: Any, growth: Any, inflation: Any, years: int, shock: Any = 0.0) -> Path:
    """Return nominal GDP of years 0..`years`, kip, on the last axis.

        gdp[t] = gdp[t-1] * (1 + growth + shock[t]) * (1 + inflation)

    Parameters
    ----------
    gdp : (...)
        Kip in year 0.
    growth, inflation : shares a year
    shock : 0 or (..., years + 1)
        Deviation of growth by year, from `deviation`; that of year 0 is not used.
    """
    fail_unless_positive("gdp", gdp)
    fail_unless_above_minus_one("inflation", inflation)
    real = np.broadcast_to(np.add(np.asarray(growth, dtype=float)[..., None], shock), _shape(growth, shock, years))
    fail_unless_above_minus_one("growth + shock", real[..., 1:])
    steps = (1.0 + real[..., 1:]) * (1.0 + np.asarray(inflation, dtype=float)[..., None])
    first = np.broadcast_to(np.asarray(gdp, dtype=float)[..., None], (*steps.shape[:-1], 1))
    return np.asarray(np.cumprod(np.concatenate([first, steps], axis=-1), axis=-1))


def revenue(gdp: Any, gdp_before: Any, revenue_before: Any, buoyancy: Any = 1.0) -> Any:
    """Return revenue that grows `buoyancy` times as fast as GDP: kip; 1 keeps its share of GDP."""
    fail_unless_positive("gdp_before", gdp_before)
    fail_if_negative("revenue_before", revenue_before)
    return plain(np.multiply(revenue_before, 1.0 + np.multiply(buoyancy, np.subtract(ratio(gdp, gdp_before), 1.0))))


def change_in_dollars(rate_before: Any, rate_after: Any) -> Any:
    """Return the change in US dollars of an amount fixed in kip when kip per dollar moves: share."""
    fail_unless_positive("rate_before", rate_before)
    fail_unless_positive("rate_after", rate_after)
    return plain(np.subtract(ratio(rate_before, rate_after), 1.0))


def with_pass_through(price: Any, depreciation: Any, pass_through: Any) -> Any:
    """Return a kip price after `pass_through` (share) of a depreciation has reached it."""
    fail_if_negative("price", price)
    fail_unless_above_minus_one("depreciation", depreciation)
    fail_unless_a_share("pass_through", pass_through)
    return plain(np.multiply(price, 1.0 + np.multiply(depreciation, pass_through)))


def _shape(growth: Any, shock: Any, years: int) -> tuple[int, ...]:
    return np.broadcast_shapes((*np.shape(growth), years + 1), np.shape(shock))
