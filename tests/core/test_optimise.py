"""The best mix: the worked example, greedy against the linear programme, a frontier that bends one way."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.errors import InvalidInput, OutOfBounds
from sp_core.optimise import best_mix, best_mix_under, best_programmes, frontier

EFFECT, COST, CAP = [3.0, 2.0, 4.0], [1.0, 0.5, 2.0], [1.0, 1.0, 1.0]
PROGRAMMES = st.lists(st.tuples(st.floats(-1, 10), st.floats(0.01, 10), st.floats(0, 3)), min_size=1, max_size=6)


def test_the_worked_example() -> None:
    found = best_mix(EFFECT, COST, CAP, 1.75)
    assert found.amounts == (1.0, 1.0, 0.125)
    assert (found.value, found.spent, found.shadow_price) == (5.5, 1.75, 2.0)


@settings(deadline=None)
@given(PROGRAMMES, st.floats(0, 30))
def test_taking_the_best_first_is_the_linear_programme_s_answer(
    rows: list[tuple[float, float, float]], budget: float
) -> None:
    effect, cost, cap = zip(*rows, strict=True)
    found = best_mix(effect, cost, cap, budget)
    proven = best_mix_under(effect, [cost], cap, [budget])
    assert found.value == pytest.approx(proven.value, rel=1e-6, abs=1e-6)
    assert found.spent <= budget * (1 + 1e-12) + 1e-300  # closer to zero a float has fewer digits


@given(PROGRAMMES, st.lists(st.floats(0, 30), min_size=3, max_size=8))
def test_more_budget_never_does_less_and_adds_less_and_less(
    rows: list[tuple[float, float, float]], budgets: list[float]
) -> None:
    effect, cost, cap = zip(*rows, strict=True)
    grid = sorted(budgets)
    mixes = frontier(effect, cost, cap, grid)
    values, prices = [mix.value for mix in mixes], [mix.shadow_price for mix in mixes]
    assert np.all(np.diff(values) >= -1e-9)
    assert np.all(np.diff(prices) <= 0)
    for low, high, mix, more in zip(grid, grid[1:], mixes, mixes[1:], strict=False):
        assert more.value <= mix.value + mix.shadow_price * (high - low) + 1e-9


def test_a_programme_that_costs_nothing_is_taken_and_a_harmful_one_is_not() -> None:
    found = best_mix([1.0, -5.0], [0.0, 1.0], [1.0, 1.0], 10.0)
    assert found.amounts == (1.0, 0.0)
    assert found.shadow_price == 0.0


def test_two_limits_bind_together() -> None:
    found = best_mix_under([3.0, 2.0], [[1.0, 1.0], [2.0, 0.5]], [5.0, 5.0], [4.0, 4.0])
    assert found.amounts == pytest.approx((4 / 3, 8 / 3))
    assert found.used == pytest.approx((4.0, 4.0))


def test_whole_programmes_are_chosen_as_trying_all_would() -> None:
    effect, cost, budget = [6.0, 5.0, 4.0, 1.0], [3.0, 2.0, 2.0, 0.5], 4.5
    found = best_programmes(effect, cost, budget)
    tried = [float(np.dot(effect, chosen)) for chosen in product((0, 1), repeat=4) if np.dot(cost, chosen) <= budget]
    assert found.value == pytest.approx(max(tried))
    assert found.used[0] <= budget + 1e-9


def test_lists_of_different_length_and_negative_costs_are_refused() -> None:
    with pytest.raises(InvalidInput, match="count 3, 2 and 3 programmes"):
        best_mix(EFFECT, COST[:2], CAP, 1.0)
    with pytest.raises(OutOfBounds, match="costs: -1 is negative"):
        best_mix([1.0], [-1.0], [1.0], 1.0)
