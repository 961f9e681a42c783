"""The tables and the file under the panel: the same numbers as the projection, said with what they are."""

from __future__ import annotations

import csv

import pytest

from sp_app.data.scenario_files import scenario_ids
from sp_app.explanation.values import value_words
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.live import tables
from sp_app.live.results import Results, results
from sp_app.live.results_csv import results_csv
from sp_core.model import project, with_structure
from tests.live.ground import USUAL, inputs, read, scenario

T, N = texts("en"), numbers("en")


def found(query: dict[str, str]) -> Results:
    state = read(query)
    given = inputs(state.scenario.id)
    return results(state, given, project(state.scenario, given, {}))


def test_results_by_year_are_those_of_the_projection_with_the_chosen_year_marked() -> None:
    table = tables.results_by_year(found({"s": USUAL, "y": "2035"}), T, N)
    assert [row[0] for row in table.rows] == [str(year) for year in scenario().assumptions.years]
    assert table.rows[table.marked][0] == "2035"
    expected = project(scenario(), inputs(), scenario().values())
    people, cost = table.columns.index("People"), table.columns.index("Cost, bn LAK")
    for row, year in zip(table.rows, expected.years, strict=True):
        assert row[people] == N.decimal(expected.at("recipients", year), 0)
        assert row[cost] == N.decimal(expected.at("cost_lak", year) / 1e9, 0)


def test_an_amount_that_nobody_receives_is_a_dash() -> None:
    table = tables.results_by_year(found({"s": "social_pension_65"}), T, N)
    share = table.columns.index("% of minimum wage")
    assert table.rows[0][share] == "–" and table.rows[-1][share] != "–"


def test_changes_list_old_and_new_of_exactly_the_levers_that_differ_from_today() -> None:
    nothing = found({"s": USUAL, "mecg.coverage": "0.004", "mecg.full_year": "2026", "mecg.indexation": "0"})
    assert tables.changes(nothing, T, N).rows == ()
    moved = tables.changes(found({"s": USUAL, "growth_offset": "-0.015"}), T, N).rows
    assert ("Coverage reached", "Policy", "0.4%", "80%") in moved
    assert moved[-1][1:] == ("Assumptions", "0.0\u00a0pt", "−1.5\u00a0pt")
    assert len(moved) == 4


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", scenario_ids())
def test_every_lever_and_given_figure_has_a_status_and_a_source(name: str, language: str) -> None:
    t, n = texts(language), numbers(language)
    for row in tables.levers(found({"s": name}), t, n, str).rows:
        assert all(row)
    known = with_structure(scenario(name), inputs(name))
    rows = tables.given_figures(scenario(name), known, t, n, str).rows
    assert rows and all(all(row) for row in rows)
    assert len({row[0] for row in rows}) == len({one.id for one in known}), "two figures of one name"


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_file_says_what_it_is_and_holds_full_precision(language: str) -> None:
    it = found({"s": USUAL, "mecg.coverage": "0.55"})
    lines = results_csv(it, texts(language), numbers(language), "build0", ["IMF", "UN"]).splitlines()
    assert lines[0].startswith("\ufeff# ")
    head = "\n".join(line for line in lines if line.lstrip("\ufeff").startswith("#"))
    assert texts(language)("scenarios.csv_mark") in head
    assert "/scenarios?s=mecg_to_scale&v=1&mecg.coverage=0.55" in head
    assert "build0" in head and "IMF; UN" in head
    rows = list(csv.DictReader(line for line in lines if not line.lstrip("\ufeff").startswith("#")))
    assert {row["status"] for row in rows} == {"simulated"}
    for row, year in zip(rows, it.here.years, strict=True):
        assert float(row["cost_lak"]) == it.here.at("cost_lak", year)
        assert float(row["baseline.cost_lak"]) == it.baseline.at("cost_lak", year)


def test_a_count_of_households_is_said_in_households() -> None:
    (given,) = {(p.value, p.unit) for p in inputs("current_policies") if p.id == "cct_households"}
    assert given == (25000.0, "households")
    assert value_words(texts("en"), numbers("en"), *given) == "25,000 households"
    assert value_words(texts("lo"), numbers("lo"), *given) == "25.000 ຄົວເຮືອນ"
