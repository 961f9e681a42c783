"""Lorenz curves: refits of published data, checks that fail, and what is read off a curve against other ways."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_core import grouped_poverty
from sp_core.errors import InvalidInput, OutOfBounds
from sp_core.grouped_poverty import chosen, gini_of, headcount, line_is_safe, poverty_below, quantile_means, welfare_at
from sp_core.lorenz import BetaCurve, Curve, Quadratic, fit_beta, fit_quadratic
from sp_core.poverty import gini, poverty
from tests.golden.rows import parse, read_folder

VECTORS = Path(__file__).resolve().parents[1] / "golden" / "vectors"
DATT = parse(next(row for row in read_folder(VECTORS) if row.case == "datt_rural_india_1983_gq"))
PEOPLE, WELFARE = DATT["p"], DATT["L"]
CURVES: dict[str, Curve] = {
    "quadratic": fit_quadratic(PEOPLE, WELFARE).curve,
    "beta": fit_beta(PEOPLE, WELFARE).curve,
}
# World Bank wbpip, its own test of the quadratic form
WBPIP = Quadratic(0.795981535745657, -1.4445933880119242, 0.14728191995919815)


def closed_form_headcount(curve: Quadratic, mean: float, line: float) -> float:
    """Datt (1998): -[n + r (b + 2 z/mu) / sqrt((b + 2 z/mu)^2 - m)] / 2 m."""
    slope = curve.b + 2 * line / mean
    root = math.sqrt(curve.discriminant)
    return -(curve.n + root * slope / math.sqrt(slope**2 - curve.m)) / (2 * curve.m)


def closed_form_severity(curve: Quadratic, mean: float, line: float) -> float:
    """Datt (1998), with s1 = (r - n) / 2 m and s2 = -(r + n) / 2 m."""
    found, root, scale = poverty_below(curve, mean, line).poverty, math.sqrt(curve.discriminant), mean / line
    one, two = (root - curve.n) / (2 * curve.m), -(root + curve.n) / (2 * curve.m)
    poor = found.headcount
    logarithm = math.log((1 - poor / one) / (1 - poor / two))
    inner = curve.a * poor + curve.b * float(curve.share(poor)) - root / 16 * logarithm
    return float(2 * found.gap - poor - scale**2 * inner)


@pytest.mark.parametrize("line", [30.0, 57.791666666666664, 90.0])
def test_searched_and_integrated_results_are_the_closed_forms(line: float) -> None:
    mean = 51.5660557757944
    found = poverty_below(WBPIP, mean, line).poverty
    assert found.headcount == pytest.approx(closed_form_headcount(WBPIP, mean, line), rel=1e-9)
    assert found.severity == pytest.approx(closed_form_severity(WBPIP, mean, line), rel=1e-8)


@pytest.mark.parametrize("curve", CURVES.values(), ids=CURVES.keys())
def test_a_curve_read_as_many_people_gives_the_same_poverty_and_gini(curve: Curve) -> None:
    means = quantile_means(curve, 109.9, 20_000)
    assert np.mean(means) == pytest.approx(109.9)
    people, curved = poverty(means, 1.0, 89.0), poverty_below(curve, 109.9, 89.0).poverty
    assert people.headcount == pytest.approx(curved.headcount, abs=1e-4)
    assert (people.gap, people.severity) == pytest.approx((curved.gap, curved.severity), rel=1e-4)
    assert gini(means, 1.0) == pytest.approx(gini_of(curve), abs=2e-3)


@pytest.mark.parametrize("curve", CURVES.values(), ids=CURVES.keys())
def test_derivatives_are_those_of_the_curve(curve: Curve) -> None:
    p, step = np.linspace(0.05, 0.95, 19), 1e-5
    slope = (curve.share(p + step) - curve.share(p - step)) / (2 * step)
    assert curve.slope(p) == pytest.approx(slope, rel=1e-6)
    assert curve.curvature(p) == pytest.approx((curve.slope(p + step) - curve.slope(p - step)) / (2 * step), rel=1e-5)


@pytest.mark.parametrize("curve", CURVES.values(), ids=CURVES.keys())
def test_elasticities_are_what_a_small_growth_does(curve: Curve) -> None:
    found, step = poverty_below(curve, 109.9, 89.0), 1e-5
    up, down = (poverty_below(curve, 109.9 * (1 + way * step), 89.0).poverty for way in (1, -1))
    for name in ("headcount", "gap", "severity"):
        moved = (getattr(up, name) - getattr(down, name)) / (2 * step) / getattr(found.poverty, name)
        assert getattr(found, f"{name}_elasticity") == pytest.approx(moved, rel=1e-4)


@given(st.floats(0.02, 0.97), st.sampled_from(sorted(CURVES)))
def test_a_line_derived_from_a_headcount_gives_it_back(people: float, name: str) -> None:
    line = welfare_at(CURVES[name], 109.9, people)
    assert headcount(CURVES[name], 109.9, line) == pytest.approx(people, abs=1e-9)


def test_below_the_poorest_nobody_is_poor_and_far_above_everybody() -> None:
    low = poverty_below(WBPIP, 50.0, 1.0)
    assert low.poverty.headcount == 0.0 and math.isnan(low.gap_elasticity)
    assert headcount(WBPIP, 50.0, 1e9) == 1.0


def test_a_line_outside_the_data_is_not_safe() -> None:
    curve = CURVES["quadratic"]
    assert line_is_safe(curve, 109.9, 89.0)
    assert not line_is_safe(curve, 109.9, 5.0) and not line_is_safe(curve, 109.9, 5000.0)


def test_the_curve_closer_to_the_poor_is_chosen() -> None:
    assert isinstance(chosen(PEOPLE, WELFARE, 109.9, 89.0).curve, Quadratic)


def test_shares_that_no_form_fits_are_refused() -> None:
    with pytest.raises(InvalidInput, match="neither"):
        chosen([0.2, 0.4, 0.6, 0.8, 1.0], [0.15, 0.16, 0.17, 0.75, 1.0], 1.0, 0.5)


@pytest.mark.parametrize(
    ("curve", "normal", "valid"),
    [
        (Quadratic(0.5, -1.4, 0.2), True, False),
        (Quadratic(0.9, -1.45, -0.1), False, False),
        (Quadratic(-3.0, -1.45, 0.1), False, False),
        (Quadratic(0.6, -2.0, 0.5), False, False),
        (Quadratic(0.5, -1.45, 0.41), True, True),
        (BetaCurve(0.56, 0.93, 0.58), True, True),
        (BetaCurve(0.56, 0.3, 0.58), True, False),
        (BetaCurve(-0.1, 0.9, 0.5), False, False),
    ],
)
def test_parameters_that_make_no_lorenz_curve_are_told(curve: Curve, normal: bool, valid: bool) -> None:
    assert (curve.normal, curve.valid) == (normal, valid)


@pytest.mark.parametrize(
    ("people", "welfare", "words"),
    [
        ([0.5, 1.0], [0.2], "do not pair"),
        ([0.5, 0.4, 0.6, 1.0], [0.1, 0.2, 0.3, 1.0], "must rise"),
        ([0.5, 1.0], [0.2, 1.0], "at least three points"),
        ([0.2, 0.5, 20.0], [0.1, 0.2, 0.3], "between 0 and 1"),
    ],
)
def test_shares_that_cannot_be_fitted_are_named(people: list[float], welfare: list[float], words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        fit_quadratic(people, welfare)


@given(st.floats(0.05, 0.9), st.floats(0.1, 5))
def test_the_lognormal_s_gini_is_the_one_given(wanted: float, line: float) -> None:
    sigma, found = grouped_poverty.lognormal(1.0, wanted, line)
    assert math.erf(sigma / 2) == pytest.approx(wanted, rel=1e-9)
    assert 0 <= found.severity <= found.gap <= found.headcount <= 1


def test_a_gini_of_one_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="gini: 1 lies outside"):
        grouped_poverty.lognormal(1.0, 1.0, 1.0)
