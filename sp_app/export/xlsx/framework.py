"""The medium-term framework in formulas: existing programmes, new policy, savings, who pays, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from xlsxwriter.utility import xl_rowcol_to_cell

from sp_app.export.xlsx.arrangement import CEILING, HERE, TODAY, WITHOUT_CEILING
from sp_app.export.xlsx.plan import FIRST_ROW, FIRST_YEAR, cell_name
from sp_app.export.xlsx.units import result_number, result_unit
from sp_app.export.xlsx.writing import NAME_WIDTH, UNIT_WIDTH, YEAR_WIDTH, Writer
from sp_core.analysis import Framework, Line
from sp_core.analysis.framework import EMERGENCY, Section
from sp_core.scenario import Scenario

PRINTED_YEARS = 6
OF_PROGRAMMES = ("baseline", "new_policy", "savings")
SECTIONS: tuple[Section, ...] = get_args(Section)
LOOKS_BACK = ("debt_stabilising_balance",)  # says nothing about the first year
LOOKS = {"financing_gap_lak": "gap"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row; without a name it is the line of words above its section."""

    section: Section
    name: str
    unit: str = ""
    is_total: bool = False


def framework_rows(scenario: Scenario, table: Framework) -> tuple[Row, ...]:
    """Return the rows: every programme stands there, for levers may move it."""
    existing = [line.name for line in table.section("baseline") if not line.is_total]
    every = [*(p.id for p in scenario.programmes), EMERGENCY]
    of: dict[Section, list[str]] = {"baseline": existing, "new_policy": every, "savings": existing}
    rows: list[Row] = []
    for section in SECTIONS:
        if section != "need":
            rows.append(Row(section, ""))
        rows += [Row(section, name, "lak") for name in of.get(section, ())]
        rows += [
            Row(section, line.name, line.unit, line.is_total)
            for line in table.lines
            if line.section == section and (section not in of or line.is_total)
        ]
    return tuple(rows)


def write_framework(writer: Writer, table: Framework) -> None:
    """Write the sheet."""
    handout, t = writer.handout, writer.handout.t
    years = handout.years
    widths = (NAME_WIDTH, UNIT_WIDTH, *(YEAR_WIDTH for _ in years), YEAR_WIDTH + 4, 70)
    sheet = writer.sheet(
        writer.plan.names["framework"], t("export.framework"), widths, t("export.note_framework"), (1, 1)
    )
    right = (t("export.column_actual", year=handout.actual.year), t("export.column_source"))
    writer.years(sheet, (t("export.column_name"), t("export.column_unit")), right)
    sheet.set_portrait()
    rows = framework_rows(handout.scenario, table)
    found = _Rows(writer, sheet, table, rows)
    for number, row in enumerate(rows, start=FIRST_ROW):
        found.write(number, row)
    sheet.print_area(0, 0, FIRST_ROW + len(rows) - 1, FIRST_YEAR + min(PRINTED_YEARS, len(years)) - 1)


class _Rows:
    """Writes the rows of the framework."""

    def __init__(self, writer: Writer, sheet: Any, table: Framework, rows: tuple[Row, ...]) -> None:
        self._writer, self._sheet, self._table = writer, sheet, table
        self._numbers = {(row.section, row.name): at for at, row in enumerate(rows, start=FIRST_ROW)}
        self._titles = {p.id: p.title.get(writer.handout.language) for p in writer.handout.scenario.programmes}

    def write(self, number: int, row: Row) -> None:
        """Write one row."""
        writer, handout = self._writer, self._writer.handout
        if not row.name:
            words = handout.t(f"export.section_{row.section}")
            writer.heading(self._sheet, number, words, FIRST_YEAR + len(handout.years))
            return
        look = LOOKS.get(row.name, "total" if row.is_total else "line")
        writer.text(self._sheet, number, 0, self._name(row), look)
        writer.text(self._sheet, number, 1, result_unit(row.unit, handout.t), look)
        values = self._values(row)
        for at in range(len(handout.years)):
            place = (number, FIRST_YEAR + at)
            if at == 0 and row.name in LOOKS_BACK:
                self._sheet.write_blank(*place, None, writer.made(look))
                continue
            shown: float | str = values[at]
            if row.name in WITHOUT_CEILING and handout.values[CEILING] == 0.0:
                shown = handout.t("financing.not_known")
            writer.formula(self._sheet, place, self._formula(row, at), shown, result_number(row.unit), look)
        self._published(number, row)

    def _published(self, number: int, row: Row) -> None:
        """Write what is published for the year before, with its source."""
        handout = self._writer.handout
        one = handout.actual.get(row.name) if row.section in ("macro", "debt") else None
        column = FIRST_YEAR + len(handout.years)
        if one is None:
            self._writer.text(self._sheet, number, column, handout.t("frame.not_published"), "unsaid")
            return
        self._writer.number(self._sheet, number, column, one.value, result_number(row.unit))
        status = handout.t(f"frame.status_{one.status}")
        source = f"{handout.credit_of[one.origin]} – {one.locator} ({status})"
        self._writer.text(self._sheet, number, column + 1, source, "aside")

    def _name(self, row: Row) -> str:
        t = self._writer.handout.t
        if row.section in OF_PROGRAMMES and row.is_total:
            return t(f"financing.total_{row.name}")
        return self._titles.get(row.name) or t(f"financing.line_{row.name}")

    def _values(self, row: Row) -> tuple[float, ...]:
        return next((line.values for line in self._lines(row)), (0.0,) * len(self._writer.handout.years))

    def _lines(self, row: Row) -> Iterator[Line]:
        yield from (line for line in self._table.section(row.section) if line.name == row.name)

    def _formula(self, row: Row, at: int) -> str:
        plan, sheet = self._writer.plan, self._writer.plan.names["framework"]
        if row.section in OF_PROGRAMMES and row.is_total:
            first, last = (self._numbers[row.section, ""] + 1, self._numbers[row.section, row.name] - 1)
            if last < first:
                return "=0"
            return f"=SUM({xl_rowcol_to_cell(first, FIRST_YEAR + at)}:{xl_rowcol_to_cell(last, FIRST_YEAR + at)})"
        if row.section in OF_PROGRAMMES:
            return self._of_programme(row, at)
        cell = plan.cell((HERE, row.name), sheet, at)
        if row.name in WITHOUT_CEILING:
            unknown = self._writer.handout.t("financing.not_known").replace('"', '""')
            return f'=IF({cell_name(CEILING)}=0,"{unknown}",{cell})'
        return f"={cell}"

    def _of_programme(self, row: Row, at: int) -> str:
        plan, sheet = self._writer.plan, self._writer.plan.names["framework"]
        if row.name == EMERGENCY:
            return f"=MAX(0,{plan.cell((HERE, 'emergency_lak'), sheet, at)})"
        here, today = (plan.cell((it, f"cost_lak.{row.name}"), sheet, at) for it in (HERE, TODAY))
        formulas = {"baseline": today, "new_policy": f"MAX(0,{here}-{today})", "savings": f"MAX(0,{today}-{here})"}
        return f"={formulas[row.section]}"
