"""How uncertain the inputs are: distributions around a lever's value, and their correlation.

Every distribution is written as a function of a standard normal score z, so that draws
(many scores), a tornado (the scores of 10 % and 90 %) and correlated inputs (correlated
scores) all use one formula.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from scipy import special

from sp_core.errors import BadScenario
from sp_core.lever import Lever
from sp_core.records import Status, Text
from sp_core.scenario import Scenario

BETA_SCORES = np.linspace(-6.0, 6.0, 1201)  # the inverse beta is slow: it is read from a table in z


@dataclass(frozen=True, slots=True)
class TwoPiece:
    """Two half normals joined at the median: centre + down * z below it, centre + up * z above.

    The centre keeps half of the probability on each side. (The two-piece normal of fan
    charts is joined at the mode instead; then the centre would not be the middle.)
    Standard deviations in the lever's unit.
    """

    down: float
    up: float

    def values(self, z: Any, centre: float, moved: bool) -> Any:
        """Return the lever's values at the scores `z`."""
        return centre + np.where(np.less(z, 0.0), self.down, self.up) * z


@dataclass(frozen=True, slots=True)
class Lognormal:
    """centre * exp(sigma * z): a positive amount or rate; its median is the centre."""

    sigma: float

    def values(self, z: Any, centre: float, moved: bool) -> Any:
        """Return the lever's values at the scores `z`."""
        return centre * np.exp(self.sigma * z)


@dataclass(frozen=True, slots=True)
class Beta:
    """A share between 0 and 1 with this mean and standard deviation; a moved lever's value is the mean.

    By moments: nu = mean * (1 - mean) / sd**2 - 1, alpha = mean * nu, beta = (1 - mean) * nu.
    Near 0 and 1 the standard deviation is held to half of the largest one possible.
    """

    mean: float
    sd: float

    def values(self, z: Any, centre: float, moved: bool) -> Any:
        """Return the lever's values at the scores `z`; a mean of 0 or 1 is certain."""
        mean = centre if moved else self.mean
        if not 0.0 < mean < 1.0:
            return mean + 0.0 * z
        sd = min(self.sd, math.sqrt(mean * (1.0 - mean)) / 2.0)
        nu = mean * (1.0 - mean) / sd**2 - 1.0
        return np.interp(z, BETA_SCORES, _beta_table(mean * nu, (1.0 - mean) * nu))


@lru_cache(maxsize=64)
def _beta_table(alpha: float, beta: float) -> Any:
    return special.betaincinv(alpha, beta, special.ndtr(BETA_SCORES))


@dataclass(frozen=True, slots=True)
class Variants:
    """One published variant lower or higher than the lever stands, each with the probability `share`.

    For a lever that chooses among variants and so takes whole numbers only.
    """

    share: float

    def values(self, z: Any, centre: float, moved: bool) -> Any:
        """Return the lever's values at the scores `z`."""
        edge = -special.ndtri(self.share)
        return centre + np.where(np.less(z, -edge), -1.0, np.where(np.greater(z, edge), 1.0, 0.0))


Distribution = TwoPiece | Lognormal | Beta | Variants


@dataclass(frozen=True, slots=True)
class History:
    """The published figures a spread is derived from: yearly values, or their yearly growth, first..last year.

    `averaged` is the number of years over which an average is taken to spread.
    """

    indicator: str
    growth: bool
    first: int
    last: int
    averaged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """One uncertain input: a lever of the assumptions by its id, or a role that levers of programmes play."""

    lever: str
    by_role: bool
    distribution: Distribution
    name: Text
    reason: Text
    status: Status
    origin: str
    locator: str
    history: History | None = None


@dataclass(frozen=True, kw_only=True)
class Uncertainty:
    """All uncertain inputs and the correlation of the scores of some of them (in the order of `correlated`)."""

    id: str
    title: Text
    draws: int
    seed: int
    inputs: tuple[Uncertain, ...]
    correlated: tuple[str, ...]
    correlation: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        _fail_if_not_a_correlation(self)

    def of(self, scenario: Scenario) -> Iterator[tuple[Lever, Uncertain]]:
        """Yield the scenario's uncertain levers in its own order; a whole-number lever can be so by variants only."""
        by_id = {one.lever: one for one in self.inputs if not one.by_role}
        by_role = {one.lever: one for one in self.inputs if one.by_role}
        for lever in scenario.levers:
            one = by_id.get(lever.id) or (by_role.get(lever.role) if lever.programme else None)
            if one is None:
                continue
            if lever.integer and not isinstance(one.distribution, Variants):
                raise BadScenario(f"uncertainty {self.id}: lever {lever.id} takes whole numbers only")
            yield lever, one


def drawn(lever: Lever, one: Uncertain, value: float, z: Any) -> Any:
    """Return the values of one uncertain lever at the scores `z`, not yet held inside its range."""
    return one.distribution.values(z, value, value != lever.default)


def clipped(lever: Lever, values: Any) -> Any:
    """Return the values held inside the lever's range."""
    return np.clip(values, lever.minimum, lever.maximum)


def _fail_if_not_a_correlation(found: Uncertainty) -> None:
    size = len(found.correlated)
    matrix = np.array(found.correlation if size else np.empty((0, 0)))
    known = [one.lever for one in found.inputs]
    if len(set(known)) != len(known):
        raise BadScenario(f"uncertainty {found.id}: an input is listed twice")
    strange = [name for name in found.correlated if name not in known]
    if strange:
        raise BadScenario(f"uncertainty {found.id}: correlated {strange[0]} is not among its inputs")
    if matrix.shape != (size, size) or not np.array_equal(matrix, matrix.T) or not np.all(np.diag(matrix) == 1.0):
        raise BadScenario(
            f"uncertainty {found.id}: the correlation must be {size} x {size}, symmetric, with 1 between equals"
        )
    if size and np.linalg.eigvalsh(matrix)[0] <= 0.0:
        raise BadScenario(f"uncertainty {found.id}: these correlations contradict each other (not positive definite)")
