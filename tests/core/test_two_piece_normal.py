"""The two-piece normal: worked example, quantile against probability, a density that adds up."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.two_piece_normal import mean, probability_below, probability_below_mode, quantile

SPREAD = st.floats(0.01, 100)
MODE, PROBABILITY = st.floats(-50, 50), st.floats(0.001, 0.999)


def test_the_worked_example_leans_down() -> None:
    assert mean(4.0, 1.5, 0.75) == pytest.approx(3.4016, abs=5e-5)
    assert probability_below_mode(1.5, 0.75) == pytest.approx(2 / 3)


@given(PROBABILITY, MODE, SPREAD, SPREAD)
def test_quantile_and_probability_undo_each_other(p: float, mode: float, left: float, right: float) -> None:
    assert probability_below(quantile(p, mode, left, right), mode, left, right) == pytest.approx(p, abs=1e-9)


@given(MODE, SPREAD, SPREAD)
def test_quantiles_rise(mode: float, left: float, right: float) -> None:
    assert np.all(np.diff(quantile(np.linspace(0.01, 0.99, 99), mode, left, right)) > 0)


@given(MODE, SPREAD)
def test_equal_spreads_give_the_normal_distribution(mode: float, spread: float) -> None:
    assert quantile(0.975, mode, spread, spread) == pytest.approx(mode + 1.959963984540054 * spread)
    assert mean(mode, spread, spread) == mode


def test_the_mean_of_many_quantiles_is_the_mean() -> None:
    p = (np.arange(200_000) + 0.5) / 200_000
    assert np.mean(quantile(p, 4.0, 1.5, 0.75)) == pytest.approx(mean(4.0, 1.5, 0.75), abs=1e-4)


@pytest.mark.parametrize("p", [0.0, 1.0, math.inf])
def test_there_is_no_certain_end(p: float) -> None:
    with pytest.raises(OutOfBounds, match="probability"):
        quantile(p, 0.0, 1.0, 1.0)


def test_a_spread_must_be_positive() -> None:
    with pytest.raises(OutOfBounds, match="left: 0 is not above zero"):
        mean(0.0, 0.0, 1.0)
