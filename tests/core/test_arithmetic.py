"""The functions of the traced model agree for floats and arrays."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.arithmetic import clip, exp, maximum, minimum, power, select_less, total

finite = st.floats(-1e12, 1e12)


@given(finite, finite)
def test_minimum_and_maximum_pick_one_of_the_two(a: float, b: float) -> None:
    assert {minimum(a, b), maximum(a, b)} == {a, b}
    assert minimum(a, b) <= maximum(a, b)


@given(finite, finite, finite, finite)
def test_arrays_give_the_same_bits_as_floats(a: float, b: float, x: float, y: float) -> None:
    first, second = np.array([a]), np.array([b])
    for one in (minimum, maximum):
        assert float(one(first, second)[0]).hex() == float(one(a, b)).hex()
        assert float(one(first, b)[0]).hex() == float(one(a, b)).hex()
    assert float(select_less(first, b, x, y)[0]).hex() == select_less(a, b, x, y).hex()


@given(st.lists(finite, max_size=30))
def test_a_total_is_added_from_left_to_right(values: list[float]) -> None:
    expected = 0.0
    for number, value in enumerate(values):
        expected = value if number == 0 else expected + value
    assert total(values) == expected
    assert total(np.array([value]) for value in values) == pytest.approx(expected, rel=0, abs=0)


def test_a_total_does_not_compensate_rounding() -> None:
    assert total([1e16, 1.0, -1e16]) == 0.0


def test_nothing_to_add_gives_zero() -> None:
    assert total([]) == 0.0


@given(finite)
def test_clip_stays_inside(value: float) -> None:
    assert 0.0 <= clip(value, 0.0, 1.0) <= 1.0
    assert clip(clip(value, 0.0, 1.0), 0.0, 1.0) == clip(value, 0.0, 1.0)


def test_at_a_tie_the_second_number_is_returned() -> None:
    assert math.copysign(1.0, minimum(0.0, -0.0)) == -1.0
    assert math.copysign(1.0, float(minimum(np.array([0.0]), -0.0)[0])) == -1.0


@given(st.floats(1e-3, 1e3), st.floats(-5, 5))
def test_power_and_exp_agree_within_rounding(base: float, exponent: float) -> None:
    assert float(power(np.array([base]), exponent)[0]) == pytest.approx(power(base, exponent), rel=1e-12)
    assert float(exp(np.array([exponent]))[0]) == pytest.approx(exp(exponent), rel=1e-12)
