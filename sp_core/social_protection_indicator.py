"""The Social Protection Indicator of the Asian Development Bank (SPI): breadth times depth; methods section 2.

Intended recipients are the reference groups of all programmes added up: they may exceed the population, because
people are counted in several. That is the method, and nothing here corrects it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sp_core.ranges import fail_if_negative, fail_unless_positive
from sp_core.ratio import plain, ratio

# Until the 2009 round the reference was a quarter of GDP per head; from the data of 2011-13 on it is GDP per head.
OLD_REFERENCE = 0.25


@dataclass(frozen=True, slots=True)
class Spi:
    """The indicator and its two factors: shares of the reference (GDP per head), of people, of the reference."""

    value: Any
    breadth: Any
    depth: Any


def spi(expenditure: Any, intended: Any, actual: Any, gdp: Any, population: Any, reference: Any = 1.0) -> Spi:
    """Return the indicator; methods (2.1) and (2.2).

        value   = (expenditure / intended) / (reference * GDP / population) = breadth * depth
        breadth = actual / intended
        depth   = (expenditure / actual) / (reference * GDP / population)

    Parameters
    ----------
    expenditure, gdp : kip of one year
    intended, actual, population : persons; `intended` is the reference group of all programmes
    reference : multiple of GDP per head, 1 today, 0.25 until the 2009 round

    Returns
    -------
    Nobody receiving gives 0, breadth 0 and a depth of NaN; no intended recipients, GDP or population gives NaN.
    """
    named = {"expenditure": expenditure, "intended": intended, "actual": actual, "gdp": gdp, "population": population}
    for field, value in named.items():
        fail_if_negative(field, value)
    fail_unless_positive("reference", reference)
    breadth, measure = ratio(actual, intended), _reference(reference, gdp, population)
    depth = np.where(np.isnan(breadth), np.nan, ratio(ratio(expenditure, actual), measure))
    value = np.where(np.equal(breadth, 0.0), np.multiply(0.0, measure), ratio(ratio(expenditure, intended), measure))
    return Spi(plain(value), breadth, plain(depth))


def spi_of_category(expenditure: Any, all_intended: Any, gdp: Any, population: Any, reference: Any = 1.0) -> Any:
    """Return the part of a category, share of GDP per head; methods (2.3).

    The divisor is the intended recipients of all categories, so the parts add up to the indicator. The same
    holds for poor and other people, for women and men.
    """
    fail_if_negative("expenditure", expenditure)
    fail_if_negative("all_intended", all_intended)
    fail_unless_positive("reference", reference)
    return ratio(ratio(expenditure, all_intended), _reference(reference, gdp, population))


def other_categories(total: Any, *known: Any) -> Any:
    """Return what the categories not named contribute: the indicator less the known parts."""
    rest = total
    for part in known:
        rest = np.subtract(rest, part)
    return plain(rest)


def from_old_index(index: Any) -> Any:
    """Return the indicator (share of GDP per head) of an index of the 2009 round or before; methods (2.4).

    In percent it is 25 * index. The series still breaks: disaster relief was in the old one.
    """
    fail_if_negative("index", index)
    return plain(np.multiply(OLD_REFERENCE, index))


def _reference(reference: Any, gdp: Any, population: Any) -> Any:
    """Return reference * GDP / population, NaN where either is missing or zero."""
    return np.multiply(reference, ratio(gdp, np.where(np.equal(gdp, 0.0), 0.0, population)))
