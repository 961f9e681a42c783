"""How development partners leave: three shapes of phase-out, and what the budget takes over; methods 6.4.

Amounts stay in the partners' currency; each year is turned into kip at that year's average rate
(sp_core.expenditure.kip).
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative, fail_unless_a_share, fail_unless_positive
from sp_core.ratio import plain, ratio

PhaseOut = Literal["linear", "step", "geometric"]


def phased_out(amount: Any, shape: PhaseOut, parameter: Any, year: Any) -> Any:
    """Return the amount `year` years after the first (0, 1, 2, ...), same currency.

    linear      amount * larger of 0 and 1 - year / parameter      parameter: years until nothing is left
    step        amount while year < parameter, then nothing        parameter: years at full amount
    geometric   amount * parameter^year                            parameter: share kept from year to year
    """
    fail_if_negative("amount", amount)
    fail_if_negative("year", year)
    if shape == "linear":
        fail_unless_positive("parameter", parameter)
        return plain(np.multiply(amount, np.maximum(0.0, np.subtract(1.0, np.divide(year, parameter)))))
    if shape == "step":
        fail_if_negative("parameter", parameter)
        return plain(np.multiply(amount, np.where(np.less(year, parameter), 1.0, 0.0)))
    if shape == "geometric":
        fail_unless_a_share("parameter", parameter)
        return plain(np.multiply(amount, np.power(np.asarray(parameter, dtype=float), year)))
    raise OutOfBounds(f"shape: {shape!r} is none of linear, step, geometric")


def takeover(domestic: Any, partners: Any) -> Any:
    """Return domestic / (domestic + partners): the share of financing that the country bears, NaN without any."""
    fail_if_negative("domestic", domestic)
    fail_if_negative("partners", partners)
    return ratio(domestic, np.add(domestic, partners))
