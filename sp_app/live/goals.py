"""A goal: how large one result of the chosen year should be at most, or at least; `goal.<key>=<value>` in an address.

The value is in the core's unit (persons, kip, shares), as the values of levers are. Which way a goal points belongs
to the result: more people, less cost, nothing without a source. Who sets a goal says so himself: no published
target for a result of the model was located, so none is offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sp_app.live import measures
from sp_app.live.measures import Measure
from sp_core.scenario import Scenario

PREFIX = "goal."
NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,10})?", re.ASCII)  # a thousand times the gross domestic product in kip
PEOPLE = "people"
AT_MOST = (measures.COST, measures.COST_GDP, measures.COST_REVENUE)


@dataclass(frozen=True, slots=True)
class Goal:
    """One result by its key and the value it should reach or keep under, in the core's unit."""

    key: str
    value: float

    def told(self) -> dict[str, Any]:
        """Return it as the browser knows it."""
        return {"id": self.key, "value": self.value}


def goal_keys(scenario: Scenario) -> tuple[str, ...]:
    """Return the results of a scenario for which a goal can be set."""
    return (PEOPLE, *(it.key for it in AT_MOST), *([measures.UNFUNDED.key] if scenario.financing else []))


def goal_measures(scenario: Scenario, reach: Measure) -> dict[str, Measure]:
    """Return how each of them is printed; `reach` prints the people."""
    known = {PEOPLE: reach, measures.UNFUNDED.key: measures.UNFUNDED} | {it.key: it for it in AT_MOST}
    return {key: known[key] for key in goal_keys(scenario)}


def read_goal(name: str, text: str, scenario: Scenario) -> Goal | None:
    """Return the goal that one part of an address sets; None where it does not fit."""
    key = name.removeprefix(PREFIX)
    return Goal(key, float(text)) if key in goal_keys(scenario) and NUMBER.fullmatch(text) else None
