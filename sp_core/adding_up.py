"""Rounded parts that add up: people check a printed table by adding its columns.

Each part is rounded down and the units still missing go to the largest remainders, so a printed
part lies less than one unit from the exact one. What is nothing stays nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from sp_core.errors import InvalidInput


def adding_up(parts: Sequence[float], digits: int = 0, total: float | None = None) -> tuple[float, ...]:
    """Return `parts` rounded to `digits` decimals so that they add up to `total` rounded in the same way.

    `total` (default: the sum of the parts) may be a total that is itself rounded already; it must lie within
    one unit a part of the exact sum, otherwise InvalidInput is raised. Parts may be negative.
    """
    unit = 10.0**digits
    scaled = [part * unit for part in parts]
    wanted = round(round(sum(parts) if total is None else total, digits) * unit)
    whole = [math.floor(value) for value in scaled]
    order = sorted(range(len(parts)), key=lambda at: whole[at] - scaled[at])  # the largest remainder first
    free = [at for at in order if parts[at] != 0.0] or order
    missing = wanted - sum(whole)
    if abs(missing) > len(free):
        raise InvalidInput(f"parts that add up to {sum(parts)} cannot be printed as {total}")
    for at in free[:missing] if missing > 0 else free[missing:] if missing < 0 else []:
        whole[at] += 1 if missing > 0 else -1
    return tuple(value / unit for value in whole)
