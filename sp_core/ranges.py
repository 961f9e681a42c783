"""Checks of what a formula is given, named as sentences: an error names the field, the value and the range.

A value outside its range is an error and never clipped: a slider's bug must be loud. NaN passes, because
what is unknown stays unknown in the result.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sp_core.errors import OutOfBounds


def fail_unless_between(field: str, value: Any, low: float, high: float, hint: str = "") -> None:
    """Stop where `value` (number or array) lies outside `low`..`high`."""
    numbers = np.asarray(value, dtype=float)
    outside = numbers[(numbers < low) | (numbers > high)]
    if outside.size:
        raise OutOfBounds(f"{field}: {outside.flat[0]:g} lies outside {low:g}..{high:g}{hint}")


def fail_unless_a_share(field: str, value: Any) -> None:
    """Stop where `value` is no share between 0 and 1."""
    over = bool(np.any(np.asarray(value, dtype=float) > 1.0))
    fail_unless_between(field, value, 0.0, 1.0, "; a percentage was probably not divided by 100" if over else "")


def fail_if_negative(field: str, value: Any) -> None:
    """Stop where `value` is below zero."""
    numbers = np.asarray(value, dtype=float)
    if np.any(numbers < 0.0):
        raise OutOfBounds(f"{field}: {numbers[numbers < 0.0].flat[0]:g} is negative, it must be 0 or more")


def fail_unless_positive(field: str, value: Any) -> None:
    """Stop where `value` is zero or below."""
    numbers = np.asarray(value, dtype=float)
    if np.any(numbers <= 0.0):
        raise OutOfBounds(f"{field}: {numbers[numbers <= 0.0].flat[0]:g} is not above zero")


def fail_unless_above_minus_one(field: str, value: Any) -> None:
    """Stop where a rate of change is -1 or below: nothing, or less than nothing, would be left."""
    numbers = np.asarray(value, dtype=float)
    if np.any(numbers <= -1.0):
        raise OutOfBounds(f"{field}: {numbers[numbers <= -1.0].flat[0]:g} is not above -1 (minus 100 percent)")


def fail_if_years_run_backwards(first: str, start: Any, last: str, end: Any) -> None:
    """Stop where year `end` comes before year `start`; `first` and `last` are the fields' names."""
    if np.any(np.asarray(end, dtype=float) < np.asarray(start, dtype=float)):
        raise OutOfBounds(f"{last}: {end} comes before {first} {start}")
