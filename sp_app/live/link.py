"""The scenario as an address: `?s=<scenario>&v=1&y=<year>&<lever>=<value>`.

Only levers that differ from the scenario's file are written. Reading takes nothing on
trust: names are looked up, values are plain decimals within the lever's range, and what
does not fit is left at its last good value and reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sp_core.errors import OutOfBounds
from sp_core.lever import Lever
from sp_core.scenario import Scenario

VERSION = "1"
FOREIGN = frozenset({"lang", "embed", "embed_options", "unit"})  # not ours, and no reason to complain
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,10})?", re.ASCII)
LONGEST = 40
MOST_PROBLEMS = 8

Kind = Literal["unknown_scenario", "unknown_version", "unknown_field", "not_a_number", "out_of_range", "order", "year"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One part of an address that was not taken over, and why; `typed` is cut to a harmless length."""

    kind: Kind
    field: str
    typed: str
    lever: Lever | None = None


@dataclass(frozen=True, slots=True)
class LinkState:
    """What an address says: scenario, every lever's value, year of the tiles, what was refused."""

    scenario: Scenario
    values: Mapping[str, float]
    year: int
    problems: tuple[Problem, ...] = field(default=())


def encode(scenario: Scenario, values: Mapping[str, float], year: int, usual_year: int) -> dict[str, str]:
    """Return the query that leads back to these values."""
    start = scenario.values()
    query = {"s": scenario.id, "v": VERSION}
    if year != usual_year:
        query["y"] = str(year)
    query.update(
        {lever.id: plain(values[lever.id]) for lever in scenario.levers if values[lever.id] != start[lever.id]}
    )
    return query


def plain(value: float) -> str:
    """Return a number as a plain decimal: 0.6, 2030, never 1e-05."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def decode(
    query: Mapping[str, str],
    known: Collection[str],
    load: Callable[[str], Scenario],
    usual: str,
    usual_year: int,
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
    before = last.values if last and last.scenario.id == scenario.id else scenario.values()
    values = dict(scenario.values())
    levers = {lever.id: lever for lever in scenario.levers}
    for key, text in query.items():
        if key in FOREIGN or key in ("s", "v", "y"):
            continue
        lever = levers.get(key)
        problem = _problem(key, text, lever)
        if problem:
            problems.append(problem)
        if lever:
            values[key] = before[key] if problem else float(text)
    problems += _put_in_order(scenario, values, before)
    year = _year(query.get("y"), scenario, usual_year, problems)
    return LinkState(scenario, values, year, tuple(problems[:MOST_PROBLEMS]))


def cut(text: str) -> str:
    """Return what was typed, short and printable."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:LONGEST])


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
    """Return each programme's start and full-reach lever: the second is never the earlier."""
    return [(f"{programme.id}.start_year", f"{programme.id}.full_year") for programme in scenario.programmes]


def _year(text: str | None, scenario: Scenario, usual_year: int, problems: list[Problem]) -> int:
    if text is None:
        return usual_year
    if re.fullmatch(r"[0-9]{4}", text, re.ASCII) and int(text) in scenario.assumptions.years:
        return int(text)
    problems.append(Problem("year", "y", cut(text)))
    return usual_year
