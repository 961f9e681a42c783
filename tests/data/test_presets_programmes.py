"""The programmes as data: derived levers follow from located figures, and all of them run side by side."""

from __future__ import annotations

import gzip

import pytest

from sp_app.data.model_inputs import model_inputs
from sp_app.data.places import DATA
from sp_app.data.queries import Queries
from sp_app.data.scenario_files import load_parameter, load_programme, load_scenario, scenario_of
from sp_app.data.scenario_schema import ScenarioTable
from sp_core.model import project, trace_scenario
from sp_core.programme import Programme
from sp_core.scenario import Scenario

PROGRAMMES = tuple(sorted(path.stem for path in (DATA / "programmes").glob("*.toml")))
CHILDREN, OF_PARTNERS, HOUSEHOLDS = 200000, 63000, 25000  # Devdiscourse 2026; Vientiane Times; ADB 2024


def programme(name: str) -> Programme:
    return load_programme(name, 2025)


def default(name: str, role: str) -> float:
    return programme(name).lever(role).default


def everything() -> Scenario:
    """Return a scenario with every programme there is, each option switched on in full."""
    options = [name for name in PROGRAMMES if not programme(name).existing]
    full = {f"{name}.coverage": programme(name).lever("coverage").maximum for name in options}
    years = {f"{name}.full_year": 2030.0 for name in options}
    preset = load_scenario("current_policies")
    table = ScenarioTable(
        id="everything",
        title_en="Everything",
        title_lo="ທັງໝົດ",
        status="illustrative",
        reference="test",
        description_en="Everything",
        description_lo="ທັງໝົດ",
        programmes=list(PROGRAMMES),
        assumptions="base",
        financing="base",
        headline=list(preset.headline),
        overrides={f"{name}.on": 1.0 for name in options} | full | years,
    )
    return scenario_of(table)


def test_counts_are_those_of_the_observations(queries: Queries) -> None:
    for parameter, indicator, year in (
        ("nssf_insured", "nssf_insured", 2023),
        ("nhi_members", "nhi_members", 2021),
        ("informal_workers", "informal_persons_national", 2022),
        ("mecg_enrolled", "mecg_enrolled", 2021),
    ):
        published = queries.observation(indicator, "LAO", year)
        step = load_parameter(parameter).value[-1]
        assert published is not None
        assert (step.value, step.from_.year, step.origin) == (published.value, year, published.origin)


def test_derived_levers_follow_from_located_figures(queries: Queries) -> None:
    assert default("school_meals", "state_part") == pytest.approx(1 - OF_PARTNERS / CHILDREN)
    assert default("school_meals_partners", "benefit") == round(25e6 / 5 / OF_PARTNERS / 12, 2)
    assert default("school_meals_partners", "partners_usd") == 25e6 / 5
    administration = load_parameter("administration_rate").value[-1].value
    assert default("cct_rural", "partners_usd") == HOUSEHOLDS * 12 * 12 * (1 + administration)
    paid = queries.observation("nssf_min_contribution", "LAO", 2023)
    assert paid is not None
    assert default("informal_subsidy", "benefit") == pytest.approx(paid.value / default("informal_subsidy", "rate"))
    unemployed = queries.observation("unemployment_lsb", "LAO", 2015)
    assert unemployed is not None and default("unemployment", "unemployed") == unemployed.value / 100


def test_the_partners_amount_of_the_pilot_is_todays_cost_rounded_up(queries: Queries) -> None:
    scenario = load_scenario("current_policies")
    got = project(scenario, model_inputs(queries, scenario))
    dollars = got.at("cost_lak.mecg", 2025) / got.at("exchange_rate", 2025)
    assert 0 <= default("mecg", "partners_usd") - dollars < 1000


def test_todays_partners_stay_within_the_aid_that_is_recorded(queries: Queries) -> None:
    """Three programmes of partners, 8.9 million dollars a year, beside 6.4 to 9.4 million recorded in 2020-2022."""
    together = sum(default(one, "partners_usd") for one in ("mecg", "cct_rural", "school_meals_partners"))
    recorded = [queries.observation("aid_sp_usd", "LAO", year) for year in (2020, 2021, 2022)]
    values = [one.value * 1e6 for one in recorded if one is not None]
    assert min(values) < together < max(values)


def test_what_exists_has_recipients_and_an_amount_from_a_source() -> None:
    """Only then can today's cost be estimated; options start from nobody."""
    for name in PROGRAMMES:
        one = programme(name)
        if one.existing:
            assert not one.lever("benefit").illustrative and one.coverage_today.status == "estimate", name
        else:
            assert one.coverage_today.value == one.lever("on").default == one.lever("coverage").default == 0.0, name


def test_the_health_subsidy_by_hand(queries: Queries) -> None:
    """5,647,896 members x 10,000 kip x 12 x 1.05, not raised with prices."""
    scenario = everything()
    got = project(scenario, model_inputs(queries, scenario))
    assert got.at("cost_lak.nhi_subsidy", 2030) == pytest.approx(5647896 * 10000 * 12 * 1.05, rel=1e-12)


def test_every_programme_runs_beside_all_others_and_the_tape_stays_small(queries: Queries) -> None:
    scenario = everything()
    inputs = model_inputs(queries, scenario)
    got, tape = project(scenario, inputs), trace_scenario(scenario, inputs)
    parts = [got.at(f"cost_lak.{name}", 2040) for name in PROGRAMMES]
    assert all(part > 0 for part in parts)
    assert got.at("cost_lak", 2040) == pytest.approx(sum(parts), rel=1e-12)
    assert tape.replay(scenario.values())["cost_lak"] == got.results["cost_lak"]
    assert len(gzip.compress(tape.to_json().encode())) < 60_000
