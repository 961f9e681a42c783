"""The framework, stress and delay on test programmes: lines add up, shocks stay assumptions, delay counts persons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.analysis import delay, framework, stress
from sp_core.errors import BadScenario, InvalidInput, OutOfBounds
from sp_core.model import trace_scenario
from sp_core.mtef import Framework as OneYear
from sp_core.scenario import Scenario
from tests.core import ground
from tests.core.ground_financing import financing

INPUTS = ground.inputs()


def scene(**overrides: float) -> Scenario:
    grant = ground.programme("grant", optional=("partners_usd",), coverage_today=0.1)
    pension = ground.programme("pension", benefit="gdp_head", coverage_today=0.0)
    named = {name.replace("__", "."): value for name, value in overrides.items()}
    return ground.scenario(grant, pension, overrides=named, paid_by=financing())


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_baseline_plus_new_policy_less_savings_is_the_need_whatever_the_levers(seed: int) -> None:
    model = scene()
    values = {name: float(drawn[0]) for name, drawn in ground.draws(model, 1, seed).items()}
    table = framework(model, INPUTS, values)
    base, new, saved = (table.line(name, name).values for name in ("baseline", "new_policy", "savings"))
    need = table.line("need", "cost_lak").values
    for b, n, s, total in zip(base, new, saved, need, strict=True):
        assert min(b, n, s) >= 0.0
        assert b + n - s == pytest.approx(total, rel=1e-9, abs=1.0)
    for section in ("baseline", "new_policy", "savings"):
        lines = table.section(section)
        parts = [line.values for line in lines if not line.is_total]
        total_line = next(line.values for line in lines if line.is_total)
        assert [sum(column) for column in zip(*parts, strict=True)] == pytest.approx(total_line) if parts else True
    identified = table.line("balance", "identified_lak").values
    sources = [line.values for line in table.section("sources")]
    assert [sum(column) for column in zip(*sources, strict=True)] == pytest.approx(identified)


def test_a_year_agrees_with_the_point_formulas() -> None:
    table = framework(scene(pension__coverage=1.0, ceiling=0.005), INPUTS)
    at = table.years.index(2030)
    year = OneYear(
        gdp=table.line("macro", "gdp_lak").values[at],
        revenue=table.line("macro", "revenue_lak").values[at],
        ceiling=table.line("balance", "ceiling_lak").values[at],
        baseline=table.line("baseline", "baseline").values[at],
        new_policy=table.line("new_policy", "new_policy").values[at],
        savings=table.line("savings", "savings").values[at],
        partners=table.line("sources", "partners_lak").values[at],
    )
    assert table.line("balance", "domestic_need_lak").values[at] == pytest.approx(year.domestic_need)
    assert table.line("balance", "fiscal_space_lak").values[at] == pytest.approx(year.fiscal_space)
    assert table.line("ratios", "cost_gdp").values[at] == pytest.approx(year.total_of_gdp)


def test_constant_prices_divide_kip_and_nothing_else() -> None:
    nominal, constant = framework(scene(), INPUTS), framework(scene(), INPUTS, constant=True)
    prices = nominal.line("macro", "price_index").values
    for a, b in zip(nominal.lines, constant.lines, strict=True):
        divisors = prices if a.unit == "lak" else (1.0,) * len(prices)
        assert b.values == pytest.approx([value / p for value, p in zip(a.values, divisors, strict=True)])


def test_a_policy_cut_is_a_saving_and_not_a_negative_new_policy() -> None:
    table = framework(scene(grant__on=0), INPUTS)
    assert table.line("savings", "grant").values == table.line("baseline", "grant").values
    assert not any(line.name == "grant" for line in table.section("new_policy"))


def test_without_financing_there_is_no_framework() -> None:
    with pytest.raises(BadScenario, match="no financing"):
        framework(ground.scenario(), INPUTS)
    with pytest.raises(InvalidInput, match="2050"):
        framework(scene(), INPUTS, years=[2050])


def test_a_shock_is_laid_over_the_scenario_and_moves_assumptions_only() -> None:
    model = scene(pension__coverage=1.0, growth_shock_size=-0.02)
    tape = trace_scenario(model, INPUTS)
    shocks = {"bust": {"growth_shock_size": -0.06, "shock_year": 2028}, "calm": {}}
    rows = {
        (row.shock, row.result, row.year): row
        for row in stress(model, tape, model.values(), shocks, ["gdp_lak"], [2027, 2030])
    }
    assert rows["calm", "gdp_lak", 2030].change == 0.0
    assert rows["bust", "gdp_lak", 2027].change == 0.0
    assert rows["bust", "gdp_lak", 2030].change < 0.0
    without = {**model.values(), "growth_shock_size": 0.0}
    assert rows["bust", "gdp_lak", 2030].calm == tape.replay(without)["gdp_lak"][5]
    with pytest.raises(InvalidInput, match="year 2090"):
        stress(model, tape, model.values(), shocks, ["gdp_lak"], [2090])
    with pytest.raises(InvalidInput, match=r"pension\.coverage is not an assumption"):
        stress(model, tape, model.values(), {"x": {"pension.coverage": 0.0}}, ["gdp_lak"], [2030])


def test_a_year_of_delay_leaves_out_the_persons_of_the_difference() -> None:
    """A step to everybody in 2027 instead of 2026 leaves out all who are 65 and over in 2026."""
    model = scene(pension__coverage=1.0, pension__start_year=2026, pension__full_year=2026)
    tape = trace_scenario(model, INPUTS)
    found = delay(model, tape, model.values(), "pension")
    older = INPUTS.value("population_65_plus", 2026)
    assert (found.year, found.most_missed) == (2026, pytest.approx(older))
    assert found.person_years == pytest.approx(older)
    with pytest.raises(OutOfBounds, match="start_year"):
        delay(model, tape, model.values(), "pension", years=20)
