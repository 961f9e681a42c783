"""Shocks: fading deviations, a lasting loss of level, revenue, and what the exchange rate does to fixed amounts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core.errors import OutOfBounds
from sp_core.shocks import change_in_dollars, deviation, gdp_path, revenue, with_pass_through


def test_the_worked_growth_shock() -> None:
    shocked = gdp_path(100.0, 0.04, 0.03, 3, deviation(-0.06, 0.5, 3))
    assert shocked == pytest.approx([100, 100.94, 105.007882, 110.8620714215])
    assert gdp_path(100.0, 0.04, 0.03, 3) == pytest.approx([100, 107.12, 114.746944, 122.9169264])


def test_a_shock_fades_from_its_onset() -> None:
    assert deviation(-0.06, 0.5, 4, onset=2).tolist() == [0, 0, -0.06, -0.03, -0.015]
    assert deviation(-0.06, 0.0, 2).tolist() == [0, -0.06, 0]


@given(st.floats(-0.2, -0.001), st.floats(0, 1), st.integers(1, 15))
def test_the_loss_of_level_is_permanent(size: float, persistence: float, years: int) -> None:
    lost = gdp_path(1.0, 0.03, 0.05, years, deviation(size, persistence, years)) / gdp_path(1.0, 0.03, 0.05, years)
    assert lost[0] == 1.0
    assert np.all(lost[1:] < 1.0) and np.all(np.diff(lost) <= 1e-12)


def test_scenarios_are_a_leading_axis() -> None:
    path = gdp_path(100.0, np.array([0.0, 0.1]), 0.0, 2, deviation(np.array([0.0, -0.1]), 0.0, 2))
    assert path == pytest.approx(np.array([[100, 100, 100], [100, 100, 110]]))


def test_revenue_follows_gdp_by_its_buoyancy() -> None:
    assert revenue(110.0, 100.0, 15.0) == pytest.approx(16.5)
    assert revenue(110.0, 100.0, 15.0, buoyancy=0.8) == pytest.approx(16.2)


def test_a_kip_amount_halves_in_dollars_when_the_rate_doubles() -> None:
    assert change_in_dollars(10_000, 20_000) == -0.5


def test_pass_through_moves_a_price_by_part_of_the_depreciation() -> None:
    assert with_pass_through(100.0, 0.5, 0.4) == pytest.approx(120.0)


def test_a_shock_that_leaves_no_economy_is_refused() -> None:
    with pytest.raises(OutOfBounds, match=r"growth \+ shock: -1\.2"):
        gdp_path(100.0, 0.0, 0.0, 1, deviation(-1.2, 0.0, 1))
    with pytest.raises(OutOfBounds, match="onset: year 0"):
        deviation(-0.1, 0.0, 1, onset=0)
