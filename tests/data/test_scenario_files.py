"""Scenario files: what is right loads, and for every rule one broken file is refused by name."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.queries import Queries
from sp_app.data.scenario_files import (
    DATA,
    in_force,
    load_assumptions,
    load_parameter,
    load_programme,
    load_scenario,
    load_scenario_file,
    parameter_ids,
    scenario_ids,
)
from sp_core.errors import DataError
from sp_core.records import Text
from sp_core.scenario import HEADLINE_LIMIT

FOLDERS = ("scenarios", "programmes", "assumptions", "financing", "parameters")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a copy of the library that may be broken."""
    for folder in FOLDERS:
        shutil.copytree(DATA / folder, tmp_path / folder)
    return tmp_path


def test_every_scenario_loads_and_shows_what_it_moves() -> None:
    """Only switches, the year of full reach and the adjustment to prices may stand behind the headline."""
    assert {"disability_benefit", "mecg_to_scale", "social_pension_65", "current_policies"} <= set(scenario_ids())
    for name in scenario_ids():
        scenario = load_scenario(name)
        assert scenario.id == name
        assert 0 < len(scenario.headline) <= HEADLINE_LIMIT
        for lever in set(scenario.overrides) - set(scenario.headline):
            assert scenario.lever(lever).role in ("on", "full_year", "indexation"), lever


def test_every_parameter_file_loads() -> None:
    assert all(load_parameter(name).id == name for name in parameter_ids())


def test_overrides_hold_only_what_differs_from_today() -> None:
    for name in scenario_ids():
        scenario = load_scenario(name)
        same = [lever for lever, value in scenario.overrides.items() if scenario.defaults()[lever] == value]
        assert [lever for lever in same if not lever.endswith("_year")] == []


def test_today_stands_for_todays_policy() -> None:
    """The coverage lever starts at the located coverage; where no programme exists it is off."""
    for name in scenario_ids():
        for programme in load_scenario(name).programmes:
            assert programme.lever("coverage").default == programme.coverage_today.value
            assert programme.lever("on").default == (1.0 if programme.coverage_today.value else 0.0)


def test_the_pilot_coverage_is_enrolled_over_births_times_eighteen_months() -> None:
    births_2021 = 165066  # UN World Population Prospects 2024, medium variant
    enrolled = load_parameter("mecg_enrolled").value[-1].value
    assert load_scenario("mecg_to_scale").programmes[0].coverage_today.value == round(enrolled / (births_2021 * 1.5), 3)


def test_every_lever_explains_itself_in_both_languages_and_has_a_source_or_is_illustrative() -> None:
    for name in scenario_ids():
        for lever in load_scenario(name).levers:
            for text in (lever.name, lever.meaning, lever.today):
                assert isinstance(text, Text)
                assert text.en and re.search("[\u0e80-\u0eff]", text.lo), lever.id
                assert text.review
            assert lever.illustrative == (lever.origin == "own_assumption")


def test_lao_texts_are_free_of_typical_damage() -> None:
    damage = re.compile("[\u200b-\u200f\u0e00-\u0e7f]|\u0ecd\u0eb2|\u0eb3 [\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]")
    for folder in FOLDERS:
        for path in (DATA / folder).glob("*.toml"):
            for line in path.read_text(encoding="utf-8").splitlines():
                if re.match(r"\w+_lo = ", line):
                    assert not damage.search(line) and "  " not in line, f"{path.name}: {line}"


MECG, BASE, SCENE, WAGE = "programmes/mecg", "assumptions/base", "scenarios/mecg_to_scale", "parameters/minimum_wage"
BROKEN: dict[str, tuple[str, str, str, str]] = {
    "not_toml": (SCENE, 'id = "', "id = ", "not TOML"),
    "field_missing": (SCENE, 'status = "illustrative"\n', "", "field status"),
    "field_unknown": (SCENE, 'status = "illustrative"', 'status = "illustrative"\ncolour = "red"', "field colour"),
    "status_unknown": (SCENE, 'status = "illustrative"', 'status = "final"', "'final'.*'proposal'"),
    "text_empty": (SCENE, r"title_lo = .*", 'title_lo = ""', "title_lo"),
    "programme_unknown": (SCENE, '"mecg"', '"mecq"', r"mecq\.toml: no such file"),
    "assumptions_unknown": (SCENE, '"base"', '"wild"', r"wild\.toml: no such file"),
    "no_programme": (SCENE, 'programmes = ."mecg".', "programmes = []", "field programmes"),
    "override_of_unknown_lever": (SCENE, '"mecg.coverage" = 0.8', '"mecg.speed" = 1', "no lever 'mecg.speed'"),
    "override_in_percent": (SCENE, '"mecg.coverage" = 0.8', '"mecg.coverage" = 80', r"80.* outside 0.0\.\.1.0; a perc"),
    "override_not_a_number": (SCENE, '"mecg.coverage" = 0.8', '"mecg.coverage" = "high"', "'high'"),
    "years_in_wrong_order": (SCENE, '"mecg.start_year" = 2026', '"mecg.start_year" = 2034', "before mecg.start_year"),
    "year_not_whole": (SCENE, '"mecg.start_year" = 2026', '"mecg.start_year" = 2026.5', "whole number"),
    "headline_unknown": (SCENE, '"growth_offset", ', '"grow", ', "no lever 'grow'"),
    "headline_too_long": (SCENE, '"growth_offset", ', '"a", "b", "c", "d", ', "field headline"),
    "file_not_named_after_id": (SCENE, 'id = "mecg_to_scale"', 'id = "mecg"', r"mecg\.toml"),
    "guarantee_unknown": (MECG, '"maternity"', '"mothers"', "'mothers'"),
    "target_kind_unknown": (MECG, 'kind = "births"', 'kind = "mothers"', r"target\.kind"),
    "births_without_months": (MECG, r"months = \[.*\]", "months = []", "needs series"),
    "ages_not_published": (
        "programmes/social_pension",
        r'ages = \["65\+"\]',
        'ages = ["65 and over"]',
        r"target\.ages",
    ),
    "prevalence_without_share": ("programmes/disability_benefit", r"shares = .*", "shares = []", "needs shares"),
    "coverage_outside": (MECG, "value = 0.004", "value = 4", r"coverage_today\.value is 4"),
    "source_empty": (MECG, '"estimate"\norigin = "unicef_lao_2021"', '"estimate"\norigin = ""', "origin"),
    "unit_unknown": (MECG, 'unit = "lak_month"', 'unit = "kip"', "'kip'"),
    "default_outside": (MECG, "default = 12\n", "default = 99\n", "months_childhood: default 99"),
    "default_missing": (MECG, "default = 12\n", "", "exactly one of default and parameter"),
    "neither_source_nor_illustrative": (MECG, "illustrative = true\n", "", "either a source"),
    "parameter_unknown": (MECG, '"administration_rate"', '"admin"', r"admin\.toml: no such file"),
    "lever_missing": (MECG, r"\[levers.on\]", "[levers.running]", "no lever mecg.on"),
    "lag_too_long": (MECG, "lag = 0", "lag = 3", r"indexation\.lag is 3"),
    "administration_basis_unknown": (MECG, '"on_benefits"', '"on_top"', "'on_top'"),
    "long_run_missing": (BASE, r"\[long_run.growth\]", "[long_run.grow]", "no long-run value for growth"),
    "long_run_in_percent": (BASE, "value = 0.025", "value = 2.5", r"long_run\.growth\.value is 2.5"),
    "horizon_backwards": (BASE, "last_year = 2040", "last_year = 2020", "not after"),
    "step_outside_bounds": (WAGE, "value = 2500000", "value = -1", "outside"),
    "steps_out_of_order": (WAGE, "from = 2024-10-01", "from = 2011-10-01", "order of date"),
    "day_is_not_a_date": (WAGE, "from = 2024-10-01", 'from = "autumn"', "from"),
    "no_value_yet": ("parameters/administration_rate", "from = 2011-11-30", "from = 2031-11-30", "no value before"),
}


@pytest.mark.parametrize(("file", "pattern", "replacement", "says"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_file_field_and_what_would_be_right(
    library: Path, file: str, pattern: str, replacement: str, says: str
) -> None:
    path = library / f"{file}.toml"
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, replacement, before, count=1)
    assert after != before, "the breaking itself failed"
    path.write_text(after, encoding="utf-8")
    with pytest.raises(DataError, match=says) as caught:
        for name in scenario_ids(library):
            load_scenario(name, library)
        for name in parameter_ids(library):
            load_parameter(name, library)
    assert re.search(r"\w+\.toml", str(caught.value)), "the file is not named"


def test_ages_that_nobody_publishes_are_refused_by_name(library: Path) -> None:
    path = library / "programmes" / "social_pension.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('["65+"]', '["63+"]'), encoding="utf-8")
    with pytest.raises(DataError, match=r"population of LAO aged 63\+"):
        model_inputs(open_database().queries(), load_scenario("social_pension_65", library))


def test_an_unknown_scenario_is_named_beside_the_known_ones() -> None:
    with pytest.raises(DataError, match=r"'nothing'; there are .*disability_benefit"):
        load_scenario("nothing")


def test_a_file_that_is_not_utf8_says_so(library: Path) -> None:
    path = library / "scenarios" / "mecg_to_scale.toml"
    path.write_bytes(b'id = "\xff"')
    with pytest.raises(DataError, match="not UTF-8"):
        load_scenario_file(path, library)


def test_programmes_and_assumptions_can_be_loaded_alone() -> None:
    assert load_programme("mecg", 2025).lever("benefit").default == 150000
    assert load_assumptions("base").years == tuple(range(2025, 2041))


def test_the_range_of_the_wage_lever_is_what_its_words_say(queries: Queries) -> None:
    """The minimum wage against consumer prices: up 3.6 % a year from 2012 to 2024, down 5.8 % from 2018 to 2022."""

    def real(year: int) -> float:
        day = date(year, 12, 31)
        prices = queries.observation("cpi", "LAO", year)
        assert prices is not None
        return in_force(load_parameter("minimum_wage"), day).value / prices.value

    lever = next(one for one in load_assumptions("base").levers if one.id == "wage_offset")
    for first, last, change in ((2012, 2024, 0.036), (2018, 2022, -0.058)):
        assert (real(last) / real(first)) ** (1 / (last - first)) - 1 == pytest.approx(change, abs=5e-4)
        assert lever.minimum < change < lever.maximum
        assert f"{abs(change):.1%}".replace("%", " %") in lever.meaning.en
