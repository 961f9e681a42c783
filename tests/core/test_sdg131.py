"""SDG 1.3.1 by function: the worked figures, and denominators that are missing or zero."""

from __future__ import annotations

import math

import pytest

from sp_core.errors import OutOfBounds
from sp_core.sdg131 import (
    at_least_one_of_ages,
    dependants,
    disability_coverage,
    effective_coverage,
    maternity_coverage,
    not_covered,
    vulnerable_coverage,
)


def test_old_age_and_maternity_as_worked_in_the_methods() -> None:
    assert effective_coverage(36_000, 420_000) == pytest.approx(0.08571428571)
    assert maternity_coverage(18_000, 162_000, twins=0.0120, triplets=0.0001) == pytest.approx(0.11246667, abs=1e-8)


def test_disability_is_counted_against_prevalence() -> None:
    assert disability_coverage(3_000, 7.5e6, 0.0175) == pytest.approx(0.0228571428)


def test_the_vulnerable_are_those_no_contributory_scheme_reaches() -> None:
    assert vulnerable_coverage(150_000, 7.5e6, 760_000, 36_000) == pytest.approx(150 / 6_704)


def test_at_least_one_from_disjoint_ages() -> None:
    assert at_least_one_of_ages(12_000, 760_000, 36_000, 7.5e6) == pytest.approx(0.1077333333)


def test_dependants_of_the_insured_are_no_contributors() -> None:
    """Lao social security fund: 867,277 protected, 353,962 insured."""
    assert dependants(867_277, 353_962) == 513_315
    assert effective_coverage(26_793, 353_962) == pytest.approx(0.0757, abs=5e-5)
    with pytest.raises(OutOfBounds, match="protected - insured"):
        dependants(353_962, 867_277)


def test_the_uncovered_are_the_complement() -> None:
    assert not_covered(0.524) == pytest.approx(0.476)


@pytest.mark.parametrize("concerned", [0.0, math.nan])
def test_without_persons_concerned_a_rate_is_unknown(concerned: float) -> None:
    assert math.isnan(effective_coverage(5, concerned))


def test_more_contributors_than_people_are_refused() -> None:
    with pytest.raises(OutOfBounds, match="concerned: -100 is negative"):
        vulnerable_coverage(5, 1_000, 1_000, 100)
