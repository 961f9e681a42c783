"""What moves public debt between two years of a projection; methods 6.3.

    change of debt/GDP = interest + exchange rate + growth + inflation + primary balance
                         + other flows + new borrowing for social protection + residual

The parts of every year are those of sp_core.debt, added up over the years; the residual is what
floating-point arithmetic leaves (below 1e-12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sp_core.debt import DebtChange, DebtYear, decomposed
from sp_core.errors import InvalidInput
from sp_core.model import Projection
from sp_core.parameter import ModelInputs

PARTS = ("interest", "exchange_rate", "growth", "inflation", "primary_balance", "other_flows", "borrowing")


@dataclass(frozen=True)
class DebtMoved:
    """Debt in two years and what lies between them: shares of GDP of the year in which each part arises."""

    first: int
    last: int
    before: float
    after: float
    parts: Mapping[str, float]  # by name, in the order of PARTS

    @property
    def change(self) -> float:
        """Return what the ratio rose by."""
        return self.after - self.before

    @property
    def residual(self) -> float:
        """Return what the parts leave unexplained."""
        return self.change - sum(self.parts.values())


def debt_change(every: Projection, inputs: ModelInputs, first: int, last: int) -> DebtMoved:
    """Return what moves debt from the end of `first` to the end of `last`.

    `every` holds every quantity of a scenario with financing (project_every_quantity). Raises InvalidInput
    when the years do not follow each other within the projection.
    """
    if not every.years[0] <= first < last <= every.years[-1]:
        raise InvalidInput(f"years {first} to {last} do not run within {every.years[0]}..{every.years[-1]}")
    start, end = every.years.index(first), every.years.index(last)
    got = {name: np.array(every.results[name][start : end + 1]) for name in QUANTITIES}
    years = every.years[start + 1 : end + 1]
    moved, borrowed = _parts(got, {name: _path(inputs, name, years) for name in PATHS})
    parts = {name: float(np.sum(getattr(moved, name))) for name in PARTS[:-1]}
    parts["borrowing"] = float(np.sum(borrowed))
    return DebtMoved(first, last, float(got["debt_gdp"][0]), float(got["debt_gdp"][-1]), parts)


QUANTITIES = (
    "gdp_lak",
    "growth",
    "debt_gdp",
    "fx_debt_share_now",
    "exchange_rate_change",
    "primary_balance_lak",
    "space_deficit_lak",
    "borrowing_lak",
)
PATHS = ("interest_rate_path", "debt_other_flows_path")


def _parts(got: Mapping[str, Any], paths: Mapping[str, Any]) -> tuple[DebtChange, Any]:
    """Return the parts of every year after the first; borrowing is kept apart from the other flows."""
    gdp, rate = got["gdp_lak"], paths["interest_rate_path"]
    growth = got["growth"][1:]
    borrowed = ((got["space_deficit_lak"] + got["borrowing_lak"]) / gdp)[1:]
    year = DebtYear(
        interest_foreign=rate,
        interest_domestic=rate,
        foreign_share=got["fx_debt_share_now"][:-1],
        depreciation=got["exchange_rate_change"][1:],
        real_growth=growth,
        deflator=gdp[1:] / gdp[:-1] / (1.0 + growth) - 1.0,
        primary_balance=(got["primary_balance_lak"] / gdp)[1:],
        other_flows=paths["debt_other_flows_path"],
    )
    return decomposed(got["debt_gdp"][:-1], year), borrowed


def _path(inputs: ModelInputs, name: str, years: tuple[int, ...]) -> Any:
    return np.array([inputs.value(name, year) for year in years])
