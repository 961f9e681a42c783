"""Adequacy: a benefit beside wages, incomes and its own past; an unknown reference stays unknown."""

from __future__ import annotations

import math

import pytest

from sp_core.adequacy import per_household_member, real_value, share_of_gdp_head, share_of_monthly
from sp_core.errors import OutOfBounds


def test_a_benefit_as_a_share_of_a_wage_and_of_income() -> None:
    assert share_of_monthly(150_000, 2_500_000) == pytest.approx(0.06)
    assert share_of_gdp_head(150_000, 300e12, 7.5e6) == pytest.approx(0.045)


def test_a_household_shares_equally() -> None:
    assert per_household_member(150_000, 2, 6) == pytest.approx(50_000)


def test_a_frozen_benefit_shrinks_in_prices_of_the_first_year() -> None:
    assert real_value([100.0, 100.0, 121.0], [1.0, 1.1, 1.21]) == pytest.approx([100, 90.909090909, 100])


@pytest.mark.parametrize("reference", [0.0, math.nan])
def test_without_a_reference_there_is_no_share(reference: float) -> None:
    assert math.isnan(share_of_monthly(150_000, reference))


def test_a_negative_benefit_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="benefit_month: -1 is negative"):
        share_of_monthly(-1.0, 2_500_000)
