"""The year-by-year model: identities, hand calculations, and what each formula says about itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import BadScenario
from sp_core.model import project, project_every_quantity, quantities, trace_scenario
from sp_core.model.quantity import Quantity, Ref
from sp_core.programme import Indexation
from tests.core import ground
from tests.core.formulas import assert_formulas_say_what_is_calculated

INPUTS = ground.inputs()


def test_with_no_offset_the_macro_paths_are_exactly_the_published_ones() -> None:
    results = project(ground.scenario(), INPUTS, {}).results
    for at, year in enumerate(range(2025, 2041)):
        gdp = INPUTS.value("gdp_path", year)
        assert results["gdp_lak"][at] == gdp
        assert results["revenue_lak"][at] == INPUTS.value("revenue_share_path", year) * gdp
        assert results["exchange_rate"][at] == INPUTS.value("exchange_rate_path", year)
        assert results["price_index"][at] == INPUTS.value("cpi_path", year) / INPUTS.value("cpi_path", 2025)


def test_offsets_start_in_the_second_year_and_compound() -> None:
    moved = project(ground.scenario(), INPUTS, {"growth_offset": 0.01, "inflation_offset": 0.02}).results
    plain = project(ground.scenario(), INPUTS, {}).results
    growth, prices = ground.PUBLISHED["growth_path"], ground.PUBLISHED["inflation_path"]
    assert moved["gdp_lak"][0] == plain["gdp_lak"][0]
    factor = 1.0
    for year in (2026, 2027):
        factor *= (1 + growth[year] + 0.01) / (1 + growth[year]) * (1 + prices[year] + 0.02) / (1 + prices[year])
    assert moved["gdp_lak"][2] / plain["gdp_lak"][2] == pytest.approx(factor, rel=1e-12)
    assert moved["price_index"][1] / plain["price_index"][1] == pytest.approx(1 + 0.02 / 1.05501, rel=1e-12)


def test_one_year_by_hand() -> None:
    """378,541 + 19,378.2 * 5 persons in 2030; half way from 10 % to 60 % in year 2 of 4; 150,000 kip; 5 %."""
    model = ground.scenario(ground.programme())
    levers = {"grant.coverage": 0.6, "grant.start_year": 2028.0, "grant.full_year": 2032.0}
    results = project(model, INPUTS, levers)
    persons = (378541 + (669215 - 378541) * 5 / 15) * 0.35
    assert results.at("coverage.grant", 2030) == pytest.approx(0.35, rel=1e-12)
    assert results.at("recipients.grant", 2030) == pytest.approx(persons, rel=1e-12)
    assert results.at("cost_lak", 2030) == pytest.approx(persons * 150000 * 12 * 1.05, rel=1e-12)
    assert results.at("cost_gdp", 2030) == pytest.approx(persons * 1.89e6 / 617906.688e9, rel=1e-12)
    assert results.at("cost_usd", 2030) == pytest.approx(persons * 1.89e6 / 28951.257461, rel=1e-12)


@given(st.floats(0.02, 0.3), st.floats(0, 1), st.floats(0, 0.25), st.integers(0, 12))
def test_a_benefit_tied_to_income_costs_a_share_of_gdp_without_gdp(
    share: float, coverage: float, administration: float, months: int
) -> None:
    """Identity (1.4): cost / GDP = share * (target / population) * coverage * months / 12 * (1 + administration)."""
    model = ground.scenario(ground.programme(benefit="gdp_head", optional=("months_paid",)))
    levers = {"grant.benefit": share, "grant.coverage": coverage, "grant.administration": administration}
    results = project(model, INPUTS, {**levers, "grant.months_paid": float(months)})
    for year in (2026, 2033, 2040):
        people = INPUTS.value("population_65_plus", year) / INPUTS.value("population", year)
        expected = share * people * coverage * months / 12 * (1 + administration)
        assert results.at("cost_gdp", year) == pytest.approx(expected, rel=1e-12, abs=1e-18)


def test_wages_grow_beyond_prices_from_the_second_year_and_take_what_follows_them_along() -> None:
    """(1 + inflation) * (1 + 0.01 of the assumptions + 0.02 of the lever), year after year; GDP stays."""
    model = ground.scenario(ground.programme(benefit="minimum_wage"))
    before = project_every_quantity(model, INPUTS, {}).results
    after = project_every_quantity(model, INPUTS, {"wage_offset": 0.02}).results
    assert after["minimum_wage_lak"][0] == before["minimum_wage_lak"][0]
    for at in range(1, 16):
        faster = (1.03 / 1.01) ** at
        assert after["minimum_wage_lak"][at] == pytest.approx(before["minimum_wage_lak"][at] * faster, rel=1e-12)
        assert after["cost_lak"][at] == pytest.approx(before["cost_lak"][at] * faster, rel=1e-12)
        assert (after["gdp_lak"][at], after["price_index"][at]) == (before["gdp_lak"][at], before["price_index"][at])


def test_administration_of_total_costs_more_than_on_benefits() -> None:
    for basis, factor in (("on_benefits", 1.05), ("of_total", 1 / 0.95)):
        results = project(ground.scenario(ground.programme(basis=basis)), INPUTS, {})
        assert results.at("cost_lak", 2030) == pytest.approx(results.at("benefits_lak.grant", 2030) * factor, rel=1e-12)


def test_the_target_of_a_births_grant_is_counted_in_person_years() -> None:
    results = project(ground.scenario(ground.programme(target="births")), INPUTS, {})
    assert results.at("target.grant", 2025) == 161375.0 * 18 / 12


def test_a_programme_switched_off_costs_nothing_in_any_year() -> None:
    assert set(project(ground.scenario(), INPUTS, {"grant.on": 0.0}).results["cost_lak"]) == {0.0}


def test_the_same_start_and_full_year_is_a_step() -> None:
    levers = {"grant.coverage": 0.9, "grant.start_year": 2030.0, "grant.full_year": 2030.0}
    path = project(ground.scenario(), INPUTS, levers).results["coverage.grant"]
    assert path[4] == 0.1
    assert path[5] == pytest.approx(0.9, rel=1e-15)


def index_path(rule: Indexation, passed_on: float = 1.0, inflation: float = 0.0) -> tuple[float, ...]:
    model = ground.scenario(ground.programme(indexation=rule))
    levers = {"grant.indexation": passed_on, "inflation_offset": inflation}
    return tuple(value / 150000.0 for value in project(model, INPUTS, levers).results["benefit_month_lak.grant"])


def test_full_indexation_keeps_the_purchasing_power() -> None:
    path = index_path(Indexation(kind="cpi"))
    published = ground.PUBLISHED["inflation_path"]
    assert path[2] == pytest.approx((1 + published[2026]) * (1 + published[2027]), rel=1e-12)
    assert set(index_path(Indexation(kind="cpi"), passed_on=0.0)) == {1.0}


def test_a_lag_of_one_year_reads_last_years_index() -> None:
    path, published = index_path(Indexation(kind="cpi", lag=1)), ground.PUBLISHED["inflation_path"]
    assert path[1] == pytest.approx(1 + published[2025], rel=1e-12)
    assert path[2] == pytest.approx((1 + published[2025]) * (1 + published[2026]), rel=1e-12)


def test_adjusting_every_third_year_catches_up_in_one_step() -> None:
    yearly, stepped = index_path(Indexation(kind="cpi")), index_path(Indexation(kind="cpi", every=3))
    assert stepped[:3] == (1.0, 1.0, 1.0)
    for year in (3, 6, 9, 12, 15):
        assert stepped[year] == pytest.approx(yearly[year], rel=1e-12)
        assert stepped[year - 1] == stepped[year - 3]


def test_the_mixed_index_lies_between_its_two_parts() -> None:
    """Real wages rise by 1 % a year on the test ground, so wages outrun prices."""
    half = index_path(Indexation(kind="mixed", cpi_weight=0.5))
    assert index_path(Indexation(kind="cpi"))[10] < half[10] < index_path(Indexation(kind="wage"))[10]


def test_a_ratchet_never_lowers_the_amount() -> None:
    falling = ground.with_paths(INPUTS, "inflation_path", -0.08)
    rule = Indexation(kind="cpi", ratchet=True)
    model = ground.scenario(ground.programme(indexation=rule))
    with_ratchet = project(model, falling, {"grant.indexation": 1.0}).results["benefit_month_lak.grant"]
    assert all(before <= after for before, after in pairwise(with_ratchet))


@pytest.mark.parametrize(
    "rule",
    [
        Indexation(kind="mixed", cpi_weight=0.25),
        Indexation(kind="gdp_head", every=2, ratchet=True),
        Indexation(kind="wage", lag=1, ratchet=True),
    ],
)
def test_every_formula_says_what_is_calculated(rule: Indexation) -> None:
    """The text of each formula, worked out over its named inputs, gives the quantity, bit for bit."""
    optional = ("take_up", "months_paid")
    one = ground.programme("one", target="births", indexation=rule, optional=optional, basis="of_total")
    two = ground.programme("two", target="prevalence", benefit="minimum_wage")
    model = ground.scenario(one, two, ground.programme("three", benefit="gdp_head"))
    levers = {"one.coverage": 0.7, "one.full_year": 2030.0, "one.indexation": 0.5, "growth_offset": 0.01}
    assert_formulas_say_what_is_calculated(model, INPUTS, levers)


def test_no_quantity_has_more_than_seven_inputs_even_with_many_programmes() -> None:
    many = ground.scenario(*(ground.programme(f"p{number}") for number in range(20)))
    assert max(len(quantity.inputs) for quantity in quantities(many)) <= 7
    results = project(many, INPUTS, {}).results
    assert results["cost_lak"][3] == pytest.approx(20 * results["cost_lak.p0"][3], rel=1e-12)
    with pytest.raises(BadScenario, match="8 inputs"):
        Quantity("too_wide", "", "", {f"x{number}": Ref("year", "year") for number in range(8)}, lambda **_: 0.0)


@pytest.mark.parametrize("name", ["gdp_path", "population", "exchange_rate_path", "minimum_wage"])
def test_a_denominator_that_could_vanish_stops_the_run_before_it_starts(name: str) -> None:
    broken = ground.with_paths(INPUTS, name, -1e18)
    with pytest.raises(BadScenario, match=name):
        project(ground.scenario(), broken, {})
    with pytest.raises(BadScenario, match=name):
        trace_scenario(ground.scenario(), broken)


@pytest.mark.parametrize(("name", "change"), [("revenue_share_path", -0.13), ("inflation_path", -1.0)])
def test_the_check_looks_at_the_far_corner_of_the_levers(name: str, change: float) -> None:
    """Revenue of 3 % of GDP divides safely until the lever takes four points off."""
    with pytest.raises(BadScenario, match="stay above zero"):
        project(ground.scenario(), ground.with_paths(INPUTS, name, change), {})
