"""A book of tables as an Excel workbook: exact values, printed with the decimals of the screen; no formulas.

Texts are written as texts, whatever they begin with, so none is ever run as a formula. The Lao
font is the one that official papers use; spreadsheets without it take another Lao font.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from sp_app.export.sheet import Book, Line, Sheet, Words

FONTS = {"en": "Calibri", "lo": "Phetsarath OT"}
INK, INK_3, BLUE, HAIR = "#14202E", "#5A6675", "#0B4A8A", "#DEDAD1"
TOTAL_GROUND, GAP_GROUND, GAP_INK, MARK_INK, MARK_GROUND = "#F6F3EC", "#F8E3EA", "#8C1640", "#7A4800", "#FFFAF2"
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "note": {"font_color": INK_3, "text_wrap": True, "valign": "top"},
    "unsaid": {"font_color": INK_3, "font_size": 9, "align": "center"},
    "mark": {"bold": True, "font_color": MARK_INK, "bg_color": MARK_GROUND, "border": 3, "border_color": MARK_INK},
    "head": {"bold": True, "bottom": 2, "align": "right", "text_wrap": True, "valign": "bottom"},
    "head_left": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"},
    "section": {"bold": True, "font_color": BLUE, "bottom": 1, "bottom_color": HAIR},
    "line": {},
    "total": {"bold": True, "bg_color": TOTAL_GROUND, "top": 1},
    "gap": {"bold": True, "bg_color": GAP_GROUND, "font_color": GAP_INK},
    "cell": {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": HAIR},
}
SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
NAME_WIDTH, UNIT_WIDTH, YEAR_WIDTH, NOTES_WIDTH = 54, 16, 13, 120
WORD_WIDTHS = (14, 48)  # narrowest and widest column of words
MOST_NAME = 31  # letters of a sheet's name that Excel takes
# Points a line needs (Lao has marks above and below), and letters of the column that a letter takes up.
LINE, LETTER = {"en": 15.0, "lo": 21.0}, {"en": 1.0, "lo": 0.85}


def workbook(book: Book, mark: str) -> bytes:
    """Return `book` as the bytes of an .xlsx file; `mark` says on every sheet that results are simulated."""
    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, SETTINGS)
    file.set_properties({"title": book.title, "comments": mark})
    made = _Formats(file, FONTS[book.language])
    for sheet in book.sheets:
        _numbers(file, made, book, sheet, mark)
    for words in book.words:
        _words(file, made, book, words)
    _notes(file, made, book, mark)
    file.close()
    return out.getvalue()


class _Formats:
    """The cell formats of one workbook, each made once."""

    def __init__(self, file: Any, font: str) -> None:
        self._file, self._font = file, font
        self._made: dict[tuple[str, int | None, str], Any] = {}

    def __call__(self, look: str, digits: int | None = None, over: str = "line") -> Any:
        """Return the format of a look, with what the look `over` adds to it, for numbers with so many decimals."""
        key = (look, digits, over)
        if key not in self._made:
            shape = {"font_name": self._font, "font_size": 11, "font_color": INK, **LOOKS[look], **LOOKS[over]}
            if digits is not None:
                number = "#,##0" + ("." + "0" * digits if digits else "")
                shape |= {"num_format": f'{number};-{number};"–"', "align": "right"}
            self._made[key] = self._file.add_format(shape)
        return self._made[key]


def _page(sheet: Any, book: Book, pages: int = 0) -> None:
    """Set a sheet up for print, one page wide and so many high (0: as many as it takes)."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, pages)
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L&8{book.notes[-1].replace('&', '&&')[:200]}&R&8&P / &N")


def _numbers(file: Any, made: _Formats, book: Book, table: Sheet, mark: str) -> None:
    sheet = file.add_worksheet(table.name[:MOST_NAME])
    _page(sheet, book, pages=1)
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


def _line(sheet: Any, made: _Formats, number: int, line: Line, columns: int) -> None:
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
            sheet.write_number(number, 2 + at, value, made(line.look, line.digits))


def _words(file: Any, made: _Formats, book: Book, table: Words) -> None:
    sheet = file.add_worksheet(table.name[:MOST_NAME])
    _page(sheet, book)
    widths = [_width(column, book.language) for column in zip(table.columns, *table.rows, strict=True)]
    for at, (name, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, made("head_left"))
    sheet.set_row(0, _height(table.columns, widths, book.language))
    for number, row in enumerate(table.rows, start=1):
        sheet.set_row(number, _height(row, widths, book.language))
        for at, text in enumerate(row):
            sheet.write_string(number, at, text, made("cell"))
    sheet.freeze_panes(1, 1)


def _notes(file: Any, made: _Formats, book: Book, mark: str) -> None:
    sheet = file.add_worksheet(book.notes_name[:MOST_NAME])
    _page(sheet, book)
    sheet.set_column(0, 0, NOTES_WIDTH)
    sheet.write_string(0, 0, book.title, made("title"))
    sheet.write_string(1, 0, mark, made("mark"))
    for number, note in enumerate(book.notes, start=3):
        sheet.set_row(number, _height((note,), (NOTES_WIDTH,), book.language))
        sheet.write_string(number, 0, note, made("note"))


def _width(texts: Sequence[str], language: str) -> float:
    """Return a column's width for its longest text, within bounds: what is longer takes more lines."""
    narrowest, widest = WORD_WIDTHS
    return min(widest, max(narrowest, 2.0 + max(len(text) for text in texts) * LETTER[language]))


def _height(texts: Sequence[str], widths: Sequence[float], language: str) -> float:
    """Return the height a row needs in points: spreadsheets do not all fit rows to wrapped text by themselves."""
    lines = [math.ceil((len(text) * LETTER[language] + 1) / width) for text, width in zip(texts, widths, strict=True)]
    return max(lines) * LINE[language] + 2.0
