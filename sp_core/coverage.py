"""Point formulas of coverage: who is not covered, how far to a reference, how fast, and "at least one" as bounds.

Coverage is effective unless its name says legal. Where a function compares or continues published
figures, its values may be percent or shares, as long as all are the same; the docstring says which.
Methods: global conventions and section 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sp_core.ranges import fail_if_negative, fail_if_years_run_backwards
from sp_core.ratio import plain, ratio


@dataclass(frozen=True, slots=True)
class Shown:
    """A coverage as it may be shown: `raw` is kept, `value` is at most `full`, `over_100` says that they differ."""

    raw: Any
    value: Any
    over_100: Any


@dataclass(frozen=True, slots=True)
class AtLeastOne:
    """What is known of "covered by at least one": shares of the population.

    `independent` is the estimate under the assumption that receiving one benefit says
    nothing about receiving another. The sum of the functions is no coverage.
    """

    lowest: Any
    highest: Any
    independent: Any


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A weighted mean, and the share of all weight that has a figure behind it."""

    value: Any
    weight_observed: Any


def persons_not_covered(coverage: Any, population: Any) -> Any:
    """Return population * (1 - coverage): persons; `coverage` a share, a raw one above 1 leaves nobody."""
    fail_if_negative("coverage", coverage)
    fail_if_negative("population", population)
    return plain(np.multiply(population, np.maximum(0.0, np.subtract(1.0, coverage))))


def shown(coverage: Any, full: float = 100.0) -> Shown:
    """Return `coverage` capped at `full` (100 for percent, 1 for shares), the raw value kept beside it.

    More recipients than persons concerned come from different sources of the two; the cap is for drawing only.
    """
    over = np.greater(coverage, full)
    return Shown(coverage, plain(np.minimum(coverage, full)), bool(over) if np.ndim(over) == 0 else over)


def distance(coverage: Any, reference: Any) -> Any:
    """Return coverage - reference in points: below zero is behind. Same unit, same year, same edition."""
    return plain(np.subtract(coverage, reference))


def required_pace(coverage: Any, target: Any, year: Any, by: Any) -> Any:
    """Return (target - coverage) / (by - year): points a year on a straight line, NaN when no year is left."""
    fail_if_years_run_backwards("year", year, "by", by)
    return ratio(np.subtract(target, coverage), np.subtract(by, year))


def observed_pace(before: Any, last: Any, since: Any, until: Any) -> Any:
    """Return (last - before) / (until - since): points a year between two figures, NaN within one year."""
    return required_pace(before, last, since, until)


def continued(coverage: Any, pace: Any, year: Any, by: Any, full: float = 100.0) -> Any:
    """Return where `pace` points a year lead by `by`, held between 0 and `full` (100 for percent, 1 for shares)."""
    fail_if_years_run_backwards("year", year, "by", by)
    return plain(np.clip(np.add(coverage, np.multiply(pace, np.subtract(by, year))), 0.0, full))


def at_least_one(persons: Any, population: Any) -> AtLeastOne:
    """Return bounds on the share covered by at least one function; methods (3.1).

        largest function <= at least one <= smaller of 1 and the sum of all

    Parameters
    ----------
    persons : (..., functions)
        Persons covered by each function, overlaps unknown.
    population : (...)
        Persons; zero gives NaN.
    """
    fail_if_negative("persons", persons)
    fail_if_negative("population", population)
    shares = np.asarray(ratio(persons, np.expand_dims(np.asarray(population, dtype=float), -1)))
    held = np.minimum(shares, 1.0)
    lowest, highest = np.max(held, axis=-1), np.minimum(1.0, np.sum(held, axis=-1))
    independent = np.clip(1.0 - np.prod(1.0 - held, axis=-1), lowest, highest)  # only the last digit is ever outside
    return AtLeastOne(plain(lowest), plain(highest), plain(independent))


def aggregate(rates: Any, weights: Any) -> Aggregate:
    """Return sum(weight * rate) / sum(weight) over the last axis; methods (3.2).

    `weights` are the indicator's denominators, persons. A missing rate (NaN) is left out and not
    imputed: `weight_observed` says how much of the weight the mean stands on.
    """
    fail_if_negative("weights", weights)
    values, weight = np.broadcast_arrays(np.asarray(rates, dtype=float), np.asarray(weights, dtype=float))
    seen = np.where(np.isnan(values), 0.0, weight)
    value = ratio(np.sum(seen * np.nan_to_num(values), axis=-1), np.sum(seen, axis=-1))
    return Aggregate(value, ratio(np.sum(seen, axis=-1), np.sum(weight, axis=-1)))


def compliance(effective: Any, legal: Any) -> Any:
    """Return effective / legal coverage of one branch: how much of the law is lived; methods (3.3)."""
    fail_if_negative("effective", effective)
    fail_if_negative("legal", legal)
    return ratio(effective, legal)
