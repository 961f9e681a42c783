"""The sheets of years: given figures with status and source, every quantity as a formula with what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sp_app.explanation.formula import FormulaWriter
from sp_app.explanation.names import Names
from sp_app.export.looks import INK_3
from sp_app.export.xlsx.arrangement import CEILING, TODAY, WITHOUT_CEILING, Counted, Given, Heading, Table
from sp_app.export.xlsx.plan import FIRST_ROW, FIRST_YEAR, cell_name
from sp_app.export.xlsx.units import result_number, result_unit
from sp_app.export.xlsx.writing import NAME_WIDTH, UNIT_WIDTH, YEAR_WIDTH, Writer, beginning
from sp_core.model.quantity import Quantity, Ref
from sp_core.parameter import Parameter

STATUS_WIDTH, HOW_WIDTH, KEY_WIDTH = 22, 90, 30


def write_table(writer: Writer, table: Table) -> None:
    """Write one sheet of years."""
    t, years = writer.handout.t, writer.handout.years
    widths = (NAME_WIDTH, UNIT_WIDTH, *(YEAR_WIDTH for _ in years), STATUS_WIDTH, HOW_WIDTH, KEY_WIDTH)
    sheet = writer.sheet(table.name, table.title, widths, t("export.note_cells"), pages=(2, 0))
    right = (t("export.column_status"), t("export.column_how"), t("export.column_key"))
    writer.years(sheet, (t("export.column_name"), t("export.column_unit")), right)
    sheet.print_area(0, 0, FIRST_ROW + len(table.entries) - 1, FIRST_YEAR + len(years) - 1)
    rows = _Rows(writer, sheet, table)
    for row, entry in enumerate(table.entries, start=FIRST_ROW):
        rows.write(row, entry)


class _Rows:
    """Writes the rows of one table."""

    def __init__(self, writer: Writer, sheet: Any, table: Table) -> None:
        self._writer, self._sheet, self._table = writer, sheet, table
        self._names = Names(writer.handout.t, writer.handout.scenario)
        self._right = FIRST_YEAR + len(writer.handout.years)

    def write(self, row: int, entry: Heading | Given | Counted) -> None:
        """Write one row."""
        if isinstance(entry, Heading):
            self._writer.heading(self._sheet, row, entry.text, self._right)
        elif isinstance(entry, Given):
            self._given(row, entry.id)
        else:
            self._counted(row, entry)

    def _counted(self, row: int, entry: Counted) -> None:
        writer, quantity, handout = self._writer, entry.quantity, self._writer.handout
        number = result_number(quantity.unit, quantity.name)
        shape = writer.made("line", number)
        self._sides(row, self._names.quantity(quantity.name, f".{self._table.programme}"), quantity.unit, quantity.name)
        results = (handout.modified if entry.variant == TODAY else handout.here).results[quantity.name]
        for at, value in enumerate(results):
            formula = writer.plan.formula(entry, self._table.name, at)
            if isinstance(formula, str):
                self._sheet.write_formula(row, FIRST_YEAR + at, formula, shape, float(value))
            else:
                self._sheet.write_number(row, FIRST_YEAR + at, formula, shape)
        if quantity.name in WITHOUT_CEILING and handout.scenario.financing:
            self._unknown_without_ceiling(row)
        self._about(row, handout.t("export.simulated"), self._in_words(quantity), quantity.name)

    def _unknown_without_ceiling(self, row: int) -> None:
        """Show words instead of numbers while the lever says that no ceiling is named."""
        words = self._writer.handout.t("financing.not_known").replace('"', "")
        said = self._writer.file.add_format({"num_format": f'"{words}"', "font_color": INK_3})
        rule = {"type": "formula", "criteria": f"={cell_name(CEILING)}=0", "format": said}
        self._sheet.conditional_format(row, FIRST_YEAR, row, self._right - 1, rule)

    def _given(self, row: int, name: str) -> None:
        writer, handout = self._writer, self._writer.handout
        found = writer.plan.given[name]
        number = result_number(found[0].unit, name)
        self._sides(row, self._names.given(name), found[0].unit)
        for one in found:
            over = "illustrative" if one.status == "illustrative" else "line"
            column = FIRST_YEAR + handout.years.index(one.year)
            writer.number(self._sheet, row, column, one.value, number, over)
        groups = list(_together(found))
        t = handout.t
        status = "; ".join(_span([t(f"frame.status_{it[0].status}")], it, groups) for it in groups)
        source = "; ".join(_span([handout.credit_of[it[0].origin], it[0].locator], it, groups) for it in groups)
        self._about(row, status, source, name)

    def _sides(self, row: int, name: str, unit: str, key: str = "") -> None:
        self._writer.wrapped(self._sheet, row, (beginning(name),), (NAME_WIDTH,), "name")
        self._writer.text(self._sheet, row, 1, result_unit(unit, self._writer.handout.t, key), "aside")

    def _about(self, row: int, *texts: str) -> None:
        for column, text in enumerate(texts, start=self._right):
            self._writer.text(self._sheet, row, column, text, "aside")

    def _in_words(self, quantity: Quantity) -> str:
        handout = self._writer.handout
        leaves: Mapping[str, str] = {short: self._leaf(short, ref) for short, ref in quantity.inputs.items()}
        return FormulaWriter(handout.t, handout.n, leaves.__getitem__, in_words=True).write(quantity.formula)

    def _leaf(self, short: str, ref: Ref) -> str:
        """Return an input's name in a formula; what is a year older says so."""
        t = self._names.t
        if t.has(f"model.input_{short}"):
            words = t(f"model.input_{short}")
        elif ref.kind == "lever":
            words = self._names.scenario.lever(ref.id).name.get(t.language)
        elif ref.kind in ("quantity", "previous"):
            words = self._names.quantity(ref.id, f".{self._table.programme}")
        else:
            words = self._names.parameter(ref.id)
        return t("export.year_before", name=words) if ref.kind in ("previous", "parameter_before") else words


def _together(found: Sequence[Parameter]) -> Iterator[list[Parameter]]:
    """Yield given figures of one status, origin and place in it, by year."""
    for _, group in groupby(found, key=lambda p: (p.status, p.origin, p.locator)):
        yield list(group)


def _span(words: list[str], group: list[Parameter], groups: list[list[Parameter]]) -> str:
    """Return words about a group of years; the years are named where there are several groups."""
    said = " – ".join(words)
    if len(groups) == 1:
        return said
    first, last = group[0].year, group[-1].year
    return f"{said} ({first})" if first == last else f"{said} ({first}–{last})"
