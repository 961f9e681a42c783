"""The point formulas of public finance and the traced model state the same equations: debt, shocks, targeting."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.debt import DebtYear, decomposed, next_debt, next_foreign_share, stabilising_balance
from sp_core.model import project_every_quantity
from sp_core.shocks import deviation
from tests.core import ground
from tests.core.ground_financing import financing

INPUTS = ground.inputs()
YEARS = range(2025, 2041)
MODEL = ground.scenario(ground.programme(), paid_by=financing())


def projected(seed: int) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Return every quantity by year and the levers of one random valid setting."""
    levers = {name: float(values[0]) for name, values in ground.draws(MODEL, 1, seed).items()}
    results = project_every_quantity(MODEL, INPUTS, levers).results
    return {name: np.array(values) for name, values in results.items()}, levers


def path(name: str) -> np.ndarray:
    return np.array([INPUTS.value(name, year) for year in YEARS])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_debt_moves_as_the_point_formula_says_and_its_parts_add_up(seed: int) -> None:
    """One effective rate stands for all debt; what social protection borrows is among the other flows."""
    got, _ = projected(seed)
    gdp, debt = got["gdp_lak"], got["debt_gdp"]
    nominal = gdp[1:] / gdp[:-1] - 1
    rate = path("interest_rate_path")[1:]
    borrowed = (got["space_deficit_lak"] + got["borrowing_lak"]) / gdp
    year = DebtYear(
        interest_foreign=rate,
        interest_domestic=rate,
        foreign_share=got["fx_debt_share_now"][:-1],
        depreciation=got["exchange_rate_change"][1:],
        deflator=nominal,
        primary_balance=(got["primary_balance_lak"] / gdp)[1:],
        other_flows=(path("debt_other_flows_path") + borrowed)[1:],
    )
    assert debt[1:] == pytest.approx(next_debt(debt[:-1], year), rel=1e-12, abs=1e-12)
    assert got["fx_debt_share_now"][1:] == pytest.approx(next_foreign_share(year), rel=1e-12)
    assert decomposed(debt[:-1], year).total == pytest.approx(np.diff(debt), abs=1e-12)
    effective = year.foreign_factor + year.domestic_factor - 1
    holding = stabilising_balance(debt[:-1], effective, nominal)
    assert got["debt_stabilising_balance"][1:] == pytest.approx(holding, abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_shock_to_growth_fades_as_the_point_formula_says(seed: int) -> None:
    got, levers = projected(seed)
    onset = int(levers["shock_year"]) - 2025
    expected = deviation(levers["growth_shock_size"], levers["shock_persistence"], len(YEARS) - 1, max(onset, 1))
    assert got["growth_shock"] == pytest.approx(expected, rel=1e-12, abs=1e-15)
