"""Population variants: distances by hand, cohorts, and the model that moves between low, medium and high."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import BadScenario, InvalidInput, OutOfBounds
from sp_core.model import project, project_every_quantity
from sp_core.parameter import ModelInputs
from sp_core.population_variant import distance, distance_of_ages
from tests.core import ground

INPUTS = ground.inputs()
FLAT = dict.fromkeys(range(2000, 2041), 100.0)


def test_half_a_child_more_for_two_is_a_quarter_more() -> None:
    assert distance(1.5, 2.0, 2.5) == 0.25
    assert distance(np.array([1.5, 2.0]), 2.0, np.array([2.5, 2.0])) == pytest.approx([0.25, 0.0])
    with pytest.raises(OutOfBounds, match="medium: 0 is not above zero"):
        distance(0.0, 0.0, 1.0)


def test_a_child_of_mid_year_was_born_in_this_half_year_or_the_half_year_before() -> None:
    """Aged 0 to 4 at mid-2026: half the births of 2021 and of 2026, all of 2022 to 2025; variants part in 2024."""
    apart = dict.fromkeys((2024, 2025, 2026), 0.1)
    assert distance_of_ages(0, 4, 2026, FLAT, apart) == pytest.approx(0.1 * 2.5 / 5)
    assert distance_of_ages(0, 0, 2024, FLAT, apart) == pytest.approx(0.05)
    assert distance_of_ages(5, 9, 2026, FLAT, apart) == 0.0
    assert distance_of_ages(0, 4, 2026, FLAT | {2026: 300.0}, apart) == pytest.approx(0.1 * 3.5 / 6)


def test_years_without_births_are_named() -> None:
    with pytest.raises(InvalidInput, match="births: none for 1995, needed for ages 10 to 14 in 2010"):
        distance_of_ages(10, 14, 2010, FLAT, {})


@given(st.integers(0, 15), st.integers(0, 8), st.floats(-0.5, 0.5))
def test_where_all_births_differ_alike_so_does_every_age(first: int, more: int, apart: float) -> None:
    found = distance_of_ages(first, first + more, 2030, FLAT, dict.fromkeys(FLAT, apart))
    assert found == pytest.approx(apart, abs=1e-15)


@given(st.sampled_from([-1.0, 0.0, 1.0]), st.sampled_from(["births", "age_group", "prevalence"]))
def test_people_follow_the_variant_from_the_second_year(variant: float, kind: str) -> None:
    model = ground.scenario(ground.programme(target=kind))
    medium = project_every_quantity(model, INPUTS, {}).results
    moved = project_every_quantity(model, INPUTS, {"population_variant": variant}).results
    spread = f"{model.programmes[0].target.series}_spread"
    for at, year in enumerate(model.assumptions.years):
        factor = 1.0 + (variant * INPUTS.value(spread, year) if at else 0.0)
        assert moved["target.grant"][at] == pytest.approx(medium["target.grant"][at] * factor, rel=1e-14)
        heads = 1.0 + (variant * INPUTS.value("population_spread", year) if at else 0.0)
        assert moved["gdp_head_lak"][at] == pytest.approx(medium["gdp_head_lak"][at] / heads, rel=1e-14)
        assert moved["gdp_lak"][at] == medium["gdp_lak"][at]


def test_the_medium_variant_is_the_published_one_to_the_last_bit() -> None:
    found = project_every_quantity(ground.scenario(ground.programme(target="births")), INPUTS, {}).results
    for at, year in enumerate(range(2025, 2041)):
        assert found["population_persons"][at] == INPUTS.value("population", year)


def test_a_variant_between_the_published_ones_is_refused() -> None:
    with pytest.raises(OutOfBounds, match=r"population_variant: 0\.5 must be a whole number"):
        project(ground.scenario(), INPUTS, {"population_variant": 0.5})


def test_a_variant_that_leaves_nobody_is_refused_before_the_run() -> None:
    gone = [replace(one, value=1.0) if one.id == "population_spread" else one for one in INPUTS]
    with pytest.raises(BadScenario, match="population in its furthest variant can fall to 0"):
        project(ground.scenario(), ModelInputs(tuple(gone)), {})
