"""Native tables on slides: parts that fit a slide, rows as high as their words, thin rules between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from sp_app.export import office
from sp_app.export.grid import Grid, Look
from sp_app.export.slide_words import box, visible_letters, write

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
SIDE, ABOVE = Inches(0.09), Inches(0.03)
# Of the size of type: how wide a letter is on average, how high a line. Lao vowels above and below have no width.
LETTER, LEADING = {"en": 0.58, "lo": 0.58}, {"en": 1.36, "lo": 1.62}
BOLD = 1.15  # how much wider the letters of heads are, and those of the widest font that may stand in
NOTE = 10.0
LONGEST_WORD = 16  # letters; Lao has no spaces between words, and breaks anywhere between syllables
LOOKS: dict[Look, tuple[bool, str, str]] = {  # bold, colour, ground
    "line": (False, office.INK, ""),
    "section": (True, office.BLUE, ""),
    "total": (True, office.INK, office.TOTAL),
    "gap": (True, office.GAP_INK, office.GAP),
    "marked": (True, office.INK, office.MARKED),
}


def in_parts(grid: Grid, across: int, high: int, points: float, language: str) -> list[Grid]:
    """Return the table in parts that fit a slide; the notes stand under the last one."""
    widths = _widths(grid, across)
    head = _height(grid.columns, widths, points, language, BOLD)
    notes = sum(_height((note,), [across], NOTE, language) for note in grid.notes)
    parts: list[list[int]] = [[]]
    looks = grid.looks_of_rows
    used = head
    for at, (cells, look) in enumerate(zip(grid.rows, looks, strict=True)):
        row = _height(cells, [across] if look == "section" else widths, points, language)
        last = at == len(grid.rows) - 1
        if parts[-1] and used + row + (notes if last else 0) > high:
            title = looks[at - 1] == "section" and len(parts[-1]) > 1  # a heading goes with its rows
            parts.append([parts[-1].pop()] if title else [])
            used = head + (row if title else 0)
        parts[-1].append(at)
        used += row
    return [
        replace(
            grid,
            rows=tuple(grid.rows[at] for at in part),
            looks=tuple(looks[at] for at in part),
            notes=grid.notes if part is parts[-1] else (),
        )
        for part in parts
    ]


def tears(grid: Grid, across: int, points: float, language: str) -> bool:
    """Say whether a word that could stay whole would be torn by its column."""
    letter = BOLD * Pt(points * office.ENLARGED[language]) * LETTER[language]
    columns = zip(_widths(grid, across), zip(grid.columns, *grid.rows, strict=True), strict=True)
    return any(
        letter * visible_letters(word) > width - 2 * SIDE
        for width, cells in columns
        for cell in cells
        for word in cell.split()
        if visible_letters(word) <= LONGEST_WORD
    )


def _widths(grid: Grid, across: int) -> list[int]:
    return [int(across * width / sum(grid.widths)) for width in grid.widths]


def _height(cells: Sequence[str], widths: Sequence[int], points: float, language: str, wider: float = 1.0) -> int:
    size = Pt(points * office.ENLARGED[language])
    letter, line = wider * size * LETTER[language], size * LEADING[language]

    def lines(text: str, width: int) -> int:
        return sum(max(1, math.ceil(visible_letters(part) * letter / (width - 2 * SIDE))) for part in text.split("\n"))

    most = max(lines(text, width) for text, width in zip(cells, widths, strict=True))
    return int(most * line + 2 * ABOVE)


def add_table(slide: Any, grid: Grid, place: tuple[int, int, int], points: float, language: str) -> None:
    """Draw one part of a table and the notes below it."""
    left, top, across = place
    widths = _widths(grid, across)
    looks = grid.looks_of_rows
    heights = [_height(grid.columns, widths, points, language, BOLD)]
    for cells, look in zip(grid.rows, looks, strict=True):
        heights.append(_height(cells, [across] if look == "section" else widths, points, language))
    frame = slide.shapes.add_table(len(heights), len(widths), Emu(left), Emu(top), Emu(across), Emu(sum(heights)))
    table = frame.table
    table.horz_banding = False
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_STYLE
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Emu(height)
    _row(table, 0, grid.columns, grid, (True, office.INK_2, ""), points, language)
    for at, (cells, look) in enumerate(zip(grid.rows, looks, strict=True), start=1):
        if look == "section":
            table.cell(at, 0).merge(table.cell(at, len(widths) - 1))
        _row(table, at, cells, grid, LOOKS[look], points, language)
    if grid.notes:
        notes = box(slide, left, top + sum(heights) + Inches(0.08), across, Inches(0.3))
        for note in grid.notes:
            write(notes, note, language, NOTE, colour=office.INK_3)


def _row(
    table: Any, at: int, cells: Sequence[str], grid: Grid, look: tuple[bool, str, str], points: float, language: str
) -> None:
    bold, colour, ground = look
    for column in range(len(grid.columns)):
        cell = table.cell(at, column)
        cell.margin_left = cell.margin_right = SIDE
        cell.margin_top = cell.margin_bottom = ABOVE
        if column < len(cells):
            align = "R" if grid.numeric[column] else "L"
            write(cell.text_frame, cells[column], language, points, bold=bold, colour=colour, align=align)
        _rule(cell, office.INK if at == 0 else office.HAIR, 1.5 if at == 0 else 0.75)
        if ground:
            cell.fill.solid()
            cell.fill.fore_color.rgb = RGBColor.from_string(ground)


def _rule(cell: Any, colour: str, points: float) -> None:
    """Draw the line below a cell; it comes first among the properties, as the schema asks."""
    properties = cell._tc.get_or_add_tcPr()
    line = properties.makeelement(qn("a:lnB"), {"w": str(Pt(points))})
    fill = line.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": colour}))
    line.append(fill)
    properties.insert(0, line)
