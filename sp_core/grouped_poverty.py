"""Poverty and inequality read off a Lorenz curve, its mean and a line; methods 5.2 and 5.3.

Mean and line are welfare per head in one unit, year and set of prices. Severity is integrated numerically: the
closed form of the Beta curve does not exist for all of its parameters.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import beta as beta_function
from scipy.special import ndtr, ndtri

from sp_core.errors import InvalidInput, OutOfBounds
from sp_core.lorenz import BetaCurve, Curve, Fit, fit_beta, fit_quadratic
from sp_core.poverty import Poverty
from sp_core.ranges import fail_unless_between, fail_unless_positive

Array = NDArray[np.float64]
LEAST, MOST = 1e-12, 1.0 - 1e-12
SAFE = (0.001, 0.98)  # shares of people between whose welfare a line may lie


@dataclass(frozen=True, slots=True)
class GroupedPoverty:
    """Poverty of a fitted distribution, and by how many percent it moves.

    The first three elasticities are for one percent more of everybody's welfare, the last for one percent more Gini.
    """

    poverty: Poverty
    headcount_elasticity: float
    gap_elasticity: float
    severity_elasticity: float
    gap_elasticity_of_gini: float


def headcount(curve: Curve, mean: float, line: float) -> float:
    """Return the share of people below the line: where the curve's slope is line / mean."""
    fail_unless_positive("mean", mean)
    fail_unless_positive("line", line)
    wanted = line / mean
    if wanted <= curve.slope(LEAST):
        return 0.0
    if wanted >= curve.slope(MOST):
        return 1.0
    return float(brentq(lambda p: float(curve.slope(p)) - wanted, LEAST, MOST, xtol=1e-15, rtol=1e-14))


def poverty_below(curve: Curve, mean: float, line: float) -> GroupedPoverty:
    """Return headcount, gap and severity of a curve, and their elasticities; nobody poor leaves those NaN."""
    poor, scale = headcount(curve, mean, line), mean / line
    if poor == 0.0:
        return GroupedPoverty(Poverty(0.0, 0.0, 0.0), *[math.nan] * 4)
    gap = poor - scale * float(curve.share(poor))
    severity = _integral(lambda p: (1.0 - scale * float(curve.slope(p))) ** 2, poor)
    steep = float(curve.curvature(min(poor, MOST)))
    return GroupedPoverty(
        poverty=Poverty(poor, gap, severity),
        headcount_elasticity=-1.0 / (scale * poor * steep),
        gap_elasticity=1.0 - poor / gap,
        severity_elasticity=2.0 * (1.0 - gap / severity),
        gap_elasticity_of_gini=1.0 + (scale - 1.0) * poor / gap,
    )


def gini_of(curve: Curve) -> float:
    """Return the Gini coefficient of a curve."""
    if isinstance(curve, BetaCurve):
        return float(2.0 * curve.theta * beta_function(1.0 + curve.gamma, 1.0 + curve.delta))
    return 1.0 - 2.0 * _integral(lambda p: float(curve.share(p)), 1.0)


def mean_log_deviation_of(curve: Curve) -> float:
    """Return the mean log deviation of a curve; NaN where the poorest have nothing or less.

    The richest thousandth is left out, as in published figures: no curve is known to hold there.
    """
    if curve.slope(LEAST) <= 0.0:
        return math.nan
    return -_integral(lambda p: math.log(float(curve.slope(p))), 0.999)


def quantile_means(curve: Curve, mean: float, groups: int) -> Array:
    """Return mean welfare of `groups` groups of equally many people, poorest first; their mean is `mean`."""
    fail_unless_positive("mean", mean)
    if groups < 1:
        raise OutOfBounds(f"groups: {groups} must be 1 or more")
    inner = curve.share(np.arange(1, groups) / groups)
    return np.asarray(mean * groups * np.diff(np.concatenate([[0.0], inner, [1.0]])))


def welfare_at(curve: Curve, mean: float, people: float) -> float:
    """Return welfare at the share `people` from below: the median at 0.5, a derived line at its headcount.

    A line derived in this way belongs to this distribution and is marked derived.
    """
    fail_unless_positive("mean", mean)
    fail_unless_between("people", people, LEAST, MOST)
    return mean * float(curve.slope(people))


def line_is_safe(curve: Curve, mean: float, line: float) -> bool:
    """Say whether the line lies where the curve is supported: between the poorest 0.1 and 98 percent."""
    low, high = (welfare_at(curve, mean, people) for people in SAFE)
    return low <= line <= high


def chosen(people: ArrayLike, welfare: ArrayLike, mean: float, line: float) -> Fit:
    """Return the curve to be used: normal and valid, of two such the one closer to the points below the line.

    Raises InvalidInput when neither form gives a Lorenz curve: nothing is extrapolated.
    """
    fits = [fit for fit in (fit_quadratic(people, welfare), fit_beta(people, welfare)) if _usable(fit)]
    if not fits:
        raise InvalidInput("neither the general quadratic nor the Beta form is a valid Lorenz curve for these shares")
    return min(fits, key=lambda fit: _error_among_the_poor(fit, people, welfare, mean, line))


def lognormal(mean: float, gini: float, line: float) -> tuple[float, Poverty]:
    """Return sigma and poverty of a lognormal distribution: a fallback where only mean and Gini are known.

    sigma = sqrt(2) * ndtri((1 + gini) / 2);  d = (ln line - ln mean + sigma^2 / 2) / sigma
    """
    fail_unless_positive("mean", mean)
    fail_unless_positive("line", line)
    fail_unless_between("gini", gini, 1e-9, 1.0 - 1e-9)
    sigma, scale = math.sqrt(2.0) * float(ndtri((1.0 + gini) / 2.0)), mean / line
    d = (math.log(line / mean) + sigma**2 / 2.0) / sigma
    below, held, squared = (float(ndtr(d - k * sigma)) for k in range(3))
    severity = below - 2.0 * scale * held + scale**2 * math.exp(sigma**2) * squared
    return sigma, Poverty(below, below - scale * held, severity)


def _usable(fit: Fit) -> bool:
    return fit.curve.normal and fit.curve.valid


def _error_among_the_poor(fit: Fit, people: ArrayLike, welfare: ArrayLike, mean: float, line: float) -> float:
    p, share = np.asarray(people, dtype=float), np.asarray(welfare, dtype=float)
    seen = (p > 0.0) & (p < 1.0) & (p <= max(headcount(fit.curve, mean, line), np.min(p)))
    return float(np.sum((share[seen] - fit.curve.share(p[seen])) ** 2))


def _integral(function: Callable[[float], float], upper: float) -> float:
    """Integrate from 0; the square in the variable takes the edge off curves that are steep at 0."""

    def stretched(u: float) -> float:
        return function(u * u) * 2.0 * u

    return float(quad(stretched, 0.0, math.sqrt(upper), epsabs=1e-13, epsrel=1e-12, limit=400)[0])
