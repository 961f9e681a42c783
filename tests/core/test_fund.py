"""Fund finances: published years, premiums that do what they promise, indices of what runs out when."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import InvalidInput, OutOfBounds
from sp_core.fund import (
    Timing,
    actuarial_balance,
    average_premium,
    depletion,
    first_deficit,
    first_fall,
    pay_as_you_go,
    pay_as_you_go_from_ratios,
    premium_for_reserve,
    reserve_path,
    reserve_ratio,
    scaled_premium,
)

EARNINGS, SPENDING = [100.0, 102.0, 104.04], [8.0, 9.0, 10.0]
YEARS = st.lists(st.tuples(st.floats(1, 1e6), st.floats(0, 1e6)), min_size=2, max_size=30)
TIMING = st.sampled_from(["mid", "end", "begin", "mid_simple"])
INTEREST = st.floats(-0.05, 0.15)


def test_a_published_year_of_the_united_states_fund() -> None:
    """Old-Age, Survivors and Disability Insurance, 2007, million dollars."""
    assert reserve_path(2_048_112, [784_889], [594_501], 0.0)[0] == 2_238_500
    assert reserve_ratio(2_048_112, 594_501) == pytest.approx(3.4451, abs=5e-5)


def test_the_worked_reserve_by_the_time_of_flows() -> None:
    income = np.multiply(EARNINGS, 0.08)
    assert reserve_path(5.0, income, SPENDING, 0.04, "end") == pytest.approx([5.2, 4.568, 3.07392])
    assert reserve_path(5.0, income, SPENDING, 0.04) == pytest.approx([5.2, 4.551364721716412, 3.0234121265065927])


def test_the_worked_premiums() -> None:
    assert average_premium(EARNINGS, SPENDING, 5.0, 0.04) == pytest.approx(0.07068525, abs=1e-8)
    assert scaled_premium(EARNINGS, SPENDING, 5.0, 0.04) == pytest.approx(0.09334415, abs=1e-8)
    assert premium_for_reserve(EARNINGS, SPENDING, 5.0, 0.04, 2) == pytest.approx(0.13230273, abs=1e-8)


def test_deficit_and_depletion_of_a_fund_whose_spending_outgrows_its_earnings() -> None:
    year = np.arange(40)
    income, spending = 8 * 1.02**year, 6 * 1.06**year
    path = reserve_path(20.0, income, spending, 0.03)
    assert first_deficit(income, spending) == 8
    assert depletion(path) == 21
    assert path[20:22] == pytest.approx([4.576, -3.682], abs=1e-3)
    assert 8 < first_fall(20.0, path) < 21


def test_what_never_happens_has_no_year() -> None:
    assert math.isnan(depletion([1.0, 2.0]))
    assert math.isnan(first_deficit([2.0, 2.0], [1.0, 2.0]))
    assert depletion([[1.0, -1.0], [1.0, 1.0]])[0] == 1


@given(YEARS, st.floats(0, 1e6), INTEREST, TIMING)
def test_the_average_premium_uses_the_reserve_up_exactly(
    years: list[tuple[float, float]], opening: float, interest: float, timing: Timing
) -> None:
    earnings, spending = (np.array(column) for column in zip(*years, strict=True))
    rate = average_premium(earnings, spending, opening, interest, timing)
    if rate >= 0:
        path = reserve_path(opening, rate * earnings, spending, interest, timing)
        scale = opening + np.sum(spending) + np.sum(rate * earnings)
        assert path[-1] == pytest.approx(0.0, abs=1e-9 * scale * 10)
        assert actuarial_balance(earnings, spending, opening, interest, rate, timing) == pytest.approx(0.0)


@given(YEARS, st.floats(0, 1e6), st.floats(0, 0.15), TIMING)
def test_the_scaled_premium_stops_the_reserve_in_the_last_year(
    years: list[tuple[float, float]], opening: float, interest: float, timing: Timing
) -> None:
    earnings, spending = (np.array(column) for column in zip(*years, strict=True))
    rate = scaled_premium(earnings, spending, opening, interest, timing)
    if rate >= 0:
        path = reserve_path(opening, rate * earnings, spending, interest, timing)
        scale = opening + np.sum(spending) + np.sum(rate * earnings)
        assert path[-1] - path[-2] == pytest.approx(0.0, abs=1e-8 * scale)


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6))
def test_pay_as_you_go_is_dependency_times_replacement(
    pensioners: float, active: float, pension: float, earnings: float
) -> None:
    direct = pay_as_you_go(pensioners * pension, active * earnings)
    assert direct == pytest.approx(pay_as_you_go_from_ratios(pensioners / active, pension / earnings), rel=1e-12)


def test_a_negative_reserve_is_charged_the_borrowing_rate() -> None:
    path = reserve_path(-100.0, [0.0, 0.0], [0.0, 0.0], 0.03, borrowing=0.10)
    assert path == pytest.approx([-110.0, -121.0])


def test_interest_may_differ_by_year_and_scenarios_lie_in_front() -> None:
    path = reserve_path(np.array([100.0, 200.0]), [0.0, 0.0], [0.0, 0.0], [0.1, 0.0])
    assert path == pytest.approx(np.array([[110, 110], [220, 220]]))


def test_no_contributors_leave_the_rate_unknown() -> None:
    assert math.isnan(pay_as_you_go(5.0, 0.0))


def test_impossible_inputs_are_named() -> None:
    with pytest.raises(OutOfBounds, match="interest: -1"):
        reserve_path(1.0, [1.0], [1.0], -1.0)
    with pytest.raises(InvalidInput, match="timing: 'noon'"):
        reserve_path(1.0, [1.0], [1.0], 0.0, "noon")  # type: ignore[arg-type]  # no such word: the point
    with pytest.raises(InvalidInput, match="same years"):
        reserve_path(1.0, [1.0, 2.0], [1.0], 0.0)
