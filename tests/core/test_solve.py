"""What fits a budget, and roots that are found, bracketed or not there."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.costing import share_of_gdp_without_gdp
from sp_core.errors import OutOfBounds
from sp_core.solve import NoRoot, affordable_benefit, affordable_take_up, crossing


def test_the_benefit_that_half_a_percent_of_gdp_pays_for() -> None:
    assert affordable_benefit(0.005, 0.043, administration=0.05) == pytest.approx(0.110742, abs=1e-6)
    assert affordable_benefit(0.005, 0.12, 0.9, 0.05) == pytest.approx(0.0440917, abs=1e-6)


def test_nobody_to_pay_gives_no_benefit() -> None:
    assert math.isnan(affordable_benefit(0.005, 0.0))


@given(st.floats(1e-5, 0.1), st.floats(0.01, 1), st.floats(0.1, 1), st.floats(0, 0.5), st.floats(1, 12))
def test_the_affordable_benefit_costs_exactly_the_budget(
    budget: float, target: float, take_up: float, administration: float, months: float
) -> None:
    benefit = affordable_benefit(budget, target, take_up, administration, months)
    cost = share_of_gdp_without_gdp(benefit, target, take_up, months, administration)
    assert cost == pytest.approx(budget, rel=1e-12)
    share = affordable_take_up(budget, target, benefit, administration, months)
    assert share == pytest.approx(take_up, rel=1e-12)


def test_a_curve_is_met_where_it_crosses() -> None:
    assert crossing(lambda x: x**3, 0.5, 0.0, 1.0) == pytest.approx(0.5 ** (1 / 3), abs=1e-12)


def test_the_lowest_of_several_crossings_is_taken_and_the_ends_count() -> None:
    assert crossing(lambda x: (x - 0.2) * (x - 0.7), 0.0, 0.0, 1.0) == pytest.approx(0.2, abs=1e-12)
    assert crossing(lambda x: x, 0.0, 0.0, 1.0) == 0.0
    assert crossing(lambda x: x, 1.0, 0.0, 1.0) == 1.0


def test_no_solution_in_range_is_an_answer() -> None:
    found = crossing(lambda x: 1.0 + x, 5.0, 0.0, 2.0)
    assert found == NoRoot(1.0, 3.0)


def test_a_range_without_width_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="low 1 must be below high 1"):
        crossing(lambda x: x, 0.0, 1.0, 1.0)
