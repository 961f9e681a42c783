"""Point formulas of expenditure: shares, amounts per head, sources, currencies.

Amounts are nominal and of the same year; shares lie between 0 and 1. A missing or zero divisor
gives NaN, which is shown as "–", never zero (methods: global conventions). Every function takes
numbers or arrays that broadcast.
"""

from __future__ import annotations

from typing import Any

import numpy as np


def share(part: Any, whole: Any) -> Any:
    """Return `part` / `whole`: of GDP, of government expenditure, of all aid (same unit, same year)."""
    return _divided(part, whole)


def per_head(amount: Any, population: Any) -> Any:
    """Return `amount` / `population` (persons at mid-year)."""
    return _divided(amount, population)


def dollars(kip: Any, rate: Any) -> Any:
    """Return US dollars: `kip` over the average rate (kip per dollar) of the same year."""
    return _divided(kip, rate)


def kip(usd: Any, rate: Any) -> Any:
    """Return kip: `usd` times the average rate (kip per dollar) of the same year."""
    return usd * rate


def other_private(private: Any, out_of_pocket: Any) -> Any:
    """Return what private sources pay beside patients: domestic private less out of pocket, both shares of one whole.

    Rounded publications can differ by less than their last digit: a negative rest is zero.
    """
    rest = np.maximum(np.subtract(private, out_of_pocket), 0.0)
    return float(rest) if np.ndim(rest) == 0 else rest


def _divided(above: Any, below: Any) -> Any:
    above, below = np.asarray(above, dtype=float), np.asarray(below, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(below == 0.0, np.nan, above / below)
    return float(ratio) if ratio.ndim == 0 else ratio
