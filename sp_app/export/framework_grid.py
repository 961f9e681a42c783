"""The medium-term expenditure framework of a scenario as a printed table, the same lines as on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sp_app.export.grid import Grid, Look
from sp_app.export.handout import Handout
from sp_app.figures.framework import OUTSIDE_PROGRAMMES, Row, Statement, framework_years, statement
from sp_app.figures.money import NOMINAL, VIEWS, Money
from sp_app.i18n.numbers import DASH

OF_PROGRAMMES = ("baseline", "new_policy", "savings")
WITH_HEADING = ("baseline", "new_policy", "sources", "room", "ratios")
NEEDS_CEILING = ("ceiling_lak", "fiscal_space_lak", "fiscal_space_gdp")
EMERGENCY = "emergency"
NAME, NUMBER = 46.0, 12.5  # relative widths


def framework_statement(h: Handout, year: int, money: Money = NOMINAL) -> Statement | None:
    """Return the printed framework, None where the scenario does not say who pays."""
    if h.framework is None:
        return None
    before = {one.id: one.value for one in h.actual.parameters}
    return statement(h.framework, framework_years(h.scenario, year), before, h.actual.year, money)


def framework_grid(h: Handout, year: int) -> Grid | None:
    """Return the framework in nominal billions of kip, with a column for `year`."""
    printed, t = framework_statement(h, year), h.t
    if printed is None:
        return None
    return _grid(h, printed, t("financing.mtef_title"), tuple(_notes(h)))


def payers_grid(h: Handout, year: int) -> Grid | None:
    """Return need, sources and financing gap alone."""
    printed = framework_statement(h, year)
    if printed is None:
        return None
    rows = tuple(row for row in printed.rows if row.section in ("need", "sources"))
    few = Statement(printed.columns[1:], tuple(replace(row, shown=row.shown[1:]) for row in rows), printed.money)
    return _grid(h, few, h.t("handout.how_paid"), (h.t("handout.adds_up"),))


def _grid(h: Handout, printed: Statement, title: str, notes: tuple[str, ...]) -> Grid:
    t = h.t
    heads = (f"{it.year}\n{t(f'financing.year_{it.kind}')}" for it in printed.columns)
    rows, looks = zip(*_rows(h, printed), strict=True)
    unit = printed.money.measure(t, h.years[0])
    return Grid(
        title=title,
        columns=(unit[:1].upper() + unit[1:], *heads),
        numeric=(False, *(True for _ in printed.columns)),
        widths=(NAME, *(NUMBER for _ in printed.columns)),
        rows=rows,
        looks=looks,
        notes=notes,
    )


def _notes(h: Handout) -> Iterator[str]:
    yield f"{h.actual.year}: {h.t('financing.not_published')}."
    if _no_ceiling(h):
        yield h.t("handout.no_ceiling")
    yield h.t("handout.adds_up")


def _no_ceiling(h: Handout) -> bool:
    return h.values["ceiling"] == 0.0


def _rows(h: Handout, printed: Statement) -> Iterator[tuple[tuple[str, ...], Look]]:
    """Yield heads of sections and lines; what depends on a ceiling that nobody named is left out and noted."""
    section = ""
    for row in printed.rows:
        if row.name in NEEDS_CEILING and _no_ceiling(h):
            continue
        if row.section != section and row.section in WITH_HEADING:
            yield (h.t(f"financing.section_{row.section}"),), "section"
        section = row.section
        cells = (cell_words(h, row, at) for at in range(len(printed.columns)))
        yield (row_name(h, row), *cells), _look(row)


def _look(row: Row) -> Look:
    return "gap" if "financing_gap" in row.name else "total" if row.is_total else "line"


def row_name(h: Handout, row: Row) -> str:
    """Return the printed name of a line."""
    if row.section not in OF_PROGRAMMES:
        return h.t(f"financing.line_{row.name}")
    if row.is_total:
        return h.t(f"financing.total_{row.name}")
    if row.name == EMERGENCY:
        return h.t("financing.line_emergency")
    return next(p.title for p in h.scenario.programmes if p.id == row.name).get(h.language)


def cell_words(h: Handout, row: Row, at: int) -> str:
    """Return one printed value: nothing is a dash, what nobody has published an empty cell."""
    value = row.shown[at]
    if value is None:
        return "" if row.section not in OUTSIDE_PROGRAMMES else DASH
    return DASH if row.unit in VIEWS and value == 0.0 else h.n.decimal(value, row.digits)
