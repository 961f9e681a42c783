"""Arithmetic of the traced model: one spelling for float, NumPy array and traced number.

The year-by-year model never branches on a value. Where it would need an `if`, it calls
a function of this module; each gives the same answer, to the last bit, for all three
kinds of number (power and exp: within 1e-12, because NumPy and JavaScript round them
differently from Python).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Protocol

import numpy as np

from sp_core.trace import Traced, record


class Number(Protocol):
    """What the model calculates with: float, NumPy array or `Traced`."""

    def __add__(self, other: Any, /) -> Any: ...
    def __radd__(self, other: Any, /) -> Any: ...
    def __sub__(self, other: Any, /) -> Any: ...
    def __rsub__(self, other: Any, /) -> Any: ...
    def __mul__(self, other: Any, /) -> Any: ...
    def __rmul__(self, other: Any, /) -> Any: ...
    def __truediv__(self, other: Any, /) -> Any: ...
    def __rtruediv__(self, other: Any, /) -> Any: ...


def minimum(a: Any, b: Any) -> Any:
    """Return the smaller of two numbers: `a` if a < b, else `b`."""
    if type(a) is float and type(b) is float:  # by far the most frequent case, so it is asked first
        return a if a < b else b
    if _traced(a, b):
        return record("minimum", a, b)
    if _array(a, b):
        return np.where(np.less(a, b), a, b)
    return a if a < b else b


def maximum(a: Any, b: Any) -> Any:
    """Return the larger of two numbers: `a` if a > b, else `b`."""
    if type(a) is float and type(b) is float:
        return a if a > b else b
    if _traced(a, b):
        return record("maximum", a, b)
    if _array(a, b):
        return np.where(np.greater(a, b), a, b)
    return a if a > b else b


def clip(value: Any, low: Any, high: Any) -> Any:
    """Return `value` held between `low` and `high` (low <= high is the caller's promise)."""
    return minimum(maximum(value, low), high)


def select_less(a: Any, b: Any, then: Any, otherwise: Any) -> Any:
    """Return `then` where a < b, else `otherwise`.

    Both alternatives are calculated before one is taken, so both must be finite.
    """
    if type(a) is float and type(b) is float and type(then) is float and type(otherwise) is float:
        return then if a < b else otherwise
    if _traced(a, b, then, otherwise):
        return record("select_less", a, b, then, otherwise)
    if _array(a, b, then, otherwise):
        return np.where(np.less(a, b), then, otherwise)
    return then if a < b else otherwise


def power(base: Any, exponent: Any) -> Any:
    """Return `base` to the power `exponent`; `base` must be positive (or 0 with exponent > 0)."""
    if _traced(base, exponent):
        return record("power", base, exponent)
    if _array(base, exponent):
        return np.power(base, exponent)
    return math.pow(base, exponent)


def exp(value: Any) -> Any:
    """Return e to the power `value` (value below about 700, or floats overflow)."""
    if _traced(value):
        return record("exp", value)
    if _array(value):
        return np.exp(value)
    return math.exp(value)


def total(values: Iterable[Any]) -> Any:
    """Add numbers strictly from left to right; nothing to add gives 0.0.

    Python's own `sum` compensates rounding since 3.12, so its last bit would differ
    from NumPy's and from the browser's.
    """
    result: Any = None
    for value in values:
        result = value if result is None else result + value
    return 0.0 if result is None else result


def _traced(*values: Any) -> bool:
    return Traced in map(type, values)


def _array(*values: Any) -> bool:
    return any(isinstance(value, np.ndarray) for value in values)
