"""What a question is put to: a scenario with its inputs, its levers as moved, and its tape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sp_app.cli.scenario import named
from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_core.errors import InvalidInput
from sp_core.model import quantities, trace_scenario
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape


@dataclass(frozen=True)
class Question:
    """A scenario as the user set it."""

    scenario: Scenario
    inputs: ModelInputs
    values: Mapping[str, float]
    build: str

    @cached_property
    def tape(self) -> Tape:
        """Return the scenario's tape."""
        return trace_scenario(self.scenario, self.inputs)

    def unit(self, result: str) -> str:
        """Return the unit of a result."""
        return next((one.unit for one in quantities(self.scenario) if one.name == result), "")


def question(name: str, moved: Sequence[str] | None) -> Question:
    """Load a scenario and move levers as `lever=value` says, over the scenario's own overrides."""
    scenario = named(name)
    database = open_database()
    values = {**scenario.overrides, **dict(_setting(word) for word in moved or ())}
    scenario.values(values)
    return Question(scenario, model_inputs(database.queries(), scenario), values, database.build_id)


def chosen_values(asked: Question) -> dict[str, float]:
    """Return the levers that stand away from today's value."""
    defaults = asked.scenario.defaults()
    return {name: float(value) for name, value in asked.values.items() if float(value) != defaults[name]}


def _setting(word: str) -> tuple[str, float]:
    lever, _, number = word.partition("=")
    try:
        return lever.strip(), float(number)
    except ValueError:
        raise InvalidInput(f"--set {word!r}: lever=value was expected, such as mecg.coverage=0.6") from None
