"""A scenario as the text of a TOML file, and back: the format of data/scenarios, read with nothing taken on trust.

    scenario = read_scenario(content)            # bytes → Scenario, or Refused with a sentence for each fault
    text = write_scenario(scenario, values)      # Scenario and lever values → text

Writing and reading give the same values to the last bit. Reading changes nothing anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

from sp_app.data.scenario_files import DATA, scenario_of
from sp_app.data.scenario_schema import SCENARIO_FORMAT, ScenarioTable
from sp_app.i18n import texts
from sp_app.i18n.catalogue import LANGUAGES
from sp_app.store.definition import scenario_table
from sp_app.store.file_guard import read_toml
from sp_app.store.levers import MOST_PROBLEMS, accepted, checked_values, unknown_lever
from sp_app.store.problem import Phrase, Problem, Refused, Value, problem, refused, shown
from sp_app.store.typed_text import NAME, NOTE, Field, text_problem
from sp_core.errors import SocialProtectionError
from sp_core.scenario import Scenario

LIMITS = {
    "id": Field("store.field_file", 80),
    "title_en": NAME,
    "title_lo": NAME,
    "reference": Field("store.field_file", 1000),
    "description_en": NOTE,
    "description_lo": NOTE,
}
PARTS = ("programmes", "assumptions", "financing")  # fields that name files, in the folders of the same name
QUOTED = re.compile(r"'([^']*)'")


def read_scenario(content: bytes, data: Path = DATA) -> Scenario:
    """Return the scenario in `content`, made of programmes and assumptions of the library in `data`.

    Raises Refused; each of its problems names the field and what is accepted there.
    """
    raw = read_toml(content)
    _fail_if_of_a_later_format(raw)
    overrides = raw.get("overrides")
    header = raw | {"overrides": {}} if isinstance(overrides, dict) else raw
    table = _table(header)
    _fail_on([p for name, limit in LIMITS.items() if (p := text_problem(limit, getattr(table, name), name))])
    _fail_on(_unknown_parts(table, data))
    bare = _scenario(table.model_copy(update={"headline": []}), data)
    _fail_on(_headline_problems(table, bare))
    checked_values(bare, overrides or {})
    return _scenario(_table(raw), data)


def write_scenario(scenario: Scenario, values: Mapping[str, float]) -> str:
    """Return the text of a scenario file: header, programmes, assumptions, and what differs from today."""
    table = scenario_table(scenario, values)
    return _comment(scenario, table["overrides"]) + tomli_w.dumps(table)


def _fail_if_of_a_later_format(raw: Mapping[str, Any]) -> None:
    """Look at the version first: a later format may have anything else in it."""
    version = raw.get("format_version", SCENARIO_FORMAT)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise refused("bad_version", field="format_version", typed=shown(version), most=SCENARIO_FORMAT)
    if version > SCENARIO_FORMAT:
        raise refused("later_version", field="format_version", typed=shown(version), most=SCENARIO_FORMAT)


def _table(raw: Mapping[str, Any]) -> ScenarioTable:
    try:
        return ScenarioTable.model_validate(raw)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=True)[:MOST_PROBLEMS]
        raise Refused(*(_schema_problem(fault) for fault in faults)) from error


def _schema_problem(fault: Mapping[str, Any]) -> Problem:
    field = shown(".".join(str(part) for part in fault["loc"]))
    if fault["type"] == "missing":
        return problem("missing_field", field=field)
    if fault["type"] == "extra_forbidden":
        return problem("unknown_field", field=field, accepted=", ".join(ScenarioTable.model_fields))
    if fault["type"] == "string_too_short":
        return problem("empty", field=field)
    return problem(
        "wrong_value",
        field=field,
        typed=shown(fault["input"]),
        accepted=accepted_by_schema(fault["type"], fault.get("ctx", {}), str(fault["msg"])),
    )


def accepted_by_schema(kind: str, context: Mapping[str, Any], said: str) -> Value:
    """Return what a schema accepts where it found a fault of this kind; `said` where there are no words for it."""
    known: dict[str, Phrase] = {
        "string_type": Phrase("store.accepted_text"),
        "string_pattern_mismatch": Phrase("store.accepted_id"),
        "list_type": Phrase("store.accepted_list"),
        "dict_type": Phrase("store.accepted_table"),
        "float_type": Phrase("store.accepted_number"),
        "bool_type": Phrase("store.accepted_words", {"words": "true, false"}),
        "too_short": Phrase("store.accepted_at_least", {"least": context.get("min_length", 1)}),
        "too_long": Phrase("store.accepted_at_most", {"most": context.get("max_length", 0)}),
        "literal_error": Phrase(
            "store.accepted_words", {"words": ", ".join(QUOTED.findall(str(context.get("expected"))))}
        ),
    }
    return known.get(kind, said)


def _unknown_parts(table: ScenarioTable, data: Path) -> list[Problem]:
    """Return a problem for each part that the library does not have, or that is listed twice.

    Only names found in the library are ever made into a path.
    """
    found = []
    for field in PARTS:
        given = getattr(table, field)
        names = given if isinstance(given, list) else [given] if given else []
        known = sorted(path.stem for path in (data / field).glob("*.toml"))
        said = ", ".join(known)
        found += [problem("unknown_part", field=field, typed=shown(n), accepted=said) for n in names if n not in known]
        found += [problem("listed_twice", field=field, typed=shown(name)) for name in _twice(names)]
    return found


def _headline_problems(table: ScenarioTable, bare: Scenario) -> list[Problem]:
    levers = {lever.id: lever for lever in bare.levers}
    unknown = [unknown_lever(name, levers) for name in table.headline if name not in levers]
    return unknown or [problem("listed_twice", field="headline", typed=name) for name in _twice(table.headline)]


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _scenario(table: ScenarioTable, data: Path) -> Scenario:
    try:
        return scenario_of(table, data)
    except SocialProtectionError as error:
        raise refused("contradiction", detail=str(error)) from error


def _fail_on(problems: list[Problem]) -> None:
    if problems:
        raise Refused(*problems[:MOST_PROBLEMS])


def _comment(scenario: Scenario, moved: Iterable[str]) -> str:
    """Return what a person reading the file should know: what it is, each moved lever's name, unit and range."""
    lines = []
    for t in map(texts, LANGUAGES):
        lines.append(t("store.file_head"))
        for lever in map(scenario.lever, moved):
            said: dict[str, Value] = {
                "name": lever.name,
                "unit": lever.unit,
                "accepted": accepted(lever),
                "today": lever.default,
            }
            lines.append(Phrase("store.file_lever", {"lever": lever.id, **said}).said(t))
    return "".join(f"# {' '.join(line.split())}\n" for line in lines)
