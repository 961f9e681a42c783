"""Financing in the model: identities of sources, gap and space, and years worked by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.debt_paths import DebtFigures, interest_rate, other_flows
from sp_core.donors import phased_out
from sp_core.errors import BadScenario
from sp_core.financing import Financing
from sp_core.model import Projection, project, project_every_quantity
from sp_core.scenario import Scenario
from tests.core import ground
from tests.core.ground_financing import financing

INPUTS = ground.inputs()
YEARS = range(2025, 2041)


def scene(**overrides: float) -> Scenario:
    """Return a pension for all from 65, aided by partners, and an insured benefit with contributions of its own."""
    pension = ground.programme("pension", optional=("partners_usd",), coverage_today=0.0)
    insured = ground.programme("insured", contributory=True, coverage_today=0.0)
    named = {name.replace("__", "."): value for name, value in overrides.items()}
    return ground.scenario(pension, insured, overrides=named, paid_by=financing())


def run(**overrides: float) -> Projection:
    return project_every_quantity(scene(**overrides), INPUTS)


def each_year(got: Projection, *names: str) -> Any:
    return zip(*(got.results[name] for name in names), strict=True)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_what_lies_between_need_and_means_adds_up_whatever_the_levers(seed: int) -> None:
    model = scene()
    levers = {name: float(values[0]) for name, values in ground.draws(model, 1, seed).items()}
    got = project_every_quantity(model, INPUTS, levers)
    for need, gap, identified, domestic, space, ceiling in each_year(
        got, "cost_lak", "financing_gap_lak", "identified_lak", "domestic_need_lak", "fiscal_space_lak", "ceiling_lak"
    ):
        assert gap + identified == pytest.approx(need, rel=1e-12, abs=1.0)
        assert space + domestic == pytest.approx(ceiling, rel=1e-12, abs=1.0)
    for cost, paid, income in each_year(
        got, "cost_lak.insured", "contributions_lak.insured", "contribution_income_lak.insured"
    ):
        assert paid == min(cost, income)
    for cost, paid in each_year(got, "cost_lak.pension", "partners_lak.pension"):
        assert 0.0 <= paid <= cost
    for central, provincial, state in each_year(got, "state_central_lak", "state_provincial_lak", "state_lak"):
        assert central + provincial == pytest.approx(state, rel=1e-12)
    for deficit, borrowing, room in each_year(got, "space_deficit_lak", "borrowing_lak", "debt_room_lak"):
        assert deficit + borrowing <= room * (1 + 1e-12)


def test_partners_leave_in_a_straight_line_and_each_year_has_its_own_exchange_rate() -> None:
    got = run(pension__partners_usd=1e6, pension__coverage=1.0, exit_start=2026, exit_end=2030)
    rates = got.results["exchange_rate"]
    shares = [
        phased_out(1e6, "linear", 4, after) for after in range(5)
    ]  # 2026 is the last full year, 2030 the first without
    paid = dict(zip(YEARS, got.results["partners_lak.pension"], strict=True))
    for year, dollars in zip(range(2026, 2031), shares, strict=True):
        assert paid[year] == pytest.approx(dollars * rates[year - 2025], rel=1e-12, abs=1e-3)
    assert paid[2035] == 0.0


def test_contributions_pay_for_their_own_scheme_only() -> None:
    """2030 by hand: 300,000 insured x 2.5 million kip x 12 x 2 % x 90 %, wages up with prices and 1 % a year."""
    few = run(insured__coverage=0.01, insured__contributors=3e5, pension__coverage=1.0)
    prices = 1.05501 * 1.06369 * 1.07031 * 1.08284 * 1.09922 * 1.01**5
    assert few.at("contribution_income_lak.insured", 2030) == pytest.approx(3e5 * 2.5e6 * 12 * 0.02 * 0.9 * prices)
    assert few.at("contributions_lak", 2030) == few.at("cost_lak.insured", 2030)  # the surplus stays in the fund
    assert few.at("domestic_need_lak", 2030) == pytest.approx(
        few.at("cost_lak.pension", 2030) - few.at("partners_lak", 2030), rel=1e-12
    )


def test_each_option_of_fiscal_space_by_hand_in_2030() -> None:
    got = run(
        space_taxes=0.01, space_illicit_flows=0.02, space_reallocation=0.05, space_reserves=0.02,
        space_debt_relief=0.1, space_aid_usd=5e6, space_start=2026, space_full=2028, space_tax_leak=0.1,
        space_illicit_recovered=0.1, space_reserve_years=5,
    )  # fmt: skip
    gdp, revenue = got.at("gdp_lak", 2030), got.at("revenue_lak", 2030)
    assert got.at("space_taxes_lak", 2030) == pytest.approx(0.01 * gdp * 0.9)
    assert got.at("space_taxes_lak", 2027) == pytest.approx(0.01 * got.at("gdp_lak", 2027) * 0.9 / 2)
    assert got.at("space_illicit_lak", 2030) == pytest.approx(0.02 * 0.1 * revenue)
    assert got.at("space_reallocation_lak", 2030) == pytest.approx(0.05 * 0.155 * gdp)
    assert got.at("space_reserves_lak", 2030) == pytest.approx(0.02 * 382980.674e9 / 5)
    assert (got.at("space_reserves_lak", 2025), got.at("space_reserves_lak", 2031)) == (0.0, 0.0)
    assert got.at("space_debt_relief_lak", 2030) == pytest.approx(0.1 * got.at("debt_lak", 2029) * 0.04)
    assert got.at("space_aid_lak", 2030) == pytest.approx(5e6 * got.at("exchange_rate", 2030))


def test_debt_and_the_balance_that_holds_it_in_2026_by_hand() -> None:
    got = run()
    before, gdp0, gdp1 = 347e12, 382980.674e9, 414047.341e9
    depreciation = 23285.942354 / 22616.07854 - 1
    revalued = before * 1.04 * (1 + 0.8 * depreciation)
    assert got.at("debt_lak", 2026) == pytest.approx(revalued - 0.03 * gdp1 - 0.01 * gdp1, rel=1e-12)
    assert got.at("debt_stabilising_balance", 2026) == pytest.approx(revalued / gdp1 - before / gdp0, rel=1e-12)


def test_a_higher_deficit_and_borrowing_share_the_room_that_the_debt_limit_leaves() -> None:
    none = run(space_deficit=0.01, borrowing=0.01, debt_limit=0.6)
    assert none.at("borrowing_lak", 2027) == none.at("space_deficit_lak", 2027) == 0.0  # debt is above 0.6 of GDP
    wide = run(space_deficit=0.01, borrowing=0.01, debt_limit=1.5)
    assert wide.at("borrowing_lak", 2030) == pytest.approx(0.01 * wide.at("gdp_lak", 2030))
    assert wide.at("debt_lak", 2030) > run().at("debt_lak", 2030)


def test_a_shock_strikes_in_its_year_fades_and_its_loss_of_income_stays() -> None:
    calm, struck = run(), run(growth_shock_size=-0.06, shock_year=2027, shock_persistence=0.5)
    moved = [
        b - a
        for a, b in each_year(
            Projection(calm.years, {"a": calm.results["growth"], "b": struck.results["growth"]}), "a", "b"
        )
    ]
    assert moved[:5] == pytest.approx([0, 0, -0.06, -0.03, -0.015], abs=1e-15)
    assert struck.at("gdp_lak", 2026) == calm.at("gdp_lak", 2026)
    ratios = [b / a for a, b in zip(calm.results["gdp_lak"], struck.results["gdp_lak"], strict=True)]
    assert ratios[2] == pytest.approx((1 + 0.02497 - 0.06) / (1 + 0.02497), rel=1e-12)
    assert ratios[-1] < ratios[2]


def test_emergency_top_ups_run_from_the_year_of_the_shock_for_their_years() -> None:
    got = run(
        topup_vertical=0.5,
        topup_horizontal=0.1,
        topup_benefit=2e5,
        topup_years=2,
        shock_year=2028,
        pension__coverage=1.0,
    )
    for year in YEARS:
        expected = 0.0
        if year in (2028, 2029):
            others = got.at("topup_horizontal_persons", year) * 2e5 * got.at("price_index", year) * 12
            expected = 0.5 * got.at("benefits_lak", year) + others
        assert got.at("emergency_lak", year) == pytest.approx(expected, rel=1e-12)
    assert got.at("cost_lak", 2028) == pytest.approx(
        got.at("programmes_cost_lak", 2028) + got.at("emergency_lak", 2028), rel=1e-12
    )


def test_a_subsidised_contribution_nets_to_zero_between_state_and_fund() -> None:
    """The state pays the programme's benefits; the fund receives the same kip: consolidated, nothing is left."""
    subsidy = ground.programme("subsidy", benefit="contribution", coverage_today=0.0)
    got = project_every_quantity(ground.scenario(subsidy, overrides={"subsidy.coverage": 0.2}), INPUTS)
    members = got.at("recipients", 2030) * 1.2e6 * 12 * 0.09
    assert got.at("benefits_lak.subsidy", 2030) == pytest.approx(members * 0.5, rel=1e-12)


def test_the_published_remainder_brings_debt_back_to_the_published_path() -> None:
    figures = DebtFigures(
        gdp={2025: 100.0, 2026: 110.0, 2027: 121.0},
        debt={2024: 95.0, 2025: 90.0, 2026: 92.0, 2027: 93.0},
        primary_balance={2025: 0.04, 2026: 0.04, 2027: 0.03},
        overall_balance={2025: 0.01, 2026: 0.02, 2027: 0.01},
        exchange_rate={2025: 20.0, 2026: 21.0, 2027: 23.0},
    )
    rate, flows = interest_rate(figures), other_flows(figures, 0.5)
    assert rate[2026] == pytest.approx(0.02 * 110 / 90)
    debt, share = 90.0, 0.5
    for year in (2026, 2027):
        change = figures.exchange_rate[year] / figures.exchange_rate[year - 1] - 1
        debt = (
            debt * (1 + rate[year]) * (1 + share * change)
            + (flows[year] - figures.primary_balance[year]) * figures.gdp[year]
        )
        share = share * (1 + change) / (1 + share * change)
        assert debt == pytest.approx(figures.debt[year], rel=1e-12)


def test_a_financing_without_one_of_its_levers_is_refused_by_name() -> None:
    levers = tuple(lever for lever in financing().levers if lever.id != "ceiling")
    with pytest.raises(BadScenario, match="no lever ceiling"):
        Financing(id="x", title=ground.text("x"), phase_out="linear", levers=levers)


def test_targeting_errors_say_who_is_missed_and_who_is_let_in() -> None:
    """18.3 % poor, 30 % of them missed, 10 % of the others let in: 0.183 x 0.7 + 0.817 x 0.1 = 20.98 % reached."""
    tested = ground.programme("tested", target="poor", coverage_today=0.0)
    got = project(ground.scenario(tested, overrides={"tested.coverage": 1.0}), INPUTS)
    assert got.at("recipients", 2030) / got.at("target.tested", 2030) == pytest.approx(0.2098, rel=1e-12)
    assert got.at("leakage.tested", 2030) == pytest.approx(0.0817 / 0.2098, rel=1e-12)
