"""Poverty and inequality of persons: published examples and what holds for every distribution."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.poverty import (
    bottom_coded,
    gini,
    hoover,
    mean_log_deviation,
    palma,
    poverty,
    share_of_bottom,
    theil,
    watts,
)

HANDBOOK = [100, 110, 150, 160]  # World Bank Handbook on Poverty and Inequality, chapter 4, country C
PEOPLE = st.lists(st.tuples(st.floats(0.01, 1e4), st.floats(0.1, 100)), min_size=1, max_size=30)


def columns(people: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    welfare, weights = zip(*people, strict=True)
    return list(welfare), list(weights)


def test_the_published_example_of_the_handbook() -> None:
    found = poverty(HANDBOOK, 1.0, 125)
    assert (found.headcount, found.gap, found.severity) == pytest.approx((0.5, 0.08, 0.0136))
    assert watts(HANDBOOK, 1.0, 125) == pytest.approx(0.0877442307)


def test_a_person_on_the_line_is_not_poor() -> None:
    assert poverty([125.0, 125.0], 1.0, 125).headcount == 0.0


@given(PEOPLE, st.floats(0.1, 1e4))
def test_severity_is_below_gap_and_gap_below_headcount(people: list[tuple[float, float]], line: float) -> None:
    found = poverty(*columns(people), line)
    assert 0 <= found.severity <= found.gap + 1e-15 <= found.headcount + 2e-15 <= 1 + 1e-12


@given(PEOPLE, st.floats(0.01, 1000))
def test_inequality_does_not_depend_on_money_or_on_the_number_of_people(
    people: list[tuple[float, float]], factor: float
) -> None:
    welfare, weights = columns(people)
    for measure in (gini, theil, mean_log_deviation, hoover):
        value = measure(welfare, weights)
        assert measure(np.multiply(welfare, factor), weights) == pytest.approx(value, abs=1e-9)
        assert measure(welfare, np.multiply(weights, factor)) == pytest.approx(value, abs=1e-9)
        assert value >= -1e-9


@given(PEOPLE)
def test_a_person_counted_twice_is_a_weight_of_two(people: list[tuple[float, float]]) -> None:
    welfare, weights = columns(people)
    assert gini(welfare + welfare, weights + weights) == pytest.approx(gini(welfare, weights), abs=1e-9)


@given(PEOPLE)
def test_the_gini_is_half_the_mean_difference_over_the_mean(people: list[tuple[float, float]]) -> None:
    welfare, weights = (np.array(column) for column in columns(people))
    pairs = weights[:, None] * weights[None, :]
    difference = np.sum(pairs * np.abs(welfare[:, None] - welfare[None, :])) / np.sum(pairs)
    mean = np.sum(weights * welfare) / np.sum(weights)
    assert gini(welfare, weights) == pytest.approx(difference / (2 * mean), abs=1e-9)


def test_one_who_has_all_among_a_hundred() -> None:
    assert gini([0.0] * 99 + [100.0], 1.0) == pytest.approx(0.99)
    assert hoover([0.0] * 99 + [100.0], 1.0) == pytest.approx(0.99)
    assert theil([0.0] * 99 + [100.0], 1.0) == pytest.approx(math.log(100))


def test_nothing_to_share_leaves_inequality_unknown_and_everybody_poor() -> None:
    assert math.isnan(gini([0.0, 0.0], 1.0))
    assert poverty([0.0, 0.0], 1.0, 12).gap == 1.0
    assert math.isnan(poverty([1.0], 0.0, 12).headcount)


def test_welfare_of_zero_is_bottom_coded_and_counted_before_a_logarithm() -> None:
    welfare, weights = [0.0, 10.0, 20.0], [2.0, 3.0, 4.0]
    assert math.isnan(watts(welfare, weights, 15)) and math.isnan(mean_log_deviation(welfare, weights))
    coded, persons = bottom_coded(welfare, weights, 1.0)
    assert persons == 2.0
    assert watts(coded, weights, 15) == pytest.approx((2 * math.log(15) + 3 * math.log(1.5)) / 9)


def test_shares_of_the_bottom_and_the_palma_ratio() -> None:
    tenths = np.arange(1.0, 11.0)
    assert share_of_bottom(tenths, 1.0, 0.4) == pytest.approx(10 / 55)
    assert palma(tenths, 1.0) == pytest.approx(1.0)
    assert share_of_bottom([5.0, 1.0], [1.0, 1.0], 0.25) == pytest.approx(0.5 / 6)


def test_scenarios_are_a_leading_axis() -> None:
    welfare = np.array([HANDBOOK, [124.0, 124.0, 150.0, 150.0]])
    assert poverty(welfare, 1.0, np.array([125.0, 124.0])).headcount == pytest.approx([0.5, 0.0])
    assert gini(welfare, 1.0).shape == (2,)


def test_a_line_of_zero_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="line: 0 is not above zero"):
        poverty(HANDBOOK, 1.0, 0)
