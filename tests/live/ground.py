"""Ground for tests of the live package: the scenarios of the library on the figures of this build."""

from __future__ import annotations

from functools import cache

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.live.link import LinkState, decode
from sp_core.model import trace_scenario
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape

USUAL = "mecg_to_scale"


@cache
def scenario(name: str = USUAL) -> Scenario:
    return load_scenario(name)


@cache
def inputs(name: str = USUAL) -> ModelInputs:
    return model_inputs(open_database().queries(), scenario(name))


@cache
def tape(name: str = USUAL) -> Tape:
    return trace_scenario(scenario(name), inputs(name))


def read(query: dict[str, str], last: LinkState | None = None) -> LinkState:
    """Read an address as the page does."""
    return decode(query, scenario_ids(), scenario, USUAL, last)
