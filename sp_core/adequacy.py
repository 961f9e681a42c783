"""Point formulas of adequacy: what a benefit is worth beside wages, incomes, a poverty line and its own past.

Benefits are kip a month; a reference that is not known (NaN) or zero gives NaN.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sp_core.indexation import constant_prices
from sp_core.ranges import fail_if_negative
from sp_core.ratio import ratio

MONTHS = 12.0


def share_of_monthly(benefit_month: Any, reference_month: Any) -> Any:
    """Return the benefit as a share of a monthly amount: minimum wage, average wage, poverty line per head."""
    fail_if_negative("benefit_month", benefit_month)
    return ratio(benefit_month, reference_month)


def share_of_gdp_head(benefit_month: Any, gdp: Any, population: Any) -> Any:
    """Return benefit * 12 / (GDP / population): share of GDP per head (kip a year, persons mid-year)."""
    fail_if_negative("benefit_month", benefit_month)
    return ratio(np.multiply(benefit_month, MONTHS), ratio(gdp, population))


def per_household_member(benefit_month: Any, recipients: Any, members: Any) -> Any:
    """Return benefit * recipients / members: kip a month for each person in a household that shares equally."""
    fail_if_negative("benefit_month", benefit_month)
    fail_if_negative("recipients", recipients)
    return ratio(np.multiply(benefit_month, recipients), members)


def real_value(benefit: Any, price_index: Any) -> Any:
    """Return benefits by year at the prices of the first year, kip; years on the last axis.

    benefit[t] * price_index[first] / price_index[t]
    """
    fail_if_negative("benefit", benefit)
    prices = np.asarray(price_index, dtype=float)
    return constant_prices(benefit, prices, prices[..., :1])
