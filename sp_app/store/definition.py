"""Between the core's Scenario and the fields of a scenario file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sp_app.data.scenario_files import DATA, scenario_of
from sp_app.data.scenario_schema import SCENARIO_FORMAT, ScenarioTable
from sp_core.records import Text
from sp_core.scenario import HEADLINE_LIMIT, Scenario


def definition_of(scenario: Scenario) -> dict[str, Any]:
    """Return what a scenario is besides its names and values: the part a saved version keeps as it is."""
    financing = {"financing": scenario.financing.id} if scenario.financing else {}
    return {
        "status": scenario.status,
        "reference": scenario.reference,
        "programmes": [programme.id for programme in scenario.programmes],
        "assumptions": scenario.assumptions.id,
        **financing,
        "headline": list(scenario.headline),
    }


def scenario_table(scenario: Scenario, values: Mapping[str, float]) -> dict[str, Any]:
    """Return the fields of a scenario file; `overrides` holds the values that differ from today's."""
    fields = _fields(scenario.id, scenario.title, scenario.description, definition_of(scenario))
    return fields | {"overrides": overrides(scenario, values)}


def overrides(scenario: Scenario, values: Mapping[str, float]) -> dict[str, float]:
    """Return the values that differ from today's, in the order of the levers; whole numbers as such."""
    today = scenario.defaults()
    moved = {lever.id: values[lever.id] for lever in scenario.levers if values[lever.id] != today[lever.id]}
    return {name: int(value) if value == int(value) else value for name, value in moved.items()}


def bare_scenario(
    id: str, title: Text, description: Text, definition: Mapping[str, Any], data: Path = DATA
) -> Scenario:
    """Return the scenario of a saved definition on the library in `data`, every lever at today's value.

    Raises DataError or BadScenario when the library no longer has what the definition names.
    """
    fields = _fields(id, title, description, definition) | {"overrides": {}}
    table = ScenarioTable.model_validate(fields)
    bare = scenario_of(table.model_copy(update={"headline": []}), data)
    # A headline lever that is gone must not keep the rest from being seen.
    known = [lever.id for lever in bare.levers]
    headline = [name for name in table.headline if name in known] or known[:HEADLINE_LIMIT]
    return replace(bare, headline=tuple(headline))


def _fields(id: str, title: Text, description: Text, definition: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields in the order in which a person reads them."""
    names = {"title_en": title.en, "title_lo": title.lo}
    words = {"description_en": description.en, "description_lo": description.lo}
    return {"format_version": SCENARIO_FORMAT, "id": id, **names, **words, **definition}
