"""Indexation: lag, frequency, ratchet, prices held constant, and amounts that stay frozen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds, YearMismatch
from sp_core.indexation import constant_prices, frozen_real_value, indexed_path, mixed_change

YEARS = range(2025, 2030)
RATES = st.fixed_dictionaries({year: st.floats(-0.2, 0.5) for year in range(2022, 2041)})


def test_a_lag_reads_the_year_before() -> None:
    changes = {2024: 0.2, 2025: 0.1, 2026: 0.05, 2027: 0.02}
    assert indexed_path(100, changes, range(2025, 2029), lag=1) == pytest.approx([100, 110, 115.5, 117.81])
    assert indexed_path(100, changes, range(2025, 2028), lag=2) == pytest.approx([100, 120, 132])


def test_what_is_not_adjusted_this_year_is_carried_to_the_next_adjustment() -> None:
    changes = {year: 0.1 for year in YEARS}
    assert indexed_path(100, changes, YEARS, every=2) == pytest.approx([100, 100, 121, 121, 146.41])


def test_a_ratchet_holds_in_deflation_and_does_not_claw_back() -> None:
    changes = {2026: -0.02, 2027: 0.03}
    assert indexed_path(100, changes, range(2025, 2028)) == pytest.approx([100, 98, 100.94])
    assert indexed_path(100, changes, range(2025, 2028), ratchet=True) == pytest.approx([100, 100, 103])


def test_no_index_leaves_the_amount_frozen() -> None:
    assert indexed_path(100, None, YEARS).tolist() == [100.0] * 5


@given(RATES, st.integers(0, 3), st.integers(1, 5))
def test_a_ratchet_never_falls_and_never_pays_less(rates: dict[int, float], lag: int, every: int) -> None:
    years = range(2025, 2041)
    held = indexed_path(100, rates, years, lag=lag, every=every, ratchet=True)
    plain = indexed_path(100, rates, years, lag=lag, every=every)
    assert np.all(np.diff(held) >= 0)
    assert np.all(held >= plain * (1 - 1e-12))


@given(RATES, st.integers(1, 5))
def test_less_frequent_adjustment_agrees_in_the_years_of_adjustment(rates: dict[int, float], every: int) -> None:
    years = range(2025, 2041)
    assert indexed_path(100, rates, years, every=every)[::every] == pytest.approx(
        indexed_path(100, rates, years)[::every], rel=1e-12
    )


@given(RATES)
def test_an_amount_indexed_to_prices_keeps_its_value_at_constant_prices(rates: dict[int, float]) -> None:
    years = range(2025, 2041)
    prices = indexed_path(1.0, rates, years)
    real = constant_prices(indexed_path(100, rates, years), prices, prices[:1])
    assert real == pytest.approx(np.full(16, 100.0), rel=1e-12)


def test_scenarios_are_a_leading_axis() -> None:
    path = indexed_path([100.0, 200.0], {2026: np.array([0.1, 0.0]), 2027: 0.5}, range(2025, 2028))
    assert path == pytest.approx(np.array([[100, 110, 165], [200, 200, 300]]))


def test_a_frozen_amount_loses_what_prices_gain() -> None:
    assert 100 * frozen_real_value(0.31) == pytest.approx(76.3358778626)
    assert frozen_real_value(0.31, 0) == 1.0


def test_a_mixed_index_lies_between_prices_and_wages() -> None:
    assert mixed_change(0.10, 0.05, 0.8) == pytest.approx(0.09)


def test_a_year_the_index_lacks_is_named() -> None:
    with pytest.raises(YearMismatch, match="no change of the index for 2027"):
        indexed_path(100, {2026: 0.1}, range(2025, 2028))


def test_holes_in_the_years_are_refused() -> None:
    with pytest.raises(YearMismatch, match="consecutive"):
        indexed_path(100, None, (2025, 2027))


@pytest.mark.parametrize(("rule", "words"), [({"lag": -1}, "lag: -1"), ({"every": 0}, "every: 0")])
def test_a_rule_that_cannot_be_is_named(rule: dict[str, int], words: str) -> None:
    with pytest.raises(OutOfBounds, match=words):
        indexed_path(100, None, YEARS, **rule)


def test_an_index_that_loses_everything_is_refused() -> None:
    with pytest.raises(OutOfBounds, match=r"changes\[2026\]: -1 is not above -1"):
        indexed_path(100, {2026: -1.0}, range(2025, 2027))
