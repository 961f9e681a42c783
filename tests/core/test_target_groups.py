"""Target groups: single ages, deliveries, prevalence, person-years, and nobody counted twice."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.target_groups import by_prevalence, counted_once, deliveries, of_ages, unemployed_years

AGES = np.arange(101, 0, -1, dtype=float)


def test_aged_zero_to_five_are_six_single_ages() -> None:
    assert of_ages(np.ones(101), 0, 5) == 6.0


def test_ages_that_do_not_exist_are_refused() -> None:
    with pytest.raises(OutOfBounds, match=r"ages 60\.\.120 lie outside the single ages 0\.\.100"):
        of_ages(AGES, 60, 120)


def test_twins_are_two_births_of_one_woman() -> None:
    assert deliveries(162_000, 0.0120, 0.0001) == pytest.approx(160_047.4216, rel=1e-9)
    assert deliveries(160_000) == 160_000


def test_prevalence_by_age_adds_up() -> None:
    assert np.sum(by_prevalence([1000.0, 2000.0], [0.01, 0.02])) == pytest.approx(50.0)


def test_three_months_of_benefit_are_a_quarter_of_a_person_year() -> None:
    assert unemployed_years(80_000, 3, 0.5) == pytest.approx(10_000)


def test_a_disabled_person_of_old_age_is_counted_as_old() -> None:
    groups = counted_once([10.0, 10.0, 10.0, 10.0], [0.1, 0.2, 0.3, 0.4], child_until=0, old_from=3)
    assert (groups.children, groups.disability, groups.old_age) == pytest.approx((9.0, 6.0, 10.0))


@given(st.integers(0, 59), st.lists(st.floats(0, 1), min_size=101, max_size=101))
def test_groups_counted_once_never_exceed_the_population(child: int, prevalence: list[float]) -> None:
    groups = counted_once(AGES, prevalence, child_until=child, old_from=60)
    assert groups.children + groups.disability + groups.old_age <= AGES.sum() * (1 + 1e-12)


def test_overlapping_ages_are_refused() -> None:
    with pytest.raises(OutOfBounds, match="must rise within"):
        counted_once(AGES, 0.02, child_until=70, old_from=65)
