"""Numbers and dates as officials write them, through Babel's CLDR data.

English: 1,604.5 · 15.5% · LAK 5,053 bn. Lao: 1.604,5 · 15,5% · 5.053 ຕື້ກີບ.
A number that does not exist is a dash, never a zero.
"""

from __future__ import annotations

import datetime
import math
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

from sp_app.i18n.catalogue import texts

DASH = "–"
MINUS = "\u2212"
BILLION = 1e9
MILLION = 1e6
KEPT = 65536  # texts of numbers: a table of a moved scenario repeats most of the numbers of the one before


class Numbers:
    """Format numbers of one language; every method answers "–" for None and NaN."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._t = texts(language)

    def decimal(self, value: float | None, digits: int = 1) -> str:
        """Return `value` with exactly `digits` decimals and grouped thousands."""
        if value is None or not math.isfinite(value):
            return DASH
        return _decimal(self.language, float(value), digits)

    def integer(self, value: float | None) -> str:
        """Return `value` rounded to a whole number."""
        return self.decimal(value, 0)

    def percent(self, value: float | None, digits: int = 1) -> str:
        """Return a value that is already in percent with its sign: 15.5 → 15.5%."""
        text = self.decimal(value, digits)
        return text if text == DASH else text + "%"

    def signed(self, value: float | None, digits: int = 1) -> str:
        """Return `value` with its sign always shown."""
        text = self.decimal(value, digits)
        shown = any(digit in text for digit in "123456789")
        return "+" + text if value is not None and math.isfinite(value) and value > 0 and shown else text

    def million(self, persons: float | None, digits: int = 2) -> str:
        """Return persons in millions, without the word."""
        return self.decimal(None if persons is None else persons / MILLION, digits)

    def billion_lak(self, lak: float | None, digits: int = 0) -> str:
        """Return nominal LAK in billions with the unit of the language."""
        amount = self.decimal(None if lak is None else lak / BILLION, digits)
        return amount if amount == DASH else self._t("frame.lak_billion", amount=amount)

    def date(self, day: datetime.date) -> str:
        """Return a date in the medium form of the language."""
        return format_date(day, format="d MMM y", locale=self.language)


@lru_cache(maxsize=KEPT)
def _decimal(language: str, value: float, digits: int) -> str:
    text = _pattern(digits).apply(value, _locale(language))
    return text.replace("-", MINUS if any(digit in text for digit in "123456789") else "")  # never −0


@cache
def _pattern(digits: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * digits if digits else ""))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


@cache
def numbers(language: str) -> Numbers:
    """Return the number formats of `language`."""
    return Numbers(language)
