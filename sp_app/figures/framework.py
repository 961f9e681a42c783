"""The medium-term expenditure framework as it is printed: columns by kind of year, rows in order, one unit of money.

Exact values stay beside the printed ones: files carry the exact ones, the table the printed ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sp_app.figures.framework_rounding import added_up
from sp_app.figures.money import BASES, BILLION, NOMINAL, OF_GDP, VIEWS, Money
from sp_core.analysis import Framework, Line
from sp_core.scenario import Scenario

Kind = Literal["actual", "estimate", "budget", "forward"]
FORWARD = 5  # years after the first one
SOURCES_TOTALS = ("identified_lak", "financing_gap_lak")
ROOM = ("domestic_need_lak", "ceiling_lak", "fiscal_space_lak")
ALWAYS = ("partners_lak", "contributions_lak", "state_central_lak", "state_provincial_lak")
OUTSIDE_PROGRAMMES = ("macro", "debt")  # sections that are published for the year before
LOOKS_BACK = ("debt_stabilising_balance",)  # says nothing about the first year
SECTIONS = ("macro", "baseline", "new_policy", "savings", "need", "sources", "room", "ratios", "debt")
DIGITS = {"share": 2, "index": 3, "lak_usd": 0}
FEWER_DIGITS = {"debt_gdp": 1}


@dataclass(frozen=True, slots=True)
class Column:
    """One year and what sort of year it is in a budget."""

    year: int
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: `name` is a result of the model or a programme, `unit` the key of a Money, share, index or lak_usd.

    `exact` and `shown` (rounded to `digits`) hold one value per column in that unit, percent for shares;
    None is what nobody has published.
    """

    section: str
    name: str
    unit: str
    exact: tuple[float | None, ...]
    shown: tuple[float | None, ...] = ()
    digits: int = 0
    is_total: bool = False


@dataclass(frozen=True)
class Statement:
    """The printed framework of one scenario in one unit of money."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    money: Money

    def section(self, name: str) -> tuple[Row, ...]:
        """Return the rows of one section."""
        return tuple(row for row in self.rows if row.section == name)

    def row(self, section: str, name: str) -> Row:
        """Return one row."""
        return next(row for row in self.section(section) if row.name == name)

    def at(self, year: int) -> int:
        """Return the number of a year's column."""
        return [column.year for column in self.columns].index(year)


def framework_years(scenario: Scenario, chosen: int) -> tuple[int, ...]:
    """Return the first year, the budget year, the forward years, and the chosen year where it comes later."""
    first, last = scenario.assumptions.first_year, scenario.assumptions.last_year
    years = tuple(range(first, min(first + FORWARD, last) + 1))
    return years if chosen in years else (*years, chosen)


def statement(
    table: Framework, years: Sequence[int], before: Mapping[str, float], before_year: int, money: Money
) -> Statement:
    """Return the framework in print for `years`; `before` are published for the year before (core units).

    `table` is nominal; `years` begin with its first year, the last actual column is put before them.
    """
    kinds: tuple[Kind, ...] = ("actual", "estimate", "budget", *("forward" for _ in years[2:]))
    columns = tuple(Column(*it) for it in zip((before_year, *years), kinds, strict=True))
    at = [table.years.index(year) for year in years]
    lines = [replace(line, values=tuple(line.values[i] for i in at)) for line in table.lines]
    bases = {line.name: (before[line.name], *line.values) for line in lines if line.name in BASES}
    divisors = money.divisors(bases)
    rows = [_rounded(_exact(line, before, divisors, money)) for line in lines]
    return Statement(columns, tuple(_in_order(added_up(rows, money.digits))), money)


def _exact(line: Line, before: Mapping[str, float], divisors: Sequence[float], money: Money) -> Row:
    """Return a line in its printed unit; GDP itself stays in kip where everything else is a share of it."""
    unit, given = line.unit, divisors
    if unit == "lak":
        stays = line.name == "gdp_lak" and money is OF_GDP
        unit, given = (NOMINAL.key, (BILLION,) * len(divisors)) if stays else (money.key, divisors)
    else:
        given = (0.01 if unit == "share" else 1.0,) * len(divisors)
    first = before.get(line.name) if line.section in OUTSIDE_PROGRAMMES else None
    values = (None, *line.values[1:]) if line.name in LOOKS_BACK else line.values
    exact = tuple(None if v is None else v / by for v, by in zip((first, *values), given, strict=True))
    return Row(section=line.section, name=line.name, unit=unit, exact=exact, is_total=line.is_total)


def _rounded(row: Row) -> Row:
    digits = FEWER_DIGITS.get(row.name, VIEWS[row.unit].digits if row.unit in VIEWS else DIGITS[row.unit])
    return replace(row, digits=digits, shown=tuple(None if v is None else round(v, digits) + 0.0 for v in row.exact))


def _in_order(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows in order of print; sources that pay nothing in any column are left out."""
    balance = {row.name: row for row in rows if row.section == "balance"}
    for section in SECTIONS:
        for row in rows:
            if row.section == section and (section != "sources" or row.name in ALWAYS or any(row.exact)):
                yield row
        for name in {"sources": SOURCES_TOTALS, "room": ROOM}.get(section, ()):
            yield replace(balance[name], section=section, is_total=name in SOURCES_TOTALS)
