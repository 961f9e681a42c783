"""Rules of a scheme: floor and ceiling, pensions at award, subsidised members, entrants that are never negative."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.scheme_rules import contributions, insurable, joining_and_leaving, new_pension, subsidised


def test_the_rates_of_2006_above_the_ceiling_and_below_the_floor() -> None:
    above = contributions(2_000_000, 0.045, 0.05, 290_000, 1_500_000)
    below = contributions(200_000, 0.045, 0.05, 290_000, 1_500_000)
    assert (above.member, above.other) == pytest.approx((67_500, 75_000))
    assert (below.member, below.other) == pytest.approx((13_050, 14_500))


def test_a_pension_from_points() -> None:
    assert new_pension(20, 1_200_000, 0.015) == pytest.approx(360_000)
    assert new_pension(40, 1_000_000, 0.02, most_service=30) == pytest.approx(600_000)
    assert new_pension(1, 1_000_000, 0.02, lowest=100_000) == 100_000
    assert new_pension(40, 1_000_000, 0.02, highest=500_000) == 500_000


@given(st.floats(0, 1e6), st.floats(0, 1e7), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_member_and_state_pay_the_whole_contribution(
    members: float, declared: float, density: float, rate: float, share: float
) -> None:
    paid = subsidised(members, declared, density, rate, share)
    assert paid.member + paid.other == pytest.approx(members * declared * 12 * density * rate, rel=1e-12, abs=1e-9)
    assert paid.member >= 0 and paid.other >= 0


@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)), min_size=1, max_size=9))
def test_entrants_and_exits_lead_to_the_target_and_never_both(pairs: list[tuple[float, float]]) -> None:
    target, survivors = (np.array(column) for column in zip(*pairs, strict=True))
    joining, leaving = joining_and_leaving(target, survivors)
    # Persons: rounding is relative to the larger of the two groups.
    assert survivors + joining - leaving == pytest.approx(target, rel=1e-12, abs=1e-9)
    assert np.all(joining >= 0) and np.all(leaving >= 0) and not np.any((joining > 0) & (leaving > 0))


def test_a_ceiling_below_the_floor_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="ceiling"):
        insurable(1.0, 5.0, 4.0)
    with pytest.raises(OutOfBounds, match=r"rate: 9 lies outside 0\.\.1; a percentage"):
        subsidised(1, 1.0, 0.6, 9, 0.5)
