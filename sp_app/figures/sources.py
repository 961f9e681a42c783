"""Who pays in one year, as it is printed: the sources in their fixed order, then what has none."""

from __future__ import annotations

from dataclasses import dataclass

from sp_app.figures.framework import Row, Statement
from sp_app.figures.spec import Role
from sp_app.i18n.numbers import Numbers
from sp_core.model.fiscal_space_block import YIELDS

# From the most lasting to what is borrowed; each with the results that make it up.
SOURCES: dict[Role, tuple[str, ...]] = {
    "state": ("state_central_lak", "state_provincial_lak"),
    "contributions": ("contributions_lak",),
    "partners": ("partners_lak",),
    "options": YIELDS,
    "borrowing": ("borrowing_lak",),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One source in one year: exact and printed, in the unit of its statement."""

    role: Role
    exact: float
    shown: float


@dataclass(frozen=True, slots=True)
class Paid:
    """Need, sources and financing gap of one year; printed parts and printed gap add up to the printed need."""

    year: int
    need: Part
    sources: tuple[Part, ...]
    gap: Part

    @property
    def covered(self) -> float:
        """Return which share of the need has a source (above 1 where more is identified than needed), 0 for none."""
        return 1.0 - self.gap.exact / self.need.exact if self.need.exact else 0.0

    def covered_words(self, n: Numbers) -> str:
        """Return the covered share in print; it is all of it only when nothing is missing."""
        share = round(100.0 * max(0.0, min(1.0, self.covered)))
        return f"> {n.percent(99.0, 0)}" if share == 100 and self.gap.exact > 0.0 else n.percent(share, 0)


def paid(statement: Statement, year: int) -> Paid:
    """Return who pays in `year`."""
    at = statement.at(year)
    rows = {row.name: row for row in statement.section("sources")}

    def part(role: Role, given: list[Row]) -> Part:
        digits = statement.money.digits
        return Part(
            role, sum(row.exact[at] or 0.0 for row in given), round(sum(row.shown[at] or 0.0 for row in given), digits)
        )

    return Paid(
        year=year,
        need=part("need", list(statement.section("need"))),
        sources=tuple(part(role, [rows[name] for name in names if name in rows]) for role, names in SOURCES.items()),
        gap=part("gap", [rows["financing_gap_lak"]]),
    )
