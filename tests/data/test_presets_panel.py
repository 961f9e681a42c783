"""Every scenario of the library can be shown in the live panel, in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from sp_app.data.model_inputs import model_inputs
from sp_app.data.queries import Queries
from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.live.pack import pack
from sp_app.live.packed_levers import COLOURS
from sp_core.model import trace_scenario
from sp_core.programme import Guarantee


def test_every_guarantee_has_a_colour() -> None:
    assert set(COLOURS) == set(get_args(Guarantee))


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", scenario_ids())
def test_every_scenario_can_be_packed(queries: Queries, name: str, language: str) -> None:
    scenario = load_scenario(name)
    inputs = model_inputs(queries, scenario)
    tape = trace_scenario(scenario, inputs)
    packed = pack(scenario, tape, inputs, texts(language), numbers(language), str)
    assert [lever["id"] for lever in packed["levers"]] == list(scenario.headline)
    assert all(lever["name"] and lever["title"] and lever["meaning"] for lever in packed["levers"])
    units = {lever["id"]: lever["unit"] for lever in packed["levers"]}
    silent = ("year", "yes_no", "variant")  # a year needs no unit, a switch and a variant have words
    assert all(units[one] or scenario.lever(one).unit in silent for one in units), units
