"""What published debt figures imply: the effective interest rate, and the remainder of the debt recursion.

The model's debt block starts from published debt, balances and GDP. Two of its parameters are not
published as such and follow from those by arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sp_core.errors import YearMismatch
from sp_core.model.debt_block import fx_share_after


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtFigures:
    """Published figures by year; `debt` also for the year before the first.

    Kip for gdp and debt, shares of GDP for the balances, kip per dollar for the exchange rate.
    """

    gdp: Mapping[int, float]
    debt: Mapping[int, float]
    primary_balance: Mapping[int, float]
    overall_balance: Mapping[int, float]
    exchange_rate: Mapping[int, float]

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years; raise YearMismatch when the series do not share them."""
        years = tuple(sorted(self.primary_balance))
        for name in ("gdp", "overall_balance", "exchange_rate"):
            if tuple(sorted(getattr(self, name))) != years:
                raise YearMismatch(f"debt figures: {name} has other years than primary_balance")
        if tuple(sorted(self.debt)) != (years[0] - 1, *years):
            raise YearMismatch(f"debt figures: debt must run from {years[0] - 1} to {years[-1]}")
        return years


def interest_lak(figures: DebtFigures) -> dict[int, float]:
    """Return interest paid in each year, kip: (primary balance - overall balance) * GDP."""
    return {t: (figures.primary_balance[t] - figures.overall_balance[t]) * figures.gdp[t] for t in figures.years}


def interest_rate(figures: DebtFigures) -> dict[int, float]:
    """Return the effective rate, a share: interest over the debt at the end of the year before."""
    paid = interest_lak(figures)
    return {t: paid[t] / figures.debt[t - 1] for t in figures.years}


def other_flows(figures: DebtFigures, fx_share: float) -> dict[int, float]:
    """Return the published remainder of debt, share of GDP: what balance and revaluation do not explain.

    `fx_share` is the share of debt in foreign currency at the end of the first year. The first
    year itself is taken as published and has no remainder.
    """
    rate, share, found = interest_rate(figures), fx_share, {figures.years[0]: 0.0}
    for t in figures.years[1:]:
        change = figures.exchange_rate[t] / figures.exchange_rate[t - 1] - 1.0
        revalued = figures.debt[t - 1] * (1.0 + rate[t]) * (1.0 + share * change)
        carried = revalued - figures.primary_balance[t] * figures.gdp[t]
        found[t] = (figures.debt[t] - carried) / figures.gdp[t]
        share = fx_share_after(share, change)
    return found
