"""The registry of what exists: costs by hand, unknown stays unknown, registers beside the published coverage."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sp_app.data.model_inputs import model_inputs
from sp_app.data.places import DATA
from sp_app.data.queries import Queries
from sp_app.data.reconciliation import load_reconciliation
from sp_app.data.registry_files import load_entry, load_registry, registry_ids
from sp_app.data.scenario_files import load_programme, load_scenario
from sp_core.errors import BadScenario, DataError, InvalidInput
from sp_core.model import project
from sp_core.reconciliation import Published, reconcile
from sp_core.records import Text
from sp_core.registry import BenefitFact, Count, Entry, cost_today, known_cost

RATE_2025 = 22616.07854  # kip per dollar, IMF World Economic Outlook, October 2025
LAO = re.compile("[\u0e80-\u0eff]")
DAMAGE = re.compile("[\u200b-\u200f\u0e00-\u0e7f]|\u0ecd\u0eb2|\u0eb3 [\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]|  ")
BEFORE, AFTER = date(2025, 3, 19), date(2025, 3, 20)


@pytest.fixture(scope="module")
def registry() -> dict[str, Entry]:
    """Return every entry by its id."""
    return {entry.id: entry for entry in load_registry()}


def cost(entry: Entry) -> float | None:
    return cost_today(entry, RATE_2025).value


def test_what_exists_is_in_the_registry(registry: dict[str, Entry]) -> None:
    wanted = {"nssf", "nhi", "mecg", "disability_pilot", "cct_world_bank", "cct_adb", "poverty_reduction_fund"}
    assert wanted | {"school_meals", "school_meals_partners"} <= set(registry)


def test_costs_by_hand(registry: dict[str, Entry]) -> None:
    assert cost(registry["mecg"]) == 982 * 150000 * 12
    assert cost(registry["cct_adb"]) == pytest.approx(25000 * 12 * 12 * RATE_2025, rel=1e-12)
    assert cost(registry["school_meals"]) == 137000 * 800 * 180
    assert cost(registry["school_meals_partners"]) == pytest.approx(63000 * 6.61 * 12 * RATE_2025, rel=1e-12)


def test_what_is_not_known_stays_unknown_with_its_reason(registry: dict[str, Entry]) -> None:
    reasons = {name: cost_today(entry, RATE_2025).reason for name, entry in registry.items() if cost(entry) is None}
    assert reasons["nssf"] == "both_unknown"
    assert reasons["nhi"] == reasons["disability_pilot"] == "benefit_unknown"
    assert reasons["cct_world_bank"] == "closed"
    assert reasons["poverty_reduction_fund"] == reasons["cooperation_health"] == "no_benefit"
    assert reasons["maternal_child_welfare"] == "part_of_others"


def test_the_known_sum_names_what_is_not_in_it(registry: dict[str, Entry]) -> None:
    total, unknown = known_cost(registry.values(), RATE_2025)
    counted = ("mecg", "cct_adb", "school_meals", "school_meals_partners")
    assert total == pytest.approx(sum(cost(registry[name]) or 0.0 for name in counted), rel=1e-12)
    assert unknown == ("disability_pilot", "nhi", "nssf")


def test_costs_of_today_are_never_official(registry: dict[str, Entry]) -> None:
    """A count and an amount of different years make an estimate; illustrative school days make it illustrative."""
    statuses = {name: cost_today(entry, RATE_2025).status for name, entry in registry.items()}
    assert statuses["school_meals"] == "illustrative"
    assert {status for name, status in statuses.items() if name != "school_meals"} == {"estimate"}


def test_the_model_starts_from_the_same_costs(registry: dict[str, Entry], queries: Queries) -> None:
    """Benefits of 2025 in the model; the pilot's persons follow the births of 2025, so it may differ by 3 %."""
    scenario = load_scenario("current_policies")
    got = project(scenario, model_inputs(queries, scenario))
    entries = [entry for entry in registry.values() if entry.programme]
    assert {entry.programme for entry in entries} == {programme.id for programme in scenario.programmes}
    for entry in entries:
        within = 0.03 if entry.programme == "mecg" else 1e-9
        assert got.at(f"benefits_lak.{entry.programme}", 2025) == pytest.approx(cost(entry), rel=within), entry.id


def test_a_programme_of_the_model_is_run_by_the_agency_of_the_registry(registry: dict[str, Entry]) -> None:
    today = date(2026, 1, 1)
    for entry in registry.values():
        if entry.programme:
            assert load_programme(entry.programme, 2025).agency.en in entry.agency_on(today).name.en


def test_the_ministry_changes_on_the_day_of_the_merger(registry: dict[str, Entry]) -> None:
    for name in ("cct_adb", "cct_world_bank", "poverty_reduction_fund"):
        assert registry[name].agency_on(BEFORE).name.en == "Ministry of Agriculture and Forestry"
        assert registry[name].agency_on(AFTER).name.en == "Ministry of Agriculture and Environment"
    assert registry["nhi"].agency_on(BEFORE) == registry["nhi"].agency_on(AFTER)


def test_every_text_is_in_both_languages_and_every_fact_has_its_source(
    registry: dict[str, Entry], queries: Queries
) -> None:
    origins = {origin.key for origin in queries.origins()}
    for entry in registry.values():
        facts = [*entry.agencies, *entry.funders, *entry.counts]
        facts += [one for one in (entry.start, entry.end, entry.benefit) if one is not None]
        assert all(one.origin in origins and one.locator for one in facts), entry.id
        for text in (entry.title, entry.note, *(one.name for one in entry.agencies), *(c.what for c in entry.counts)):
            assert text.en and LAO.search(text.lo) and not DAMAGE.search(text.lo), entry.id


def test_counts_agree_with_the_observations(registry: dict[str, Entry], queries: Queries) -> None:
    held = {(count.value, count.year) for entry in registry.values() for count in entry.counts}
    for indicator, year in (
        ("nssf_insured", 2023),
        ("nssf_with_dependants", 2023),
        ("nssf_self_employed", 2023),
        ("nhi_members", 2021),
        ("mecg_enrolled", 2021),
        ("mecg_planned", 2021),
    ):
        published = queries.observation(indicator, "LAO", year)
        assert published is not None and (published.value, year) in held, indicator


def test_the_reconciliation_by_hand(queries: Queries) -> None:
    """ILO, 2021: 15.5 % of 7,453,193 persons; registers hold 353,962 insured and 109,000 mothers and children."""
    lines = {line.published.function: line for line in load_reconciliation(queries)}
    any_benefit = lines["any"]
    assert any_benefit.persons == pytest.approx(0.155 * 7453193, rel=1e-12)
    assert any_benefit.registered == (353962.0, 353962.0 + 109000.0)
    assert any_benefit.unexplained == pytest.approx(0.155 * 7453193 - 462962, rel=1e-12)
    assert any_benefit.other_years == (2023, 2025)
    assert lines["maternity"].persons == pytest.approx(0.081 * 165066, rel=1e-12)
    assert lines["maternity"].registered == (529.0, 529.0)
    assert lines["poor"].persons == pytest.approx(0.58 * 0.183 * 7453193, rel=1e-12)


def test_registers_may_hold_more_than_was_published(queries: Queries) -> None:
    """353,962 insured of about 2023 beside 10.3 % of a labour force of 3,008,076 in 2021: shown, not smoothed."""
    line = next(line for line in load_reconciliation(queries) if line.published.function == "work_injury")
    assert line.unexplained == pytest.approx(0.103 * 3008076 - 353962, rel=1e-12)
    assert line.unexplained is not None and line.unexplained < 0.0


def test_an_unknown_group_or_register_stays_unknown(queries: Queries) -> None:
    lines = {line.published.function: line for line in load_reconciliation(queries)}
    for function in ("disability", "unemployment", "vulnerable"):
        assert lines[function].published.rate is not None
        assert lines[function].persons is None and lines[function].unexplained is None
    assert lines["children"].published.rate is None and lines["children"].registered is None
    older = lines["old_age"]
    assert older.registered is None and older.unexplained == older.persons


def test_the_persons_above_the_pensionable_age_by_hand(queries: Queries) -> None:
    """Men of 60 and over and women of 55 and over: all of 60 and over, and women of 55 to 59."""
    older = next(line for line in load_reconciliation(queries) if line.published.function == "old_age")
    assert older.published.group == pytest.approx(518036 + 130463, abs=10)  # two editions round ages otherwise


def test_a_function_that_nobody_publishes_is_refused(registry: dict[str, Entry]) -> None:
    published = Published(function="rain", rate=0.1, year=2021, what=Text("x", "x"), group=1.0, origins=())
    with pytest.raises(InvalidInput, match="no function"):
        reconcile([published], registry.values())


def test_a_plan_is_no_register(registry: dict[str, Entry]) -> None:
    planned = replace(registry["cct_adb"].counts[0], functions=("poor",))
    entry = replace(registry["cct_adb"], counts=(planned,))
    published = Published(function="poor", rate=0.5, year=2021, what=Text("x", "x"), group=100.0, origins=())
    assert reconcile([published], [entry])[0].registered is None


def test_a_day_that_no_agency_covers_is_refused(registry: dict[str, Entry]) -> None:
    only = replace(registry["cct_adb"], agencies=registry["cct_adb"].agencies[1:])
    with pytest.raises(InvalidInput, match="no agency is known for 2025-03-19"):
        only.agency_on(BEFORE)


def test_two_main_counts_are_refused(registry: dict[str, Entry]) -> None:
    count: Count = registry["mecg"].counts[0]
    with pytest.raises(BadScenario, match="more than one count"):
        replace(registry["mecg"], counts=(count, count))


def test_dollars_move_with_the_rate_and_kip_do_not(registry: dict[str, Entry]) -> None:
    benefit = registry["cct_adb"].benefit
    assert isinstance(benefit, BenefitFact) and benefit.unit == "usd_month"
    twice = cost_today(registry["cct_adb"], 2 * RATE_2025).value
    assert twice == pytest.approx(2 * (cost(registry["cct_adb"]) or 0.0), rel=1e-12)
    assert cost_today(registry["mecg"], 2 * RATE_2025).value == cost(registry["mecg"])


BROKEN = {
    "kind_unknown": ('kind = "programme"', 'kind = "dream"', "field kind"),
    "state_missing": ('state = "running"\n', "", "field state"),
    "source_missing": ('origin = "adb_story_cct"\n', "", r"benefit\.origin"),
    "count_of_zero": ("value = 25000", "value = 0", "greater than 0"),
    "function_unknown": ("main = true", 'main = true\nfunctions = ["rain"]', "functions"),
    "programme_unknown": ('programme = "cct_rural"', 'programme = "cct"', "no such file in programmes"),
    "gap_between_agencies": ("since = 2025-03-20", "since = 2025-06-01", "the next begins 2025-06-01"),
    "field_unknown": ('kind = "programme"', 'kind = "programme"\ncolour = "red"', "field colour"),
    "not_named_after_id": ('id = "cct_adb"', 'id = "cct"', r"cct\.toml"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_with_file_and_field(tmp_path: Path, case: str) -> None:
    for folder in ("registry", "programmes"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    path = tmp_path / "registry" / "cct_adb.toml"
    old, new, said = BROKEN[case]
    text = path.read_text(encoding="utf-8")
    assert old in text, "the breaking itself failed"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=said) as caught:
        load_entry("cct_adb", tmp_path)
    assert "cct_adb.toml" in str(caught.value)


def test_the_reconciliation_names_a_figure_that_is_missing(tmp_path: Path, queries: Queries) -> None:
    for folder in ("registry", "programmes", "reconciliation"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    path = tmp_path / "reconciliation" / "sdg131_2021.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("year = 2018 }", "year = 1900 }").replace("1900", "1950"), encoding="utf-8")
    with pytest.raises(DataError, match=r"functions\.poor: no poverty_national of LAO for 1950"):
        load_reconciliation(queries, tmp_path)


def test_registry_files_are_listed_in_order() -> None:
    assert registry_ids() == tuple(sorted(registry_ids())) and len(registry_ids()) == 15
