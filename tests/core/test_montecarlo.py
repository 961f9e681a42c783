"""Random macro paths against what is known of them in closed form, within their own sampling error."""

from __future__ import annotations

import numpy as np
import pytest

from sp_core.errors import OutOfBounds
from sp_core.montecarlo import correlated_scores, persistent

DRAWS, YEARS = 100_000, 5
CORRELATION = np.array([[1.0, -0.4, 0.2], [-0.4, 1.0, 0.5], [0.2, 0.5, 1.0]])
FIVE_ERRORS = 5 / np.sqrt(DRAWS)


def random(seed: int = 7) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def test_scores_have_the_stated_correlation_and_unit_variance_in_every_year() -> None:
    scores = correlated_scores(random(), CORRELATION, DRAWS, YEARS)
    for year in range(YEARS):
        assert np.cov(scores[:, year].T) == pytest.approx(CORRELATION, abs=2 * FIVE_ERRORS)
    assert np.mean(scores, axis=0) == pytest.approx(np.zeros((YEARS, 3)), abs=FIVE_ERRORS)


def test_years_are_independent_before_persistence() -> None:
    scores = correlated_scores(random(), CORRELATION, DRAWS, 2)
    assert np.corrcoef(scores[:, 0, 0], scores[:, 1, 0])[0, 1] == pytest.approx(0.0, abs=FIVE_ERRORS)


def test_persistence_keeps_the_spread_and_fades_by_its_power() -> None:
    scores = correlated_scores(random(), CORRELATION, DRAWS, YEARS)
    paths = persistent(scores, [0.0, 0.5, 0.9], [0.01, 0.02, 0.03])
    for year in range(YEARS):
        assert np.std(paths[:, year], axis=0) == pytest.approx([0.01, 0.02, 0.03], rel=FIVE_ERRORS)
    for lag in (1, 4):
        seen = [np.corrcoef(paths[:, 0, one], paths[:, lag, one])[0, 1] for one in range(3)]
        assert seen == pytest.approx([0.0, 0.5**lag, 0.9**lag], abs=FIVE_ERRORS)


def test_the_same_seed_gives_the_same_paths() -> None:
    one, same, other = (correlated_scores(random(seed), CORRELATION, 10, 2) for seed in (1, 1, 2))
    assert np.array_equal(one, same) and not np.array_equal(one, other)


def test_correlations_that_contradict_each_other_are_refused() -> None:
    impossible = [[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]]
    with pytest.raises(OutOfBounds, match="contradict"):
        correlated_scores(random(), impossible, 10, 1)
    with pytest.raises(OutOfBounds, match="symmetric"):
        correlated_scores(random(), [[1.0, 0.3], [0.2, 1.0]], 10, 1)
    with pytest.raises(OutOfBounds, match="persistence: 1 lies outside"):
        persistent(np.zeros((2, 2, 1)), 1.0, 0.1)
