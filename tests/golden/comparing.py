"""Compare a result with what a row expects, within the row's own tolerance."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np


def differences(expected: Any, got: Any, tolerance: float, tol_type: str) -> str:
    """Return "" where `got` is as expected, else what is different and where.

    Lists and mappings are compared item by item; None and NaN both say "there is none".
    """
    if isinstance(expected, Mapping):
        if not isinstance(got, Mapping) or {str(key) for key in got} != set(expected):
            return f"expected the keys {sorted(expected)}, got {got!r}"
        given = {str(key): value for key, value in got.items()}
        found = {key: differences(value, given[key], tolerance, tol_type) for key, value in expected.items()}
        return "; ".join(f"{key}: {words}" for key, words in found.items() if words)
    if isinstance(expected, Sequence) and not isinstance(expected, str):
        if not isinstance(got, Sequence | np.ndarray) or len(got) != len(expected):
            return f"expected {len(expected)} values, got {got!r}"
        pairs = enumerate(zip(expected, got, strict=True))
        found = {at: differences(one, other, tolerance, tol_type) for at, (one, other) in pairs}
        return "; ".join(f"[{at}] {words}" for at, words in found.items() if words)
    return "" if _same(expected, got, tolerance, tol_type) else f"expected {expected!r}, got {got!r}"


def _same(expected: Any, got: Any, tolerance: float, tol_type: str) -> bool:
    if _none(expected) or _none(got):
        return _none(expected) and _none(got)
    if isinstance(expected, str | bool):
        return bool(expected == got)
    try:
        number = float(got)
    except (TypeError, ValueError):
        return False
    kind = tol_type.partition(" ")[0]
    if kind == "rel":
        return abs(number - expected) <= tolerance * (abs(expected) or 1.0)
    if kind == "abs":
        return bool(abs(number - expected) <= tolerance)
    return kind == "exact" and bool(number == expected)


def allowed(name: str, tolerance: float, tol_type: str) -> tuple[float, str]:
    """Return the tolerance of one result: a clause of the row's may name a result and give it its own.

    In "abs (musd); ratio rel 1e-9" the result trust_fund_ratio_pct has the relative tolerance 1e-9.
    """
    for clause in re.split(r"[;(]", tol_type):
        words = {word.lower() for word in re.findall(r"[A-Za-z]\w*", clause)}
        own = re.search(r"\b(rel|abs)\s+([\d.]+(?:e-?\d+)?)", clause)
        if own and words & set(name.lower().split("_")):
            return float(own[2]), own[1]
    return tolerance, tol_type


def _none(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))
