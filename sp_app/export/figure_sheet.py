"""A figure as a sheet of a workbook: what it says, the table of the screen, then exact values; no formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sp_app.export.looks import LINE, MOST_NAME, Formats, height_of, page, width_of
from sp_app.figures.spec import FigureSpec

NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


def add_sheet(file: Any, made: Formats, name: str, spec: FigureSpec, said: Sequence[str], language: str) -> None:
    """Add the sheet of one figure; `said` stands below its title, numbers are numbers where the figure has them."""
    sheet = file.add_worksheet(NOT_IN_A_NAME.sub(" ", name)[:MOST_NAME])
    page(sheet, said[-1])
    sheet.set_row(0, 1.6 * LINE[language])
    sheet.write_string(0, 0, spec.title, made("title"))
    for at, line in enumerate((spec.measure, *said), start=1):
        sheet.write_string(at, 0, line, made("line"))
    table, top = spec.table, len(said) + 3
    tables = [(table.columns, table.rows), *([(table.raw_columns, table.raw)] if table.raw else [])]
    widths = _widths([[columns, *map(_texts, rows)] for columns, rows in tables], language)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for columns, rows in tables:
        _table(sheet, made, top, (columns, *rows), widths, language)
        top += len(rows) + 3


def _texts(row: Sequence[object]) -> list[str]:
    return ["" if it is None else str(it) for it in row]


def _widths(tables: Sequence[Sequence[Sequence[str]]], language: str) -> list[float]:
    """Return the width of each column: the widest of the tables below each other."""
    found = [[width_of(column, language) for column in zip(*table, strict=True)] for table in tables]
    return [max(own[at] for own in found if at < len(own)) for at in range(max(map(len, found)))]


def _table(
    sheet: Any, made: Formats, top: int, rows: Sequence[Sequence[object]], widths: Sequence[float], language: str
) -> None:
    """Write the rows from `top` on; the first one is the head."""
    for number, row in enumerate(rows, start=top):
        sheet.set_row(number, height_of(_texts(row), widths[: len(row)], language))
        look = made("head_left" if number == top else "cell")
        for at, cell in enumerate(row):
            if cell is None:
                sheet.write_blank(number, at, None, look)
            elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
                sheet.write_number(number, at, cell, look)
            else:
                sheet.write_string(number, at, str(cell), look)
