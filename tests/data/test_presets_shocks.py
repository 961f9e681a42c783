"""Recorded shocks: their sizes follow from the observations, and a broken file is refused by name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sp_app.data.model_inputs import model_inputs
from sp_app.data.places import DATA
from sp_app.data.queries import Queries
from sp_app.data.scenario_files import load_assumptions, load_scenario
from sp_app.data.shock_files import load_shock, load_shocks, shock_ids
from sp_core.analysis.stress import stress
from sp_core.errors import DataError
from sp_core.model import trace_scenario
from sp_core.shock_preset import ShockSize, derived

LAO = re.compile("[\u0e80-\u0eff]")
SIZES = [(shock.id, size) for shock in load_shocks() for size in shock.sizes]


def figures(queries: Queries, size: ShockSize) -> dict[int, float]:
    found = {year: queries.observation(size.indicator, "LAO", year) for year in size.years}
    return {year: one.value for year, one in found.items() if one is not None}


@pytest.mark.parametrize(("shock", "size"), SIZES, ids=lambda one: one if isinstance(one, str) else one.lever)
def test_the_size_follows_from_the_observations(queries: Queries, shock: str, size: ShockSize) -> None:
    assert size.value == pytest.approx(derived(size, figures(queries, size)), abs=0.0005)


def test_the_sizes_by_hand() -> None:
    """IMF World Economic Outlook, October 2025; plan of 2020 from VietnamPlus, 25 June 2020."""
    budget, prices = load_shock("budget_2020").values, load_shock("prices_2022").values
    assert budget["growth_shock_size"] == round((-0.435 - 4.652) / 100, 3)
    assert budget["revenue_shock_size"] == round((22725 - 28997) / 167668.972, 3)
    assert round(22725 / 28997 - 1, 3) == -0.216
    assert prices["inflation_shock_size"] == round((31.23 - 3.754) / 100, 3)
    assert prices["exchange_rate_shock_size"] == round(14374.080815 / 9752.931258 - 9752.931258 / 9057.801956, 3)


def test_how_long_prices_took_to_calm_down(queries: Queries) -> None:
    """The chosen persistence lies between what is left of inflation in 2024 and of the exchange rate in 2023."""
    rate = {y: queries.observation("inflation", "LAO", y) for y in (2021, 2023, 2024)}
    level = {y: queries.observation("exchange_rate_weo", "LAO", y) for y in range(2020, 2024)}
    inflation = {year: one.value for year, one in rate.items() if one}
    kip = {year: one.value for year, one in level.items() if one}
    of_inflation = (inflation[2024] - inflation[2021]) / (inflation[2023] - inflation[2021])
    usual = kip[2021] / kip[2020]
    of_kip = (kip[2023] / kip[2022] - usual) / (kip[2022] / kip[2021] - usual)
    assert (round(of_kip, 2), round(of_inflation, 2)) == (0.57, 0.71)
    assert of_kip < load_shock("prices_2022").values["shock_persistence"] < of_inflation


def test_every_shock_moves_assumptions_within_their_ranges_and_names_its_source(queries: Queries) -> None:
    levers = {lever.id: lever for lever in load_assumptions("base").levers}
    origins = {origin.key for origin in queries.origins()}
    for shock in load_shocks():
        for text in (shock.title, shock.description, *(size.how for size in shock.sizes)):
            assert text.en and LAO.search(text.lo)
        for size in shock.sizes:
            assert levers[size.lever].checked(size.value) == size.value
            assert size.origin in origins and size.locator
            assert size.illustrative == (size.origin == "own_assumption")
        assert "shock_year" not in shock.values


def test_the_preset_scenario_is_struck_by_the_recorded_shock() -> None:
    recorded = load_shock("budget_2020").values
    overrides = load_scenario("shock_and_recovery").values()
    assert {lever: overrides[lever] for lever in recorded} == recorded


def test_the_shocks_strike_every_main_result(queries: Queries) -> None:
    scenario = load_scenario("current_policies")
    tape = trace_scenario(scenario, model_inputs(queries, scenario))
    shocks = {shock.id: shock.values for shock in load_shocks()}
    found = stress(scenario, tape, scenario.values(), shocks, ["gdp_lak", "cost_lak", "debt_gdp"], [2026, 2027])
    change = {(row.shock, row.result, row.year): row.change for row in found}
    assert change["budget_2020", "gdp_lak", 2026] == 0.0  # the lever shock_year stands at 2027
    assert change["budget_2020", "gdp_lak", 2027] < 0.0
    assert change["prices_2022", "cost_lak", 2027] > 0.0  # two programmes are paid in dollars
    assert all(change[shock, "debt_gdp", 2027] != 0.0 for shock in shocks)


BROKEN = {
    "rule_unknown": ('rule = "difference"', 'rule = "guess"', r"growth_shock_size\.rule"),
    "source_missing": ('origin = "imf_weo_2025_10"\n', "", "needs indicator, before, after, origin"),
    "chosen_with_a_source": ('rule = "chosen"', 'rule = "chosen"\norigin = "imf_weo_2025_10"', "neither figures nor"),
    "years_backwards": ("before = 2019", "before = 2021", "2021 must not come after 2020"),
    "planned_missing": ("planned = [28997.0, 22725.0]\n", "", "planned amounts belong"),
    "planned_elsewhere": ('rule = "difference"', 'rule = "difference"\nplanned = [1.0, 2.0]', "planned amounts belong"),
    "in_percent": ("value = -0.051", "value = -5.1", "value is -5.1"),
    "without_sizes": (r"(?s)\n\[sizes\..*", "\n[sizes]\n", "needs sizes"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_with_file_and_field(tmp_path: Path, case: str) -> None:
    shutil.copytree(DATA / "shocks", tmp_path / "shocks")
    path = tmp_path / "shocks" / "budget_2020.toml"
    pattern, instead, said = BROKEN[case]
    before = path.read_text(encoding="utf-8")
    literal = pattern if pattern.startswith("(?s)") else re.escape(pattern)
    after = re.sub(literal, instead.replace("\\", r"\\"), before, count=1)
    assert after != before, "the breaking itself failed"
    path.write_text(after, encoding="utf-8")
    with pytest.raises(DataError, match=said) as caught:
        load_shock("budget_2020", tmp_path)
    assert "budget_2020.toml" in str(caught.value)


def test_there_are_two_recorded_shocks() -> None:
    assert shock_ids() == ("budget_2020", "prices_2022")
