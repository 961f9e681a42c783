"""Division that knows what it does not know: a missing or zero divisor gives NaN, never zero, never infinity.

Point formulas take numbers or NumPy arrays that broadcast; `plain` gives a number back for numbers.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

Reason = Literal["missing_part", "missing_whole", "zero_whole"]


def ratio(part: Any, whole: Any) -> Any:
    """Return `part` / `whole` (same unit, same year); NaN where `whole` is zero or either is missing (NaN)."""
    above, below = np.asarray(part, dtype=float), np.asarray(whole, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return plain(np.where(below == 0.0, np.nan, above / below))


def why_undefined(part: float, whole: float) -> Reason | None:
    """Return why `ratio(part, whole)` is NaN, None where it is a number: the reason shown beside a "–"."""
    if np.isnan(whole):
        return "missing_whole"
    if whole == 0.0:
        return "zero_whole"
    return "missing_part" if np.isnan(part) else None


def plain(value: Any) -> Any:
    """Return a Python float for a single number, an array as it is."""
    return float(value) if np.ndim(value) == 0 else value
