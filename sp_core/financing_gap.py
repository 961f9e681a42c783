"""The ILO financing gap of guarantees: what universal coverage would still cost; methods 1.10 to 1.13.

Two methods with two names; what is shown says which one it is. A gap is never negative, and a surplus in one
guarantee never pays for another: gaps are taken guarantee by guarantee (last axis) and only then added up.
This is not the budget's financing gap, which is need less identified financing.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sp_core.costing import benefits, with_administration
from sp_core.ranges import fail_if_negative, fail_if_years_run_backwards, fail_unless_a_share
from sp_core.ratio import plain, ratio


def full_cost(target: Any, benefit_year: Any, administration: Any = 0.0) -> Any:
    """Return target * benefit a year * (1 + administration): kip, everyone in the target group receiving."""
    return with_administration(benefits(target, benefit_year), administration)


def gap_by_coverage(target: Any, coverage: Any, benefit_year: Any, administration: Any = 0.0) -> Any:
    """Return the gap of each guarantee by the coverage method: kip; methods (1.11).

        target * (1 - coverage) * benefit a year * (1 + administration)

    Parameters
    ----------
    target : persons
    coverage : effective coverage, share; a raw one above 1 leaves no gap
    benefit_year : kip a year
    administration : share of benefits
    """
    fail_if_negative("coverage", coverage)
    left = np.maximum(0.0, np.subtract(1.0, coverage))
    return plain(np.multiply(full_cost(target, benefit_year, administration), left))


def gap_by_expenditure(target: Any, benefit_year: Any, spent: Any, administration: Any = 0.0) -> Any:
    """Return the gap of each guarantee by the expenditure method: kip; methods (1.12).

    larger of 0 and target * benefit a year * (1 + administration) - spent
    """
    fail_if_negative("spent", spent)
    return plain(np.maximum(0.0, np.subtract(full_cost(target, benefit_year, administration), spent)))


def health_gap(package_head: Any, current_public_head: Any, population: Any) -> Any:
    """Return the gap of essential health care: same currency as given per head; methods (1.10).

    larger of 0 and package cost per head - public current health spending per head, times population
    """
    fail_if_negative("package_head", package_head)
    fail_if_negative("current_public_head", current_public_head)
    fail_if_negative("population", population)
    return plain(np.multiply(np.maximum(0.0, np.subtract(package_head, current_public_head)), population))


def total_gap(gaps: Any, health: Any = 0.0) -> Any:
    """Return the gaps of the cash guarantees (last axis) added up, and the health gap where it is asked for."""
    fail_if_negative("gaps", gaps)
    fail_if_negative("health", health)
    return plain(np.add(np.sum(np.asarray(gaps, dtype=float), axis=-1), health))


def coverage_on_the_way(coverage: Any, year: Any, first: Any, by: Any) -> Any:
    """Return the coverage of a guarantee in `year`, linear from `coverage` in `first` to 1 in `by`: share."""
    fail_unless_a_share("coverage", coverage)
    fail_if_years_run_backwards("first", first, "by", by)
    fail_if_years_run_backwards("first", first, "year", year)
    done = ratio(np.subtract(np.minimum(year, by), first), np.subtract(by, first))
    return plain(np.add(coverage, np.multiply(np.subtract(1.0, coverage), done)))


def progressive_need(
    target: Any, coverage: Any, benefit_year: Any, year: Any, first: Any, by: Any, administration: Any = 0.0
) -> Any:
    """Return what `year` costs beyond today's coverage on the way to all in `by`: kip, each guarantee; methods (1.13).

        target * (coverage of the year - coverage today) * benefit a year * (1 + administration)

    `target` and `benefit_year` are those of `year`; the guarantees lie on the last axis.
    """
    added = np.subtract(coverage_on_the_way(coverage, year, first, by), coverage)
    return plain(np.multiply(full_cost(target, benefit_year, administration), added))


def implied_base(gap_share_of_gdp: Any, gap_share_of_base: Any) -> Any:
    """Return the base as a share of GDP that two published shares of one gap imply: gap/GDP divided by gap/base."""
    return ratio(gap_share_of_gdp, gap_share_of_base)
