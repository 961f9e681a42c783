"""The table of a figure as a printed table, each column as wide as its words ask for."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from sp_app.export.grid import Grid
from sp_app.export.slide_table import BOLD, LONGEST_WORD
from sp_app.export.slide_words import visible_letters
from sp_app.figures.spec import FigureSpec

ACROSS = 120.0  # letters of the usual size on a slide
SIDES = 2.0  # letters


def figure_grid(spec: FigureSpec) -> Grid:
    """Return the table twin of `spec`."""
    table = spec.table
    return Grid(
        title=spec.title,
        columns=table.columns,
        numeric=table.numeric,
        widths=_widths(list(zip(table.columns, *table.rows, strict=True))),
        rows=table.rows,
        notes=(spec.measure,) if spec.measure else (),
    )


def _widths(columns: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return widths in letters: no word is torn, and what is left goes where it keeps rows low."""
    words = [[word for cell in cells for word in cell.split()] for cells in columns]
    least = [SIDES + BOLD * min(LONGEST_WORD, max(map(visible_letters, found), default=0)) for found in words]
    usual = [_usual([visible_letters(cell) for cell in cells]) for cells in columns]
    left = max(0.0, ACROSS - sum(least)) / (sum(usual) or 1.0)
    return tuple(low + left * asked for low, asked in zip(least, usual, strict=True))


def _usual(lengths: Sequence[int]) -> float:
    """Return a length between the mean and the longest."""
    return sqrt(sum(length * length for length in lengths) / len(lengths))
