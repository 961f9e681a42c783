"""A book of tables as an Excel workbook: exact values, printed with the decimals of the screen; no formulas.

Texts are written as texts, whatever they begin with, so none is ever run as a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from sp_app.export.looks import FONTS, LINE, MOST_NAME, SETTINGS, Formats, decimals, height_of, page, width_of
from sp_app.export.sheet import Book, Line, Sheet, Words

NAME_WIDTH, UNIT_WIDTH, YEAR_WIDTH, NOTES_WIDTH = 54, 16, 13, 120


def workbook(book: Book, mark: str) -> bytes:
    """Return `book` as the bytes of an .xlsx file; `mark` says on every sheet that results are simulated."""
    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, SETTINGS)
    file.set_properties({"title": book.title, "comments": mark})
    made = Formats(file, FONTS[book.language])
    for sheet in book.sheets:
        _numbers(file, made, book, sheet, mark)
    for words in book.words:
        _words(file, made, book, words)
    _notes(file, made, book, mark)
    file.close()
    return out.getvalue()


def _numbers(file: Any, made: Formats, book: Book, table: Sheet, mark: str) -> None:
    sheet = file.add_worksheet(table.name[:MOST_NAME])
    page(sheet, book.notes[-1], pages=1)
    sheet.set_column(0, 0, NAME_WIDTH)
    sheet.set_column(1, 1, UNIT_WIDTH)
    sheet.set_column(2, 1 + len(table.columns), YEAR_WIDTH)
    sheet.write_string(0, 0, book.title, made("title"))
    sheet.write_string(1, 0, table.title, made("line"))
    sheet.write_string(2, 0, mark, made("mark"))
    top = 4
    sheet.set_row(0, 1.6 * LINE[book.language])
    sheet.set_row(1, LINE[book.language] + 1)
    sheet.set_row(2, LINE[book.language] + 1)
    sheet.set_row(top, 2.0 * LINE[book.language] + 2)
    sheet.write_string(top, 0, table.unit, made("head_left"))
    sheet.write_string(top, 1, "", made("head_left"))
    for at, (year, kind) in enumerate(table.columns):
        sheet.write_string(top, 2 + at, f"{year}\n{kind}", made("head"))
    for number, line in enumerate(table.lines, start=top + 1):
        sheet.set_row(number, LINE[book.language] + 1)
        _line(sheet, made, number, line, len(table.columns))
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)


def _line(sheet: Any, made: Formats, number: int, line: Line, columns: int) -> None:
    sheet.write_string(number, 0, line.name, made(line.look))
    sheet.write_string(number, 1, line.unit, made(line.look))
    texts = dict(line.texts)
    values: Sequence[float | None] = line.values or (None,) * columns
    for at, value in enumerate(values):
        if at in texts:
            sheet.write_string(number, 2 + at, texts[at], made(line.look, over="unsaid"))
        elif value is None:
            sheet.write_blank(number, 2 + at, None, made(line.look))
        else:
            sheet.write_number(number, 2 + at, value, made(line.look, decimals(line.digits)))


def _words(file: Any, made: Formats, book: Book, table: Words) -> None:
    sheet = file.add_worksheet(table.name[:MOST_NAME])
    page(sheet, book.notes[-1])
    widths = [width_of(column, book.language) for column in zip(table.columns, *table.rows, strict=True)]
    for at, (name, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, made("head_left"))
    sheet.set_row(0, height_of(table.columns, widths, book.language))
    for number, row in enumerate(table.rows, start=1):
        sheet.set_row(number, height_of(row, widths, book.language))
        for at, text in enumerate(row):
            sheet.write_string(number, at, text, made("cell"))
    sheet.freeze_panes(1, 1)


def _notes(file: Any, made: Formats, book: Book, mark: str) -> None:
    sheet = file.add_worksheet(book.notes_name[:MOST_NAME])
    page(sheet, book.notes[-1])
    sheet.set_column(0, 0, NOTES_WIDTH)
    sheet.write_string(0, 0, book.title, made("title"))
    sheet.write_string(1, 0, mark, made("mark"))
    for number, note in enumerate(book.notes, start=3):
        sheet.set_row(number, height_of((note,), (NOTES_WIDTH,), book.language))
        sheet.write_string(number, 0, note, made("note"))
