"""How wide the columns of a printed table are, from the words that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from sp_app.export.slide_table import BOLD, LONGEST_WORD
from sp_app.export.slide_words import visible_letters

ACROSS = 120.0  # letters of the usual size on a slide
SIDES = 2.0  # letters


def column_widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return widths in letters: no word is torn, and what is left goes where it keeps rows low."""
    standing = list(zip(columns, *rows, strict=True))
    words = [[word for cell in cells for word in cell.split()] for cells in standing]
    least = [SIDES + BOLD * min(LONGEST_WORD, max(map(visible_letters, found), default=0)) for found in words]
    usual = [_usual([visible_letters(cell) for cell in cells]) for cells in standing]
    left = max(0.0, ACROSS - sum(least)) / (sum(usual) or 1.0)
    return tuple(low + left * asked for low, asked in zip(least, usual, strict=True))


def _usual(lengths: Sequence[int]) -> float:
    """Return a length between the mean and the longest."""
    return sqrt(sum(length * length for length in lengths) / len(lengths))
