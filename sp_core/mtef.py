"""The medium-term expenditure framework, one year: need, who pays, ceiling, room and shortage; methods 6.2.

Amounts are nominal kip of the year, numbers or arrays over years and scenarios. Baseline (existing policy) and new
policy are never one line. Room and shortage are two words: fiscal space above 0 is room under the ceiling, the
financing gap above 0 is a shortage of identified financing.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from sp_core.ranges import fail_if_negative
from sp_core.ratio import plain, ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The lines of one year: kip, each 0 or more.

    gdp, revenue : the macro block and the resource envelope
    ceiling : what the budget may spend from domestic resources
    baseline, new_policy, savings : existing policy, what is added, what existing policy gives up
    partners : spending that development partners finance
    """

    gdp: Any
    revenue: Any
    ceiling: Any
    baseline: Any
    new_policy: Any = 0.0
    savings: Any = 0.0
    partners: Any = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            fail_if_negative(field.name, getattr(self, field.name))

    @property
    def total(self) -> Any:
        """Return baseline + new policy - savings: kip, whoever pays."""
        return plain(np.subtract(np.add(self.baseline, self.new_policy), self.savings))

    @property
    def domestic_need(self) -> Any:
        """Return the total less what development partners finance: kip."""
        return plain(np.subtract(self.total, self.partners))

    @property
    def fiscal_space(self) -> Any:
        """Return ceiling - domestic need: kip, above 0 is room."""
        return plain(np.subtract(self.ceiling, self.domestic_need))

    @property
    def total_of_gdp(self) -> Any:
        """Return the total as a share of GDP."""
        return ratio(self.total, self.gdp)

    @property
    def domestic_of_revenue(self) -> Any:
        """Return the domestic need as a share of revenue."""
        return ratio(self.domestic_need, self.revenue)

    def of_primary_expenditure(self, primary_expenditure: Any) -> Any:
        """Return the total as a share of government expenditure without interest."""
        fail_if_negative("primary_expenditure", primary_expenditure)
        return ratio(self.total, primary_expenditure)


def financing_gap(need: Any, *identified: Any) -> Any:
    """Return need - identified financing: kip, above 0 is a shortage. Every source is calculated on its own."""
    fail_if_negative("need", need)
    gap = need
    for source in identified:
        fail_if_negative("identified", source)
        gap = np.subtract(gap, source)
    return plain(gap)
