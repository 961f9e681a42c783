"""Which mix of programmes does most within a budget: linear effects and costs; methods (7.5) and (7.6).

Effects of programmes are not additive where they reach the same households: an optimum is to be simulated again
with all of them at once, and the difference shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from sp_core.errors import InvalidInput
from sp_core.ranges import fail_if_negative

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mix:
    """How much of each programme, the effect of all, what it costs, and the effect of one more unit of budget."""

    amounts: tuple[float, ...]
    value: float
    spent: float
    shadow_price: float


@dataclass(frozen=True, slots=True)
class MixUnder:
    """How much of each programme under several limits, the effect of all, and what is used of each limit."""

    amounts: tuple[float, ...]
    value: float
    used: tuple[float, ...]


def best_mix(effects: ArrayLike, costs: ArrayLike, caps: ArrayLike, budget: float) -> Mix:
    """Return the mix of largest effect under one budget: by effect per cost, exact for one limit.

        maximise sum(effect * amount)  subject to  sum(cost * amount) <= budget,  0 <= amount <= cap

    Effects, costs and caps are per programme; a programme without a positive effect is left out. Equal effects per
    cost are taken in the given order.
    """
    effect, cost, cap = _programmes(effects, costs, caps)
    fail_if_negative("budget", budget)
    amounts, left, price = np.zeros_like(effect), float(budget), 0.0
    with np.errstate(divide="ignore", invalid="ignore"):
        worth = np.where(effect > 0.0, np.where(cost > 0.0, effect / cost, np.inf), 0.0)
    for one in np.argsort(-worth, kind="stable"):
        if worth[one] <= 0.0:
            break
        amounts[one] = cap[one] if cost[one] == 0.0 else min(cap[one], left / cost[one])
        left = max(0.0, left - amounts[one] * cost[one])
        if amounts[one] < cap[one]:
            price = float(worth[one])
            break
    return Mix(tuple(map(float, amounts)), float(effect @ amounts), float(cost @ amounts), price)


def frontier(effects: ArrayLike, costs: ArrayLike, caps: ArrayLike, budgets: Sequence[float]) -> tuple[Mix, ...]:
    """Return the best mix of every budget: the effect rises with the budget, by less and less."""
    return tuple(best_mix(effects, costs, caps, budget) for budget in budgets)


def best_mix_under(effects: ArrayLike, uses: ArrayLike, caps: ArrayLike, limits: ArrayLike) -> MixUnder:
    """Return the mix of largest effect under several limits, `uses` being (limits, programmes)."""
    use, limit = np.atleast_2d(np.asarray(uses, dtype=float)), np.asarray(limits, dtype=float)
    effect, _, cap = _programmes(effects, use[0], caps)
    fail_if_negative("uses", use)
    fail_if_negative("limits", limit)
    found = linprog(
        -effect, A_ub=use, b_ub=limit, bounds=list(zip(np.zeros_like(cap), cap, strict=True)), method="highs"
    )
    return _found(found, effect, use)


def best_programmes(effects: ArrayLike, costs: ArrayLike, budget: float) -> MixUnder:
    """Return which whole programmes (0 or 1 each) do most within the budget."""
    effect, cost, cap = _programmes(effects, costs, np.ones_like(np.asarray(costs, dtype=float)))
    fail_if_negative("budget", budget)
    limit = LinearConstraint(cost[None, :], ub=budget)
    found = milp(-effect, constraints=limit, bounds=Bounds(0.0, cap), integrality=np.ones_like(cap))
    return _found(found, effect, cost[None, :])


def _found(found: Any, effect: Array, use: Array) -> MixUnder:
    if not found.success:
        raise InvalidInput(f"no best mix was found: {found.message}")
    amounts = np.asarray(found.x, dtype=float)
    return MixUnder(tuple(map(float, amounts)), float(effect @ amounts), tuple(map(float, use @ amounts)))


def _programmes(effects: ArrayLike, costs: ArrayLike, caps: ArrayLike) -> tuple[Array, Array, Array]:
    effect, cost, cap = (np.asarray(part, dtype=float) for part in (effects, costs, caps))
    if not effect.shape == cost.shape == cap.shape or effect.ndim != 1:
        raise InvalidInput(f"effects, costs and caps count {effect.size}, {cost.size} and {cap.size} programmes")
    fail_if_negative("costs", cost)
    fail_if_negative("caps", cap)
    return effect, cost, cap
