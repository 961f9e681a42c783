"""The low and the high variant of a population projection, as distances from the medium one.

The variants differ in fertility alone; mortality and migration are those of the medium variant. So the persons
born in a year differ by as much as its births, at every later age, and those born before the variants part do not
differ at all. (A child of such a birth who has children itself is beyond these formulas: first about 2040.)
Distances are shares of the medium variant: 0.1 means that the high variant has a tenth more, the low a tenth fewer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sp_core.errors import InvalidInput
from sp_core.ranges import fail_unless_positive
from sp_core.ratio import plain


def distance(low: Any, medium: Any, high: Any) -> Any:
    """Return (high - low) / (2 * medium): the mean distance of the two variants, a share of the medium.

    For total fertility rates (children per woman) it is the distance of the births of the same year:
    the women are the same, and their ages at birth are taken to be so.
    """
    fail_unless_positive("medium", medium)
    return plain((high - low) / (2.0 * medium))


def distance_of_ages(
    first: int, last: int, year: int, births: Mapping[int, float], distances: Mapping[int, float]
) -> float:
    """Return the distance of the persons aged `first` to `last`, both included, at mid-year of `year`.

    Who is `age` at mid-year was born in the first half of year - age or the second of the year before. Birth
    years weigh by their `births` (persons, medium variant); a birth year without a distance has none. Raises
    InvalidInput where births are missing.
    """
    born = range(year - last - 1, year - first + 1)
    missing = [of for of in born if of not in births]
    if missing:
        raise InvalidInput(f"births: none for {missing[0]}, needed for ages {first} to {last} in {year}")
    weights = {of: births[of] * (0.5 if of in (born[0], born[-1]) else 1.0) for of in born}
    return sum(weight * distances.get(of, 0.0) for of, weight in weights.items()) / sum(weights.values())
