"""Development partners: three ways of leaving, and what the country takes over."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.donors import PhaseOut, phased_out, takeover
from sp_core.errors import OutOfBounds

YEARS = np.arange(7)


def test_linear_step_and_geometric() -> None:
    assert phased_out(100.0, "linear", 5, YEARS) == pytest.approx([100, 80, 60, 40, 20, 0, 0])
    assert phased_out(100.0, "step", 3, YEARS).tolist() == [100, 100, 100, 0, 0, 0, 0]
    assert phased_out(100.0, "geometric", 0.5, YEARS[:3]).tolist() == [100, 50, 25]


@given(st.floats(0, 1e12), st.sampled_from([("linear", 5.0), ("step", 3.0), ("geometric", 0.7), ("geometric", 0.0)]))
def test_partners_never_pay_more_than_before_and_never_less_than_nothing(
    amount: float, way: tuple[PhaseOut, float]
) -> None:
    path = phased_out(amount, *way, YEARS)
    assert path[0] == amount
    assert np.all(np.diff(path) <= 0) and np.all(path >= 0)


def test_the_takeover_grows_to_one() -> None:
    share = takeover(np.array([0.0, 50.0, 100.0]), np.array([100.0, 50.0, 0.0]))
    assert share.tolist() == [0.0, 0.5, 1.0]
    assert math.isnan(takeover(0.0, 0.0))


@pytest.mark.parametrize(
    ("shape", "parameter", "words"),
    [
        ("linear", 0, "parameter: 0 is not above zero"),
        ("geometric", 1.5, "parameter: 1.5 lies outside 0..1"),
        ("sudden", 1, "none of linear, step, geometric"),
    ],
)
def test_a_way_that_does_not_exist_is_named(shape: PhaseOut, parameter: float, words: str) -> None:
    with pytest.raises(OutOfBounds) as refused:
        phased_out(1.0, shape, parameter, 1)
    assert words in str(refused.value)
