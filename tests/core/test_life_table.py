"""Survival and annuities: the standard ultimate table, and identities of life contingencies."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.life_table import annuity_due, insurance, makeham, survivors

LAW = (0.00022, 2.7e-06, 1.124)


@pytest.mark.parametrize(("age", "due", "whole_life"), [(65, 13.54979, 0.354772), (60, 14.90407, 0.290282)])
def test_the_standard_ultimate_table_at_five_percent(age: int, due: float, whole_life: float) -> None:
    dying = makeham(np.arange(age, 131), *LAW)
    assert annuity_due(dying, 0.05) == pytest.approx(due, abs=5e-6)
    assert insurance(dying, 0.05) == pytest.approx(whole_life, abs=5e-7)


@given(st.integers(20, 100), st.floats(0.0, 0.2))
def test_insurance_and_annuity_add_up_to_one(age: int, interest: float) -> None:
    dying = np.append(makeham(np.arange(age, 130), *LAW), 1.0)
    discount = interest / (1 + interest)
    assert insurance(dying, interest) + discount * annuity_due(dying, interest) == pytest.approx(1.0, abs=1e-9)


def test_without_interest_an_annuity_is_the_expected_number_of_payments() -> None:
    assert annuity_due([0.5, 0.5, 1.0], 0.0) == pytest.approx(1.75)
    assert survivors([0.5, 0.5, 1.0]).tolist() == [1.0, 0.5, 0.25]


def test_ages_may_differ_by_scenario() -> None:
    assert annuity_due([[0.0, 1.0], [1.0, 1.0]], np.array([0.0, 0.0])) == pytest.approx([2.0, 1.0])


def test_a_probability_above_one_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="dying: 2 lies outside"):
        survivors([2.0])
