"""Are these values good for this scenario? Each fault names the lever and its accepted range."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import islice, takewhile
from typing import Any

from sp_app.store.problem import Phrase, Problem, Refused, Value, problem, shown
from sp_core.errors import SocialProtectionError
from sp_core.lever import Lever
from sp_core.scenario import Scenario

MOST_PROBLEMS = 8  # a broken file can hold thousands; the first ones tell what to do


def checked_values(scenario: Scenario, moved: Mapping[str, object]) -> dict[str, float]:
    """Return every lever's value: `moved` over today's values; raise Refused with each fault found."""
    problems = value_problems(scenario, moved)
    if problems:
        raise Refused(*problems)
    try:
        values = scenario.values(moved)
    except SocialProtectionError as error:
        raise Refused(problem("contradiction", detail=str(error))) from error
    return {name: float(value) + 0.0 for name, value in values.items()}  # + 0.0: a minus zero is zero


def value_problems(scenario: Scenario, moved: Mapping[str, object]) -> list[Problem]:
    """Return what is wrong with `moved`: unknown levers, values outside, years in the wrong order."""
    levers = {lever.id: lever for lever in scenario.levers}
    faults = (
        value_problem(levers[name], value) if name in levers else unknown_lever(name, levers)
        for name, value in moved.items()
    )
    found = list(islice((fault for fault in faults if fault), MOST_PROBLEMS))
    if found:
        return found
    values = {**scenario.defaults(), **moved}
    pairs = [(levers[start], levers[end]) for start, end in years_in_wrong_order(scenario, values)]
    return [_order_problem(start, end, values) for start, end in pairs]


def value_problem(lever: Lever, value: object) -> Problem | None:
    """Return what is wrong with one value, or None."""
    said: dict[str, Value] = {"field": lever.id, "name": lever.name, "typed": shown(value), "accepted": accepted(lever)}
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) == math.inf:
        return problem("not_a_number", **said)
    if not lever.minimum <= value <= lever.maximum:
        percent = lever.unit == "share" and 1 < value <= 100 * lever.maximum
        return problem("percent", hint=value / 100, **said) if percent else problem("out_of_range", **said)
    if lever.integer and value != int(value):
        return problem("not_whole", **said)
    return None


def unknown_lever(name: str, levers: Mapping[str, Lever]) -> Problem:
    """Say that there is no such lever, and which one may have been meant."""
    near = max(levers, key=lambda known: _shared_start(known, name))
    return problem("unknown_lever", field=shown(name), example=near)


def _shared_start(one: str, other: str) -> int:
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def accepted(lever: Lever) -> Phrase:
    """Return the range of a lever as a phrase."""
    key = "store.accepted_whole" if lever.integer else "store.accepted_range"
    return Phrase(key, {"minimum": lever.minimum, "maximum": lever.maximum})


def years_in_wrong_order(scenario: Scenario, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the pairs of year levers of which the second would be the earlier."""
    return [(start, end) for start, end in scenario.year_pairs if values[end] < values[start]]


def _order_problem(start: Lever, end: Lever, values: Mapping[str, Any]) -> Problem:
    span: dict[str, Value] = {"first": start.name, "start": shown(values[start.id]), "last": end.maximum}
    return problem("order", field=end.id, name=end.name, typed=shown(values[end.id]), **span)
