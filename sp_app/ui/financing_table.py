"""The medium-term expenditure framework as a table: every number opens its card."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sp_app.figures.framework import Row, Statement
from sp_app.figures.money import VIEWS
from sp_app.i18n.numbers import DASH, Numbers
from sp_app.ui import panel
from sp_app.ui.financing_cards import number
from sp_app.ui.financing_html import header, scrolling
from sp_app.ui.financing_lines import colour, line_name
from sp_app.ui.financing_study import Study
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit

OF_PROGRAMMES = ("baseline", "new_policy", "savings")
WITH_HEADING = ("baseline", "new_policy", "sources", "room", "ratios")
OUTSIDE = ("macro", "debt")  # published for the year before
UNKNOWN_WITHOUT_CEILING = ("ceiling_lak", "fiscal_space_lak", "fiscal_space_gdp")


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the table for the chosen year and unit."""
    t, state = ctx.t, visit.state
    printed = found.statement(state.year, state.view)
    unit = printed.money.measure(t, found.years[0])
    origins = dict.fromkeys(one.origin for one in found.actual.parameters)
    title = t("financing.mtef_title")
    panel.draw(
        "framework",
        title,
        t("financing.mtef_measure", unit=unit),
        scrolling(title, _head(ctx, printed, unit, state.year), _body(ctx, found, printed, state.year)),
        f"{t('financing.mtef_note')} {source_line(ctx, *origins, note=t('financing.mtef_own'))}",
        "sp-mtef",
    )


def row_name(ctx: Context, found: Study, row: Row) -> str:
    """Return the printed name of a line."""
    if row.section in OF_PROGRAMMES:
        return ctx.t(f"financing.total_{row.name}") if row.is_total else line_name(ctx, found, row.name)
    return ctx.t(f"financing.line_{row.name}")


def cell_words(n: Numbers, row: Row, at: int) -> str:
    """Return one printed value; nothing is a dash."""
    value = row.shown[at]
    if value is None or (row.unit in VIEWS and value == 0.0):
        return DASH
    return n.decimal(value, row.digits)


def unknown_ceiling(found: Study, row: Row) -> bool:
    """Say whether a line depends on a ceiling that nobody has named: its lever stands at nothing."""
    return row.name in UNKNOWN_WITHOUT_CEILING and found.values["ceiling"] == 0.0


def _head(ctx: Context, printed: Statement, unit: str, chosen: int) -> str:
    cells = "".join(
        header(str(it.year), "n at" if it.year == chosen else "n", ctx.t(f"financing.year_{it.kind}"))
        for it in printed.columns
    )
    return f"<tr>{header(unit[:1].upper() + unit[1:])}{cells}</tr>"


def _body(ctx: Context, found: Study, printed: Statement, chosen: int) -> Iterator[str]:
    """Yield the rows; the column of the last actual year says once that spending is not published."""
    inside = [row for row in printed.rows if row.section not in OUTSIDE]
    lines = len(inside) + sum(1 for name in WITH_HEADING if printed.section(name))
    unsaid = f'<td class="unsaid" rowspan="{lines}"><span>{escape(ctx.t("financing.not_published"))}</span></td>'
    section = ""
    for row in printed.rows:
        first = row.section != section
        section = row.section
        opens = row is inside[0]
        if first and section in WITH_HEADING:
            name = escape(ctx.t(f"financing.section_{section}"))
            blank = f'<td colspan="{len(printed.columns) - 1}"></td>'
            yield f'<tr class="section"><th scope="rowgroup">{name}</th>{unsaid if opens else ""}{blank}</tr>'
            opens = False
        yield _row(ctx, found, printed, row, chosen, unsaid if opens else "")


def _row(ctx: Context, found: Study, printed: Statement, row: Row, chosen: int, unsaid: str) -> str:
    looks = [row.section, *(["total"] if row.is_total else []), *(["gap"] if "financing_gap" in row.name else [])]
    name = escape(row_name(ctx, found, row))
    if row.section in OF_PROGRAMMES and not row.is_total:
        name = f'<i class="sp-swatch" style="background:{colour(found, row.name)}"></i>{name}'
    if row.unit != printed.money.key and row.unit in VIEWS:
        name += f" <small>{escape(VIEWS[row.unit].measure(ctx.t, found.years[0]))}</small>"
    outside = row.section in OUTSIDE
    cells = [f'<td class="n before">{cell_words(ctx.n, row, 0)}</td>' if outside else unsaid]
    cells += [_unnamed(ctx, printed)] if unknown_ceiling(found, row) else _cells(ctx, printed, row, chosen)
    return f'<tr class="{" ".join(looks)}"><th scope="row">{name}</th>{"".join(cells)}</tr>'


def _unnamed(ctx: Context, printed: Statement) -> str:
    """Return one cell over all years: what depends on a ceiling is not known while none is named."""
    return f'<td class="unsaid at" colspan="{len(printed.columns) - 1}">{escape(ctx.t("financing.no_ceiling"))}</td>'


def _cells(ctx: Context, printed: Statement, row: Row, chosen: int) -> list[str]:
    return [_cell(ctx, row, at, it.year, it.year == chosen) for at, it in enumerate(printed.columns) if at]


def _cell(ctx: Context, row: Row, at: int, year: int, here: bool) -> str:
    look = "n at" if here else "n"
    words = cell_words(ctx.n, row, at)
    if words == DASH:
        return f'<td class="{look}">{DASH}</td>'
    return f'<td class="{look}">{number(asked(row), year, words, reach=here)}</td>'


def asked(row: Row) -> str:
    """Return what a cell of this row asks its card for."""
    if row.section == "baseline" and not row.is_total:
        return f"today.cost_lak.{row.name}"
    return f"line.{row.section}.{row.name}" if row.section in OF_PROGRAMMES else f"result.{row.name}"
