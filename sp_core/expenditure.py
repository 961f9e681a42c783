"""Point formulas of expenditure: shares, amounts per head, sources, currencies.

Amounts are nominal and of the same year; shares lie between 0 and 1. A missing or zero divisor
gives NaN, which is shown as "–", never zero (methods: global conventions). Every function takes
numbers or arrays that broadcast.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sp_core.ratio import plain, ratio


def share(part: Any, whole: Any) -> Any:
    """Return `part` / `whole`: of GDP, of government expenditure, of all aid (same unit, same year)."""
    return ratio(part, whole)


def per_head(amount: Any, population: Any) -> Any:
    """Return `amount` / `population` (persons at mid-year)."""
    return ratio(amount, population)


def dollars(kip: Any, rate: Any) -> Any:
    """Return US dollars: `kip` over the average rate (kip per dollar) of the same year."""
    return ratio(kip, rate)


def kip(usd: Any, rate: Any) -> Any:
    """Return kip: `usd` times the average rate (kip per dollar) of the same year."""
    return usd * rate


def other_private(private: Any, out_of_pocket: Any) -> Any:
    """Return what private sources pay beside patients: domestic private less out of pocket, both shares of one whole.

    Rounded publications can differ by less than their last digit: a negative rest is zero.
    """
    return plain(np.maximum(np.subtract(private, out_of_pocket), 0.0))
