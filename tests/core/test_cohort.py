"""The cohort projection: a whole toy scheme by hand, conservation of people, open ages, targets."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.cohort import Flows, Members, Rules, flows, next_year, project
from sp_core.errors import OutOfBounds
from sp_core.fund import depletion, pay_as_you_go_from_ratios, reserve_path

TOY = json.loads(
    (Path(__file__).resolve().parents[1] / "golden" / "vectors" / "pension_cohort_toy.json").read_text("utf8")
)


def ages(*values: float) -> np.ndarray:
    """Return one group's values by age."""
    return np.array([values])


def toy() -> tuple[tuple[Members, ...], tuple[Flows, ...]]:
    """Return the toy's projection: ages 0 and 1 work, 2 and 3 are retired, nobody lives past 3."""
    given = TOY["inputs"]
    start = Members(
        active=ages(*given["active0"], 0, 0),
        service=ages(0, 1, 0, 0),
        earnings=ages(*given["salary0"], 0, 0),
        pensioners=ages(0, 0, *given["retired0"]),
        pension=ages(0, 0, *given["pension0"]),
    )
    dying = given["q_active"]
    rules = Rules(
        dying=ages(*dying, 0, 0),
        leaving=ages(0, 0, 0, 0),
        retiring=ages(0, 1 - dying[1], 0, 0),
        dying_retired=ages(0, 0, *given["q_retired"]),
        earnings_growth=given["g_w"],
        indexation=given["g_w"],
        accrual=given["accrual"],
    )
    entrants = np.array([ages(persons, 0, 0, 0) for persons in given["new_entrants"]])
    return project(start, (rules,) * given["years"], entrants)


def test_every_state_and_flow_of_the_toy_scheme() -> None:
    states, money = toy()
    for members, year, expected in zip(states, money, TOY["expected"], strict=True):
        assert members.active[0, :2] == pytest.approx(expected["active"], rel=1e-9)
        assert members.pensioners[0, 2:] == pytest.approx(expected["retired"], rel=1e-9)
        assert members.pension[0, 2:] == pytest.approx(expected["pension"], rel=1e-9)
        assert members.earnings[0, :2] == pytest.approx(expected["salary"], rel=1e-9)
        assert year.earnings == pytest.approx(expected["insured_earnings"], rel=1e-9)
        assert year.benefits == pytest.approx(expected["benefits"], rel=1e-9)
        assert year.pensioners / year.active == pytest.approx(expected["dependency"], rel=1e-9)
        replacement = (year.pensions / year.pensioners) / (year.earnings / year.active)
        assert replacement == pytest.approx(expected["replacement"], rel=1e-9)
        identity = pay_as_you_go_from_ratios(year.pensioners / year.active, replacement)
        assert identity == pytest.approx(expected["payg_benefit_identity"], rel=1e-9)


def test_the_toy_fund_runs_out_in_the_stated_year() -> None:
    given, money = TOY["inputs"], toy()[1]
    income = np.array([year.earnings for year in money]) * given["contribution_rate"]
    spending = np.array([year.benefits for year in money]) + income * given["admin_rate_of_contributions"]
    path = reserve_path(given["R0"], income, spending, given["i"])
    assert path == pytest.approx([year["reserve_end"] for year in TOY["expected"]], rel=1e-9)
    assert depletion(path) == TOY["expected_depletion_index"]


PERSONS = st.lists(st.floats(0, 1e5), min_size=4, max_size=4)


def still(**rates: float) -> Rules:
    """Return rules under which nothing happens but what is named, the same at every age."""
    by_age = {name: ages(*[rates.get(name, 0.0)] * 4) for name in ("dying", "leaving", "retiring", "dying_retired")}
    return Rules(**by_age, earnings_growth=0.0, indexation=0.0, accrual=0.02)


def members(active: list[float], pensioners: list[float]) -> Members:
    return Members(
        active=ages(*active),
        service=ages(1, 2, 3, 4),
        earnings=ages(10, 20, 30, 40),
        pensioners=ages(*pensioners),
        pension=ages(5, 6, 7, 8),
    )


@given(PERSONS, PERSONS, st.floats(0, 0.3), st.floats(0, 0.3), st.floats(0, 0.3), st.floats(0, 0.5))
def test_nobody_appears_or_vanishes(
    active: list[float], pensioners: list[float], dying: float, leaving: float, retiring: float, dying_retired: float
) -> None:
    after = next_year(
        members(active, pensioners),
        still(dying=dying, leaving=leaving, retiring=retiring, dying_retired=dying_retired),
    )
    assert after.active.sum() == pytest.approx(sum(active) * (1 - dying - leaving - retiring), rel=1e-9, abs=1e-6)
    stayed = sum(pensioners) * (1 - dying_retired)
    assert after.pensioners.sum() == pytest.approx(stayed + sum(active) * retiring, rel=1e-9, abs=1e-6)


def test_the_oldest_age_is_open_and_mixes_what_people_bring() -> None:
    after = next_year(members([0, 0, 0, 0], [0, 0, 100, 300]), still())
    assert after.pensioners.tolist() == [[0, 0, 0, 400]]
    assert after.pension[0, 3] == pytest.approx((100 * 7 + 300 * 8) / 400)


@given(PERSONS)
def test_a_target_is_reached_by_entrants_or_exits(target: list[float]) -> None:
    after = next_year(members([100, 200, 300, 400], [0, 0, 0, 0]), still(dying=0.1), target=ages(*target))
    assert after.active == pytest.approx(ages(*target), abs=1e-9)


def test_entrants_thin_the_service_of_their_age() -> None:
    after = next_year(members([100, 0, 0, 0], [0] * 4), still(), entrants=ages(0, 100, 0, 0))
    assert after.active[0, 1] == 200 and after.service[0, 1] == pytest.approx((2.0 + 0.0) / 2)


def test_too_short_a_service_ends_in_a_lump_sum() -> None:
    rules = replace(still(retiring=1.0), qualifying=3.5, lump_sum=1.0)
    start = members([10, 0, 10, 0], [0] * 4)
    assert flows(start, rules).lump_sums == pytest.approx(10 * 1 * 10)
    assert next_year(start, rules).pensioners.tolist() == [[0, 0, 0, 10]]


def test_scenarios_lie_in_front() -> None:
    one = members([10, 20, 30, 40], [1, 2, 3, 4])
    both = Members(**{name: np.stack([getattr(one, name)] * 2) for name in one.__slots__})
    after = next_year(both, still(dying=0.1))
    assert after.active.shape == (2, 1, 4)
    assert after.active[1] == pytest.approx(next_year(one, still(dying=0.1)).active)
    assert flows(both, still()).pensions.shape == (2,)


def test_more_leaving_than_there_are_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="of the active is more than all of them"):
        still(dying=0.6, retiring=0.6)
