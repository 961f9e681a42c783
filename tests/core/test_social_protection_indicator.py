"""The Social Protection Indicator: breadth times depth, categories that add up, the break of the series."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.social_protection_indicator import from_old_index, other_categories, spi, spi_of_category

MONEY, PEOPLE = st.floats(1e6, 1e16), st.floats(1, 1e9)


def test_the_worked_example() -> None:
    found = spi(2e12, 6e6, 1.5e6, 250e12, 7e6)
    assert (found.value, found.breadth, found.depth) == pytest.approx((0.0093333333, 0.25, 0.0373333333))


@given(MONEY, PEOPLE, PEOPLE, MONEY, PEOPLE)
def test_the_indicator_is_breadth_times_depth(
    spent: float, intended: float, actual: float, gdp: float, people: float
) -> None:
    found = spi(spent, intended, actual, gdp, people)
    assert found.value == pytest.approx(found.breadth * found.depth, rel=1e-12)


@given(st.lists(MONEY, min_size=1, max_size=8), PEOPLE, MONEY, PEOPLE)
def test_categories_with_the_common_divisor_add_up(
    spent: list[float], intended: float, gdp: float, people: float
) -> None:
    parts = [spi_of_category(one, intended, gdp, people) for one in spent]
    assert sum(parts) == pytest.approx(spi(sum(spent), intended, 1.0, gdp, people).value, rel=1e-9)


@given(MONEY, PEOPLE, PEOPLE, MONEY, PEOPLE)
def test_the_old_reference_converts_to_the_new_one(
    spent: float, intended: float, actual: float, gdp: float, people: float
) -> None:
    old, new = (spi(spent, intended, actual, gdp, people, reference) for reference in (0.25, 1.0))
    assert from_old_index(old.value) == pytest.approx(new.value, rel=1e-12)


def test_intended_recipients_may_exceed_the_population() -> None:
    assert spi(0.053 * 250e12, 1.325 * 7e6, 5e6, 250e12, 7e6).value == pytest.approx(0.04)


def test_nobody_receiving_is_zero_with_an_unknown_depth() -> None:
    found = spi(0.0, 6e6, 0.0, 250e12, 7e6)
    assert (found.value, found.breadth) == (0.0, 0.0)
    assert math.isnan(found.depth)


@pytest.mark.parametrize("missing", [{"intended": 0.0}, {"gdp": 0.0}, {"population": 0.0}, {"population": math.nan}])
def test_without_its_divisor_the_indicator_is_unknown(missing: dict[str, float]) -> None:
    whole = {"expenditure": 2e12, "intended": 6e6, "actual": 1.5e6, "gdp": 250e12, "population": 7e6}
    found = spi(**(whole | missing))
    assert math.isnan(found.value) and math.isnan(found.depth)
    assert math.isnan(found.breadth) == ("intended" in missing)


def test_what_is_not_social_insurance_is_the_rest() -> None:
    assert other_categories(0.037, 0.027) == pytest.approx(0.01)
