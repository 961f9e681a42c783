"""A value of the model with its unit, as it is printed: 0.0047 of share -> 0.47%, 2.9e12 kip -> 2,905 billion kip."""

from __future__ import annotations

import math

from sp_app.i18n import Texts
from sp_app.i18n.numbers import BILLION, MILLION, Numbers

COUNTS = ("persons", "households")
FIGURES = 4  # significant figures
BARE = ("factor", "index", "yes_no", "variant")  # printed as the number alone
LARGE = {"lak": ((BILLION, "lak_billion"), (MILLION, "lak_million")), "usd": ((MILLION, "usd_million"),)}


def value_words(t: Texts, n: Numbers, value: float, unit: str) -> str:
    """Return `value`, given in the core's unit, with four significant figures and its unit in words."""
    if unit == "share":
        return n.percent(value * 100.0, _digits(value * 100.0, 4))
    if unit == "year":
        return str(int(value))
    if unit in BARE:
        return n.decimal(value, _digits(value, 4))
    if unit in COUNTS:
        return t(f"model.unit_{unit}", value=n.integer(value))
    for size, word in LARGE.get(unit, ()):
        if abs(value) >= size:
            return t(f"model.unit_{word}", value=n.decimal(value / size, _digits(value / size, 2)))
    return t(f"model.unit_{unit}", value=n.decimal(value, _digits(value, 2)))


def _digits(value: float, most: int) -> int:
    """Return how many decimals show four significant figures, `most` at most, without zeros at the end."""
    if value == 0.0 or not math.isfinite(value):
        return 0
    digits = max(0, min(most, FIGURES - 1 - math.floor(math.log10(abs(value)))))
    shown = round(value, digits)
    return next(fewer for fewer in range(digits + 1) if round(value, fewer) == shown)
