"""Draws, simulation and fan: closed forms, determinism, common random numbers, honest clipping."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sp_core.analysis import (
    PROBABILITIES,
    Beta,
    Draws,
    Lognormal,
    Simulation,
    TwoPiece,
    Uncertain,
    Uncertainty,
    Variants,
    difference,
    fan,
    simulate,
)
from sp_core.analysis.draws import settings
from sp_core.analysis.history import score_correlation, two_piece_spread
from sp_core.errors import BadScenario, InvalidInput
from sp_core.model import project, trace_scenario
from tests.core import ground

INPUTS = ground.inputs()
MODEL = ground.scenario(ground.programme(benefit="gdp_head", target="prevalence", optional=("take_up",)))
TAPE = trace_scenario(MODEL, INPUTS)
PAIR = ((1.0, -0.6), (-0.6, 1.0))


def uncertain(lever: str, distribution: Any) -> Uncertain:
    word = ground.text("test")
    return Uncertain(
        lever=lever,
        by_role=not lever.endswith(("_offset", "_variant")),
        distribution=distribution,
        name=word,
        reason=word,
        status="illustrative",
        origin="test",
        locator="typed",
    )


def uncertainty(correlation: Any = (), correlated: Any = (), **inputs: Any) -> Uncertainty:
    rows = tuple(uncertain(name, distribution) for name, distribution in inputs.items())
    return Uncertainty(
        id="test",
        title=ground.text("test"),
        draws=10_000,
        seed=1,
        inputs=rows,
        correlated=correlated,
        correlation=correlation,
    )


MACRO = uncertainty(
    PAIR,
    ("growth_offset", "inflation_offset"),
    growth_offset=TwoPiece(0.006, 0.004),
    inflation_offset=TwoPiece(0.01, 0.02),
    take_up=Beta(0.8, 0.05),
)


def test_variants_are_drawn_as_often_as_stated() -> None:
    draws = Draws(uncertainty(population_variant=Variants(0.28)), 10_000, 1)
    for stand, least, most in ((0.0, -1.0, 1.0), (1.0, 0.0, 1.0)):
        found = settings(ground.scenario(), {"population_variant": stand}, draws).levers["population_variant"]
        assert set(np.unique(found)) == set(np.arange(least, most + 1.0))
        assert np.mean(found == stand - 1.0) == pytest.approx(0.28, abs=0.015)


def test_a_product_of_lognormals_is_lognormal() -> None:
    """Cost share = benefit * prevalence * (what is fixed); the logarithms add, so every quantile is known."""
    spread = uncertainty(benefit=Lognormal(0.1), prevalence=Lognormal(0.2))
    got = fan(simulate(MODEL, TAPE, {}, Draws(spread, 60_000, 3), ["cost_gdp"]), "cost_gdp")
    sigma = math.hypot(0.1, 0.2)
    for at, probability in enumerate(PROBABILITIES):
        for year in (0, 5, 15):
            expected = got.central[year] * math.exp(sigma * stats.norm.ppf(probability))
            assert got.quantiles[year][at] == pytest.approx(expected, rel=0.02)
            assert abs(got.quantiles[year][at] - expected) < 5.0 * got.errors[year][at]


def test_the_draws_go_through_the_same_kernel() -> None:
    """Each draw is what the model gives for that setting of the levers, to the last bit."""
    draws = Draws(MACRO, 200, 5)
    got = simulate(MODEL, TAPE, {"grant.coverage": 0.3}, draws, ["cost_lak", "cost_usd"])
    drawn = settings(MODEL, {"grant.coverage": 0.3}, draws).levers
    for row in (0, 77, 199):
        levers = {name: float(value[row]) if hasattr(value, "shape") else value for name, value in drawn.items()}
        alone = project(MODEL, INPUTS, levers)
        for name in got.results:
            assert tuple(map(float, got.results[name][:, row])) == alone.results[name]
    assert got.central["cost_lak"] == project(MODEL, INPUTS, {"grant.coverage": 0.3}).results["cost_lak"]


def test_batches_do_not_change_a_bit() -> None:
    draws = Draws(MACRO, 1_000, 5)
    whole = simulate(MODEL, TAPE, {}, draws, ["cost_usd"]).results["cost_usd"]
    assert np.array_equal(simulate(MODEL, TAPE, {}, draws, ["cost_usd"], batch=77).results["cost_usd"], whole)


def test_a_seed_makes_the_same_draws_and_another_seed_others() -> None:
    def of(seed: int) -> np.ndarray:
        return simulate(MODEL, TAPE, {}, Draws(MACRO, 500, seed), ["cost_lak"]).results["cost_lak"]

    assert np.array_equal(of(1), of(1))
    assert not np.array_equal(of(1), of(2))


def test_the_stated_correlation_is_drawn() -> None:
    draws = Draws(MACRO, 50_000, 9)
    scores = [draws.scores(name) for name in ("growth_offset", "inflation_offset", "grant.take_up")]
    found = np.corrcoef(scores)
    assert found[0, 1] == pytest.approx(-0.6, abs=0.015)
    assert abs(found[0, 2]) < 0.02
    assert [score.mean() for score in scores] == pytest.approx([0, 0, 0], abs=0.02)
    assert [score.std() for score in scores] == pytest.approx([1, 1, 1], abs=0.02)


def test_another_programme_leaves_the_other_draws_as_they_are() -> None:
    """Common random numbers: a scenario with more programmes meets the same economy and the same take-up."""
    more = ground.scenario(*MODEL.programmes, ground.programme("other", optional=("take_up",)))
    one, two = (settings(model, {}, Draws(MACRO, 300, 4)).levers for model in (MODEL, more))
    for name in ("growth_offset", "inflation_offset", "grant.take_up"):
        assert np.array_equal(one[name], two[name])
    assert not np.array_equal(two["grant.take_up"], two["other.take_up"])


def test_the_difference_of_two_scenarios_is_taken_draw_by_draw() -> None:
    """A benefit tied to income costs a share of GDP that no growth or price can move, and no chance either."""
    draws = Draws(uncertainty(growth_offset=TwoPiece(0.01, 0.01)), 500, 2)
    low = simulate(MODEL, TAPE, {"grant.coverage": 0.2}, draws, ["cost_gdp", "cost_lak"])
    high = simulate(MODEL, TAPE, {"grant.coverage": 0.4}, draws, ["cost_gdp"])
    between = fan(difference(high, low), "cost_gdp")
    assert np.ptp(high.results["cost_gdp"][10]) < 1e-15
    assert between.quantiles[10] == pytest.approx((between.central[10],) * 7, rel=1e-12)
    with pytest.raises(InvalidInput, match="same years, seed"):
        difference(high, simulate(MODEL, TAPE, {}, Draws(MACRO, 500, 3), ["cost_gdp"]))


def test_draws_beyond_a_levers_range_stand_at_its_end_and_are_counted() -> None:
    """Growth may be moved by three points: with a spread of three, one draw in six lies beyond on each side."""
    wide = uncertainty(growth_offset=TwoPiece(0.03, 0.03))
    found = settings(MODEL, {}, Draws(wide, 20_000, 1))
    assert found.clipped["growth_offset"] == pytest.approx(2 * stats.norm.cdf(-1.0), abs=0.01)
    assert (found.levers["growth_offset"].min(), found.levers["growth_offset"].max()) == (-0.03, 0.03)
    assert simulate(MODEL, TAPE, {}, Draws(wide, 20_000, 1), ["cost_lak"]).clipped == found.clipped


@given(st.floats(0.001, 0.05), st.floats(0.001, 0.05))
def test_two_pieces_keep_the_centre_in_the_middle(down: float, up: float) -> None:
    values = TwoPiece(down, up).values(np.array([-1.0, 0.0, 2.0]), 0.5, True)
    assert values == pytest.approx([0.5 - down, 0.5, 0.5 + 2 * up], rel=1e-12)


@given(st.floats(0.05, 0.95), st.floats(0.01, 0.3))
def test_beta_has_the_mean_and_spread_it_is_given(mean: float, sd: float) -> None:
    z = stats.norm.ppf((np.arange(20_000) + 0.5) / 20_000)
    values = Beta(0.5, sd).values(z, mean, True)
    kept = min(sd, math.sqrt(mean * (1 - mean)) / 2)
    assert values.mean() == pytest.approx(mean, abs=2e-4)
    assert values.std() == pytest.approx(kept, abs=1e-3)
    assert values.min() >= 0.0 and values.max() <= 1.0


def test_beta_of_a_lever_left_alone_takes_its_own_mean_and_certainty_stays_certain() -> None:
    assert Beta(0.8, 0.1).values(np.zeros(1), 1.0, False)[0] == pytest.approx(stats.beta.median(12, 3), abs=1e-5)
    assert Beta(0.8, 0.1).values(np.array([-2.0, 2.0]), 1.0, True).tolist() == [1.0, 1.0]


def test_the_standard_error_is_the_scatter_over_many_seeds() -> None:
    rows = np.random.default_rng(8).lognormal(0.0, 0.5, (300, 2_000))
    fans = fan(Simulation(tuple(range(300)), 0, 2_000, {"x": rows}, {"x": (0.0,) * 300}, {}), "x")
    scatter, stated = np.std(fans.quantiles, axis=0), np.mean(fans.errors, axis=0)
    assert stated == pytest.approx(scatter, rel=0.15)


def test_quantiles_are_those_of_numpy() -> None:
    rows = np.random.default_rng(2).random((3, 777))
    got = fan(Simulation((1, 2, 3), 0, 777, {"x": rows}, {"x": (0.0, 0.0, 0.0)}, {}), "x")
    assert pytest.approx(np.quantile(rows, PROBABILITIES, axis=1), rel=1e-12) == np.array(got.quantiles).T


def test_contradictions_are_refused() -> None:
    three = ((1.0, 0.9, -0.9), (0.9, 1.0, 0.9), (-0.9, 0.9, 1.0))
    offsets = {name: TwoPiece(0.01, 0.01) for name in ("growth_offset", "inflation_offset", "revenue_offset")}
    with pytest.raises(BadScenario, match="contradict each other"):
        uncertainty(three, tuple(offsets), **offsets)
    with pytest.raises(BadScenario, match="2 x 2, symmetric"):
        uncertainty(((1.0, 0.5), (0.4, 1.0)), ("growth_offset", "inflation_offset"), **offsets)
    with pytest.raises(BadScenario, match="not among its inputs"):
        uncertainty(PAIR, ("growth_offset", "rain"), **offsets)
    with pytest.raises(BadScenario, match="whole numbers only"):
        settings(MODEL, {}, Draws(uncertainty(start_year=Lognormal(0.1)), 200, 1))
    for count, seed in ((10, 1), (2_000_000, 1), (500, -1)):
        with pytest.raises(InvalidInput):
            Draws(MACRO, count, seed)


def test_spreads_and_correlations_of_the_past_by_hand() -> None:
    """Median 3; below it 1 and 2: sqrt((4 + 1) / 2); above it 4 and 9: sqrt((1 + 36) / 2)."""
    assert two_piece_spread([1, 2, 3, 4, 9], 1) == pytest.approx((math.sqrt(2.5), math.sqrt(18.5)))
    assert two_piece_spread([1, 2, 3, 4, 9], 4) == pytest.approx((math.sqrt(2.5) / 2, math.sqrt(18.5) / 2))
    assert score_correlation([1, 2, 3, 4, 50], [10, 20, 30, 40, 41]) == pytest.approx(1.0)
    assert score_correlation([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]) == pytest.approx(-1.0)
    with pytest.raises(InvalidInput):
        two_piece_spread([1, 2, 3], 5)
