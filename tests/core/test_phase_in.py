"""Phase-in and take-up: ends that are met exactly, paths that never turn back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.phase_in import logistic_phase_in, phase_in, take_up_path

YEARS = np.arange(2020, 2046)
START, SPAN, SHARE = st.integers(2020, 2035), st.integers(0, 10), st.floats(0, 1)


def test_a_fifth_of_the_way_a_year() -> None:
    path = phase_in([2024, 2025, 2026, 2029, 2030, 2031], 2025, 2030, 0.2, 1.0)
    assert path == pytest.approx([0.2, 0.2, 0.36, 0.84, 1.0, 1.0])


def test_equal_years_are_a_step_in_that_year() -> None:
    assert phase_in([2024, 2025, 2026], 2025, 2025).tolist() == [0.0, 1.0, 1.0]
    assert logistic_phase_in([2024, 2025, 2026], 2025, 2025, 8.0).tolist() == [0.0, 1.0, 1.0]


@given(START, SPAN, SHARE, SHARE, st.floats(0.01, 60))
def test_a_phase_in_never_turns_back_and_meets_both_ends(
    start: int, span: int, one: float, other: float, steepness: float
) -> None:
    before, after = sorted((one, other))
    for path in (
        phase_in(YEARS, start, start + span, before, after),
        logistic_phase_in(YEARS, start, start + span, steepness, before, after),
    ):
        assert np.all(np.diff(path) >= -1e-15)
        assert path[0] == pytest.approx(before if span or start > 2020 else after)
        assert path[-1] == pytest.approx(after)


def test_a_steep_registry_is_slower_at_both_ends_and_equal_in_the_middle() -> None:
    line = phase_in([2026, 2030, 2034], 2025, 2035)
    curve = logistic_phase_in([2026, 2030, 2034], 2025, 2035, 10.0)
    assert curve[0] < line[0] and curve[2] > line[2]
    assert curve[1] == pytest.approx(0.5)


def test_a_flat_logistic_is_the_straight_line() -> None:
    assert logistic_phase_in(YEARS, 2025, 2035, 1e-6) == pytest.approx(phase_in(YEARS, 2025, 2035), abs=1e-9)


@given(SHARE, SHARE, st.floats(0, 5))
def test_take_up_moves_from_its_first_to_its_settled_value(first: float, settled: float, speed: float) -> None:
    path = take_up_path(YEARS, 2022, first, settled, speed)
    assert path[:3] == pytest.approx([first] * 3)
    low, high = sorted((first, settled))
    assert np.all((path >= low - 1e-12) & (path <= high + 1e-12))
    assert np.all(np.diff(np.abs(path - settled)) <= 1e-12)


def test_speed_zero_keeps_the_first_take_up() -> None:
    assert take_up_path(2040, 2025, 0.4, 0.9, 0.0) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("words", "years"),
    [("full: 2024 comes before start 2025", (2025, 2024)), ("start: 2025.5 must be a whole year", (2025.5, 2030))],
)
def test_years_that_make_no_phase_in_are_named(words: str, years: tuple[float, float]) -> None:
    with pytest.raises(OutOfBounds, match=words):
        phase_in(2026, *years)
