"""Spreads and correlations from past yearly figures."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from sp_core.errors import InvalidInput

FEWEST = 5


def two_piece_spread(values: Sequence[float], averaged: int) -> tuple[float, float]:
    """Return the spread below and above the median of yearly values, for an average over `averaged` years.

        down = sqrt(mean((value - median)**2 of those below)) / sqrt(averaged); up likewise

    An offset that holds in every year is a statement about an average, and an average of
    independent years spreads less than one year. Raises InvalidInput below five values.
    """
    if len(values) < FEWEST:
        raise InvalidInput(f"{len(values)} yearly values are fewer than {FEWEST}, too few for a spread")
    around = np.asarray(values, dtype=float) - np.median(values)
    pieces = (around[around < 0.0], around[around > 0.0])
    down, up = (math.sqrt(float(np.mean(piece**2)) / averaged) if piece.size else 0.0 for piece in pieces)
    return down, up


def score_correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the correlation of normal scores that gives the rank correlation of two series.

    rank correlation r -> 2 sin(pi r / 6). Ranks, because a few violent years would
    otherwise decide everything. Equal values are not expected.
    """
    if len(one) != len(other) or len(one) < FEWEST:
        raise InvalidInput(f"{len(one)} and {len(other)} values make no correlation")
    ranks = np.corrcoef(np.argsort(np.argsort(one)), np.argsort(np.argsort(other)))[0, 1]
    return 2.0 * math.sin(math.pi * float(ranks) / 6.0)
