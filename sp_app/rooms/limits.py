"""How much one phone may ask, and how many new ones one address may bring: buckets that fill again with time.

A hundred phones behind one router share an address, so only phones that were not seen before draw on it. Whoever
floods under ever new ids uses up what is left for newcomers, never what the phones already in the room have.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

MOST_BUCKETS = 5000


@dataclass(frozen=True, slots=True)
class Rate:
    """So many a second in the long run, `burst` at once."""

    per_second: float
    burst: float


LOOKS = Rate(3.0, 30.0)  # of one phone, which asks every two seconds
ACTS = Rate(1.0, 12.0)  # of one phone
ENTRIES = Rate(20.0, 400.0)  # of phones not seen before, from one address
DOORS = Rate(1.0, 10.0)  # tries of the editor's code, from one address: each costs a tenth of a second


class Limits:
    """Buckets by kind and key; those that are full again are forgotten."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[tuple[Rate, str], tuple[float, float]] = {}

    def take(self, rate: Rate, key: str) -> bool:
        """Take one from the bucket of `key`; False when it is empty."""
        now = self._clock()
        left = self._left(rate, key, now)
        if left < 1.0:
            return False
        self._buckets[rate, key] = (left - 1.0, now)
        if len(self._buckets) > MOST_BUCKETS:
            self._forget(now)
        return True

    def _left(self, rate: Rate, key: str, now: float) -> float:
        left, at = self._buckets.get((rate, key), (rate.burst, now))
        return min(rate.burst, left + (now - at) * rate.per_second)

    def _forget(self, now: float) -> None:
        """Drop full buckets; of a flood of made-up keys the oldest half goes as well."""
        kept = {k: v for k, v in self._buckets.items() if self._left(*k, now) < k[0].burst}
        while len(kept) > MOST_BUCKETS // 2:
            kept.pop(next(iter(kept)))
        self._buckets = kept
