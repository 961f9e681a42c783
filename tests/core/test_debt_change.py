"""What moves debt between two years: the parts leave nothing over, whatever the levers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.analysis import debt_change
from sp_core.analysis.debt_change import PARTS
from sp_core.errors import InvalidInput
from sp_core.model import project_every_quantity
from tests.core import ground
from tests.core.ground_financing import financing

INPUTS = ground.inputs()
MODEL = ground.scenario(ground.programme(), paid_by=financing())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_parts_leave_nothing_over(seed: int) -> None:
    levers = {name: float(values[0]) for name, values in ground.draws(MODEL, 1, seed).items()}
    every = project_every_quantity(MODEL, INPUTS, levers)
    moved = debt_change(every, INPUTS, 2025, 2030)
    assert tuple(moved.parts) == PARTS
    assert abs(moved.residual) <= 1e-12
    assert moved.change == pytest.approx(every.at("debt_gdp", 2030) - every.at("debt_gdp", 2025), abs=1e-15)


def test_one_year_by_hand() -> None:
    """2026: debt 347 of 382.981 trillion; 4 % interest, 80 % in dollars, growth 2.504 %, surplus 3 %, other -1 %."""
    every = project_every_quantity(MODEL, INPUTS, {})
    parts = debt_change(every, INPUTS, 2025, 2026).parts
    before, nominal = 347e12 / 382980.674e9, 414047.341 / 382980.674
    fall = 23285.942354 / 22616.07854 - 1
    assert parts["interest"] == pytest.approx(before * 0.04 / nominal)
    assert parts["exchange_rate"] == pytest.approx(before * 0.8 * fall * 1.04 / nominal)
    assert parts["growth"] == pytest.approx(-before * 0.02504 / nominal)
    assert parts["primary_balance"] == pytest.approx(-0.03)
    assert (parts["other_flows"], parts["borrowing"]) == (pytest.approx(-0.01), 0.0)


def test_what_social_protection_borrows_is_a_part_of_its_own() -> None:
    levers = {"borrowing": 0.01, "debt_limit": 1.5, "space_start": 2026, "space_full": 2026}
    every = project_every_quantity(MODEL, INPUTS, levers)
    calm = project_every_quantity(MODEL, INPUTS, {})
    moved = debt_change(every, INPUTS, 2025, 2027)
    assert moved.parts["borrowing"] == pytest.approx(0.02)
    assert moved.parts["other_flows"] == pytest.approx(debt_change(calm, INPUTS, 2025, 2027).parts["other_flows"])


@pytest.mark.parametrize(("first", "last"), [(2030, 2030), (2030, 2025), (2020, 2030), (2025, 2050)])
def test_years_outside_the_projection_are_refused(first: int, last: int) -> None:
    with pytest.raises(InvalidInput, match=str(last)):
        debt_change(project_every_quantity(MODEL, INPUTS, {}), INPUTS, first, last)
