"""What stands behind the panel's numbers: every quantity, every given figure and every lever, in both languages."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from sp_app.data.scenario_files import scenario_ids
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.live.workings import workings
from sp_core.model import quantities, trace_scenario, with_structure
from tests.live.ground import inputs, scenario

PLACES = re.compile(r"\{(\w+)\}")


@cache
def found(name: str, language: str) -> dict:
    tape = trace_scenario(scenario(name), inputs(name), every=True)
    known = with_structure(scenario(name), inputs(name))
    return workings(scenario(name), tape, known, texts(language), numbers(language), str)


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", scenario_ids())
def test_every_formula_names_only_its_inputs_and_every_input_is_known(name: str, language: str) -> None:
    behind = found(name, language)
    levers = {lever["id"] for lever in behind["levers"]}
    known = {
        "quantity": behind["quantities"],
        "lever": levers,
        "parameter": behind["parameters"]["of"],
        "year": {"year"},
    }
    for quantity in behind["quantities"].values():
        for formula in (quantity, quantity.get("first") or {"words": "", "values": "", "inputs": {}}):
            assert set(PLACES.findall(formula["words"] + formula["values"])) <= set(formula["inputs"])
            assert all(one["id"] in known[one["kind"]] and one["name"] for one in formula["inputs"].values())


@pytest.mark.parametrize("name", scenario_ids())
def test_the_tape_keeps_every_quantity_and_every_given_figure_has_a_source(name: str) -> None:
    behind = found(name, "en")
    assert {result for result, _ in behind["tape"]["results"]} == {one.name for one in quantities(scenario(name))}
    of, sources = behind["parameters"]["of"], behind["parameters"]["sources"]
    for parameter, year in behind["tape"]["parameters"]:
        status, source, _ = of[parameter]["years"][str(year)]
        assert status and sources[source]


@pytest.mark.parametrize("name", scenario_ids())
def test_every_lever_belongs_to_one_group_and_has_its_words(name: str) -> None:
    behind = found(name, "lo")
    grouped = [lever for group in behind["groups"] for lever in group["levers"]]
    assert sorted(grouped) == sorted(lever.id for lever in scenario(name).levers) and len(set(grouped)) == len(grouped)
    assert all(lever["name"] and lever["meaning"] and lever["today"] for lever in behind["levers"])
    json.dumps(behind, allow_nan=False)
