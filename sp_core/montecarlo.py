"""Random paths for macro series: correlated between series, persistent from year to year; methods (7.2).

The generator is handed in (`numpy.random.Generator(PCG64(seed))`), so the same seed gives the same paths to every
scenario that is compared. Draws of a scenario's levers are in sp_core.analysis.draws.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative, fail_unless_between

Array = NDArray[np.float64]


def correlated_scores(random: np.random.Generator, correlation: ArrayLike, draws: int, years: int) -> Array:
    """Return standard normal scores (draws, years, series) with the stated correlation between series.

    The Cholesky factor of the correlation times independent scores; it must be positive definite.
    """
    matrix = np.asarray(correlation, dtype=float)
    if not np.allclose(matrix, matrix.T) or not np.allclose(np.diag(matrix), 1.0):
        raise OutOfBounds("correlation: must be symmetric with ones on its diagonal")
    try:
        factor = np.linalg.cholesky(matrix)
    except np.linalg.LinAlgError:
        raise OutOfBounds("correlation: the stated correlations contradict each other") from None
    return np.asarray(random.standard_normal((draws, years, len(matrix))) @ factor.T)


def persistent(scores: Array, persistence: ArrayLike, deviation: ArrayLike) -> Array:
    """Return deviations (draws, years, series) that fade by `persistence` and spread by `deviation` in every year.

        x[0] = deviation * score[0];  x[t] = persistence * x[t-1] + sqrt(1 - persistence^2) * deviation * score[t]

    `persistence` (0 to below 1) and `deviation` (0 or more, unit of the series) are numbers or one per series.
    """
    fade, spread = np.asarray(persistence, dtype=float), np.asarray(deviation, dtype=float)
    fail_unless_between("persistence", fade, 0.0, math.nextafter(1.0, 0.0))
    fail_if_negative("deviation", spread)
    paths = np.empty_like(scores)
    paths[:, 0] = spread * scores[:, 0]
    for year in range(1, scores.shape[1]):
        paths[:, year] = fade * paths[:, year - 1] + np.sqrt(1.0 - fade**2) * spread * scores[:, year]
    return paths
