"""Paths between two states: phase-in over whole years, roll-out along an S, take-up that settles; methods 1.8, 1.9."""

from __future__ import annotations

from typing import Any

import numpy as np

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative, fail_if_years_run_backwards, fail_unless_a_share, fail_unless_positive
from sp_core.ratio import plain


def phase_in(year: Any, start: Any, full: Any, before: Any = 0.0, after: Any = 1.0) -> Any:
    """Return the share reached in `year`, on a straight line from `start` to `full`; methods (1.8).

        before + (after - before) * clip((year - start) / (full - start), 0, 1)

    Equal years are a step in that year. Years are whole, `full` is not before `start`.
    """
    return _between(before, after, _progress(year, start, full))


def logistic_phase_in(year: Any, start: Any, full: Any, steepness: Any, before: Any = 0.0, after: Any = 1.0) -> Any:
    """Return the share reached in `year` along an S: slow, fast, slow, as registries are rolled out.

    The logistic curve of `steepness` (above 0; near 0 is a straight line, 10 a clear S) is stretched so that
    it meets both ends exactly, `before` in `start` and `after` in `full`.
    """
    fail_unless_positive("steepness", steepness)
    half = np.multiply(0.5, steepness)
    curve = np.tanh(np.multiply(half, np.subtract(_progress(year, start, full), 0.5)))
    return _between(before, after, np.clip(0.5 + 0.5 * curve / np.tanh(0.5 * half), 0.0, 1.0))


def take_up_path(year: Any, start: Any, at_start: Any, settled: Any, speed: Any) -> Any:
    """Return take-up in `year`, moving from `at_start` towards `settled`; methods (1.9).

        settled - (settled - at_start) * exp(-speed * (year - start))

    `speed` is the share of the remaining distance closed a year, continuously, 0 or more; before `start`
    the take-up is `at_start`.
    """
    fail_unless_a_share("at_start", at_start)
    fail_unless_a_share("settled", settled)
    fail_if_negative("speed", speed)
    since = np.maximum(np.subtract(year, start), 0.0)
    return plain(np.subtract(settled, np.subtract(settled, at_start) * np.exp(-np.multiply(speed, since))))


def _progress(year: Any, start: Any, full: Any) -> Any:
    """Return how far `year` lies between the two, 0 to 1, without a division by zero when they are equal."""
    for field, value in (("start", start), ("full", full)):
        if np.any(np.mod(value, 1) != 0):
            raise OutOfBounds(f"{field}: {value} must be a whole year")
    fail_if_years_run_backwards("start", start, "full", full)
    span = np.subtract(full, start)
    step = np.subtract(1.0, np.minimum(1.0, span))
    return np.clip((np.subtract(year, start) + step) / np.maximum(1.0, span), 0.0, 1.0)


def _between(before: Any, after: Any, progress: Any) -> Any:
    fail_unless_a_share("before", before)
    fail_unless_a_share("after", after)
    return plain(np.add(before, np.multiply(np.subtract(after, before), progress)))
