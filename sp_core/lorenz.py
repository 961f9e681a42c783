"""Lorenz curves of grouped data: the general quadratic and the Beta form, fitted and checked; methods 5.2.

L(p) is the share of welfare of the poorest share p of persons. Parameterisations and checks follow Datt (1998), as
the World Bank's Poverty and Inequality Platform uses them. A failed check is common and always to be shown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sp_core.errors import InvalidInput

Array = NDArray[np.float64]
CHECKED = np.linspace(0.001, 0.999, 999)


@dataclass(frozen=True, slots=True)
class Quadratic:
    """L (1 - L) = a (p^2 - L) + b L (p - 1) + c (p - L)."""

    a: float
    b: float
    c: float

    @property
    def e(self) -> float:
        """Return -(a + b + c + 1)."""
        return -(self.a + self.b + self.c + 1.0)

    @property
    def m(self) -> float:
        """Return b^2 - 4 a: below 0 the curve is part of an ellipse."""
        return self.b**2 - 4.0 * self.a

    @property
    def n(self) -> float:
        """Return 2 b e - 4 c."""
        return 2.0 * self.b * self.e - 4.0 * self.c

    @property
    def discriminant(self) -> float:
        """Return n^2 - 4 m e^2."""
        return self.n**2 - 4.0 * self.m * self.e**2

    @property
    def normal(self) -> bool:
        """Say whether the parameters can be those of a Lorenz curve (Datt 1998, section 4)."""
        if self.discriminant < 0.0 or self.e > 0.0 or self.c < 0.0:
            return False
        if self.m < 0.0:
            return True
        below = 4.0 * self.m * self.e**2 < self.n**2
        return self.m > 0.0 and below and (self.n >= 0.0 or self.m < -self.n / 2.0)

    @property
    def valid(self) -> bool:
        """Say whether it is normal and a + c is at least 0.9."""
        return self.normal and self.a + self.c >= 0.9

    def share(self, p: ArrayLike) -> Array:
        """Return L(p)."""
        at = np.asarray(p, dtype=float)
        return np.asarray(-(self.b * at + self.e + np.sqrt(self._under_root(at))) / 2.0)

    def slope(self, p: ArrayLike) -> Array:
        """Return the first derivative: welfare at p over mean welfare."""
        at = np.asarray(p, dtype=float)
        return np.asarray(-self.b / 2.0 - (2.0 * self.m * at + self.n) / (4.0 * np.sqrt(self._under_root(at))))

    def curvature(self, p: ArrayLike) -> Array:
        """Return the second derivative."""
        return np.asarray(self.discriminant / (8.0 * self._under_root(np.asarray(p, dtype=float)) ** 1.5))

    def _under_root(self, p: Array) -> Array:
        return np.asarray(np.maximum(self.m * p**2 + self.n * p + self.e**2, 0.0))


@dataclass(frozen=True, slots=True)
class BetaCurve:
    """L = p - theta p^gamma (1 - p)^delta."""

    theta: float
    gamma: float
    delta: float

    @property
    def normal(self) -> bool:
        """Say whether the curve passes through both corners and below the diagonal: positive parameters."""
        return min(self.theta, self.gamma, self.delta) > 0.0

    @property
    def valid(self) -> bool:
        """Say whether welfare is not negative and rises, from the poorest thousandth of persons up."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return bool(self.slope(CHECKED[0]) >= 0.0 and np.all(self.curvature(CHECKED) >= 0.0))

    def share(self, p: ArrayLike) -> Array:
        """Return L(p)."""
        at = np.asarray(p, dtype=float)
        return np.asarray(at - self._distance(at))

    def slope(self, p: ArrayLike) -> Array:
        """Return the first derivative, 0 < p < 1: welfare at p over mean welfare."""
        at = np.asarray(p, dtype=float)
        return np.asarray(1.0 - self._distance(at) * (self.gamma / at - self.delta / (1.0 - at)))

    def curvature(self, p: ArrayLike) -> Array:
        """Return the second derivative, 0 < p < 1."""
        at = np.asarray(p, dtype=float)
        rest = 1.0 - at
        ends = self.gamma * (1.0 - self.gamma) / at**2 + self.delta * (1.0 - self.delta) / rest**2
        return np.asarray(self._distance(at) * (ends + 2.0 * self.gamma * self.delta / (at * rest)))

    def _distance(self, p: Array) -> Array:
        return np.asarray(self.theta * p**self.gamma * (1.0 - p) ** self.delta)


Curve = Quadratic | BetaCurve


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted curve, and the sum of squared distances between it and the shares it was fitted to."""

    curve: Curve
    squared_errors: float


def fit_quadratic(people: ArrayLike, welfare: ArrayLike) -> Fit:
    """Return the general quadratic through cumulative shares, by least squares without a constant."""
    p, share = _points(people, welfare)
    columns = np.column_stack([p**2 - share, share * (p - 1.0), p - share])
    return _fit(Quadratic(*_least_squares(columns, share * (1.0 - share))), p, share)


def fit_beta(people: ArrayLike, welfare: ArrayLike) -> Fit:
    """Return the Beta form through cumulative shares, by least squares of its logarithm."""
    p, share = _points(people, welfare)
    if np.any(share >= p):
        raise InvalidInput(
            "welfare: a cumulative share is not below that of the people, the Beta form cannot be fitted"
        )
    columns = np.column_stack([np.ones_like(p), np.log(p), np.log(1.0 - p)])
    logarithm, gamma, delta = _least_squares(columns, np.log(p - share))
    return _fit(BetaCurve(float(np.exp(logarithm)), gamma, delta), p, share)


def _fit(curve: Curve, p: Array, share: Array) -> Fit:
    return Fit(curve, float(np.sum((share - curve.share(p)) ** 2)))


def _points(people: ArrayLike, welfare: ArrayLike) -> tuple[Array, Array]:
    """Return the points between (0, 0) and (1, 1): the forms pass through those two by themselves."""
    p, share = np.asarray(people, dtype=float), np.asarray(welfare, dtype=float)
    if p.shape != share.shape or p.ndim != 1:
        raise InvalidInput(f"people and welfare: {p.size} and {share.size} cumulative shares do not pair")
    if np.any(np.diff(p) <= 0.0) or np.any(np.diff(share) < 0.0):
        raise InvalidInput("people and welfare: cumulative shares must rise")
    if np.any((p < 0.0) | (p > 1.0) | (share < 0.0) | (share > 1.0)):
        raise InvalidInput("people and welfare: cumulative shares lie between 0 and 1")
    inside = (p > 0.0) & (p < 1.0)
    if np.count_nonzero(inside) < 3:
        raise InvalidInput("people and welfare: three parameters need at least three points between 0 and 1")
    return p[inside], share[inside]


def _least_squares(columns: Array, explained: Array) -> tuple[float, float, float]:
    one, two, three = np.linalg.lstsq(columns, explained, rcond=None)[0]
    return float(one), float(two), float(three)
