"""Transfers: exact cases, who crosses the line, groups that are split and not averaged."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.poverty import gini, poverty
from sp_core.transfer import effect, gini_after_equal_transfer, scaled_to_budget, split

WELFARE = [1.0, 1.5, 2.0, 3.0, 5.0, 8.0]
PEOPLE = st.lists(st.tuples(st.floats(0.1, 100), st.floats(0.1, 10), st.floats(0, 5)), min_size=2, max_size=20)


def test_half_a_unit_to_everybody() -> None:
    found = effect(WELFARE, 1.0, [0.5] * 6, 2.15)
    assert found.before.headcount == 0.5 and found.after.headcount == pytest.approx(1 / 3)
    assert found.gini_after == pytest.approx(0.329787234, abs=1e-9)
    assert found.cost_per_head == pytest.approx(0.5)


@given(PEOPLE, st.floats(0, 10))
def test_the_same_amount_to_everybody_shrinks_the_gini_exactly(
    people: list[tuple[float, float, float]], amount: float
) -> None:
    welfare, weights, _ = (np.array(column) for column in zip(*people, strict=True))
    mean = np.sum(welfare * weights) / np.sum(weights)
    found = effect(welfare, weights, np.full_like(welfare, amount), 10.0)
    exact = gini_after_equal_transfer(gini(welfare, weights), mean, amount)
    assert found.gini_after == pytest.approx(exact, abs=1e-9)


@given(PEOPLE, st.floats(1, 50))
def test_nobody_becomes_poor_by_receiving(people: list[tuple[float, float, float]], line: float) -> None:
    welfare, weights, added = (np.array(column) for column in zip(*people, strict=True))
    found = effect(welfare, weights, added, line)
    assert found.after.headcount <= found.before.headcount + 1e-12
    assert found.after.gap <= found.before.gap + 1e-12
    if np.any((welfare < line) & (added > 1e-6)):
        assert found.after.gap < found.before.gap


def test_an_average_transfer_to_a_group_would_misstate_who_crosses_the_line() -> None:
    """A tenth of a poor group gets enough to leave poverty; spread over all, nobody would."""
    welfare, weights, added = split([90.0], [1000.0], [0.1], [20.0])
    assert poverty(welfare + added, weights, 100.0).headcount == pytest.approx(0.9)
    assert poverty([92.0], [1000.0], 100.0).headcount == 1.0


def test_splitting_keeps_people_and_money() -> None:
    welfare, weights, added = split([[1.0, 2.0]] * 3, [10.0, 30.0], 0.25, [4.0, 8.0])
    assert welfare.shape == (3, 4)
    assert weights.sum(axis=-1) == pytest.approx([40.0] * 3)
    assert (weights * added).sum(axis=-1) == pytest.approx([10 * 0.25 * 4 + 30 * 0.25 * 8] * 3)


def test_a_transfer_is_scaled_to_its_budget() -> None:
    scaled = scaled_to_budget([10.0, 30.0], [2.0, 1.0], np.array([100.0, 25.0]))
    assert (scaled * [10.0, 30.0]).sum(axis=-1) == pytest.approx([100.0, 25.0])
    assert scaled[:, 0] == pytest.approx(2 * scaled[:, 1])


def test_a_share_of_receivers_above_one_is_refused() -> None:
    with pytest.raises(OutOfBounds, match=r"receiving: 1\.5 lies outside"):
        split([1.0], [1.0], [1.5], [1.0])
