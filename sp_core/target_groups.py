"""Who a guarantee is for: persons and person-years of a year; methods 1.1, target populations.

Counts are persons at mid-year unless a docstring says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative, fail_unless_a_share, fail_unless_between
from sp_core.ratio import plain

MONTHS = 12.0


@dataclass(frozen=True, slots=True)
class CountedOnce:
    """Persons of three guarantees, each in the first that applies: old age, then disability, then child."""

    old_age: Any
    disability: Any
    children: Any


def of_ages(population: Any, first: int, last: int) -> Any:
    """Return persons aged `first` to `last`, both included, from single ages on the last axis (0, 1, 2, ...).

    "Aged 0 to 5" is six single ages. Five-year groups cannot be cut here: they would need an interpolation
    that must be stated.
    """
    fail_if_negative("population", population)
    by_age = np.asarray(population, dtype=float)
    if not 0 <= first <= last < by_age.shape[-1]:
        raise OutOfBounds(f"ages {first}..{last} lie outside the single ages 0..{by_age.shape[-1] - 1}")
    return plain(np.sum(by_age[..., first : last + 1], axis=-1))


def deliveries(births: Any, twins: Any = 0.0, triplets: Any = 0.0) -> Any:
    """Return births / (1 + twins + 2 * triplets): women giving birth; rates per delivery, shares."""
    fail_if_negative("births", births)
    fail_unless_a_share("twins", twins)
    fail_unless_a_share("triplets", triplets)
    return plain(np.divide(births, np.add(1.0, np.add(twins, np.multiply(2.0, triplets)))))


def by_prevalence(population: Any, prevalence: Any) -> Any:
    """Return population * prevalence: persons with severe disability; sum age groups before or after."""
    fail_if_negative("population", population)
    fail_unless_a_share("prevalence", prevalence)
    return plain(np.multiply(population, prevalence))


def unemployed_years(unemployed: Any, months: Any, eligible: Any = 1.0) -> Any:
    """Return unemployed * months / 12 * eligible: person-years of benefit; `months` is the average duration."""
    fail_if_negative("unemployed", unemployed)
    fail_unless_between("months", months, 0.0, MONTHS)
    fail_unless_a_share("eligible", eligible)
    return plain(np.multiply(np.multiply(unemployed, np.divide(months, MONTHS)), eligible))


def counted_once(population: Any, prevalence: Any, child_until: int, old_from: int) -> CountedOnce:
    """Return three groups that share no person: a disabled person of old age is counted as old.

    Parameters
    ----------
    population, prevalence : (..., ages)
        Persons by single age from 0, and the share with severe disability at each age.
    child_until, old_from : years
        Children are aged 0..child_until, older persons old_from and above.
    """
    fail_if_negative("population", population)
    fail_unless_a_share("prevalence", prevalence)
    people, share = np.broadcast_arrays(np.asarray(population, dtype=float), np.asarray(prevalence, dtype=float))
    if not 0 <= child_until < old_from < people.shape[-1]:
        raise OutOfBounds(
            f"child_until {child_until} and old_from {old_from} must rise within 0..{people.shape[-1] - 1}"
        )
    disabled = people[..., :old_from] * share[..., :old_from]
    children = people[..., : child_until + 1] - disabled[..., : child_until + 1]
    return CountedOnce(
        old_age=plain(np.sum(people[..., old_from:], axis=-1)),
        disability=plain(np.sum(disabled, axis=-1)),
        children=plain(np.sum(children, axis=-1)),
    )
