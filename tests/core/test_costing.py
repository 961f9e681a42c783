"""Cost of a guarantee: worked examples, both bases of administration, errors that name the field."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.costing import (
    benefit_of_gdp_head,
    benefit_of_monthly,
    benefits,
    recipients,
    share_of_gdp,
    share_of_gdp_without_gdp,
    targeting,
    with_administration,
)
from sp_core.errors import OutOfBounds

SHARE = st.floats(0, 1)


def test_the_published_example_of_the_rapid_assessment_protocol() -> None:
    """ILO, Bangkok, 30 Nov 2011: 60 % of 2,393,000 children, 4,800 baht a year, 5 % administration."""
    paid = benefits(recipients(2_393_000, take_up=0.6), 4_800)
    assert paid == pytest.approx(6_891_840_000)
    assert with_administration(paid, 0.05) == pytest.approx(7_236_432_000)


def test_administration_on_benefits_and_of_total_differ() -> None:
    assert with_administration(100.0, 0.05) == pytest.approx(105.0)
    assert with_administration(100.0, 0.05, "of_total") == pytest.approx(100 / 0.95)


def test_a_pension_of_a_fifth_of_income_costs_under_one_percent() -> None:
    assert share_of_gdp_without_gdp(0.20, 0.043, rate=0.05) == pytest.approx(0.00903)
    assert share_of_gdp_without_gdp(0.20, 0.043, rate=0.05, basis="of_total") == pytest.approx(0.0086 / 0.95)


def test_four_months_of_maternity_benefit() -> None:
    assert share_of_gdp_without_gdp(0.25, 160_000 / 7.5e6, months=4) == pytest.approx(0.00177777777)


def test_a_monthly_amount_as_a_share_of_income_gives_back_the_income() -> None:
    """Viet Nam 2012: 70,000 dong a month are 2.31 % of GDP per head, so that is 36.36 million dong."""
    yearly = benefit_of_monthly(1.0, 70_000)
    assert yearly / 0.0231 == pytest.approx(36.36e6, rel=1e-3)
    assert benefit_of_gdp_head(0.0231, yearly / 0.0231 * 9e7, 9e7) == pytest.approx(yearly)


@given(
    st.floats(0.001, 1), st.floats(1e3, 1e8), SHARE, SHARE, st.floats(0, 12), st.floats(0, 0.9), st.floats(1e9, 1e16)
)
def test_gdp_cancels_for_a_benefit_tied_to_income(
    level: float, people: float, group: float, take_up: float, months: float, rate: float, gdp: float
) -> None:
    receiving = recipients(people * group, take_up=take_up)
    for basis in ("on_benefits", "of_total"):
        paid = benefits(receiving, benefit_of_gdp_head(level, gdp, people), months)
        cost = with_administration(paid, rate, basis)  # type: ignore[arg-type]  # a plain word to the checker
        without = share_of_gdp_without_gdp(level, group, take_up, months, rate, basis)  # type: ignore[arg-type]  # the same
        assert share_of_gdp(cost, gdp) == pytest.approx(without, rel=1e-9, abs=1e-15)


def test_leakage_is_reported_and_not_hidden_in_take_up() -> None:
    found = targeting(1_000_000, 0.25, exclusion=0.4, inclusion=0.1)
    assert (found.poor, found.others, found.recipients) == pytest.approx((150_000, 75_000, 225_000))
    assert found.leakage == pytest.approx(1 / 3)
    assert math.isnan(targeting(1_000_000, 0.25, exclusion=1.0, inclusion=0.0).leakage)


@given(st.floats(1, 1e8), SHARE, SHARE, SHARE)
def test_targeting_never_counts_more_than_the_population(
    people: float, poor: float, exclusion: float, inclusion: float
) -> None:
    assert 0 <= targeting(people, poor, exclusion, inclusion).recipients <= people * (1 + 1e-12)


def test_nobody_in_the_target_group_costs_nothing() -> None:
    assert share_of_gdp(with_administration(benefits(recipients(0), 4_800), 0.05), 1e12) == 0.0


def test_an_unknown_gdp_gives_an_unknown_share() -> None:
    assert math.isnan(share_of_gdp(1e9, math.nan))


def test_scenarios_pass_in_one_go() -> None:
    cost = with_administration(benefits(recipients(np.array([1e5, 2e5]), take_up=np.array([[1.0], [0.5]])), 12.0), 0.0)
    assert cost.tolist() == [[1.2e6, 2.4e6], [0.6e6, 1.2e6]]


REFUSED: list[tuple[str, Callable[[], object]]] = [
    ("take_up: 60 lies outside 0..1; a percentage was probably not divided by 100", lambda: recipients(5, take_up=60)),
    ("eligible: -0.1 lies outside", lambda: recipients(5, eligible=-0.1)),
    ("phase_in: 1.2 lies outside", lambda: recipients(5, phase_in=np.array([0.5, 1.2]))),
    ("target: -5 is negative", lambda: recipients(-5)),
    ("months: 13 lies outside 0..12", lambda: benefits(5, 1.0, 13)),
    ("benefit_year: -1 is negative", lambda: benefits(5, -1.0)),
    ("administration rate: -0.1 is negative", lambda: with_administration(5, -0.1)),
    ("1 - administration rate: 0 is not above zero", lambda: with_administration(5, 1.0, "of_total")),
    ("gdp: 0 is not above zero", lambda: share_of_gdp(5, 0.0)),
    ("population: 0 is not above zero", lambda: benefit_of_gdp_head(0.1, 1e12, 0.0)),
    ("inclusion: 2 lies outside", lambda: targeting(5, 0.1, 0.1, 2.0)),
]


@pytest.mark.parametrize(("words", "call"), REFUSED, ids=[words[:30] for words, _ in REFUSED])
def test_a_value_outside_its_range_is_named_and_not_clipped(words: str, call: Callable[[], object]) -> None:
    with pytest.raises(OutOfBounds) as refused:
        call()
    assert words in str(refused.value)
