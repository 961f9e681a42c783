"""The commands mtef and stress: data on standard output only, errors in one sentence."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sp_app.cli import app
from sp_app.data.database import open_database
from sp_app.data.last_actual import last_actual
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario
from sp_app.data.shock_files import load_shocks
from sp_core.model import project


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


def value(result: str, year: int, **levers: float) -> float:
    scenario = load_scenario("universal_floor")
    inputs = model_inputs(open_database().queries(), scenario)
    return float(project(scenario, inputs, {**scenario.overrides, **levers}).at(result, year))


def test_the_framework_has_every_section_and_the_published_year_before() -> None:
    rows = as_rows("mtef", "universal_floor")
    sections = list(dict.fromkeys(row["section"] for row in rows if row["status"] == "simulated"))
    assert set(sections) == {
        *("macro", "baseline", "new_policy", "savings", "need", "sources", "balance", "ratios", "debt"),
    }
    before = [row for row in rows if row["year"] == "2024"]
    assert {row["section"] for row in before} == {"macro", "debt"}
    assert all(row["status"] != "simulated" for row in before)
    need = {row["year"]: float(row["value"]) for row in rows if row["line"] == "cost_lak"}
    assert need["2030"] == value("cost_lak", 2030)
    assert sorted(need) == ["2025", "2026", "2027", "2028", "2029", "2030"]


def test_baseline_and_new_policy_are_never_one_line_and_add_up_to_the_need() -> None:
    rows = [row for row in as_rows("mtef", "high_road", "--year", "2029") if row["year"] == "2029"]
    amounts = {(row["section"], row["line"]): float(row["value"]) for row in rows}
    total = amounts["baseline", "baseline"] + amounts["new_policy", "new_policy"] - amounts["savings", "savings"]
    assert total == pytest.approx(amounts["need", "cost_lak"])
    assert {line for section, line in amounts if section == "baseline"} & {"social_pension"} == set()


def test_constant_prices_are_those_of_the_first_year_and_levers_can_be_moved() -> None:
    got = as_json("mtef", "universal_floor", "--year", "2030", "--constant", "--set", "inflation_offset=0.02")
    assert got["prices"] == "constant" and got["moved"]["inflation_offset"] == 0.02
    found = {(row["line"], row["year"]): row["value"] for row in got["rows"]}
    nominal, prices = (value(name, 2030, inflation_offset=0.02) for name in ("cost_lak", "price_index"))
    assert found["cost_lak", 2030] == pytest.approx(nominal / prices)
    assert found["gdp_lak", 2024] == pytest.approx(342976.239e9 / (233.323 / 251.62), rel=1e-3)


def test_stress_lays_every_recorded_shock_over_the_scenario() -> None:
    rows = as_rows("stress", "universal_floor", "--result", "cost_gdp", "--result", "debt_gdp", "--year", "2029")
    assert {row["shock"] for row in rows} == {shock.id for shock in load_shocks()}
    for row in rows:
        assert row["status"] == "simulated" and row["unit"] == "share"
        assert float(row["calm"]) == value(row["result"], 2029)
        assert float(row["change"]) == pytest.approx(float(row["value"]) - float(row["calm"]))
    shock = next(one for one in load_shocks() if one.id == "budget_2020")
    struck = next(row for row in rows if (row["shock"], row["result"]) == ("budget_2020", "debt_gdp"))
    assert float(struck["value"]) == value("debt_gdp", 2029, **shock.values)


def test_stress_says_when_the_shocks_strike() -> None:
    got = as_json("stress", "current_policies", "--set", "shock_year=2029")
    assert got["strikes"] == 2029 and {row["year"] for row in got["rows"]} == {2030}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("mtef", "mecg_to_scale"), "no financing"),
        (("stress", "mecg_to_scale"), "no financing"),
        (("mtef", "universal_floor", "--year", "2090"), "2090"),
        (("stress", "universal_floor", "--result", "nonsense"), "nonsense"),
        (("stress", "universal_floor", "--year", "2090"), "2090"),
        (("mtef", "universal_floor", "--set", "ceiling=7"), "ceiling"),
        (("mtef", "no_such_scenario"), "no_such_scenario"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence_and_no_data(words: tuple[str, ...], sentence: str) -> None:
    answer = run(*words)
    assert answer.exit_code == 1 and answer.stdout == ""
    assert sentence in answer.stderr and "Traceback" not in answer.stderr


def test_the_last_actual_year_is_the_one_before_the_projection_with_every_source_named() -> None:
    found = last_actual(open_database().queries(), load_scenario("universal_floor"))
    assert found.year == 2024 and found.get("cost_lak") is None
    interest = found.get("interest_lak")
    assert interest is not None and interest.value == pytest.approx(12378.012e9, rel=1e-6)
    assert all(one.origin and one.locator and one.status == "estimate" for one in found.parameters)
