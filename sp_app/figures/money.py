"""How amounts of the model are printed: kip of the year, kip of the first year, dollars, per cent of GDP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers

BILLION, MILLION = 1e9, 1e6
BASES = ("gdp_lak", "price_index", "exchange_rate")  # results that conversions need


@dataclass(frozen=True, slots=True)
class Money:
    """One way to print an amount; `key` is that of the panel's units of cost."""

    key: str
    digits: int

    def divisor(self, gdp_lak: float, price_index: float, exchange_rate: float) -> float:
        """Return what an amount in kip of a year is divided by, given that year's GDP, prices and rate."""
        if self.key == "cost_constant":
            return BILLION * price_index
        if self.key == "cost_usd":
            return MILLION * exchange_rate
        return gdp_lak / 100.0 if self.key == "cost_gdp" else BILLION

    def divisors(self, results: Mapping[str, Sequence[float]]) -> tuple[float, ...]:
        """Return the divisor of every year of a projection."""
        return tuple(self.divisor(*bases) for bases in zip(*(results[name] for name in BASES), strict=True))

    def number(self, n: Numbers, value: float | None) -> str:
        """Return an amount that is already in this unit, without the unit's words."""
        return n.decimal(value, self.digits)

    def at_least(self, n: Numbers, value: float) -> str:
        """Return a positive amount; one that would print as zero is said to be below the last digit."""
        least = 10.0**-self.digits
        return self.number(n, value) if round(value, self.digits) else f"< {self.number(n, least)}"

    def words(self, t: Texts, n: Numbers, value: float, first_year: int) -> str:
        """Return an amount that is already in this unit, with the unit's words."""
        return t(f"scenarios.full_{self.key}", value=self.number(n, value), first=first_year)

    def measure(self, t: Texts, first_year: int) -> str:
        """Return the unit in words: "billion LAK, prices of 2025"."""
        return t(f"financing.unit_{self.key}", first=first_year)


VIEWS = {it.key: it for it in (Money("cost", 0), Money("cost_constant", 0), Money("cost_usd", 1), Money("cost_gdp", 2))}
NOMINAL, OF_GDP = VIEWS["cost"], VIEWS["cost_gdp"]
