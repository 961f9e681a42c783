"""Writing one workbook: the head that every sheet has, texts, numbers, formulas with what Python calculated.

Formulas carry Python's results for the levers of the hand-out, so that a viewer that calculates
nothing shows them too. Texts are always written as texts: whatever they begin with, none is run.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from sp_app.export.handout import Handout
from sp_app.export.looks import LINE, Formats, height_of, page
from sp_app.export.plain import plain
from sp_app.export.xlsx.plan import FIRST_ROW, FIRST_YEAR, YEAR_ROW, Plan

NAME_WIDTH, UNIT_WIDTH, YEAR_WIDTH = 48, 13, 11.5

Pages = tuple[int, int]


class PlainFormulas(Worksheet):
    """A sheet whose formulas use functions that every Excel has.

    The library looks through each formula for some thirty newer ones, which takes half of the time.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


def beginning(words: str) -> str:
    """Return a name as it begins a line: the names of quantities are those of formulas, without a capital."""
    return words[:1].upper() + words[1:]


class Writer:
    """One workbook while it is written."""

    def __init__(self, file: Any, made: Formats, plan: Plan) -> None:
        self.file, self.made, self.plan = file, made, plan

    @property
    def handout(self) -> Handout:
        """Return what the workbook says."""
        return self.plan.handout

    def sheet(self, name: str, title: str, columns: Sequence[float], note: str = "", pages: Pages = (1, 0)) -> Any:
        """Begin a sheet: its title and scenario, the mark, date and build; `columns` are widths.

        `pages` says on how many pages it is printed, across and down (0: as many as it takes).
        """
        sheet = self.file.add_worksheet(name, PlainFormulas)
        page(sheet, f"{self.handout.simulated} {self.handout.edition}", pages[1], wide=pages[0])
        for number, width in enumerate(columns):
            sheet.set_column(number, number, width)
        line = LINE[self.handout.language]
        sheet.set_default_row(line + 1)
        for row, height in enumerate((1.6 * line, line + 3, line + 1, line + 3, 2 * line + 2)):
            sheet.set_row(row, height)
        said = f"{title} · {self.handout.title}" if title else self.handout.title
        self.text(sheet, 0, 0, said, "title")
        self.text(sheet, 1, 0, self.handout.simulated, "mark")
        self.text(sheet, 2, 0, self.handout.edition, "small")
        self.text(sheet, 3, 0, note, "small")
        return sheet

    def text(self, sheet: Any, row: int, column: int, text: str, look: str = "line") -> None:
        """Write a text."""
        sheet.write_string(row, column, plain(text), self.made(look))

    def heading(self, sheet: Any, row: int, text: str, columns: int) -> None:
        """Write a line of words above rows, ruled over so many columns."""
        for column in range(columns):
            self.text(sheet, row, column, "" if column else text, "section")

    def number(self, sheet: Any, row: int, column: int, value: float, number: str, over: str = "line") -> None:
        """Write a number."""
        sheet.write_number(row, column, value, self.made("line", number, over))

    def formula(
        self, sheet: Any, at: tuple[int, int], formula: str, value: float | str, number: str | None = None,
        look: str = "line",
    ) -> None:  # fmt: skip
        """Write a formula with the result that Python has for it."""
        sheet.write_formula(*at, formula, self.made(look, number), value)

    def heads(self, sheet: Any, row: int, names: Sequence[str], numeric: Sequence[int] = ()) -> None:
        """Write the names of columns; those of `numeric` stand to the right."""
        for column, name in enumerate(names):
            look = "head" if column in numeric else "head_aside" if column else "head_left"
            self.text(sheet, row, column, name, look)

    def years(self, sheet: Any, left: Sequence[str], right: Sequence[str] = ()) -> None:
        """Write the row of years, with what stands left and right of it; it stays in view and on every page."""
        years = self.handout.years
        self.heads(sheet, YEAR_ROW, left)
        for at, year in enumerate(years):
            sheet.write_number(YEAR_ROW, FIRST_YEAR + at, year, self.made("head", "0"))
        for at, name in enumerate(right, start=FIRST_YEAR + len(years)):
            self.text(sheet, YEAR_ROW, at, name, "head_aside")
        sheet.freeze_panes(FIRST_ROW, FIRST_YEAR)
        sheet.repeat_rows(YEAR_ROW)
        sheet.repeat_columns(0, FIRST_YEAR - 1)

    def wrapped(self, sheet: Any, row: int, texts: Sequence[str], widths: Sequence[float], look: str = "cell") -> None:
        """Write a row of words that take as many lines as they need."""
        sheet.set_row(row, height_of(texts, widths, self.handout.language))
        for column, text in enumerate(texts):
            self.text(sheet, row, column, text, look)
