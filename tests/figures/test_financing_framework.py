"""The printed framework: parts add up whatever the levers, exact values stay, unknown stays unknown."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_app.data.database import open_database
from sp_app.data.last_actual import LastActual, last_actual
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario
from sp_app.figures.framework import Statement, framework_years, statement
from sp_app.figures.money import VIEWS
from sp_app.figures.sources import paid
from sp_core.analysis import Framework, framework
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from tests.core import ground

PRESETS = ("current_policies", "universal_floor", "high_road", "donor_exit_2030", "shock_and_recovery")


@cache
def given_of(name: str) -> tuple[Scenario, ModelInputs, LastActual]:
    scenario = load_scenario(name)
    queries = open_database().queries()
    return scenario, model_inputs(queries, scenario), last_actual(queries, scenario)


def printed(name: str, view: str, year: int = 2030, seed: int | None = None) -> tuple[Statement, Framework]:
    scenario, inputs, before = given_of(name)
    values = scenario.values()
    if seed is not None:
        values = {lever: float(drawn[0]) for lever, drawn in ground.draws(scenario, 1, seed).items()}
    table = framework(scenario, inputs, values, scenario.assumptions.years)
    known = {one.id: one.value for one in before.parameters}
    return statement(table, framework_years(scenario, year), known, before.year, VIEWS[view]), table


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PRESETS), st.sampled_from(sorted(VIEWS)), st.integers(0, 2**32 - 1))
def test_a_printed_column_adds_up(name: str, view: str, seed: int) -> None:
    shown, _ = printed(name, view, seed=seed)
    last = 10.0**-shown.money.digits / 100.0
    for at in range(1, len(shown.columns)):

        def of(section: str, row: str, at: int = at) -> float:
            return float(shown.row(section, row).shown[at] or 0.0)

        for section in ("baseline", "new_policy", "savings"):
            lines = [row.shown[at] or 0.0 for row in shown.section(section) if not row.is_total]
            assert sum(lines) == pytest.approx(of(section, section), abs=last)
        need, gap = of("need", "cost_lak"), of("sources", "financing_gap_lak")
        sums = of("baseline", "baseline") + of("new_policy", "new_policy") - of("savings", "savings")
        assert sums == pytest.approx(need, abs=last)
        sources = [row.shown[at] or 0.0 for row in shown.section("sources") if not row.is_total]
        assert sum(sources) == pytest.approx(of("sources", "identified_lak"), abs=last)
        assert of("sources", "identified_lak") + gap == pytest.approx(need, abs=last)
        others = of("sources", "partners_lak") + of("sources", "contributions_lak")
        assert of("room", "domestic_need_lak") == pytest.approx(need - others, abs=last)
        room = of("room", "ceiling_lak") - of("room", "domestic_need_lak")
        assert of("room", "fiscal_space_lak") == pytest.approx(room, abs=last)
        found = paid(shown, shown.columns[at].year)
        assert sum(part.shown for part in found.sources) + found.gap.shown == pytest.approx(need, abs=last)


@pytest.mark.parametrize("view", VIEWS)
def test_no_printed_value_is_further_than_a_unit_from_the_exact_one(view: str) -> None:
    shown, _ = printed("high_road", view)
    for row in shown.rows:
        for exact, value in zip(row.exact, row.shown, strict=True):
            assert (exact is None) == (value is None)
            if exact is not None and value is not None:
                assert abs(exact - value) <= 1.5 * 10.0**-row.digits, row


def test_need_and_financing_gap_are_rounded_as_in_the_heading() -> None:
    shown, table = printed("universal_floor", "cost")
    at = table.years.index(2030)
    for section, name, line in (
        ("need", "cost_lak", table.line("need", "cost_lak")),
        ("sources", "financing_gap_lak", table.line("balance", "financing_gap_lak")),
    ):
        assert shown.row(section, name).shown[shown.at(2030)] == round(line.values[at] / 1e9)


def test_spending_of_the_last_actual_year_is_unknown_and_its_macro_figures_are_published() -> None:
    shown, _ = printed("current_policies", "cost")
    assert [column.kind for column in shown.columns[:4]] == ["actual", "estimate", "budget", "forward"]
    assert shown.columns[0].year == 2024
    for row in shown.rows:
        known = row.section in ("macro", "debt") and row.name != "debt_stabilising_balance"
        assert (row.exact[0] is not None) == known, row.name
    gdp = open_database().queries().observation("gdp_lcu", "LAO", 2024)
    assert gdp is not None and shown.row("macro", "gdp_lak").exact[0] == pytest.approx(gdp.value)
    assert shown.row("debt", "debt_gdp").exact[0] == pytest.approx(100.477)


def test_constant_prices_dollars_and_shares_use_the_bases_of_each_year() -> None:
    nominal, table = printed("universal_floor", "cost")
    at, here = nominal.at(2029), table.years.index(2029)
    need = nominal.row("need", "cost_lak").exact[at]
    base = {name: table.line("macro", name).values[here] for name in ("price_index", "exchange_rate", "gdp_lak")}
    assert need is not None
    expected = {
        "cost_constant": need / base["price_index"],
        "cost_usd": need * 1e9 / base["exchange_rate"] / 1e6,
        "cost_gdp": 100.0 * need * 1e9 / base["gdp_lak"],
    }
    for view, value in expected.items():
        assert printed("universal_floor", view)[0].row("need", "cost_lak").exact[at] == pytest.approx(value)


def test_gdp_stays_in_kip_where_everything_else_is_a_share_of_it() -> None:
    row = printed("universal_floor", "cost_gdp")[0].row("macro", "gdp_lak")
    assert row.unit == "cost" and row.exact[1] == pytest.approx(382980.674)


def test_a_later_year_gets_a_column_of_its_own() -> None:
    shown, _ = printed("universal_floor", "cost", year=2037)
    assert [column.year for column in shown.columns] == [*range(2024, 2031), 2037]


def test_sources_that_pay_nothing_are_left_out_but_for_those_everybody_asks_about() -> None:
    names = [row.name for row in printed("current_policies", "cost")[0].section("sources")]
    assert "space_taxes_lak" not in names and "state_central_lak" in names
    assert "space_taxes_lak" in [row.name for row in printed("high_road", "cost")[0].section("sources")]
