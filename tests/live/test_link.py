"""The scenario as an address: what is written is read again, and nothing that comes from outside does harm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_app.data.scenario_files import scenario_ids
from sp_app.live.goals import Goal, goal_keys
from sp_app.live.link import LONGEST, MOST_PROBLEMS, VIEWS, LinkState, encode, plain, start, year_pairs
from tests.live.ground import read, scenario


@st.composite
def states(draw: st.DrawFn) -> LinkState:
    """Return a valid state of any scenario, values as the panel commits them: ten decimals."""
    chosen = scenario(draw(st.sampled_from(scenario_ids())))
    values = dict(chosen.values())
    for lever in draw(st.lists(st.sampled_from(chosen.levers), max_size=8)):
        share = draw(st.floats(0, 1))
        value = lever.minimum + (lever.maximum - lever.minimum) * share
        value = round(value) if lever.integer else round(value, 10)
        values[lever.id] = float(min(lever.maximum, max(lever.minimum, value)))
    for first, last in year_pairs(chosen):
        values[last] = max(values[first], values[last])
    goals = st.builds(Goal, st.sampled_from(goal_keys(chosen)), st.floats(0, 9e14).map(lambda value: round(value, 10)))
    year, view = draw(st.sampled_from(chosen.assumptions.years)), draw(st.sampled_from(VIEWS))
    return LinkState(chosen, values, year, view, goal=draw(st.none() | goals))


@settings(max_examples=150, deadline=None)
@given(states())
def test_what_is_written_is_read_again_to_the_last_bit(state: LinkState) -> None:
    assert read(encode(state)) == state


@pytest.mark.parametrize("name", scenario_ids())
def test_a_scenario_as_its_file_says_needs_no_values(name: str) -> None:
    assert encode(start(scenario(name))) == {"s": name, "v": "1"}


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.text(max_size=60), st.text(max_size=60), max_size=12))
def test_no_address_whatever_it_holds_does_harm(query: dict[str, str]) -> None:
    state = read(query)
    state.scenario.values(state.values)  # raises when a value is outside its range
    assert state.year in state.scenario.assumptions.years and state.view in VIEWS
    assert len(state.problems) <= MOST_PROBLEMS
    assert all(len(problem.typed) <= LONGEST and problem.typed.isprintable() for problem in state.problems)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([lever.id for lever in scenario().levers]), st.text("0123456789.eE+-_xinfa ∞໑", max_size=30))
def test_only_plain_decimals_within_the_range_reach_a_lever(name: str, text: str) -> None:
    state = read({"s": "mecg_to_scale", name: text})
    assert scenario().lever(name).checked(state.values[name]) == state.values[name]


REFUSED = {
    "out_of_range": {"mecg.coverage": "1.01"},
    "not_a_number": {"mecg.coverage": "١"},
    "unknown_field": {"mecg.speed": "1"},
    "unknown_scenario": {"s": "nothing"},
    "unknown_version": {"v": "2"},
    "year": {"y": "2041"},
    "order": {"mecg.start_year": "2030", "mecg.full_year": "2029"},
    "goal": {"goal.cost_gdp": "1e-2"},
}


@pytest.mark.parametrize("kind", REFUSED)
def test_each_fault_is_named_and_the_rest_is_taken_over(kind: str) -> None:
    state = read({"s": "mecg_to_scale", "mecg.take_up": "0.9", **REFUSED[kind]})
    assert [problem.kind for problem in state.problems] == [kind]
    assert state.values == {**scenario().values(), "mecg.take_up": 0.9}


def test_a_refused_value_stays_at_its_last_good_one() -> None:
    last = read({"s": "mecg_to_scale", "mecg.coverage": "0.3", "y": "2035", "u": "cost_usd"})
    state = read({"s": "mecg_to_scale", "mecg.coverage": "7", "y": "1900", "u": "gold"}, last)
    assert (state.values["mecg.coverage"], state.year, state.view) == (0.3, 2035, "cost_usd")
    elsewhere = read({"s": "nothing"}, replace(last, scenario=scenario("social_pension_65")))
    assert elsewhere.scenario.id == "social_pension_65"


def test_a_word_of_the_frame_is_no_fault() -> None:
    assert not read({"s": "mecg_to_scale", "lang": "lo", "embed": "true"}).problems


@pytest.mark.parametrize(
    ("value", "text"), [(0.6, "0.6"), (2030.0, "2030"), (1e-7, "0.0000001"), (-0.03, "-0.03"), (0.0, "0"), (-0.0, "0")]
)
def test_numbers_are_written_plainly(value: float, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    "asked",
    [
        {"goal.happiness": "1"},
        {"goal.cost_gdp": "-0.01"},
        {"goal.cost_gdp": "0,01"},
        {"goal.cost_lak": "1"},
        {"goal.": "1"},
        {"goal.unfunded": "0"},  # nobody is said to pay in this scenario
        {"goal.cost": "1" * 16},
    ],
)
def test_a_goal_that_does_not_fit_is_named_and_leaves_the_one_before(asked: dict[str, str]) -> None:
    last = read({"s": "mecg_to_scale", "goal.people": "120000"})
    assert last.goal == Goal("people", 120_000.0)
    state = read({"s": "mecg_to_scale", **asked}, last)
    assert [problem.kind for problem in state.problems] == ["goal"]
    assert state.goal == last.goal and read({"s": "mecg_to_scale", **asked}).goal is None
    assert read({"s": "mecg_to_scale"}, last).goal is None, "an address without a goal has none"


def test_of_two_goals_the_first_is_taken() -> None:
    state = read({"s": "mecg_to_scale", "goal.cost_gdp": "0.01", "goal.people": "5"})
    assert state.goal == Goal("cost_gdp", 0.01) and [problem.field for problem in state.problems] == ["goal.people"]
