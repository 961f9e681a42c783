"""Public debt as a share of GDP: next year's, the balance that holds it, and what moved it; methods 6.3.

Debt, balances and flows are shares of the same year's GDP; debt below zero is a net claim. Rates are shares a year.
The kip's depreciation is the rise of kip per foreign currency. Exact products are used throughout: "interest less
growth" is off by more than a percentage point of GDP at two-digit inflation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sp_core.ranges import fail_unless_a_share, fail_unless_above_minus_one
from sp_core.ratio import plain, ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtYear:
    """What acts on debt in one year; numbers or arrays that broadcast.

    interest_foreign, interest_domestic : effective nominal rates on last year's debt
    foreign_share : share of last year's debt in foreign currency
    depreciation, real_growth, deflator : changes of the year
    primary_balance : revenue less expenditure without interest, above 0 a surplus
    other_flows : bank support, arrears and the like, above 0 adds to debt
    """

    interest_foreign: Any = 0.0
    interest_domestic: Any = 0.0
    foreign_share: Any = 0.0
    depreciation: Any = 0.0
    real_growth: Any = 0.0
    deflator: Any = 0.0
    primary_balance: Any = 0.0
    other_flows: Any = 0.0

    def __post_init__(self) -> None:
        fail_unless_a_share("foreign_share", self.foreign_share)
        for field in ("interest_foreign", "interest_domestic", "depreciation", "real_growth", "deflator"):
            fail_unless_above_minus_one(field, getattr(self, field))

    @property
    def nominal_growth(self) -> Any:
        """Return (1 + real growth) * (1 + deflator) - 1."""
        return np.multiply(np.add(1.0, self.real_growth), np.add(1.0, self.deflator)) - 1.0

    @property
    def foreign_factor(self) -> Any:
        """Return what one kip of last year's debt becomes through its foreign part: interest and depreciation."""
        return np.multiply(
            np.multiply(np.add(1.0, self.interest_foreign), np.add(1.0, self.depreciation)), self.foreign_share
        )

    @property
    def domestic_factor(self) -> Any:
        """Return what one kip of last year's debt becomes through its domestic part."""
        return np.multiply(np.add(1.0, self.interest_domestic), np.subtract(1.0, self.foreign_share))


@dataclass(frozen=True, slots=True)
class DebtChange:
    """What moved debt in one year: shares of GDP; the parts add up to the change."""

    interest: Any
    exchange_rate: Any
    growth: Any
    inflation: Any
    primary_balance: Any
    other_flows: Any

    @property
    def total(self) -> Any:
        """Return the sum of the parts."""
        moved = self.interest + self.exchange_rate + self.growth + self.inflation
        return moved + self.primary_balance + self.other_flows


def next_debt(debt: Any, year: DebtYear) -> Any:
    """Return debt at the end of the year, share of that year's GDP; methods (6.1).

    [(1 + i_foreign) * (1 + depreciation) * foreign share + (1 + i_domestic) * (1 - foreign share)] * debt
        / [(1 + growth) * (1 + deflator)] - primary balance + other flows
    """
    carried = np.multiply(year.foreign_factor + year.domestic_factor, debt) / (1.0 + year.nominal_growth)
    return plain(np.add(np.subtract(carried, year.primary_balance), year.other_flows))


def next_foreign_share(year: DebtYear) -> Any:
    """Return the share of debt in foreign currency after interest and depreciation, new borrowing in proportion.

    A depreciation raises it, so the next shock weighs more.
    """
    return ratio(year.foreign_factor, year.foreign_factor + year.domestic_factor)


def stabilising_balance(debt: Any, interest: Any, nominal_growth: Any) -> Any:
    """Return the primary balance that keeps debt where it is: share of GDP; methods (6.2).

    (interest - nominal growth) / (1 + nominal growth) * debt
    """
    fail_unless_above_minus_one("nominal_growth", nominal_growth)
    return plain(np.multiply(np.subtract(interest, nominal_growth) / np.add(1.0, nominal_growth), debt))


def effective_interest(year: DebtYear) -> Any:
    """Return the rate that debt grows by in kip: interest on both parts and the depreciation of the foreign one."""
    return plain(year.foreign_factor + year.domestic_factor - 1.0)


def decomposed(debt: Any, year: DebtYear) -> DebtChange:
    """Return what moves `debt` in the year, share of GDP; methods (6.3). Growth and inflation are shown by their sign.

    Growth takes real growth at the old prices, inflation takes the rest, so that nothing is left over.
    """
    weight = np.divide(debt, 1.0 + year.nominal_growth)
    foreign, domestic = year.foreign_share, np.subtract(1.0, year.foreign_share)
    interest = np.multiply(year.interest_foreign, foreign) + np.multiply(year.interest_domestic, domestic)
    revalued = np.multiply(np.multiply(year.depreciation, np.add(1.0, year.interest_foreign)), foreign)
    prices = np.multiply(year.deflator, np.add(1.0, year.real_growth))
    return DebtChange(
        interest=plain(weight * interest),
        exchange_rate=plain(weight * revalued),
        growth=plain(-weight * year.real_growth),
        inflation=plain(-weight * prices),
        primary_balance=plain(np.negative(year.primary_balance)),
        other_flows=plain(np.asarray(year.other_flows, dtype=float)),
    )
