"""The results of one state of the levers, calculated by Python: the authority for tables and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sp_app.live.link import LinkState
from sp_core.lever import Lever
from sp_core.model import Projection, project
from sp_core.parameter import ModelInputs


@dataclass(frozen=True, slots=True)
class Results:
    """A state of the levers, its projection, and the projection of today's policies and published assumptions."""

    state: LinkState
    here: Projection
    baseline: Projection

    @property
    def changed(self) -> tuple[Lever, ...]:
        """Return the levers that do not stand at today's value."""
        values: Mapping[str, float] = self.state.values
        return tuple(lever for lever in self.state.scenario.levers if values[lever.id] != lever.default)


def results(state: LinkState, given: ModelInputs, baseline: Projection) -> Results:
    """Project `state`; `given` are the inputs of its scenario and `baseline` its projection without overrides."""
    return Results(state, project(state.scenario, given, state.values), baseline)
