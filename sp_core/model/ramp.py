"""Phase-in between two whole years, as the model writes it: methods (1.8)."""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import clip, maximum, minimum
from sp_core.model.quantity import YEAR, Quantity, Ref

FORMULA = "clip((year - start + 1 - minimum(1, maximum(full - start, 0))) / maximum(1, maximum(full - start, 0)), 0, 1)"


def ramp_quantity(name: str, start: Ref, full: Ref) -> Quantity:
    """Return a share that rises from 0 to 1 between two years, without a division by zero.

    A full year before the start year cannot come from a valid scenario; here it counts
    as a step in the start year, so that no position of two sliders breaks the panel.
    """
    return Quantity(name, "share", FORMULA, {"year": YEAR, "start": start, "full": full}, ramp)


def ramp(year: Any, start: Any, full: Any) -> Any:
    """Return 0 until `start`, 1 from `full` on, a straight line between; a step at `start` when they are equal."""
    span = maximum(full - start, 0.0)
    step = 1.0 - minimum(1.0, span)
    return clip((year - start + step) / maximum(1.0, span), 0.0, 1.0)
