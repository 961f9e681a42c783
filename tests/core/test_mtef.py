"""The medium-term framework: the worked table, and two words that may not be mixed up."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.mtef import Framework, financing_gap

AMOUNT = st.floats(0, 1e15)


def test_the_worked_table_of_four_years() -> None:
    gdp = np.array([300.0, 330.0, 361.35, 393.8715])
    years = Framework(
        gdp=gdp,
        revenue=gdp * np.array([0.15, 0.152, 0.154, 0.156]),
        ceiling=gdp * 0.005,
        baseline=np.array([1.2, 1.26, 1.323, 1.38915]),
        new_policy=np.array([0.3, 0.6, 0.9, 1.2]),
        partners=np.array([0.3, 0.225, 0.15, 0.075]),
    )
    assert years.fiscal_space == pytest.approx([0.300, 0.015, -0.266, -0.545], abs=1e-3)
    assert years.total_of_gdp[:2] == pytest.approx([0.005, 0.005636], abs=1e-6)
    assert years.domestic_of_revenue[:2] == pytest.approx([0.0266667, 0.0325956], abs=1e-6)


@given(AMOUNT, AMOUNT, AMOUNT, AMOUNT, AMOUNT)
def test_room_is_the_ceiling_less_what_the_budget_pays(
    ceiling: float, baseline: float, new: float, savings: float, partners: float
) -> None:
    year = Framework(
        gdp=1e15,
        revenue=1e14,
        ceiling=ceiling,
        baseline=baseline,
        new_policy=new,
        savings=savings,
        partners=partners,
    )
    assert year.fiscal_space + year.total - year.partners == pytest.approx(ceiling, abs=1.0)
    shortage = financing_gap(max(year.domestic_need, 0.0), ceiling)
    if year.domestic_need >= 0:
        assert shortage == -year.fiscal_space


def test_every_source_closes_its_own_part_of_the_gap() -> None:
    assert financing_gap(10.0, 4.0, 3.0) == 3.0
    assert financing_gap(10.0, 4.0, 8.0) == -2.0
    assert financing_gap(10.0) == 10.0


def test_without_revenue_a_share_of_it_is_unknown() -> None:
    year = Framework(gdp=1.0, revenue=0.0, ceiling=1.0, baseline=0.5)
    assert math.isnan(year.domestic_of_revenue)
    assert year.of_primary_expenditure(2.0) == 0.25


def test_a_negative_line_is_named() -> None:
    with pytest.raises(OutOfBounds, match="savings: -1 is negative"):
        Framework(gdp=1.0, revenue=1.0, ceiling=1.0, baseline=0.5, savings=-1.0)
