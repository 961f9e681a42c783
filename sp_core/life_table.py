"""Survival and the present value of a pension: one life, yearly payments; methods 4.4 (4.16).

Probabilities of dying are shares by single age; interest is a share a year.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sp_core.ranges import fail_unless_a_share, fail_unless_above_minus_one

Array = NDArray[np.float64]


def makeham(ages: ArrayLike, constant: float, level: float, growth: float) -> Array:
    """Return the probability of dying within a year under Makeham's law, force = constant + level * growth^age."""
    age = np.asarray(ages, dtype=float)
    force = constant + level * growth**age * (growth - 1.0) / math.log(growth)
    return np.asarray(-np.expm1(-force))


def survivors(dying: ArrayLike) -> Array:
    """Return the share alive at the start of each age, 1 at the first, ages on the last axis."""
    fail_unless_a_share("dying", dying)
    alive = np.cumprod(1.0 - np.asarray(dying, dtype=float), axis=-1)
    return np.concatenate([np.ones_like(alive[..., :1]), alive[..., :-1]], axis=-1)


def annuity_due(dying: ArrayLike, interest: Any) -> Any:
    """Return the present value of 1 a year for life, the first at once; `dying` runs from the age of award.

    With `interest` less indexation over 1 + indexation it is that of an indexed pension.
    """
    return _valued(survivors(dying), interest, 0)


def insurance(dying: ArrayLike, interest: Any) -> Any:
    """Return the present value of 1 paid at the end of the year of death."""
    return _valued(survivors(dying) * np.asarray(dying, dtype=float), interest, 1)


def _valued(payments: Array, interest: Any, first: int) -> Any:
    fail_unless_above_minus_one("interest", interest)
    years = np.arange(first, first + payments.shape[-1])
    discount = np.power(1.0 + np.asarray(interest, dtype=float)[..., None], -years)
    value = np.sum(payments * discount, axis=-1)
    return float(value) if np.ndim(value) == 0 else value
