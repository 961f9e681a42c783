"""The commands that put questions to a scenario: data on standard output only, errors in one sentence."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sp_app.cli import app
from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario
from sp_core.model import project

OLDER = ("social_pension_65", "--result", "cost_gdp", "--year", "2030")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def as_json(*words: str) -> Any:
    answer = run(*words, "--format", "json")
    assert answer.exit_code == 0, answer.stderr
    return json.loads(answer.stdout)


def as_rows(*words: str) -> list[dict[str, str]]:
    answer = run(*words, "--format", "csv")
    assert answer.exit_code == 0, answer.stderr
    return list(csv.DictReader(io.StringIO(answer.stdout)))


def value(name: str, result: str, year: int, **levers: float) -> float:
    scenario = load_scenario(name)
    inputs = model_inputs(open_database().queries(), scenario)
    return float(project(scenario, inputs, {**scenario.overrides, **levers}).at(result, year))


def test_solve_finds_the_benefit_that_fits_a_share_of_gdp() -> None:
    """0.5 % of GDP in 2030, four fifths of 467,740 of 8,357,023 persons, 5 % administration: methods 7.4."""
    got = as_json("solve", *OLDER, "--lever", "social_pension.benefit", "--target", "0.005")
    assert got["answer"] == "found" and got["exact"] and got["status"] == "simulated"
    assert got["value"] == pytest.approx(0.005 / (467740 / 8357023 * 0.8 * 1.05), rel=1e-9)
    assert got["reached"] == pytest.approx(0.005, rel=1e-12)


def test_solve_answers_none_with_what_is_possible() -> None:
    row = as_rows("solve", *OLDER, "--lever", "social_pension.coverage", "--target", "0.02")[0]
    assert (row["answer"], row["value"], row["reached"]) == ("none", "", "")
    assert float(row["lowest"]) == 0.0
    assert float(row["highest"]) == pytest.approx(value("social_pension_65", "cost_gdp", 2030), rel=1e-12)


def test_solve_names_every_start_year_that_does_equally_well() -> None:
    row = as_rows("solve", *OLDER, "--lever", "social_pension.start_year", "--target", "0")[0]
    assert (row["value"], row["also"]) == ("2030.0", "2031.0")


def test_levers_can_be_moved_and_are_listed() -> None:
    got = as_json("explain", *OLDER, "--set", "social_pension.coverage=0.5", "--set", "growth_offset=0.01")
    assert got["moved"]["social_pension.coverage"] == 0.5
    assert got["moved"]["growth_offset"] == 0.01
    moved = {"social_pension.coverage": 0.5, "growth_offset": 0.01}
    assert got["explanation"]["value"] == value("social_pension_65", "cost_gdp", 2030, **moved)


def test_fan_prints_ordered_quantiles_and_says_what_was_clipped_beside_the_data() -> None:
    words = ("fan", "mecg_to_scale", "--result", "cost_gdp", "--result", "cost_usd", "--draws", "2000")
    answer = run(*words, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.stdout)))
    assert len(rows) == 2 * 16
    names = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"]
    for row in rows:
        levels = [float(row[name]) for name in names]
        assert levels == sorted(levels)
        assert all(float(row[f"se_{name}"]) >= 0.0 for name in names)
        assert (row["status"], row["draws"], row["seed"]) == ("simulated", "2000", "2026")
    assert "exchange_rate_offset:" in answer.stderr and "stand at its end" in answer.stderr
    got = as_json(*words)
    assert 0.0 < got["clipped"]["exchange_rate_offset"] < 0.12
    assert got["rows"][5]["central"] == value("mecg_to_scale", "cost_gdp", 2030)
    assert as_json(*words) == got
    assert as_json(*words, "--seed", "1")["rows"] != got["rows"]


def test_tornado_puts_the_widest_swing_first_and_takes_policy_levers_on_request() -> None:
    rows = as_rows("tornado", *OLDER, "--policy", "social_pension.benefit")
    swings = [float(row["swing"]) for row in rows]
    assert swings == sorted(swings, reverse=True)
    assert (rows[0]["lever"], rows[0]["basis"]) == ("social_pension.benefit", "whole range")
    assert float(rows[0]["result_at_high"]) == value(
        "social_pension_65", "cost_gdp", 2030, **{"social_pension.benefit": 0.3}
    )
    assert {row["lever"] for row in rows} >= {
        "growth_offset",
        "social_pension.take_up",
        "social_pension.administration",
    }


def test_explain_goes_down_to_the_source_in_both_languages() -> None:
    for language, said in (("en", "cost ÷ GDP"), ("lo", "ຄ່າໃຊ້ຈ່າຍ ÷ GDP")):
        rows = as_rows("explain", *OLDER, "--depth", "6", "--language", language)
        assert rows[0]["words"].endswith(said)
        people = next(row for row in rows if row["name"] == "population_65_plus")
        assert (people["value"], people["origin"] != "", people["locator"] != "") == ("467740.0", True, True)
        assert {row["depth"] for row in rows} <= set("0123456")


def test_compare_splits_differences_into_assumptions_and_policy() -> None:
    rows = as_rows("compare", "mecg_to_scale", "social_pension_65", "--result", "cost_gdp", "--year", "2030")
    assert [row["scenario"] for row in rows] == ["mecg_to_scale", "social_pension_65"]
    for row in rows:
        assert float(row["policy_effect"]) == pytest.approx(float(row["value"]) - float(row["baseline"]), rel=1e-12)
        assert float(row["assumption_effect"]) == 0.0
    assert float(rows[1]["against_first"]) == float(rows[1]["value"]) - float(rows[0]["value"])
    assert as_json("compare", "mecg_to_scale")["scenarios"] == ["mecg_to_scale"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("solve", "nothing", "--lever", "x", "--target", "1"), "no scenario 'nothing'"),
        (("solve", *OLDER, "--lever", "social_pension.speed", "--target", "1"), "no lever 'social_pension.speed'"),
        (("solve", *OLDER, "--lever", "social_pension.benefit", "--target", "nan"), "not a finite number"),
        (("explain", *OLDER, "--set", "social_pension.coverage=80"), "outside 0.0..1.0; a percentage was probably"),
        (("explain", *OLDER, "--set", "social_pension.coverage"), "lever=value was expected"),
        (("explain", *OLDER, "--depth", "99"), "depth 99 is outside 0..8"),
        (("explain", *OLDER, "--language", "fr"), "neither en nor lo"),
        (("explain", "mecg_to_scale", "--result", "tea"), "no quantity 'tea'"),
        (("fan", "mecg_to_scale", "--result", "tea"), "no result 'tea'"),
        (("fan", "mecg_to_scale", "--draws", "3"), "3 draws are outside 100..1000000"),
        (("fan", "mecg_to_scale", "--uncertainty", "wild"), "wild.toml: no such file"),
        (("tornado", "mecg_to_scale", "--year", "1999"), "year 1999 is outside 2025..2040"),
        (("tornado", *OLDER, "--policy", "social_pension.start_year"), "comes before social_pension.start_year"),
        (("compare", "mecg_to_scale", "--result", "tea"), "no result 'tea'"),
    ],
)
def test_a_wrong_question_ends_with_one_sentence(words: tuple[str, ...], said: str) -> None:
    answer = run(*words)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert said in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1
