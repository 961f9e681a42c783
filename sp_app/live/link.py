"""The scenario as an address: `?s=<scenario>&v=1&y=<year>&u=<unit of cost>&goal.<result>=<value>&<lever>=<value>`.

Only what differs from the scenario's file and the usual view is written. Reading takes
nothing on trust: names are looked up, values are plain decimals within the lever's range,
and what does not fit stays at its last good value and is reported. The browser commits in
the same form, so there is one reader of whatever comes from outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sp_app.live.goals import PREFIX, Goal, read_goal
from sp_app.live.measures import COST_VIEWS, usual_year
from sp_core.errors import OutOfBounds
from sp_core.lever import Lever
from sp_core.scenario import Scenario

VERSION = "1"
FOREIGN = frozenset({"lang", "embed", "embed_options"})  # not ours, and no reason to complain
OWN = ("s", "v", "y", "u")
VIEWS = tuple(view.key for view in COST_VIEWS)
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,10})?", re.ASCII)
LONGEST = 40
MOST_PROBLEMS = 8

Kind = Literal[
    "unknown_scenario", "unknown_version", "unknown_field", "not_a_number", "out_of_range", "order", "year", "goal"
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One part of an address that was not taken over, and why; `typed` is cut to a harmless length."""

    kind: Kind
    field: str
    typed: str
    lever: Lever | None = None


@dataclass(frozen=True, slots=True)
class LinkState:
    """What an address says: scenario, every lever's value, year of the tiles, unit of the cost, refusals, goal."""

    scenario: Scenario
    values: Mapping[str, float]
    year: int
    view: str = VIEWS[0]
    problems: tuple[Problem, ...] = field(default=())
    goal: Goal | None = None


def start(scenario: Scenario) -> LinkState:
    """Return the state in which a scenario opens: as its file says."""
    return LinkState(scenario, scenario.values(), usual_year(scenario))


def encode(state: LinkState) -> dict[str, str]:
    """Return the query that leads back to this state."""
    first = start(state.scenario)
    query = {"s": state.scenario.id, "v": VERSION}
    if state.year != first.year:
        query["y"] = str(state.year)
    if state.view != first.view:
        query["u"] = state.view
    if state.goal:
        query[PREFIX + state.goal.key] = plain(state.goal.value)
    moved = [lever.id for lever in state.scenario.levers if state.values[lever.id] != first.values[lever.id]]
    return query | {name: plain(state.values[name]) for name in moved}


def plain(value: float) -> str:
    """Return a number as a plain decimal: 0.6, 2030, never 1e-05."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def decode(
    query: Mapping[str, str],
    known: Collection[str],
    load: Callable[[str], Scenario],
    usual: str,
    last: LinkState | None = None,
) -> LinkState:
    """Read an address; never raises, whatever it contains.

    `last` is the last good state: where it is the same scenario, a refused value stays as it was.
    """
    problems: list[Problem] = []
    name = query.get("s", usual)
    if name not in known:
        problems.append(Problem("unknown_scenario", "s", cut(name)))
        name = last.scenario.id if last else usual
    if query.get("v", VERSION) != VERSION:
        problems.append(Problem("unknown_version", "v", cut(query["v"])))
    scenario = load(name)
    before = last if last and last.scenario.id == scenario.id else start(scenario)
    values = _values(query, scenario, before.values, problems)
    year = _year(query, scenario, before.year, problems)
    view = query.get("u", VIEWS[0])
    if view not in VIEWS:
        problems.append(Problem("unknown_field", "u", cut(view)))
        view = before.view
    goal = _goal(query, scenario, before.goal, problems)
    return LinkState(scenario, values, year, view, tuple(problems[:MOST_PROBLEMS]), goal)


def cut(text: str) -> str:
    """Return what was typed, short and printable."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:LONGEST])


def _values(
    query: Mapping[str, str], scenario: Scenario, before: Mapping[str, float], problems: list[Problem]
) -> dict[str, float]:
    """Return every lever's value: the file's, those of the address over it, refused ones as they were `before`."""
    values = dict(scenario.values())
    levers = {lever.id: lever for lever in scenario.levers}
    for key, text in query.items():
        if key in FOREIGN or key in OWN or key.startswith(PREFIX):
            continue
        lever = levers.get(key)
        problem = _problem(key, text, lever)
        if problem:
            problems.append(problem)
        if lever:
            values[key] = before[key] if problem else float(text) + 0.0  # -0 is 0
    problems += _put_in_order(scenario, values, before)
    return values


def _problem(key: str, text: str, lever: Lever | None) -> Problem | None:
    if lever is None:
        return Problem("unknown_field", cut(key), cut(text))
    if not NUMBER.fullmatch(text):
        return Problem("not_a_number", key, cut(text), lever)
    try:
        lever.checked(float(text))
    except OutOfBounds:
        return Problem("out_of_range", key, cut(text), lever)
    return None


def _put_in_order(scenario: Scenario, values: dict[str, float], before: Mapping[str, float]) -> list[Problem]:
    """Refuse a full-reach year before its start year: both go back to the last good values."""
    found = []
    for first, last in year_pairs(scenario):
        if values[last] < values[first]:
            found.append(Problem("order", last, plain(values[last]), scenario.lever(last)))
            values[first], values[last] = before[first], before[last]
    return found


def year_pairs(scenario: Scenario) -> list[tuple[str, str]]:
    """Return pairs of year levers, of programmes and of who pays: the second is never the earlier."""
    return list(scenario.year_pairs)


def _year(query: Mapping[str, str], scenario: Scenario, before: int, problems: list[Problem]) -> int:
    text = query.get("y")
    if text is None:
        return usual_year(scenario)
    if re.fullmatch(r"[0-9]{4}", text, re.ASCII) and int(text) in scenario.assumptions.years:
        return int(text)
    problems.append(Problem("year", "y", cut(text)))
    return before


def _goal(query: Mapping[str, str], scenario: Scenario, before: Goal | None, problems: list[Problem]) -> Goal | None:
    """Return the one goal of an address: the first; what does not fit leaves the goal as it was `before`."""
    goal, asked = None, [(key, text) for key, text in query.items() if key.startswith(PREFIX)]
    for key, text in asked:
        found = read_goal(key, text, scenario)
        if found is None or goal is not None:
            problems.append(Problem("goal", cut(key), cut(text)))
        goal = goal or found
    return goal or (before if asked else None)
