"""Point formulas of cost: recipients, benefits, administration, share of GDP; methods 1.1 to 1.6.

One guarantee in one year. Persons are mid-year, money is nominal kip of that year, rates are shares. Every
function takes numbers or arrays that broadcast. A share outside 0..1 is an error that names it, never a clip.
The scenario model states the same equations year by year for its tape; tests hold the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sp_core.programme import AdministrationBasis
from sp_core.ranges import (
    fail_if_negative,
    fail_unless_a_share,
    fail_unless_between,
    fail_unless_positive,
)
from sp_core.ratio import plain, ratio

MONTHS = 12.0


@dataclass(frozen=True, slots=True)
class Targeting:
    """Who receives when the test errs: persons; `leakage` is the share of recipients who are not poor."""

    poor: Any
    others: Any
    leakage: Any

    @property
    def recipients(self) -> Any:
        """Return all who receive, rightly or wrongly."""
        return self.poor + self.others


def recipients(target: Any, eligible: Any = 1.0, take_up: Any = 1.0, phase_in: Any = 1.0) -> Any:
    """Return target * eligible * take-up * phase-in: persons; methods (1.1).

    Parameters
    ----------
    target : persons in the target group
    eligible, take_up, phase_in : shares
        Who passes the test; who of those receives; how far the programme has been rolled out.
    """
    fail_if_negative("target", target)
    for field, value in (("eligible", eligible), ("take_up", take_up), ("phase_in", phase_in)):
        fail_unless_a_share(field, value)
    return plain(np.multiply(np.multiply(np.multiply(target, eligible), take_up), phase_in))


def targeting(population: Any, poor_share: Any, exclusion: Any, inclusion: Any) -> Targeting:
    """Return recipients under errors of targeting; methods (1.6).

        poor   = population * poor_share * (1 - exclusion)
        others = population * (1 - poor_share) * inclusion

    Nobody receiving gives a leakage of NaN.
    """
    fail_if_negative("population", population)
    for field, value in (("poor_share", poor_share), ("exclusion", exclusion), ("inclusion", inclusion)):
        fail_unless_a_share(field, value)
    poor = np.multiply(np.multiply(population, poor_share), np.subtract(1.0, exclusion))
    others = np.multiply(np.multiply(population, np.subtract(1.0, poor_share)), inclusion)
    return Targeting(plain(poor), plain(others), ratio(others, poor + others))


def benefits(recipients: Any, benefit_year: Any, months: Any = MONTHS) -> Any:
    """Return recipients * benefit a year * months / 12: kip; methods (1.2).

    A part-year start is fewer months paid, not a lower take-up.
    """
    fail_if_negative("recipients", recipients)
    fail_if_negative("benefit_year", benefit_year)
    fail_unless_between("months", months, 0.0, MONTHS)
    return plain(np.multiply(np.multiply(recipients, benefit_year), np.divide(months, MONTHS)))


def with_administration(benefits: Any, rate: Any, basis: AdministrationBasis = "on_benefits") -> Any:
    """Return benefits and their administration: kip; methods (1.3).

    on_benefits   benefits * (1 + rate)     the ILO's Rapid Assessment Protocol
    of_total      benefits / (1 - rate)     rate is a share of total cost
    """
    fail_if_negative("benefits", benefits)
    fail_if_negative("administration rate", rate)
    if basis == "of_total":
        fail_unless_a_share("administration rate", rate)
        fail_unless_positive("1 - administration rate", np.subtract(1.0, rate))
        return plain(np.divide(benefits, np.subtract(1.0, rate)))
    return plain(np.multiply(benefits, np.add(1.0, rate)))


def share_of_gdp(cost: Any, gdp: Any) -> Any:
    """Return cost / GDP of the same fiscal year, both nominal kip; methods (1.4). Unknown GDP (NaN) gives NaN."""
    fail_unless_positive("gdp", gdp)
    return ratio(cost, gdp)


def share_of_gdp_without_gdp(
    benefit_share: Any,
    target_share: Any,
    take_up: Any = 1.0,
    months: Any = MONTHS,
    rate: Any = 0.0,
    basis: AdministrationBasis = "on_benefits",
) -> Any:
    """Return the cost, as a share of GDP, of a benefit stated as a share of GDP per head: GDP cancels; methods (1.4).

        benefit_share * target_share * take_up * months / 12, with administration

    Parameters
    ----------
    benefit_share : benefit a year as a share of GDP per head
    target_share : target group as a share of the population
    take_up : share; an eligible share and a phase-in multiply into it
    """
    receiving = recipients(target_share, take_up=take_up)
    return with_administration(benefits(receiving, benefit_share, months), rate, basis)


def benefit_of_gdp_head(share: Any, gdp: Any, population: Any) -> Any:
    """Return share * GDP / population: kip a year; methods (1.5)."""
    fail_if_negative("share", share)
    fail_unless_positive("gdp", gdp)
    fail_unless_positive("population", population)
    return plain(np.multiply(share, ratio(gdp, population)))


def benefit_of_monthly(share: Any, amount_month: Any) -> Any:
    """Return share * monthly amount * 12: kip a year, of a poverty line, a minimum or average wage; methods (1.5)."""
    fail_if_negative("share", share)
    fail_if_negative("amount_month", amount_month)
    return plain(np.multiply(np.multiply(share, amount_month), MONTHS))
