"""Which sheet and row every given figure, lever and quantity has, and how formulas refer to them.

Years stand in the same columns of every sheet of years, so a formula is the same in every year after
the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from sp_app.export.handout import Handout
from sp_app.export.xlsx import arrangement
from sp_app.export.xlsx.arrangement import HERE, Counted, Given, Table
from sp_app.export.xlsx.formula import template
from sp_core.model.quantity import Ref
from sp_core.parameter import Parameter

YEAR_ROW, FIRST_ROW, FIRST_YEAR = 4, 5, 2  # rows and columns are counted from 0
LEVER_VALUE, LEVER_EXPORTED, LEVER_TODAY = 2, 4, 5  # columns of the sheet of levers
GIVEN = "given"

Key = tuple[str, str]  # HERE, TODAY or GIVEN, and the name


@dataclass(frozen=True, slots=True)
class Place:
    """Sheet and row of a number."""

    sheet: str
    row: int


@dataclass(frozen=True)
class Plan:
    """The places of one workbook."""

    handout: Handout

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the names of the sheets that every workbook has, by key."""
        return arrangement.sheet_names(self.handout)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Return the sheets of years."""
        return arrangement.tables(self.handout, self.names)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return the names of all sheets behind the first, in order."""
        framework = (self.names["framework"],) if self.handout.framework else ()
        years = (table.name for table in self.tables)
        return (self.names["levers"], *years, *framework, self.names["sources"], self.names["check"])

    @cached_property
    def given(self) -> Mapping[str, tuple[Parameter, ...]]:
        """Return the given figures by id, in order of years."""
        found: dict[str, list[Parameter]] = {}
        for one in sorted(arrangement.given_figures(self.handout), key=lambda p: p.year):
            found.setdefault(one.id, []).append(one)
        return {name: tuple(ones) for name, ones in found.items()}

    @cached_property
    def place(self) -> Mapping[Key, Place]:
        """Return the place of every row of years."""
        found: dict[Key, Place] = {}
        for table in self.tables:
            for row, entry in enumerate(table.entries, start=FIRST_ROW):
                if isinstance(entry, Counted):
                    found[entry.variant, entry.quantity.name] = Place(table.name, row)
                elif isinstance(entry, Given):
                    found[GIVEN, entry.id] = Place(table.name, row)
        return found

    @cached_property
    def lever_rows(self) -> Mapping[str, int]:
        """Return the row of every lever on its sheet; a row of words stands above each group of levers."""
        rows: dict[str, int] = {}
        row, before = FIRST_ROW, ("", "")
        for lever in self.handout.scenario.levers:
            group = (lever.programme or "", lever.group)
            row += group != before
            before = group
            rows[lever.id] = row
            row += 1
        return rows

    def formula(self, entry: Counted, sheet: str, at: int) -> str | float:
        """Return the formula of a row in year number `at`, or the constant that stands in the first year."""
        first = entry.quantity.first
        if at == 0 and first is not None:
            return f"={self._input(first, entry.variant, sheet, at)}" if isinstance(first, Ref) else float(first)
        cells = {short: self._input(ref, entry.variant, sheet, at) for short, ref in entry.quantity.inputs.items()}
        return "=" + self._templates[entry.quantity.name].format_map(cells)

    def cell(self, key: Key, sheet: str, at: int, fixed: bool = False) -> str:
        """Return the address of a row's cell in year number `at`, as seen from `sheet`."""
        place = self.place[key]
        address = xl_rowcol_to_cell(place.row, FIRST_YEAR + at, col_abs=fixed)
        return address if place.sheet == sheet else f"{quoted(place.sheet)}!{address}"

    def _input(self, ref: Ref, variant: str, sheet: str, at: int) -> str:
        """Return how a formula on `sheet` in year number `at` names an input."""
        if ref.kind == "year":
            return f"{xl_col_to_name(FIRST_YEAR + at)}${YEAR_ROW + 1}"
        if ref.kind == "lever":
            return self._lever(ref.id, variant)
        if ref.kind in ("quantity", "previous"):
            known = variant if (variant, ref.id) in self.place else HERE
            return self.cell((known, ref.id), sheet, at - (ref.kind == "previous"))
        if ref.kind == "base":
            return self.cell((GIVEN, ref.id), sheet, 0, fixed=True)
        return self.cell((GIVEN, ref.id), sheet, at - (ref.kind == "parameter_before"))

    def _lever(self, lever: str, variant: str) -> str:
        """Return the name of a lever's cell, or under today's policies where its value of today stands."""
        if variant == HERE or lever not in self._policy:
            return cell_name(lever)
        address = xl_rowcol_to_cell(self.lever_rows[lever], LEVER_TODAY, row_abs=True, col_abs=True)
        return f"{quoted(self.names['levers'])}!{address}"

    @cached_property
    def _policy(self) -> frozenset[str]:
        return arrangement.policy_levers(self.handout)

    @cached_property
    def _templates(self) -> Mapping[str, str]:
        return {it.name: template(it) for it in self.handout.quantities}


def cell_name(lever: str) -> str:
    """Return the name of a lever's cell: mecg.coverage is mecg_coverage."""
    return lever.replace(".", "_")


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas write it."""
    return f"'{sheet}'"
