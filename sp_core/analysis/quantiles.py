"""Fan: the quantiles of a simulated result year by year, and how exactly the draws know them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sp_core.analysis.draws import Array
from sp_core.analysis.simulation import Simulation

PROBABILITIES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)


@dataclass(frozen=True)
class Fan:
    """Quantiles per year and probability. Pointwise: each year on its own, no single path follows a band's edge.

    `errors` are Monte Carlo standard errors: how far another seed would move a quantile.
    `central` is the scenario's own line, with every uncertain input as the scenario has it.
    """

    name: str
    years: tuple[int, ...]
    probabilities: tuple[float, ...]
    quantiles: tuple[tuple[float, ...], ...]
    errors: tuple[tuple[float, ...], ...]
    central: tuple[float, ...]
    count: int
    seed: int


def fan(simulation: Simulation, name: str, probabilities: tuple[float, ...] = PROBABILITIES) -> Fan:
    """Return the fan of one simulated result."""
    ordered = np.sort(simulation.results[name], axis=1)
    return Fan(
        name=name,
        years=simulation.years,
        probabilities=probabilities,
        quantiles=_rows([quantile(ordered, p) for p in probabilities]),
        errors=_rows([standard_error(ordered, p) for p in probabilities]),
        central=simulation.central[name],
        count=simulation.count,
        seed=simulation.seed,
    )


def quantile(ordered: Array, probability: float) -> Array:
    """Return a quantile of each row of sorted draws, on a straight line between neighbouring draws."""
    place = probability * (ordered.shape[1] - 1)
    below = min(int(place), ordered.shape[1] - 2)
    part = place - below
    between: Array = (1.0 - part) * ordered[:, below] + part * ordered[:, below + 1]
    return between


def standard_error(ordered: Array, probability: float) -> Array:
    """Return the standard error of a quantile without assuming a shape of the distribution.

    The number of draws below the true quantile is binomial with standard deviation
    sqrt(K p (1 - p)); half the distance between the draws that many places up and down is
    the quantile's standard error.
    """
    count = ordered.shape[1]
    reach = math.sqrt(probability * (1.0 - probability) / count)
    low, high = max(probability - reach, 0.0), min(probability + reach, 1.0)
    return (quantile(ordered, high) - quantile(ordered, low)) / 2.0


def _rows(columns: list[Array]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(map(float, row)) for row in np.array(columns).T)
