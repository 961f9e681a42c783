"""The ILO financing gap: two methods, never negative, never offset."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.financing_gap import (
    coverage_on_the_way,
    full_cost,
    gap_by_coverage,
    gap_by_expenditure,
    health_gap,
    implied_base,
    progressive_need,
    total_gap,
)

TARGET, COVERED, BENEFIT = [2.4e6, 3e5, 8e4], [0.05, 0.3, 0.0], [1e6, 6e6, 6e6]
SPENT = [1e11, 2.2e12, 0.0]
GUARANTEES = st.lists(
    st.tuples(st.floats(0, 1e7), st.floats(0, 1.5), st.floats(0, 1e8), st.floats(0, 1e15)), min_size=1, max_size=6
)


def test_the_two_methods_on_three_guarantees() -> None:
    assert total_gap(gap_by_coverage(TARGET, COVERED, BENEFIT, 0.05)) == pytest.approx(4.221e12)
    assert total_gap(gap_by_expenditure(TARGET, BENEFIT, SPENT, 0.05)) == pytest.approx(2.924e12)


@given(GUARANTEES, st.floats(0, 0.3))
def test_a_gap_is_never_negative_and_a_surplus_pays_for_nothing_else(
    rows: list[tuple[float, float, float, float]], administration: float
) -> None:
    target, coverage, benefit, spent = (np.array(column) for column in zip(*rows, strict=True))
    for gaps in (
        gap_by_coverage(target, coverage, benefit, administration),
        gap_by_expenditure(target, benefit, spent, administration),
    ):
        assert np.all(gaps >= 0)
        assert np.all(gaps <= full_cost(target, benefit, administration) * (1 + 1e-12))
    richer = spent + np.eye(len(rows))[0] * 1e16  # a surplus in the first guarantee
    rest = gap_by_expenditure(target, benefit, spent, administration)[1:]
    assert total_gap(gap_by_expenditure(target, benefit, richer, administration)) == pytest.approx(np.sum(rest))


@given(st.floats(0, 1), st.floats(1, 1e7), st.floats(1, 1e8))
def test_the_methods_agree_where_spending_is_what_coverage_costs(covered: float, target: float, benefit: float) -> None:
    spent = full_cost(target * covered, benefit, 0.05)
    by_coverage = gap_by_coverage(target, covered, benefit, 0.05)
    assert gap_by_expenditure(target, benefit, spent, 0.05) == pytest.approx(by_coverage, rel=1e-9, abs=1e-6 * target)


def test_the_health_gap_is_per_head_times_people_and_zero_when_spending_suffices() -> None:
    assert health_gap(60, 25, 7.5e6) == pytest.approx(262.5e6)
    assert health_gap(60, 80, 7.5e6) == 0.0


def test_progressive_need_starts_at_nothing_and_ends_at_the_whole_gap() -> None:
    years = np.arange(2025, 2033)
    need = progressive_need(3e5, 0.3, 6e6, years, 2025, 2030, 0.05)
    assert need[0] == 0.0
    assert need[-3:] == pytest.approx([gap_by_coverage(3e5, 0.3, 6e6, 0.05)] * 3)
    assert coverage_on_the_way(0.3, 2027, 2025, 2030) == pytest.approx(0.58)


def test_two_published_shares_of_one_gap_imply_their_base() -> None:
    """ILO Working Paper 113: 3.3 % of GDP = 10.6 % of government expenditure."""
    assert implied_base(0.033, 0.106) == pytest.approx(0.3113, abs=1e-4)


def test_a_coverage_below_zero_is_refused() -> None:
    with pytest.raises(OutOfBounds, match=r"coverage: -0\.1 is negative"):
        gap_by_coverage(3e5, -0.1, 6e6)
