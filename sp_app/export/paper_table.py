"""Tables on paper: heads repeated on every page, numbers to the right, rows never torn over two pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sp_app.export.grid import Grid, Look
from sp_app.export.paper import (
    BLUE,
    GAP,
    GAP_INK,
    HAIR,
    INK,
    INK_2,
    INK_3,
    MARKED,
    SMALL,
    TINY,
    TOTAL,
    Colour,
    Paper,
)

SIDE, ABOVE = 1.4, 0.7  # mm of air in a cell


@dataclass(frozen=True, slots=True)
class Type:
    """How the words of a row are set, and its ground."""

    style: str = ""
    colour: Colour = INK
    ground: Colour | None = None


LOOKS: dict[Look, Type] = {
    "line": Type(),
    "section": Type("B", BLUE),
    "total": Type("B", INK, TOTAL),
    "gap": Type("B", GAP_INK, GAP),
    "marked": Type("B", INK, MARKED),
}
HEAD = Type("B", INK_2)


def draw_grid(paper: Paper, grid: Grid, size: float = SMALL) -> None:
    """Draw a table over the whole width, its notes below it."""
    whole = sum(grid.widths)
    widths = [paper.epw * width / whole for width in grid.widths]
    aligns = ["R" if number else "L" for number in grid.numeric]
    _row(paper, grid.columns, widths, aligns, HEAD, size)
    for cells, look in zip(grid.rows, grid.looks_of_rows, strict=True):
        across = [paper.epw] if look == "section" else widths
        if paper.make_room(_height(paper, cells, across, LOOKS[look], size)):
            _row(paper, grid.columns, widths, aligns, HEAD, size)
        _row(paper, cells, across, aligns, LOOKS[look], size)
    paper.set_y(paper.get_y() + 1)
    for note in grid.notes:
        paper.paragraph(note, TINY, colour=INK_3, after=0.2)
    paper.set_y(paper.get_y() + 2)


def _set(paper: Paper, cells: Sequence[str], widths: Sequence[float], type: Type, size: float) -> list[list[str]]:
    paper.type(size, type.style, type.colour)
    return [paper.lines(cell, width - 2 * SIDE) for cell, width in zip(cells, widths, strict=True)]


def _height(paper: Paper, cells: Sequence[str], widths: Sequence[float], type: Type, size: float) -> float:
    line = paper.type(size, type.style)
    return max(len(lines) for lines in _set(paper, cells, widths, type, size)) * line + 2 * ABOVE


def _row(
    paper: Paper, cells: Sequence[str], widths: Sequence[float], aligns: Sequence[str], type: Type, size: float
) -> None:
    top, left = paper.get_y(), paper.l_margin
    height = _height(paper, cells, widths, type, size)
    if type.ground:
        paper.set_fill_color(*type.ground)
        paper.rect(left, top, paper.epw, height, style="F")
    line = paper.type(size, type.style, type.colour)
    for lines, width, align in zip(_set(paper, cells, widths, type, size), widths, aligns, strict=False):
        paper.put(lines, left + SIDE, top + ABOVE, width - 2 * SIDE, line, align)
        left += width
    rule, weight = (INK, 0.4) if type is HEAD else (HAIR, 0.2)
    paper.rule(paper.l_margin, paper.l_margin + paper.epw, top + height, rule, weight)
    paper.set_y(top + height)
