"""The two-piece normal distribution of fan charts, joined at the mode; methods (7.1).

A half normal of spread `left` below the mode and one of spread `right` above it. (The uncertain inputs of scenarios
are joined at their median instead, so that the central line keeps half of the probability on each side:
sp_core.analysis.uncertainty.)
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import ndtr, ndtri

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_unless_positive
from sp_core.ratio import plain


def quantile(probability: Any, mode: Any, left: Any, right: Any) -> Any:
    """Return the value below which `probability` lies, in the unit of the mode; 0 < probability < 1.

    p <= below the mode   mode + left  * ndtri(p (left + right) / (2 left))
    else                  mode + right * ndtri((p (left + right) + right - left) / (2 right))
    """
    p = np.asarray(probability, dtype=float)
    if np.any((p <= 0.0) | (p >= 1.0)):
        raise OutOfBounds("probability: must lie between 0 and 1, both excluded")
    below = probability_below_mode(left, right)
    area = np.multiply(p, np.add(left, right))
    lower = np.minimum(np.divide(area, np.multiply(2.0, left)), 0.5)  # at the mode both pieces meet at one half
    upper = np.maximum(np.divide(area + np.subtract(right, left), np.multiply(2.0, right)), 0.5)
    return plain(np.add(mode, np.where(p <= below, np.multiply(left, ndtri(lower)), np.multiply(right, ndtri(upper)))))


def probability_below(value: Any, mode: Any, left: Any, right: Any) -> Any:
    """Return the probability of a value at or below `value`."""
    below = probability_below_mode(left, right)
    distance = np.subtract(value, mode)
    lower = 2.0 * below * ndtr(np.minimum(distance, 0.0) / left)
    upper = below + (1.0 - below) * (2.0 * ndtr(np.maximum(distance, 0.0) / right) - 1.0)
    return plain(np.where(distance <= 0.0, lower, upper))


def probability_below_mode(left: Any, right: Any) -> Any:
    """Return left / (left + right): the risk on the downside, share."""
    fail_unless_positive("left", left)
    fail_unless_positive("right", right)
    return plain(np.divide(left, np.add(left, right)))


def mean(mode: Any, left: Any, right: Any) -> Any:
    """Return mode + sqrt(2 / pi) * (right - left)."""
    fail_unless_positive("left", left)
    fail_unless_positive("right", right)
    return plain(np.add(mode, math.sqrt(2.0 / math.pi) * np.subtract(right, left)))
