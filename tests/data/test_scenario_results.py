"""The three scenarios on the published figures: expected results, and one year of each by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import typer
from typer.testing import CliRunner

from sp_app.cli.scenario import register
from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.projection_text import read_projection_csv
from sp_app.data.scenario_files import DATA, load_scenario, scenario_ids
from sp_core.model import Projection, project, trace_scenario
from sp_core.tape import Tape
from tests.core.formulas import assert_formulas_say_what_is_calculated

# Published: UN World Population Prospects 2024, medium variant; IMF World Economic Outlook, October 2025.
GDP_2030 = 617906.688e9
PRICES = 1.05501 * 1.06369 * 1.07031 * 1.08284 * 1.09922  # inflation 2026 to 2030
PEOPLE_2030 = 8357023
BIRTHS_2030 = 154942
OLDER_2030 = 467740


@pytest.fixture(scope="module")
def projections() -> Iterator[dict[str, Projection]]:
    """Return the projection of every scenario of the library."""
    queries = open_database().queries()
    scenarios = {name: load_scenario(name) for name in scenario_ids()}
    yield {name: project(one, model_inputs(queries, one)) for name, one in scenarios.items()}


@pytest.mark.parametrize("name", scenario_ids())
def test_the_results_are_the_expected_ones(projections: dict[str, Projection], name: str) -> None:
    expected = read_projection_csv(DATA / "scenarios" / f"{name}.expected.csv")
    assert set(expected) == set(projections[name].results)
    for result, values in expected.items():
        assert projections[name].results[result] == pytest.approx(values, rel=1e-12), result


@pytest.mark.parametrize("name", scenario_ids())
def test_every_formula_of_the_library_says_what_is_calculated(name: str) -> None:
    scenario = load_scenario(name)
    assert_formulas_say_what_is_calculated(scenario, model_inputs(open_database().queries(), scenario))


def test_the_grant_for_mothers_and_infants_in_2030_by_hand(projections: dict[str, Projection]) -> None:
    got = projections["mecg_to_scale"]
    recipients = BIRTHS_2030 * 18 / 12 * (0.004 + (0.8 - 0.004) * 4 / 6)
    cost = recipients * 150000 * PRICES * 12 * 1.05
    assert got.at("recipients", 2030) == pytest.approx(recipients, rel=1e-12)
    assert got.at("benefit_month_lak.mecg", 2030) == pytest.approx(150000 * PRICES, rel=1e-12)
    assert got.at("cost_lak", 2030) == pytest.approx(cost, rel=1e-12)
    assert got.at("cost_gdp", 2030) == pytest.approx(cost / GDP_2030, rel=1e-12)
    assert got.at("cost_gdp", 2030) == pytest.approx(0.000543, abs=5e-7)


def test_the_social_pension_in_2030_by_hand_and_by_the_identity(projections: dict[str, Projection]) -> None:
    got = projections["social_pension_65"]
    benefit = 0.1 * GDP_2030 / PEOPLE_2030 / 12
    assert got.at("recipients", 2030) == pytest.approx(OLDER_2030 * 4 / 5, rel=1e-12)
    assert got.at("benefit_month_lak.social_pension", 2030) == pytest.approx(benefit, rel=1e-12)
    assert got.at("cost_lak", 2030) == pytest.approx(OLDER_2030 * 0.8 * benefit * 12 * 1.05, rel=1e-12)
    assert got.at("cost_gdp", 2030) == pytest.approx(0.1 * OLDER_2030 / PEOPLE_2030 * 0.8 * 1.05, rel=1e-12)


def test_the_disability_benefit_in_2030_by_hand(projections: dict[str, Projection]) -> None:
    got = projections["disability_benefit"]
    cost = PEOPLE_2030 * 0.02 * 0.5 * 300000 * PRICES * 12 * 1.05
    assert got.at("recipients", 2030) == pytest.approx(83570.23, rel=1e-12)
    assert got.at("cost_lak", 2030) == pytest.approx(cost, rel=1e-12)
    assert got.at("benefit_min_wage.disability_benefit", 2025) == 0.12


def test_every_parameter_says_where_it_comes_from() -> None:
    database = open_database()
    known = {origin.key for origin in database.queries().origins()}
    for name in scenario_ids():
        scenario = load_scenario(name)
        used = {parameter.origin for parameter in model_inputs(database.queries(), scenario)}
        used |= {programme.coverage_today.origin for programme in scenario.programmes}
        used |= {lever.origin for lever in scenario.levers}
        assert used <= known


@pytest.mark.parametrize("name", scenario_ids())
def test_every_corner_of_the_levers_gives_finite_results(name: str) -> None:
    scenario = load_scenario(name)
    tape = trace_scenario(scenario, model_inputs(open_database().queries(), scenario))
    for pattern in range(64):
        levers = {
            lever.id: lever.maximum if (pattern >> (number % 6)) & 1 else lever.minimum
            for number, lever in enumerate(scenario.levers)
        }
        assert all(abs(value) < 1e20 for values in tape.replay(levers).values() for value in values)


def cli(*words: str) -> str:
    app = typer.Typer()
    register(app)
    answer = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert answer.exit_code == 0, answer.stderr
    return answer.stdout


def test_the_commands_print_the_projection_and_the_tape_and_nothing_else() -> None:
    path = DATA / "scenarios" / "mecg_to_scale.toml"
    assert cli("project", str(path), "--format", "csv") == path.with_suffix(".expected.csv").read_text(encoding="utf-8")
    content = json.loads(cli("project", "mecg_to_scale", "--format", "json"))
    assert (content["status"], content["years"][0]) == ("simulated", 2025)
    tape = Tape.from_json(cli("tape", str(path)))
    assert list(tape.replay(content["levers"])["cost_lak"]) == content["results"]["cost_lak"]


def test_a_wrong_scenario_ends_the_command_with_one_sentence() -> None:
    app = typer.Typer()
    register(app)
    answer = CliRunner().invoke(app, ["project", "nothing"])
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert "there are current_policies, disability_benefit" in answer.stderr
