"""Tornado and comparison: hand arithmetic, order, and differences that add up."""

from __future__ import annotations

import pytest
from scipy import stats

from sp_core.analysis import Beta, Lognormal, Run, TwoPiece, compare, tornado, uncertain_ranges
from sp_core.errors import InvalidInput, OutOfBounds
from sp_core.model import project, trace_scenario
from tests.core import ground
from tests.core.test_analysis_draws import uncertainty

INPUTS = ground.inputs()
MODEL = ground.scenario(ground.programme(benefit="gdp_head", target="prevalence", optional=("take_up",)))
TAPE = trace_scenario(MODEL, INPUTS)
W3 = {"grant.coverage": 1.0, "grant.prevalence": 0.043, "grant.benefit": 0.2, "grant.take_up": 0.9}
RANGES = {
    "grant.administration": (0.03, 0.15),
    "grant.prevalence": (0.04, 0.05),
    "grant.take_up": (0.7, 1.0),
    "grant.benefit": (0.1, 0.25),
}


def test_the_tornado_of_a_share_of_gdp_by_hand() -> None:
    """methods 7, W3: base 0.043 * 0.20 * 0.9 * 1.05; the benefit matters most, administration least."""
    got = tornado(MODEL, TAPE, W3, "cost_gdp", 2030, RANGES)
    assert got.base == pytest.approx(0.0081270, rel=1e-9)
    swings = {bar.lever: bar.swing for bar in got.bars}
    assert list(swings) == ["grant.benefit", "grant.take_up", "grant.prevalence", "grant.administration"]
    assert list(swings.values()) == pytest.approx([0.0060953, 0.0027090, 0.00189, 0.00092880], rel=1e-4)
    assert got.bars[0].at_low == pytest.approx(0.0040635, rel=1e-9)
    assert got.bars[0].at_high == pytest.approx(0.01015875, rel=1e-9)


def test_an_input_moved_alone_gives_what_the_model_gives() -> None:
    got = tornado(
        MODEL, TAPE, W3, "cost_usd", 2035, {"exchange_rate_offset": (-0.02, 0.1), "grant.benefit": (0.1, 0.2)}
    )
    for bar in got.bars:
        for value, result in ((bar.low, bar.at_low), (bar.high, bar.at_high)):
            assert result == project(MODEL, INPUTS, {**W3, bar.lever: value}).at("cost_usd", 2035)
    assert got.base == project(MODEL, INPUTS, W3).at("cost_usd", 2035)


def test_uncertain_inputs_go_from_their_tenth_to_their_ninetieth_per_cent() -> None:
    spread = uncertainty(
        growth_offset=TwoPiece(0.01, 0.005),
        inflation_offset=TwoPiece(0.01, 0.5),
        prevalence=Lognormal(0.1),
        take_up=Beta(0.9, 0.05),
    )
    got = uncertain_ranges(MODEL, {**W3, "growth_offset": 0.01}, spread)
    assert got["growth_offset"] == pytest.approx((0.01 - 0.0128155, 0.01 + 0.0064078), abs=1e-6)
    assert got["inflation_offset"] == pytest.approx((-0.0128155, 0.15), abs=1e-6)  # held inside the lever's range
    assert got["grant.prevalence"] == pytest.approx((0.043 * 0.879716, 0.043 * 1.136730), rel=1e-5)
    assert got["grant.take_up"] == pytest.approx(stats.beta.ppf((0.1, 0.9), 31.5, 3.5), abs=1e-5)


def test_a_range_that_the_scenario_refuses_is_refused() -> None:
    with pytest.raises(OutOfBounds, match=r"grant\.benefit"):
        tornado(MODEL, TAPE, W3, "cost_gdp", 2030, {"grant.benefit": (0.1, 0.9)})
    with pytest.raises(InvalidInput, match=r"comes before \w+\.start_year"):
        tornado(MODEL, TAPE, W3, "cost_gdp", 2030, {"grant.start_year": (2026.0, 2035.0)})


def test_differences_split_into_assumptions_and_policy_and_add_up() -> None:
    moved = {"grant.coverage": 0.5, "growth_offset": 0.01, "exchange_rate_offset": 0.05}
    rows = compare([Run(MODEL, INPUTS, moved)])
    assert len({(row.result, row.year) for row in rows}) == len(rows) == 16 * len(project(MODEL, INPUTS, {}).results)
    for row in rows:
        assert row.assumption_effect + row.policy_effect == pytest.approx(row.value - row.baseline, rel=1e-12, abs=1e-9)
        assert row.baseline == project(MODEL, INPUTS, {}).at(row.result, row.year)
        if row.result == "gdp_lak":
            assert row.policy_effect == 0.0
        if row.result.startswith(("coverage", "target")):
            assert row.assumption_effect == 0.0
    cost = next(row for row in rows if (row.result, row.year) == ("cost_gdp", 2035))
    assert cost.assumption_effect == pytest.approx(0.0, abs=1e-18)  # tied to income: growth cancels
    assert cost.policy_effect > 0.0


def test_scenarios_are_set_against_the_first() -> None:
    other = ground.scenario(ground.programme("other"))
    rows = compare([Run(MODEL, INPUTS, W3), Run(other, INPUTS)], ["cost_gdp", "cost_lak.other"], [2030])
    assert [(row.result, row.scenario) for row in rows] == [
        ("cost_gdp", "test"),
        ("cost_gdp", "test"),
        ("cost_lak.other", "test"),
    ]
    assert rows[0].against_first == 0.0
    assert rows[1].against_first == rows[1].value - rows[0].value
    assert rows[2].against_first is None


def test_by_default_what_all_scenarios_share_is_compared() -> None:
    names = {
        row.result for row in compare([Run(MODEL, INPUTS), Run(ground.scenario(ground.programme("other")), INPUTS)])
    }
    assert "cost_gdp" in names
    assert not any("." in name for name in names)


def test_an_unknown_result_or_year_is_refused() -> None:
    for names, years in ((["price_of_tea"], None), (None, [1990])):
        with pytest.raises(InvalidInput):
            compare([Run(MODEL, INPUTS)], names, years)
    with pytest.raises(InvalidInput):
        compare([])
