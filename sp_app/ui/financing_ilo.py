"""The ILO financing gap of the scenario, by both methods under their names: not the budget's financing gap."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sp_app.figures.money import VIEWS, Money
from sp_app.ui import panel
from sp_app.ui.financing_html import header, scrolling, small, value
from sp_app.ui.financing_lines import line_name
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit
from sp_core.analysis import GuaranteeGap, guarantee_gaps

METHODS = ("by_coverage", "by_expenditure")
COLUMNS = ("guarantee", "ilo_coverage", *METHODS)


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the gaps of the four cash guarantees and their sums."""
    t, year = ctx.t, visit.state.year
    money = VIEWS[visit.state.view]
    by = money.divisors(found.here.results)[found.years.index(year)]
    gaps = guarantee_gaps(found.scenario, found.here, found.values, year)
    head = "".join(header(t(f"financing.column_{name}"), "n" if at else "") for at, name in enumerate(COLUMNS))
    sums = [money.number(ctx.n, sum(getattr(gap, name) for gap in gaps) / by) for name in METHODS]
    last = _line(ctx, escape(t("frame.total")), ["", *sums], "total")
    title = t("financing.ilo_title")
    table = scrolling(title, f"<tr>{head}</tr>", [*(_row(ctx, found, gap, by, money) for gap in gaps), last])
    measure = t("financing.ilo_measure", year=year, unit=money.measure(t, found.years[0]))
    panel.draw("ilo_gap", title, measure, table, t("financing.ilo_note"), "sp-rows sp-ilo")


def _row(ctx: Context, found: Study, gap: GuaranteeGap, by: float, money: Money) -> str:
    t, n = ctx.t, ctx.n
    name = escape(t(f"financing.guarantee_{gap.guarantee}"))
    if gap.programme is None:
        unknown = escape(t("financing.ilo_no_programme"))
        return f'<tr><th scope="row">{name}</th><td class="unsaid" colspan="3">{unknown}</td></tr>'
    measured = small(t("financing.ilo_measured", programme=line_name(ctx, found, gap.programme)))
    amounts = [money.number(n, amount / by) for amount in (gap.by_coverage, gap.by_expenditure)]
    return _line(ctx, name + measured, [n.percent(100.0 * gap.coverage), *amounts])


def _line(ctx: Context, name: str, cells: Sequence[str], look: str = "") -> str:
    labels = (ctx.t(f"financing.column_{key}") for key in COLUMNS[1:])
    body = "".join(value(words, label) for words, label in zip(cells, labels, strict=True))
    return f'<tr class="{look}"><th scope="row">{name}</th>{body}</tr>'
