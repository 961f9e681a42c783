"""Debt: published examples, exact decomposition, the balance that holds it, the exchange rate's growing weight."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.debt import (
    DebtYear,
    decomposed,
    effective_interest,
    next_debt,
    next_foreign_share,
    stabilising_balance,
)
from sp_core.errors import OutOfBounds

RATE, CHANGE = st.floats(0, 0.3), st.floats(-0.2, 1.0)
YEARS = st.builds(
    DebtYear,
    interest_foreign=RATE,
    interest_domestic=RATE,
    foreign_share=st.floats(0, 1),
    depreciation=CHANGE,
    real_growth=st.floats(-0.15, 0.15),
    deflator=st.floats(-0.05, 0.6),
    primary_balance=st.floats(-0.1, 0.1),
    other_flows=st.floats(-0.1, 0.1),
)


def test_two_published_examples() -> None:
    """50 of 100, interest 10 and growth 10 percent: 55 of 110; interest 8 percent and a surplus of 1: 53 of 110."""
    assert next_debt(0.5, DebtYear(interest_domestic=0.10, deflator=0.10)) == pytest.approx(0.5)
    year = DebtYear(interest_domestic=0.08, deflator=0.10, primary_balance=1 / 110)
    assert next_debt(0.5, year) == pytest.approx(0.4818, abs=5e-5)


def test_a_depreciation_outweighs_a_surplus() -> None:
    year = DebtYear(
        interest_foreign=0.03,
        interest_domestic=0.06,
        foreign_share=0.8,
        depreciation=0.3,
        real_growth=0.04,
        deflator=0.25,
        primary_balance=0.03,
    )
    assert next_debt(1.08, year) == pytest.approx(1.036043, abs=1e-6)
    assert next_foreign_share(year) == pytest.approx(1.03 * 1.3 * 0.8 / 1.2832)
    assert effective_interest(year) == pytest.approx(0.2832)


@given(st.floats(0, 3), YEARS)
def test_the_parts_add_up_to_the_change_of_debt(debt: float, year: DebtYear) -> None:
    residual = decomposed(debt, year).total - (next_debt(debt, year) - debt)
    assert abs(residual) <= 1e-12


@given(st.floats(0, 3), YEARS)
def test_the_stabilising_balance_holds_debt(debt: float, year: DebtYear) -> None:
    balance = stabilising_balance(debt, effective_interest(year), year.nominal_growth)
    held = DebtYear(
        interest_foreign=year.interest_foreign,
        interest_domestic=year.interest_domestic,
        foreign_share=year.foreign_share,
        depreciation=year.depreciation,
        real_growth=year.real_growth,
        deflator=year.deflator,
        primary_balance=balance,
    )
    assert next_debt(debt, held) == pytest.approx(debt, abs=1e-12)


def test_interest_below_growth_allows_a_deficit() -> None:
    assert stabilising_balance(0.6, 0.06, 0.08) == pytest.approx(-0.011111111)


def test_the_foreign_share_rises_with_a_depreciation_and_stays_without() -> None:
    assert next_foreign_share(DebtYear(foreign_share=0.5, depreciation=0.5)) == pytest.approx(0.6)
    assert next_foreign_share(DebtYear(foreign_share=0.5)) == pytest.approx(0.5)


def test_negative_growth_raises_debt_even_in_balance() -> None:
    year = DebtYear(real_growth=-0.05)
    assert next_debt(0.6, year) > 0.6
    assert decomposed(0.6, year).growth > 0


def test_scenarios_pass_in_one_go() -> None:
    year = DebtYear(interest_domestic=np.array([0.0, 0.1]), deflator=0.1)
    assert next_debt(0.55, year) == pytest.approx([0.5, 0.55])
    assert decomposed(0.55, year).total == pytest.approx([-0.05, 0.0])


def test_an_economy_that_vanishes_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="deflator: -1 is not above -1"):
        DebtYear(deflator=-1.0)
