"""Coverage: worked figures, what is refused, and the identities that hold for every input."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.coverage import (
    aggregate,
    at_least_one,
    compliance,
    continued,
    distance,
    observed_pace,
    persons_not_covered,
    required_pace,
    shown,
)
from sp_core.errors import OutOfBounds

PERSONS = st.lists(st.floats(0, 1e7), min_size=1, max_size=9)


def test_persons_not_covered_are_the_rest_of_the_population() -> None:
    assert persons_not_covered(0.162, 7_500_000) == pytest.approx(6_285_000, rel=1e-12)


def test_a_coverage_above_one_leaves_nobody_uncovered_and_never_a_negative_number() -> None:
    assert persons_not_covered(1.07, 1000.0) == 0.0


def test_the_raw_value_is_kept_and_the_drawn_one_stops_at_a_hundred() -> None:
    over, under = shown(112.0), shown(99.9)
    assert (over.raw, over.value, over.over_100) == (112.0, 100.0, True)
    assert (under.raw, under.value, under.over_100) == (99.9, 99.9, False)
    assert shown(np.array([0.5, 1.2]), full=1.0).over_100.tolist() == [False, True]


def test_distance_is_below_zero_for_the_one_behind() -> None:
    assert distance(16.2, 47.5) == pytest.approx(-31.3)


def test_the_required_pace_arrives_exactly_in_the_target_year() -> None:
    assert required_pace(16.2, 43.2, 2021, 2030) == pytest.approx(3.0)
    assert observed_pace(15.0, 16.2, 2020, 2022) == pytest.approx(0.6)


def test_without_a_year_left_the_pace_is_not_a_number() -> None:
    assert math.isnan(required_pace(16.2, 43.2, 2030, 2030))


def test_years_that_run_backwards_are_named() -> None:
    with pytest.raises(OutOfBounds, match="by: 2020 comes before year 2021"):
        required_pace(16.2, 43.2, 2021, 2020)


def test_a_continued_coverage_stays_between_nobody_and_everybody() -> None:
    assert continued(95.0, 3.0, 2021, 2030) == 100.0
    assert continued(0.05, -0.02, 2021, 2030, full=1.0) == 0.0
    assert continued(16.2, 0.5, 2021, 2030) == pytest.approx(20.7)


@given(st.floats(0, 100), st.floats(0, 100), st.integers(2000, 2029))
def test_the_required_pace_continued_gives_the_target(coverage: float, target: float, year: int) -> None:
    pace = required_pace(coverage, target, year, 2030)
    assert continued(coverage, pace, year, 2030) == pytest.approx(target, abs=1e-9)


@given(PERSONS, st.floats(1, 1e8))
def test_the_bounds_of_at_least_one_are_ordered_and_hold_the_independence_estimate(
    persons: list[float], population: float
) -> None:
    known = at_least_one(persons, population)
    assert 0.0 <= known.lowest <= known.independent <= known.highest <= 1.0


def test_bounds_have_a_scenario_axis_in_front() -> None:
    known = at_least_one(np.array([[700e3, 300e3, 150e3], [0.0, 0.0, 9e6]]), np.array([7.5e6, 7.5e6]))
    assert known.lowest == pytest.approx([0.0933333333, 1.0])
    assert known.highest == pytest.approx([0.1533333333, 1.0])
    assert math.isnan(at_least_one([1.0, 2.0], 0.0).lowest)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 1e8)), min_size=1, max_size=12))
def test_an_aggregate_lies_between_its_lowest_and_highest_member(members: list[tuple[float, float]]) -> None:
    rates, weights = zip(*members, strict=True)
    value = aggregate(rates, weights).value
    assert min(rates) - 1e-9 <= value <= max(rates) + 1e-9


def test_a_member_without_a_figure_is_left_out_and_the_observed_weight_says_so() -> None:
    found = aggregate([16.2, float("nan"), 6.3], [7.5e6, 54e6, 13.5e6])
    assert found.value == pytest.approx((16.2 * 7.5 + 6.3 * 13.5) / 21)
    assert found.weight_observed == pytest.approx(21 / 75)
    nothing = aggregate([float("nan")], [7.5e6])
    assert math.isnan(nothing.value) and nothing.weight_observed == 0.0


def test_compliance_without_a_law_is_not_a_number() -> None:
    assert compliance(0.15, 0.6) == pytest.approx(0.25)
    assert math.isnan(compliance(0.15, 0.0))


@pytest.mark.parametrize("call", [lambda: persons_not_covered(-0.1, 5.0), lambda: at_least_one([-1.0], 5.0)])
def test_negative_inputs_are_refused(call: Callable[[], object]) -> None:
    with pytest.raises(OutOfBounds, match="is negative"):
        call()
