"""The presets on the published figures: one year of each by hand, from numbers typed off their sources."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario
from sp_core.model import Projection, project

# Published: UN World Population Prospects 2024, medium variant; IMF World Economic Outlook, October 2025.
BIRTHS = {2025: 161375, 2028: 157497, 2030: 154942}
PEOPLE = {2025: 7873045, 2028: 8169793, 2030: 8357023}
AGED_0_4, AGED_5_9, AGED_65_PLUS = 764712, 778558, 467740  # in 2030
GDP = {2025: 382980.674e9, 2028: 494544.838e9, 2030: 617906.688e9}
KIP_PER_DOLLAR = {2025: 22616.07854, 2028: 25399.046685, 2030: 28951.257461}
PRICES = {2028: 1.05501 * 1.06369 * 1.07031, 2030: 1.05501 * 1.06369 * 1.07031 * 1.08284 * 1.09922}  # inflation
LEVELS = {2028: 302.221 / 251.62, 2030: 359.727 / 251.62}  # the same from the published index, rounded otherwise
REVENUE_2028, SPENDING_2030 = 0.16362, 0.15298  # of GDP
ADMINISTRATION = 1.05
WAGE_2030 = 2500000 * PRICES[2030]  # the minimum wage keeps its purchasing power

PRESETS = (
    "current_policies",
    "nsps_direction",
    "universal_floor",
    "high_road",
    "low_road",
    "donor_exit_2030",
    "informal_extension",
    "shock_and_recovery",
)
EXACT, BILLION = {"rel": 1e-9}, 1e9


@pytest.fixture(scope="module")
def presets() -> Iterator[dict[str, Projection]]:
    """Return the projection of every preset."""
    queries = open_database().queries()
    scenarios = {name: load_scenario(name) for name in PRESETS}
    yield {name: project(one, model_inputs(queries, one)) for name, one in scenarios.items()}


def mothers(year: int, months: float = 18, coverage: float = 0.004, prices: float = 1.0) -> float:
    return BIRTHS[year] * months / 12 * coverage * 150000 * prices * 12 * ADMINISTRATION


def transfers(year: int) -> float:
    return 25000 * 12 * KIP_PER_DOLLAR[year] * 12 * ADMINISTRATION


def meals(prices: float = 1.0, part: float = 1.0) -> float:
    return 200000 * 0.685 * part * 800 * prices * 180 * ADMINISTRATION


def meals_of_partners(year: int) -> float:
    return 63000 * 6.61 * KIP_PER_DOLLAR[year] * 12


def current(year: int) -> float:
    return mothers(year) + transfers(year) + meals() + meals_of_partners(year)


def floor_2030() -> float:
    children = 0.04 * AGED_0_4 / PEOPLE[2030] * GDP[2030]
    newborns = BIRTHS[2030] * 4 / 12 * 0.2 * WAGE_2030 * 12
    disability = PEOPLE[2030] * 0.02 * 300000 * PRICES[2030] * 12
    older = 0.1 * AGED_65_PLUS / PEOPLE[2030] * GDP[2030]
    return (children + newborns + disability + older) * ADMINISTRATION


def informal_2030(workers: float = 2140000) -> float:
    return workers * 0.3 * 1200000 * 0.09 * 0.5 * PRICES[2030] * 12 * ADMINISTRATION


def more_meals_2030() -> float:
    return AGED_5_9 * 0.25 * 800 * PRICES[2030] * 180 * ADMINISTRATION


@pytest.mark.parametrize("year", [2025, 2028, 2030])
def test_current_policies_by_hand(presets: dict[str, Projection], year: int) -> None:
    got = presets["current_policies"]
    assert got.at("cost_lak", year) == pytest.approx(current(year), **EXACT)
    assert got.at("cost_gdp", year) == pytest.approx(current(year) / GDP[year], **EXACT)
    partners = current(year) - meals()  # partners pay all but the State's meals
    assert got.at("partners_lak", year) == pytest.approx(partners, **EXACT)
    assert got.at("financing_gap_lak", year) == pytest.approx(meals(), **EXACT)


def test_current_policies_are_their_own_baseline() -> None:
    scenario = load_scenario("current_policies")
    assert scenario.overrides == {}
    assert all(programme.existing for programme in scenario.programmes)


def test_todays_cost_in_the_printed_figures(presets: dict[str, Projection]) -> None:
    at = presets["current_policies"].at
    assert at("recipients.school_meals", 2030) == pytest.approx(137000, **EXACT)
    assert at("cost_lak.cct_rural", 2030) / BILLION == pytest.approx(109.4, abs=0.05)
    assert at("cost_lak.school_meals_partners", 2030) / BILLION == pytest.approx(144.7, abs=0.05)
    assert at("cost_lak", 2030) / BILLION == pytest.approx(276.6, abs=0.05)


def test_the_direction_of_the_strategy_in_2030_by_hand(presets: dict[str, Projection]) -> None:
    got, prices = presets["nsps_direction"], PRICES[2030]
    grant = mothers(2030, months=42, coverage=0.2, prices=prices)
    assert got.at("recipients.mecg", 2030) == pytest.approx(108459.4, **EXACT)
    assert got.at("cost_lak.mecg", 2030) == pytest.approx(grant, **EXACT)
    assert got.at("cost_lak.school_meals_more", 2030) == pytest.approx(more_meals_2030(), **EXACT)
    need = grant + transfers(2030) + meals(prices) + meals_of_partners(2030) + more_meals_2030()
    assert got.at("cost_lak", 2030) == pytest.approx(need, **EXACT)
    assert got.at("cost_lak", 2030) / BILLION == pytest.approx(618.9, abs=0.05)


def test_the_universal_floor_in_2030_by_hand_and_by_the_identity(presets: dict[str, Projection]) -> None:
    got = presets["universal_floor"]
    need = current(2030) + floor_2030()
    assert got.at("cost_lak", 2030) == pytest.approx(need, **EXACT)
    for programme, share in (("child_grant", 0.04 * AGED_0_4), ("social_pension", 0.1 * AGED_65_PLUS)):
        of_gdp = got.at(f"cost_lak.{programme}", 2030) / got.at("gdp_lak", 2030)
        assert of_gdp == pytest.approx(share / PEOPLE[2030] * ADMINISTRATION, **EXACT)
    assert got.at("cost_gdp", 2030) == pytest.approx(0.012382, abs=5e-7)
    partners = current(2030) - meals()
    assert got.at("financing_gap_lak", 2030) == pytest.approx(need - partners, **EXACT)


def test_the_high_road_in_2030_by_hand(presets: dict[str, Projection]) -> None:
    got, prices = presets["high_road"], PRICES[2030]
    unemployed = 353962 * 0.021 * 3 / 12 * 0.6 * WAGE_2030 * 12 * ADMINISTRATION
    partners = transfers(2030) + meals_of_partners(2030)
    grant = mothers(2030, prices=prices)
    need = floor_2030() + unemployed + informal_2030() + more_meals_2030() + meals(prices) + grant + partners
    assert got.at("cost_lak", 2030) == pytest.approx(need, **EXACT)
    assert got.at("cost_gdp", 2030) == pytest.approx(0.013558, abs=5e-7)
    assert got.at("contribution_income_lak.unemployment", 2030) == pytest.approx(
        353962 * WAGE_2030 * 12 * 0.01 * 0.9, **EXACT
    )
    assert got.at("contributions_lak", 2030) == pytest.approx(unemployed, **EXACT)  # the rest stays in the fund
    moved = 0.02 * SPENDING_2030 * GDP[2030]
    given = min(grant, 81000 * KIP_PER_DOLLAR[2030]) + partners  # 81,000 dollars no longer pay for the raised grant
    gap = need - given - unemployed - 0.01 * GDP[2030] - moved
    assert got.at("financing_gap_lak", 2030) == pytest.approx(gap, rel=1e-6)
    assert abs(gap) / GDP[2030] < 0.0001


def test_the_low_road_in_2030_by_hand(presets: dict[str, Projection]) -> None:
    got = presets["low_road"]
    assert got.at("recipients", 2030) == pytest.approx(68500, **EXACT)
    assert got.at("cost_lak", 2030) == pytest.approx(meals(part=0.5), **EXACT)
    assert got.at("cost_constant_lak", 2030) == pytest.approx(meals(part=0.5) / LEVELS[2030], **EXACT)
    assert got.at("partners_lak", 2030) == 0.0


def test_partners_leave_half_way_by_2028_and_wholly_by_2030(presets: dict[str, Projection]) -> None:
    got = presets["donor_exit_2030"]
    rate = KIP_PER_DOLLAR[2028]
    half = sum(dollars * 0.5 * rate for dollars in (3780000, 5000000, 81000))
    assert got.at("partners_lak", 2028) == pytest.approx(half, **EXACT)
    assert got.at("financing_gap_lak", 2028) == pytest.approx(current(2028) - half, **EXACT)
    assert got.at("partners_lak", 2030) == 0.0
    assert got.at("financing_gap_lak", 2030) == pytest.approx(current(2030), **EXACT)
    assert got.at("cost_lak", 2030) == presets["current_policies"].at("cost_lak", 2030)


def test_subsidised_contributions_in_2030_by_hand(presets: dict[str, Projection]) -> None:
    got = presets["informal_extension"]
    assert got.at("recipients.informal_subsidy", 2030) == pytest.approx(642000, **EXACT)
    assert got.at("benefit_month_lak.informal_subsidy", 2030) == pytest.approx(54000 * PRICES[2030], **EXACT)
    assert got.at("cost_lak.informal_subsidy", 2030) == pytest.approx(informal_2030(), **EXACT)
    assert informal_2030(3173920) / BILLION == pytest.approx(926.2, abs=0.05)
    assert got.at("cost_lak", 2030) == pytest.approx(informal_2030() + current(2030), **EXACT)


def test_a_year_after_the_shock_by_hand(presets: dict[str, Projection]) -> None:
    got = presets["shock_and_recovery"]
    lost = (1.02497 - 0.051) / 1.02497 * (1.02473 - 0.051 / 2) / 1.02473
    income, prices = GDP[2028] * lost, PRICES[2028]
    assert got.at("gdp_lak", 2028) == pytest.approx(income, **EXACT)
    assert got.at("revenue_lak", 2028) == pytest.approx((REVENUE_2028 - 0.037 / 2) * income, **EXACT)
    grant = mothers(2028, prices=prices)
    programmes = grant + transfers(2028) + meals() + meals_of_partners(2028)
    benefits = (grant + transfers(2028) + meals()) / ADMINISTRATION + meals_of_partners(2028)
    reached = PEOPLE[2028] * 0.05 * 75000 * LEVELS[2028] * 12
    assert got.at("emergency_lak", 2028) == pytest.approx(benefits * 0.5 + reached, **EXACT)
    assert got.at("cost_lak", 2028) == pytest.approx(programmes + benefits * 0.5 + reached, **EXACT)
    assert got.at("emergency_lak", 2026) == got.at("emergency_lak", 2029) == 0.0


@pytest.mark.parametrize("name", PRESETS)
def test_nothing_changes_before_the_first_year_of_policy(presets: dict[str, Projection], name: str) -> None:
    """2025 is nearly over: a preset starts from today's cost, but for a longer grant that nearly nobody gets yet."""
    today = presets["current_policies"].at("cost_lak", 2025)
    longer = mothers(2025, months=42) - mothers(2025) if name == "nsps_direction" else 0.0
    assert presets[name].at("cost_lak", 2025) == pytest.approx(today + longer, **EXACT)


@pytest.mark.parametrize("name", PRESETS)
def test_sources_and_gap_add_up_to_the_need_in_every_year(presets: dict[str, Projection], name: str) -> None:
    got = presets[name]
    for year in got.years:
        together = got.at("identified_lak", year) + got.at("financing_gap_lak", year)
        assert together == pytest.approx(got.at("cost_lak", year), rel=1e-12)
