"""Solve: published and closed-form answers, honest refusals, whole numbers, curves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.analysis import Found, NoSolution, solve
from sp_core.analysis.plan import make_plan
from sp_core.errors import BadScenario, InvalidInput
from sp_core.model import project, trace_scenario
from sp_core.parameter import ModelInputs
from sp_core.programme import Indexation
from tests.core import ground

INPUTS = ground.inputs()
MODEL = ground.scenario(
    ground.programme("a", indexation=Indexation(kind="cpi"), optional=("take_up", "months_paid")),
    ground.programme("b", benefit="gdp_head", target="prevalence"),
)
TAPE = trace_scenario(MODEL, INPUTS)
VALUES = {"a.coverage": 0.6, "a.full_year": 2033.0, "a.indexation": 0.5, "b.coverage": 0.4, "inflation_offset": 0.02}


def shares(older: float) -> ModelInputs:
    """Return inputs in which persons of 65 and over are this share of the population."""
    fixed = {"population": 7.5e6, "population_65_plus": older * 7.5e6}
    rest = [one for one in INPUTS if one.id not in fixed]
    people = [
        ground.parameter(name, year, value, "persons") for name, value in fixed.items() for year in range(2025, 2041)
    ]
    return ModelInputs((*rest, *people))


def test_the_benefit_that_fits_half_a_per_cent_of_gdp() -> None:
    """methods 7.4, W1: 0.005 / (0.043 * 1.05) = 11.0742 % of GDP per head."""
    model = ground.scenario(ground.programme(benefit="gdp_head"), overrides={"grant.coverage": 1.0})
    tape = trace_scenario(model, shares(0.043))
    answer = solve(model, tape, model.overrides, "grant.benefit", "cost_gdp", 2030, 0.005)
    assert isinstance(answer, Found)
    assert answer.value == pytest.approx(0.1107419712070875, rel=1e-9)
    assert answer.result == pytest.approx(0.005, rel=1e-12)
    assert answer.exact and answer.others == ()


def test_nobody_in_the_target_group_is_no_solution_not_a_number() -> None:
    model = ground.scenario(ground.programme(benefit="gdp_head"), overrides={"grant.coverage": 1.0})
    tape = trace_scenario(model, shares(0.0))
    answer = solve(model, tape, model.overrides, "grant.benefit", "cost_gdp", 2030, 0.005)
    assert answer == NoSolution(0.0, 0.0)


LEVERS = ["a.coverage", "a.take_up", "a.benefit", "a.indexation", "a.administration", "b.prevalence", "growth_offset"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*LEVERS, "inflation_offset", "exchange_rate_offset"]), st.floats(0, 1), st.integers(2026, 2040))
def test_what_a_lever_gives_is_found_again(lever: str, part: float, year: int) -> None:
    one = MODEL.lever(lever)
    value = min(one.maximum, one.minimum + (one.maximum - one.minimum) * part)
    target = project(MODEL, INPUTS, {**VALUES, lever: value}).at("cost_usd", year)
    answer = solve(MODEL, TAPE, VALUES, lever, "cost_usd", year, target)
    assert isinstance(answer, Found)
    got = project(MODEL, INPUTS, {**VALUES, lever: answer.value}).at("cost_usd", year)  # refused outside the range
    assert got == pytest.approx(target, rel=1e-8)
    assert answer.result == got


def test_a_target_outside_what_the_lever_can_do_says_what_it_can_do() -> None:
    low = project(MODEL, INPUTS, {**VALUES, "a.benefit": 50e3}).at("cost_gdp", 2030)
    high = project(MODEL, INPUTS, {**VALUES, "a.benefit": 1e6}).at("cost_gdp", 2030)
    for target in (low * 0.9, high * 1.1, -1.0):
        assert solve(MODEL, TAPE, VALUES, "a.benefit", "cost_gdp", 2030, target) == NoSolution(low, high)


def test_a_lever_without_any_effect_is_no_solution_unless_the_target_is_met_already() -> None:
    now = project(MODEL, INPUTS, VALUES).at("cost_gdp", 2030)
    assert solve(MODEL, TAPE, VALUES, "revenue_offset", "cost_gdp", 2030, now * 1.5) == NoSolution(now, now)
    assert solve(MODEL, TAPE, VALUES, "revenue_offset", "cost_gdp", 2030, now) == Found(0.0, now)


def test_a_curved_response_is_closed_in_on() -> None:
    """A fixed amount in kip weighs less as prices rise, in a curve: the offset that halves the cost share is found."""
    frozen = {**VALUES, "a.indexation": 0.0, "b.on": 0.0, "inflation_offset": 0.0}
    now = project(MODEL, INPUTS, frozen).at("cost_gdp", 2035)
    answer = solve(MODEL, TAPE, frozen, "inflation_offset", "cost_gdp", 2035, now / 2.0)
    assert isinstance(answer, Found)
    assert answer.result == pytest.approx(now / 2.0, rel=1e-9)
    assert 0.0 < answer.value < 0.15


def test_a_start_year_is_found_by_trying_every_year() -> None:
    """Full reach in 2033: every later start year covers less of 2030, until the start passes it."""
    by_year = {
        start: project(MODEL, INPUTS, {**VALUES, "a.start_year": float(start)}).at("cost_gdp", 2030)
        for start in range(2026, 2034)
    }
    answer = solve(MODEL, TAPE, VALUES, "a.start_year", "cost_gdp", 2030, by_year[2028])
    assert answer == Found(2028.0, by_year[2028])
    between = (by_year[2027] + by_year[2028]) / 2.0
    assert solve(MODEL, TAPE, VALUES, "a.start_year", "cost_gdp", 2030, between) == Found(2028.0, by_year[2028], False)
    assert solve(MODEL, TAPE, VALUES, "a.start_year", "cost_gdp", 2030, 0.5) == NoSolution(
        min(by_year.values()), max(by_year.values())
    )


def test_whole_numbers_that_do_equally_well_are_all_named() -> None:
    late = project(MODEL, INPUTS, {**VALUES, "a.start_year": 2033.0}).at("cost_gdp", 2030)
    answer = solve(MODEL, TAPE, VALUES, "a.start_year", "cost_gdp", 2030, late)
    assert answer == Found(2030.0, late, True, (2031.0, 2032.0, 2033.0))


def test_an_unknown_lever_result_year_or_target_is_refused() -> None:
    for lever, result, year, target, error in (
        ("a.speed", "cost_gdp", 2030, 0.01, BadScenario),
        ("a.benefit", "cost_of_tea", 2030, 0.01, InvalidInput),
        ("a.benefit", "cost_gdp", 1990, 0.01, InvalidInput),
        ("a.benefit", "cost_gdp", 2030, float("nan"), InvalidInput),
    ):
        with pytest.raises(error):
            solve(MODEL, TAPE, VALUES, lever, result, year, target)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.sampled_from([lever.id for lever in MODEL.levers]), min_size=1), st.integers(0, 2**32 - 1))
def test_a_plan_gives_the_bits_of_the_whole_tape(varying: set[str], seed: int) -> None:
    draws = ground.draws(MODEL, 20, seed)
    complete = {name: draws[name] if name in varying else float(draws[name][0]) for name in draws}
    wanted = [("cost_gdp", 2030), ("cost_usd", 2040), ("coverage.a", 2025), ("cost_gdp", 2040)]
    fixed = {name: 0.0 if name in varying else complete[name] for name in complete}
    got = make_plan(TAPE, fixed, varying, wanted).run({name: complete[name] for name in varying})
    whole = TAPE.replay(complete)
    for (name, year), values in zip(wanted, got, strict=True):
        expected = whole[name][year - 2025]
        assert (values == expected).all() if hasattr(values, "all") else values == expected


def test_a_plan_can_be_run_again() -> None:
    plan = make_plan(TAPE, MODEL.values(VALUES), ["a.benefit"], [("cost_gdp", 2030)])
    first = plan.run({"a.benefit": 2e5})
    plan.run({"a.benefit": 9e5})
    assert plan.run({"a.benefit": 2e5}) == first
    with pytest.raises(InvalidInput, match="varies"):
        plan.run({})
