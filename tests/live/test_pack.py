"""The pack for the browser: everything that does not move, in one language, and nothing that does."""

from __future__ import annotations

import json
import re

import pytest

from sp_app.data.scenario_files import scenario_ids
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.live.behind import credits_behind, leaves_behind
from sp_app.live.goals import goal_keys
from sp_app.live.pack import pack
from sp_core.model import with_structure
from tests.live.ground import USUAL, inputs, scenario, tape

PLACES = re.compile(r"\{(\w+)\}")
FILLED_THERE = {"year", "value", "base", "count", "low", "high", "name", "old", "new", "unit", "letter", "time", "by"}


def packed(name: str, language: str = "en") -> dict:
    return pack(scenario(name), tape(name), inputs(name), texts(language), numbers(language), str)


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", scenario_ids())
def test_every_placeholder_that_is_left_is_one_the_browser_fills(name: str, language: str) -> None:
    content = {key: part for key, part in packed(name, language).items() if key != "tape"}
    assert set(PLACES.findall(json.dumps(content, ensure_ascii=False))) <= FILLED_THERE


@pytest.mark.parametrize("name", scenario_ids())
def test_tiles_charts_and_levers_speak_of_what_is_on_the_tape(name: str) -> None:
    content, results = packed(name), {result for result, _ in tape(name).results}
    views = [view for chart in content["charts"] for view in chart["views"]]
    assert {part["result"] for part in (*content["tiles"], *content["goals"], *views)} <= results
    assert [goal["id"] for goal in content["goals"]] == list(goal_keys(scenario(name)))
    assert {part["exists"] for part in (*content["tiles"], *views)} - {""} <= results
    assert [lever["id"] for lever in content["all"]] == list(tape(name).levers) == list(content["start"])


def test_a_pack_holds_no_value_that_a_visitor_moved() -> None:
    assert packed(USUAL) == packed(USUAL)
    assert packed(USUAL)["start"] == scenario(USUAL).values()


def test_the_source_line_names_only_what_stands_behind_the_chart() -> None:
    people, cost = (chart["source"] for chart in packed("social_pension_65")["charts"][:2])
    assert "un_wpp" in people and "imf_weo" not in people
    assert "un_wpp" in cost and "imf_weo" in cost
    assert people.startswith(texts("en")("scenarios.some_illustrative"))


def test_what_stands_behind_a_result_is_found_by_walking_the_tape() -> None:
    parameters, levers = leaves_behind(tape(USUAL), ["recipients"])
    assert {name for name, _ in parameters} == {"births", "births_spread", "mecg.coverage_today"}
    assert "mecg.coverage" in levers and "mecg.benefit" not in levers and "growth_offset" not in levers
    known = with_structure(scenario(USUAL), inputs(USUAL))
    assert len(credits_behind(tape(USUAL), known, ["recipients"], str)) == 2
    assert not leaves_behind(tape(USUAL), ["nothing"])[0]
