"""The figures of the product: what the published sources say, and what they do not say."""

from __future__ import annotations

from datetime import date

import pytest

from sp_app.data.build import build_id
from sp_app.data.database import Database
from sp_app.data.geo import geometry
from sp_app.data.places import DATA
from sp_app.data.queries import Queries
from sp_core.errors import DataError

ASEAN = {"BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS", "VNM"}
FUNCTIONS = (
    "any",
    "old_age",
    "vulnerable",
    "maternity",
    "work_injury",
    "disability",
    "children",
    "unemployment",
    "poor",
)


@pytest.mark.parametrize(
    ("indicator", "area", "year", "sex", "value"),
    [
        ("sdg131_any", "LAO", 2019, "T", 12.1),
        ("sdg131_any", "LAO", 2021, "T", 15.5),
        ("sdg131_any", "ASEAN", 2021, "T", 44.7),
        ("sdg131_any", "ASEAN", 2023, "T", 46.0),
        ("sdg131_old_age", "LAO", 2021, "T", 7.0),
        ("sdg131_old_age", "ASEAN", 2021, "T", 45.2),
        ("sdg131_maternity", "LAO", 2021, "F", 8.1),
        ("sdg131_unemployment", "LAO", 2021, "T", 30.8),
        ("sdg131_poor", "LAO", 2021, "T", 58.0),
        ("health_protection", "LAO", 2023, "T", 94.5),
        ("informal_ilo", "LAO", 2022, "T", 90.4),
        ("informal_national", "LAO", 2022, "T", 86.4),
        ("poverty_national", "LAO", 2018, "T", 18.3),
        ("poverty_national_rural", "LAO", 2018, "T", 23.8),
        ("spexp_adb_bound", "LAO", 2015, "T", 1.0),
        ("gov_debt_gdp", "LAO", 2022, "T", 130.731),
        ("exchange_rate_official", "LAO", 2023, "T", 17689.0),
        ("population", "LAO", 2020, "T", 7346546.0),
        ("nssf_insured", "LAO", 2023, "T", 353962.0),
        ("minimum_wage", "LAO", 2023, "T", 1600000.0),
    ],
)
def test_a_published_figure_is_carried(
    queries: Queries, indicator: str, area: str, year: int, sex: str, value: float
) -> None:
    found = queries.observation(indicator, area, year, sex)
    assert found is not None
    assert found.value == pytest.approx(value, rel=1e-4)
    assert found.locator and queries.origin(found.origin).producer


@pytest.mark.parametrize("indicator", ["sdg131_children", "cofog10_gdp", "unemployment_weo"])
def test_what_is_not_published_for_the_lao_pdr_stays_unknown(queries: Queries, indicator: str) -> None:
    assert queries.observations(indicator, ["LAO"], sex=None, age=None) == ()


def test_coverage_of_the_lao_pdr_exists_by_no_sex_but_for_mothers(queries: Queries) -> None:
    for function in FUNCTIONS:
        for one in queries.observations(f"sdg131_{function}", ["LAO"], sex=None):
            assert one.sex == ("F" if function == "maternity" else "T")


def test_coverage_comes_from_one_edition_and_is_drawn_as_dots(queries: Queries) -> None:
    for function in FUNCTIONS:
        indicator = queries.indicator(f"sdg131_{function}")
        assert (indicator.sdg, indicator.basis, indicator.drawn) == ("1.3.1", "effective", "dots")
        assert {one.origin for one in queries.observations(indicator.key, sex=None)} == {"ilostat_sdg0131_2026"}


def test_aggregates_of_coverage_are_flagged_as_model_estimates(queries: Queries) -> None:
    aggregates = [area.key for area in queries.areas("aggregate")]
    for function in FUNCTIONS:
        for one in queries.observations(f"sdg131_{function}", aggregates, sex=None):
            assert one.status == "estimate" and one.has("modelled")


def test_the_lao_pdr_and_asean_are_compared_in_2021(queries: Queries) -> None:
    pair = queries.latest_common_year("sdg131_any", "LAO", "ASEAN")
    assert pair is not None and (pair[0].year, pair[0].value, pair[1].value) == (2021, 15.5, 44.7)


def test_figures_that_are_no_trend_say_so(queries: Queries) -> None:
    for key, sex in (("sdg131_unemployment", "T"), ("sdg131_maternity", "F"), ("sdg131_poor", "T")):
        assert all(one.has("not_a_trend") for one in queries.observations(key, ["LAO"], sex=sex))
    assert all(one.has("not_a_trend") for one in queries.observations("sdg131_poor", ["THA", "MYS"]))


def test_legal_coverage_in_disguise_is_flagged(queries: Queries) -> None:
    flagged = [
        one
        for function in FUNCTIONS
        for one in queries.observations(f"sdg131_{function}", sex=None)
        if one.has("legal_based")
    ]
    assert len(flagged) == 6
    assert {(one.area, one.status) for one in flagged} == {("SGP", "estimate")}


def test_doubts_and_bounds_are_flagged(queries: Queries) -> None:
    assert queries.observation("sdg131_any", "MYS", 2023).has("doubtful")
    assert queries.latest("spexp_adb_bound", "LAO").has("bound_upper")
    assert queries.latest("spexp_oecd_incl_health", "LAO").has("approximate")
    assert queries.indicator("spexp_adb_bound").drawn == "bound"
    assert queries.indicator("health_protection").basis == "legal"


def test_asean_has_eleven_members_since_timor_leste(queries: Queries) -> None:
    assert {area.key for area in queries.members("ASEAN", date(2025, 11, 1))} == ASEAN
    assert {area.key for area in queries.members("ASEAN", date(2024, 1, 1))} == ASEAN - {"TLS"}
    timor = next(one for one in queries.memberships("ASEAN") if one.area == "TLS")
    assert timor.status == "to be verified"


def test_population_is_published_for_groups_and_derived_for_five_year_ages_after_2025(queries: Queries) -> None:
    published, derived = queries.population("LAO", 2030, ("65+",)), queries.population("LAO", 2040, ("65-69", "70-74"))
    assert published is not None and (published.value, published.status) == (467740.0, "projection")
    assert derived is not None and derived.note.startswith("DERIVED") and derived.has("definition_differs")
    assert queries.population("LAO", 2015, ("0-4", "5-9")).status == "estimate"
    assert queries.population("LAO", 2015).age == "all"
    assert queries.population("THA", 2040, ("65-69",)) is None


@pytest.mark.parametrize("year", range(2026, 2076, 7))
def test_derived_ages_add_up_to_the_published_older_persons(queries: Queries, year: int) -> None:
    older = tuple(f"{age}-{age + 4}" for age in range(65, 100, 5))
    derived = queries.population("LAO", year, (*older, "100+"))
    assert derived.value == pytest.approx(queries.population("LAO", year, ("65+",)).value, abs=5)


def test_five_year_ages_add_up_to_the_total(queries: Queries) -> None:
    ages = (*(f"{age}-{age + 4}" for age in range(0, 100, 5)), "100+")
    for year in range(2011, 2026):  # no figure of 100 and over is published for 2010
        total = queries.population("LAO", year)
        assert queries.population("LAO", year, ages).value == pytest.approx(total.value, abs=15)


def test_macro_figures_turn_into_projections_after_the_last_actual_year(queries: Queries) -> None:
    assert queries.observation("gdp_lcu", "LAO", 2024).status == "estimate"
    assert queries.observation("gdp_lcu", "LAO", 2025).status == "projection"
    assert queries.observation("population_weo", "LAO", 2023).status == "projection"
    assert queries.observation("exchange_rate_weo", "LAO", 2025).status == "projection"


def test_gdp_over_dollars_gives_the_implied_rate_of_each_year(queries: Queries) -> None:
    for year in range(2010, 2031):
        lcu, usd = (queries.observation(key, "LAO", year).value for key in ("gdp_lcu", "gdp_usd"))
        assert queries.observation("exchange_rate_weo", "LAO", year).value == pytest.approx(lcu / usd, rel=1e-4)


def test_every_page_knows_what_is_not_known(queries: Queries) -> None:
    for topic in ("overview", "coverage", "expenditure", "asean", "scenarios"):
        assert len(queries.gaps(topic)) >= 5


def test_copies_and_unverified_licences_say_so(queries: Queries) -> None:
    for origin in queries.origins():
        assert origin.is_copy == bool(origin.carrier)
        if not origin.licence_verified:
            assert "verified" in origin.licence, origin.key


def test_the_licence_page_names_every_origin(queries: Queries) -> None:
    page = (DATA / "LICENSES.md").read_text(encoding="utf-8")
    for origin in queries.origins():
        row = next(line for line in page.splitlines() if line.startswith(f"| {origin.key} |"))
        assert origin.licence in row
        assert ("not verified" in row) == (not origin.licence_verified), origin.key


def test_outlines_name_only_what_areas_csv_knows(queries: Queries) -> None:
    provinces = {feature["id"] for feature in geometry("lao_provinces")["features"]}
    assert provinces == {area.key for area in queries.areas("province")} and len(provinces) == 18
    countries = geometry("asean_countries")
    members = {feature["properties"]["area"] for feature in countries["features"] if feature["properties"]["member"]}
    assert members == ASEAN
    assert all(feature["properties"]["area"] == "" for feature in countries["features"] if feature["id"] not in ASEAN)
    for collection in (countries, geometry("lao_provinces")):
        assert queries.origin(collection["origin"])


def test_unknown_outlines_are_refused_by_name() -> None:
    with pytest.raises(DataError, match="there are asean_countries, lao_provinces"):
        geometry("moon")


def test_the_census_adds_up(queries: Queries) -> None:
    assert sum(one.population for one in queries.provinces()) == 6492228


def test_the_data_are_small_and_the_build_is_named_after_them(database: Database) -> None:
    carried = [path for path in DATA.rglob("*") if path.is_file() and "build" not in path.parts]
    assert sum(path.stat().st_size for path in carried) < 25_000_000
    assert database.build_id == build_id()
