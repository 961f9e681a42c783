"""The sheet of levers: one named, coloured cell each, held within its range; beside it the export and today."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from sp_app.export.xlsx.plan import (
    FIRST_ROW,
    LEVER_EXPORTED,
    LEVER_TODAY,
    LEVER_VALUE,
    YEAR_ROW,
    cell_name,
    quoted,
)
from sp_app.export.xlsx.units import lever_number, lever_unit_words
from sp_app.export.xlsx.writing import Writer
from sp_app.live.lever_names import full_name
from sp_core.lever import Lever

WIDTHS = (52, 14, 15, 15, 15, 15, 15, 15, 14, 46, 46, 30)
COLUMNS = ("lever", "kind", "value", "unit", "exported", "default", "lowest", "highest", "status", "source", "locator")
NUMERIC = (2, 4, 5, 6, 7)


def write_levers(writer: Writer) -> None:
    """Write the sheet of levers and name its cells."""
    handout, t = writer.handout, writer.handout.t
    name = writer.plan.names["levers"]
    sheet = writer.sheet(name, t("export.levers"), WIDTHS, t("export.note_levers"))
    writer.heads(sheet, YEAR_ROW, [t(f"export.column_{it}") for it in (*COLUMNS, "cell")], NUMERIC)
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(YEAR_ROW)
    programmes = {p.id: p.title.get(handout.language) for p in handout.scenario.programmes}
    for lever in handout.scenario.levers:
        row = writer.plan.lever_rows[lever.id]
        if row - 1 not in writer.plan.lever_rows.values():
            group = programmes.get(lever.programme or "", t(f"export.group_{lever.group}"))
            writer.heading(sheet, row - 1, group, len(WIDTHS))
        _lever(writer, sheet, row, lever)
        writer.file.define_name(cell_name(lever.id), f"={quoted(name)}!{_address(row, LEVER_VALUE)}")
    _hold_in_order(writer, sheet)
    sheet.print_area(0, 0, max(writer.plan.lever_rows.values()), COLUMNS.index("status"))
    _mark_what_moved(writer, sheet)


def _lever(writer: Writer, sheet: Any, row: int, lever: Lever) -> None:
    handout, t, number = writer.handout, writer.handout.t, lever_number(lever)
    value = handout.values[lever.id]
    writer.text(sheet, row, 0, full_name(lever, handout.scenario, t))
    writer.text(sheet, row, 1, t(f"scenarios.short_{lever.group}"), "aside")
    writer.text(sheet, row, 3, lever_unit_words(lever, t), "aside")
    writer.number(sheet, row, LEVER_VALUE, value, number, "lever")
    over = "illustrative" if lever.illustrative else "line"
    for column, shown in ((LEVER_EXPORTED, value), (LEVER_TODAY, lever.default)):
        writer.number(sheet, row, column, shown, number, over if column == LEVER_TODAY else "line")
    for column, shown in ((6, lever.minimum), (7, lever.maximum)):
        writer.number(sheet, row, column, shown, number)
    status = t("frame.status_illustrative") if lever.illustrative else t("export.status_published")
    credit = handout.credit_of[lever.origin] if lever.origin else t("scenarios.own_choice")
    for column, text in enumerate((status, credit, lever.locator, cell_name(lever.id)), start=8):
        writer.text(sheet, row, column, text, "aside")


def _hold_in_order(writer: Writer, sheet: Any) -> None:
    """Let every cell take only what its lever may be; a year of full reach never comes before its start."""
    pairs = writer.handout.scenario.year_pairs
    later, earlier = dict(pairs), {last: first for first, last in pairs}
    rows, t = writer.plan.lever_rows, writer.handout.t
    for lever in writer.handout.scenario.levers:
        lowest, highest = (f"={_address(rows[lever.id], column)}" for column in (6, 7))
        if lever.id in later:
            highest = f"=MIN({highest[1:]},{_address(rows[later[lever.id]], LEVER_VALUE)})"
        if lever.id in earlier:
            lowest = f"=MAX({lowest[1:]},{_address(rows[earlier[lever.id]], LEVER_VALUE)})"
        sheet.data_validation(
            rows[lever.id],
            LEVER_VALUE,
            rows[lever.id],
            LEVER_VALUE,
            {
                "validate": "integer" if lever.integer else "decimal",
                "criteria": "between",
                "minimum": lowest,
                "maximum": highest,
                "error_title": t("export.refused_title"),
                "error_message": t("export.refused"),
            },
        )


def _mark_what_moved(writer: Writer, sheet: Any) -> None:
    """Make a value bold and red where it is not the export's."""
    last = max(writer.plan.lever_rows.values())
    moved = writer.file.add_format({"font_color": "#8C1640", "bg_color": "#F8E3EA"})
    formula = f"=$C{FIRST_ROW + 1}<>$E{FIRST_ROW + 1}"
    sheet.conditional_format(
        FIRST_ROW, LEVER_VALUE, last, LEVER_VALUE, {"type": "formula", "criteria": formula, "format": moved}
    )


def _address(row: int, column: int) -> str:
    address: str = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return address
