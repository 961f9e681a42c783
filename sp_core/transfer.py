"""What a transfer does to poverty and inequality, from persons or from groups of them; methods 5.4.

The transfer is consumed in full, shared equally in the household, changes neither work nor prices, and nobody pays
for it here. In a group of similar persons only some receive: the group is split into those who do and those who do
not, because an average transfer to all of them would misstate how many cross the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sp_core.poverty import Poverty, gini, poverty
from sp_core.ranges import fail_if_negative, fail_unless_a_share, fail_unless_positive
from sp_core.ratio import plain, ratio

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Effect:
    """Poverty and Gini without and with the transfer, and what it costs per head of all persons."""

    before: Poverty
    after: Poverty
    gini_before: Any
    gini_after: Any
    cost_per_head: Any


def effect(welfare: ArrayLike, weights: ArrayLike, transfer: ArrayLike, line: Any) -> Effect:
    """Return what `transfer` does: welfare and transfer per head in one unit, persons on the last axis."""
    fail_if_negative("transfer", transfer)
    values, weight, added = (np.asarray(part, dtype=float) for part in (welfare, weights, transfer))
    return Effect(
        before=poverty(values, weight, line),
        after=poverty(values + added, weight, line),
        gini_before=gini(values, weight),
        gini_after=gini(values + added, weight),
        cost_per_head=ratio(np.sum(weight * added, axis=-1), np.sum(np.broadcast_to(weight, added.shape), axis=-1)),
    )


def split(
    welfare: ArrayLike, weights: ArrayLike, receiving: ArrayLike, transfer: ArrayLike
) -> tuple[Array, Array, Array]:
    """Return welfare, weights and transfer of twice as many groups: those who receive, then those who do not.

    Parameters
    ----------
    welfare, weights : (..., groups)
        Mean welfare per head and persons of each group.
    receiving : (..., groups)
        Share of the group's persons that receive.
    transfer : (..., groups)
        Per head of those who receive.
    """
    fail_unless_a_share("receiving", receiving)
    fail_if_negative("transfer", transfer)
    values, weight, share, added = np.broadcast_arrays(
        *(np.asarray(part, dtype=float) for part in (welfare, weights, receiving, transfer))
    )
    return (
        np.concatenate([values, values], axis=-1),
        np.concatenate([weight * share, weight * (1.0 - share)], axis=-1),
        np.concatenate([added, np.zeros_like(added)], axis=-1),
    )


def scaled_to_budget(weights: ArrayLike, transfer: ArrayLike, budget: Any) -> Array:
    """Return the transfer times one factor, so that all persons together get `budget`, net of administration."""
    fail_if_negative("transfer", transfer)
    fail_if_negative("budget", budget)
    weight, added = np.asarray(weights, dtype=float), np.asarray(transfer, dtype=float)
    factor = np.asarray(ratio(budget, np.sum(weight * added, axis=-1)))
    return np.asarray(added * factor[..., None])


def gini_after_equal_transfer(gini: Any, mean: Any, transfer: Any) -> Any:
    """Return gini * mean / (mean + transfer): exact for the same amount to everybody."""
    fail_unless_positive("mean", mean)
    fail_if_negative("transfer", transfer)
    return plain(np.multiply(gini, ratio(mean, np.add(mean, transfer))))
