"""SDG 1.3.1, effective coverage by function: numerators over denominators; methods section 3.

Covered is who contributes actively or receives; health protection is another indicator (3.8.1). Every rate is a
share; a missing or zero denominator gives NaN. Contributors count for "at least one" and, where they are protected,
for work injury, but not for children, disability, unemployment or the poor.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sp_core.ranges import fail_if_negative, fail_unless_a_share
from sp_core.ratio import plain, ratio
from sp_core.target_groups import by_prevalence, deliveries


def effective_coverage(covered: Any, concerned: Any) -> Any:
    """Return covered / concerned: share of the persons a function concerns.

    children        in households that receive      children
    unemployed      receive cash                    unemployed
    work injury     protected                       employed, or labour force: keep which
    old age         receive a pension               above the legal retirement age, summed over the sexes' own ages
    poor            receive social assistance       below the national poverty line
    """
    fail_if_negative("covered", covered)
    fail_if_negative("concerned", concerned)
    return ratio(covered, concerned)


def maternity_coverage(receiving: Any, births: Any, twins: Any = 0.0, triplets: Any = 0.0) -> Any:
    """Return women who receive over women giving birth; `twins` and `triplets` are rates per delivery."""
    return effective_coverage(receiving, deliveries(births, twins, triplets))


def disability_coverage(receiving: Any, population: Any, prevalence: Any) -> Any:
    """Return recipients over persons with severe disability: population * prevalence."""
    return effective_coverage(receiving, by_prevalence(population, prevalence))


def vulnerable_coverage(assisted: Any, population: Any, working_age_covered: Any, retired_covered: Any) -> Any:
    """Return recipients of social assistance over those no contributory scheme reaches.

    population - working-age contributors and recipients - retired with a contributory benefit
    """
    for field, value in (("working_age_covered", working_age_covered), ("retired_covered", retired_covered)):
        fail_if_negative(field, value)
    left = np.subtract(np.subtract(population, working_age_covered), retired_covered)
    return effective_coverage(assisted, left)


def at_least_one_of_ages(children: Any, working_age: Any, older: Any, population: Any) -> Any:
    """Return "at least one" from disjoint ages, each person counted once inside her age; methods (3.1)."""
    for field, value in (("children", children), ("working_age", working_age), ("older", older)):
        fail_if_negative(field, value)
    return effective_coverage(np.add(np.add(children, working_age), older), population)


def not_covered(coverage: Any) -> Any:
    """Return 1 - coverage: the share that no benefit reaches."""
    fail_unless_a_share("coverage", coverage)
    return plain(np.subtract(1.0, coverage))


def dependants(protected: Any, insured: Any) -> Any:
    """Return protected - insured: persons protected through an insured one, no contributors for "at least one"."""
    fail_if_negative("insured", insured)
    rest = np.subtract(protected, insured)
    fail_if_negative("protected - insured", rest)
    return plain(rest)
