"""The sheet that checks the workbook: Python's results beside those of the formulas, for the levers of the export.

The difference of a row is the largest over all years, against Python's value or the smallest that
counts for its unit. One cell says whether all agree; while a lever is moved there is nothing to compare.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlsxwriter.utility import xl_range, xl_range_abs

from sp_app.explanation.names import Names
from sp_app.export.xlsx.arrangement import TODAY, Counted
from sp_app.export.xlsx.plan import FIRST_ROW, LEVER_EXPORTED, LEVER_VALUE, YEAR_ROW, quoted
from sp_app.export.xlsx.units import SMALLEST, result_number, result_unit
from sp_app.export.xlsx.writing import UNIT_WIDTH, YEAR_WIDTH, Writer, beginning

TOLERANCE = 1e-9
NAME, UNIT, DIFFERENCE, PYTHON = 0, 1, 2, 3  # columns; the formulas' results stand right of Python's
VERDICT_ROW = 3
VERDICT_CELL = "all_agree"


def write_check(writer: Writer) -> None:
    """Write the sheet and name the cell with its verdict."""
    handout, t = writer.handout, writer.handout.t
    years = handout.years
    name = writer.plan.names["check"]
    widths = (62, UNIT_WIDTH, 16, *(YEAR_WIDTH for _ in (*years, *years)))
    sheet = writer.sheet(name, t("export.check"), widths)
    live = PYTHON + len(years)
    writer.heads(sheet, YEAR_ROW, [t(f"export.column_{it}") for it in ("name", "unit", "difference")], (DIFFERENCE,))
    for at, year in enumerate(years):
        writer.text(sheet, YEAR_ROW, PYTHON + at, t("export.year_python", year=year), "head")
        writer.text(sheet, YEAR_ROW, live + at, t("export.year_formula", year=year), "head")
    sheet.freeze_panes(FIRST_ROW, PYTHON)
    sheet.repeat_rows(YEAR_ROW)
    last = FIRST_ROW
    for last, (title, entry) in enumerate(_counted(writer), start=FIRST_ROW):
        _row(writer, sheet, last, title, entry)
    _verdict(writer, sheet, last)
    sheet.print_area(0, 0, last, DIFFERENCE)


def _counted(writer: Writer) -> Iterator[tuple[str, Counted]]:
    names, today = Names(writer.handout.t, writer.handout.scenario), writer.handout.t("export.today_short")
    for table in writer.plan.tables:
        for entry in table.entries:
            if isinstance(entry, Counted):
                title = beginning(names.quantity(entry.quantity.name))
                yield (f"{title} ({today})" if entry.variant == TODAY else title), entry


def _row(writer: Writer, sheet: Any, row: int, title: str, entry: Counted) -> None:
    handout, quantity = writer.handout, entry.quantity
    count, key = len(handout.years), (entry.variant, quantity.name)
    values = (handout.modified if entry.variant == TODAY else handout.here).results[quantity.name]
    shape = writer.made("line", result_number(quantity.unit, quantity.name))
    writer.text(sheet, row, NAME, title)
    writer.text(sheet, row, UNIT, result_unit(quantity.unit, handout.t, quantity.name), "aside")
    python = xl_range(row, PYTHON, row, PYTHON + count - 1)
    live = xl_range(row, PYTHON + count, row, PYTHON + 2 * count - 1)
    away = f"=SUMPRODUCT(MAX(ABS({live}-{python})/(ABS({python})+{SMALLEST[quantity.unit]!r})))"
    writer.formula(sheet, (row, DIFFERENCE), away, 0.0, "0.0E+00")
    for at, value in enumerate(values):
        sheet.write_number(row, PYTHON + at, float(value), shape)
        formula = f"={writer.plan.cell(key, writer.plan.names['check'], at)}"
        sheet.write_formula(row, PYTHON + count + at, formula, shape, float(value))


def _verdict(writer: Writer, sheet: Any, last: int) -> None:
    """Write the one sentence; a viewer that calculates nothing says that nothing was calculated."""
    t, rows = writer.handout.t, writer.plan.lever_rows.values()
    differences = xl_range_abs(FIRST_ROW, DIFFERENCE, last, DIFFERENCE)
    levers = quoted(writer.plan.names["levers"])
    values, exported = (
        f"{levers}!{xl_range_abs(min(rows), column, max(rows), column)}" for column in (LEVER_VALUE, LEVER_EXPORTED)
    )
    words = {it: t(f"export.check_{it}").replace('"', '""') for it in ("moved", "differs", "agrees")}
    formula = (
        f'=IF(SUMPRODUCT(--({values}<>{exported}))>0,"{words["moved"]}",'
        f'IF(ISERROR(MAX({differences})),"{words["differs"]}",'
        f'IF(MAX({differences})<={TOLERANCE!r},"{words["agrees"]}","{words["differs"]}")))'
    )
    writer.formula(sheet, (VERDICT_ROW, NAME), formula, t("export.check_waits"), look="verdict")
    writer.file.define_name(VERDICT_CELL, f"={quoted(writer.plan.names['check'])}!$A${VERDICT_ROW + 1}")
