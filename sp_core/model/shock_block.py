"""Shocks: one wave that starts in a chosen year and fades, and what it does to the economy; methods 6.5.

wave[onset] = 1, wave[t] = wave[t-1] * persistence, and 0 before the onset. Each shock is its size
times the wave. A shock to growth is a deviation of the rate, so the loss of income stays.
"""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import select_less
from sp_core.model.quantity import YEAR, Quantity, lever, previous, quantity

SHOCKS = ("growth", "inflation", "revenue", "exchange_rate")
WAVE = "select_less(year, onset, 0, select_less(onset, year, before * persistence, 1))"


def shock_quantities() -> tuple[Quantity, ...]:
    """Return the wave and one shock per rate; all zero while every size is zero."""
    wave = Quantity(
        "shock_wave",
        "share",
        WAVE,
        {
            "year": YEAR,
            "onset": lever("shock_year"),
            "before": previous("shock_wave"),
            "persistence": lever("shock_persistence"),
        },
        _wave,
        first=0.0,
    )
    sizes = tuple(
        Quantity(
            f"{name}_shock",
            "share",
            "size * wave",
            {"size": lever(f"{name}_shock_size"), "wave": quantity("shock_wave")},
            lambda size, wave: size * wave,
        )
        for name in SHOCKS
    )
    return (wave, *sizes)


def _wave(year: Any, onset: Any, before: Any, persistence: Any) -> Any:
    return select_less(year, onset, 0.0, select_less(onset, year, before * persistence, 1.0))
