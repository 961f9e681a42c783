"""Draws: the same random scores for every scenario that is compared.

Each uncertain lever has a stream of its own, named by seed and lever. So adding a
programme leaves all other draws as they are, and two scenarios differ by their policies
only, never by chance (common random numbers).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from sp_core.analysis.uncertainty import Uncertainty, clipped, drawn
from sp_core.errors import InvalidInput
from sp_core.scenario import Scenario

Array = npt.NDArray[np.float64]
FEWEST, MOST = 100, 1_000_000


@dataclass(frozen=True)
class Draws:
    """`count` standard normal scores per uncertain lever, made when first asked for and kept."""

    uncertainty: Uncertainty
    count: int
    seed: int
    _kept: dict[str, Array] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not FEWEST <= self.count <= MOST:
            raise InvalidInput(f"{self.count} draws are outside {FEWEST}..{MOST}")
        if self.seed < 0:
            raise InvalidInput(f"seed {self.seed} is negative")

    def scores(self, lever: str) -> Array:
        """Return the scores of one lever; correlated levers are drawn together."""
        if lever not in self._kept:
            if lever in self.uncertainty.correlated:
                self._kept.update(self._together())
            else:
                self._kept[lever] = self._stream(lever).standard_normal(self.count)
        return self._kept[lever]

    def _together(self) -> dict[str, Array]:
        """Correlated scores: the Cholesky factor of the stated correlation times independent scores."""
        names = self.uncertainty.correlated
        factor = np.linalg.cholesky(np.array(self.uncertainty.correlation))
        plain = np.array([self._stream(name).standard_normal(self.count) for name in names])
        return dict(zip(names, factor @ plain, strict=True))

    def _stream(self, name: str) -> np.random.Generator:
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.seed, zlib.crc32(name.encode())])))


@dataclass(frozen=True)
class Settings:
    """The levers of a scenario with its draws; `clipped` is the share of draws held at an end of the range."""

    levers: Mapping[str, Any]
    clipped: Mapping[str, float]

    @property
    def varying(self) -> tuple[str, ...]:
        """Return the levers that are drawn."""
        return tuple(self.clipped)


def settings(scenario: Scenario, values: Mapping[str, float], draws: Draws) -> Settings:
    """Return every lever, checked: the uncertain ones as arrays around `values`, the others as they stand."""
    levers: dict[str, Any] = dict(scenario.values(values))
    shares: dict[str, float] = {}
    for lever, one in draws.uncertainty.of(scenario):
        free = drawn(lever, one, levers[lever.id], draws.scores(lever.id))
        levers[lever.id] = clipped(lever, free)
        shares[lever.id] = float(np.mean(levers[lever.id] != free))
    return Settings(scenario.values(levers), shares)


def batches(count: int, size: int) -> Sequence[slice]:
    """Return slices that cut `count` draws into pieces of at most `size`."""
    return [slice(start, min(start + size, count)) for start in range(0, count, size)]
