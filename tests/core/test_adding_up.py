"""Printed parts add up to the printed total, and none is further than a unit from the exact one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sp_core.adding_up import adding_up
from sp_core.errors import InvalidInput


def test_the_unit_that_rounding_loses_goes_to_the_largest_remainder() -> None:
    assert adding_up([0.4, 0.4, 0.4]) == (1.0, 0.0, 0.0)
    assert adding_up([1604.4, 1266.4, 684.3, 1497.9]) == (1605.0, 1266.0, 684.0, 1498.0)
    assert adding_up([0.114, 0.114, 0.114], digits=2) == (0.12, 0.11, 0.11)


def test_parts_follow_a_total_that_was_rounded_before() -> None:
    assert adding_up([1.4, 1.4], total=3.0) == (2.0, 1.0)
    assert adding_up([1.6, 1.6], total=3.0) == (2.0, 1.0)
    assert adding_up([1.0, 1.0], total=1.0) == (1.0, 0.0)
    with pytest.raises(InvalidInput, match="cannot be printed as 9"):
        adding_up([1.0, 1.0], total=9.0)


def test_nothing_stays_nothing() -> None:
    assert adding_up([0.0, 0.5, 0.0, 0.5]) == (0.0, 1.0, 0.0, 0.0)
    assert adding_up([]) == ()


@given(st.lists(st.floats(-1e6, 1e6), max_size=12), st.integers(0, 3))
@example([0.95], 1)  # half a unit: the total is rounded once, as it is written
def test_printed_parts_add_up_and_stay_within_a_unit(parts: list[float], digits: int) -> None:
    printed = adding_up(parts, digits)
    unit = 10.0**-digits
    assert sum(printed) == pytest.approx(round(sum(parts), digits), abs=unit * 1e-3)
    for exact, shown in zip(parts, printed, strict=True):
        assert abs(exact - shown) < unit * (1 + 1e-6)
        assert shown == 0.0 or exact != 0.0
