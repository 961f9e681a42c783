"""Division that knows what it does not know, and checks that name field, value and range."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sp_core import ranges
from sp_core.errors import OutOfBounds
from sp_core.ratio import plain, ratio, why_undefined


def test_a_zero_numerator_is_zero_and_a_zero_divisor_is_unknown() -> None:
    assert ratio(0.0, 5.0) == 0.0
    assert math.isnan(ratio(5.0, 0.0)) and math.isnan(ratio(0.0, 0.0))
    assert ratio([1.0, 1.0], [2.0, 0.0])[0] == 0.5


@pytest.mark.parametrize(
    ("part", "whole", "reason"),
    [
        (1.0, 0.0, "zero_whole"),
        (math.nan, 0.0, "zero_whole"),
        (1.0, math.nan, "missing_whole"),
        (math.nan, 2.0, "missing_part"),
        (0.0, 2.0, None),
    ],
)
def test_the_reason_is_given_exactly_where_the_ratio_is_unknown(part: float, whole: float, reason: str | None) -> None:
    assert why_undefined(part, whole) == reason
    assert math.isnan(ratio(part, whole)) == (reason is not None)


def test_a_number_stays_a_number_and_an_array_an_array() -> None:
    assert type(plain(np.float64(2.0))) is float
    assert plain(np.array([2.0])).shape == (1,)


def test_what_is_unknown_passes_every_check() -> None:
    for check in (ranges.fail_unless_a_share, ranges.fail_if_negative, ranges.fail_unless_positive):
        check("field", math.nan)
    ranges.fail_unless_above_minus_one("field", np.array([math.nan, 0.0]))


def test_the_first_value_outside_is_the_one_named() -> None:
    with pytest.raises(OutOfBounds, match=r"^take_up: 1\.2 lies outside 0\.\.1; a percentage was probably not divided"):
        ranges.fail_unless_a_share("take_up", np.array([[0.5, 1.2], [7.0, 0.1]]))
    with pytest.raises(OutOfBounds, match=r"^take_up: -0\.5 lies outside 0\.\.1$"):
        ranges.fail_unless_a_share("take_up", -0.5)
