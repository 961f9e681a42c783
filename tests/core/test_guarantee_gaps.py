"""The ILO financing gap of a scenario: both methods by hand, and what holds whatever the levers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.analysis import guarantee_gaps
from sp_core.analysis.guarantee_gaps import CASH
from sp_core.errors import InvalidInput
from sp_core.model import project
from sp_core.programme import Programme
from sp_core.scenario import Scenario
from tests.core import ground

INPUTS = ground.inputs()


def of(guarantee: str, programme: Programme) -> Programme:
    return replace(programme, guarantee=guarantee)  # type: ignore[arg-type]  # any guarantee, also a wrong one


PILOT = of("old_age", ground.programme("pilot", coverage_today=0.1))
PENSION = of("old_age", ground.programme("pension", benefit="gdp_head", coverage_today=0.0))
MODEL = ground.scenario(PILOT, PENSION)


def gaps(model: Scenario, year: int = 2030, **levers: float) -> dict[str, object]:
    values = model.values({name.replace("__", "."): value for name, value in levers.items()})
    return {gap.guarantee: gap for gap in guarantee_gaps(model, project(model, INPUTS, values), values, year)}


def test_one_year_by_hand() -> None:
    """2030: persons of 65+ x 10 % of GDP per head x 1.05; half are covered; a pilot pays 150,000 kip to a tenth."""
    gap = gaps(MODEL, pension__coverage=0.5)["old_age"]
    people, heads = (INPUTS.value(name, 2030) for name in ("population_65_plus", "population"))
    full = people * 0.1 * INPUTS.value("gdp_path", 2030) / heads * 1.05
    pilot = 0.1 * people * 150e3 * 12 * 1.05
    assert gap.programme == "pension"
    assert gap.full == pytest.approx(full)
    assert gap.by_coverage == pytest.approx(full / 2)
    assert gap.by_expenditure == pytest.approx(full / 2 - pilot)


def test_a_guarantee_without_a_programme_that_runs_has_no_measure() -> None:
    found = gaps(MODEL, pilot__on=0.0, pension__on=0.0)
    assert tuple(found) == CASH
    assert all(gap.programme is None for gap in found.values())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_gaps_are_never_negative_and_never_above_the_full_cost(seed: int) -> None:
    levers = {name: float(values[0]) for name, values in ground.draws(MODEL, 1, seed).items()}
    for gap in guarantee_gaps(MODEL, project(MODEL, INPUTS, levers), levers, 2031):
        assert 0.0 <= gap.by_coverage <= gap.full * (1 + 1e-12)
        assert 0.0 <= gap.by_expenditure <= gap.full * (1 + 1e-12)


def test_both_methods_agree_where_one_programme_reaches_its_group() -> None:
    model = ground.scenario(PENSION)
    gap = gaps(model, pension__coverage=0.7)["old_age"]
    assert gap.by_coverage == pytest.approx(gap.by_expenditure)


def test_a_year_outside_the_projection_is_refused() -> None:
    with pytest.raises(InvalidInput, match="2050"):
        gaps(MODEL, year=2050)
