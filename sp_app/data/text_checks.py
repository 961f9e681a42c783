"""What must hold for the texts that data files carry in English and Lao."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sp_app.data.faults import Fault
from sp_app.data.tables import Placed, Tables

LAO_LETTER = re.compile("[\u0e80-\u0eff]")
DAMAGE = {
    "no invisible spaces": re.compile("[\u200b-\u200f]"),
    "no Thai letters": re.compile("[\u0e00-\u0e7f]"),
    "ຳ as one letter": re.compile("\u0ecd\u0eb2"),
    "no space after ຳ inside a word": re.compile("\u0eb3 [\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]"),
    "single spaces": re.compile("  "),
    "no space at either end": re.compile(r"^\s|\s$"),
}
NAMES_MAY_BE_LATIN = ("symbol_lo", "comparability_lo")


def every_text_stands_in_both_languages(tables: Tables) -> Iterator[Fault]:
    """Yield rows with a text in one language only."""
    for placed, column in _lao_columns(tables):
        english, lao = getattr(placed.row, column[:-2] + "en"), getattr(placed.row, column)
        if bool(english) != bool(lao):
            yield placed.fault(column, "a text in both languages, or in neither")


def lao_texts_are_lao(tables: Tables) -> Iterator[Fault]:
    """Yield Lao texts without a single Lao letter."""
    for placed, column in _lao_columns(tables):
        lao = getattr(placed.row, column)
        if lao and column not in NAMES_MAY_BE_LATIN and not LAO_LETTER.search(lao):
            yield placed.fault(column, "a text in Lao letters")


def lao_texts_are_free_of_typical_damage(tables: Tables) -> Iterator[Fault]:
    """Yield Lao texts with the traces of broken typing or of machine translation."""
    for placed, column in _lao_columns(tables):
        for right, pattern in DAMAGE.items():
            if pattern.search(getattr(placed.row, column)):
                yield placed.fault(column, right)


def _lao_columns(tables: Tables) -> Iterator[tuple[Placed, str]]:
    lists: tuple[Iterable[Placed], ...] = (
        tables.units,
        tables.indicators,
        tables.areas,
        tables.flags,
        tables.corrections,
        tables.gaps,
    )
    for rows in lists:
        for placed in rows:
            for column in type(placed.row).model_fields:
                if column.endswith("_lo"):
                    yield placed, column


TEXT_CHECKS: tuple[Callable[[Tables], Iterator[Fault]], ...] = (
    every_text_stands_in_both_languages,
    lao_texts_are_lao,
    lao_texts_are_free_of_typical_damage,
)
