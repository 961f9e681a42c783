"""The stress table: every recorded shock laid over the scenario, and what its main results become."""

from __future__ import annotations

from functools import cache
from html import escape

from sp_app.data.shock_files import load_shocks
from sp_app.i18n.numbers import BILLION
from sp_app.ui import panel
from sp_app.ui.financing_html import header, scrolling, small, value
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit
from sp_core.analysis import Stressed
from sp_core.shock_preset import ShockPreset

RESULTS = ("revenue_lak", "cost_lak", "cost_gdp", "financing_gap_lak", "financing_gap_gdp", "debt_gdp")
SHARES = ("cost_gdp", "financing_gap_gdp", "debt_gdp")
DIGITS = {"debt_gdp": 1, "cost_gdp": 2, "financing_gap_gdp": 2}


@cache
def shocks(_build: str) -> tuple[ShockPreset, ...]:
    """Return the recorded shocks, read once per build."""
    return load_shocks()


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw shocks down and results across; what the shock changes stands below each value."""
    t, year = ctx.t, visit.state.year
    known = shocks(ctx.build_id)
    rows = found.stressed({shock.id: shock.values for shock in known}, RESULTS, year)
    strikes = int(found.values["shock_year"])
    title = t("financing.stress_title", year=year)
    measure = t(
        "financing.stress_measure" if year >= strikes else "financing.stress_before", strikes=strikes, year=year
    )
    head = header(t("financing.column_shock")) + "".join(header(t(f"financing.stress_{name}"), "n") for name in RESULTS)
    lines = [
        _line(ctx, t("financing.stress_calm"), "", {name: (rows[known[0].id, name].calm, 0.0) for name in RESULTS})
    ]
    lines += [_shock(ctx, shock, rows) for shock in known]
    table = scrolling(title, f"<tr>{head}</tr>", lines)
    panel.draw("stress", title, measure, table, t("financing.stress_note"), "sp-rows sp-stress")


def _shock(ctx: Context, shock: ShockPreset, rows: dict[tuple[str, str], Stressed]) -> str:
    cells = {name: (rows[shock.id, name].value, rows[shock.id, name].change) for name in RESULTS}
    return _line(ctx, shock.title.get(ctx.lang), shock.description.get(ctx.lang), cells)


def _line(ctx: Context, name: str, about: str, cells: dict[str, tuple[float, float]]) -> str:
    body = "".join(_cell(ctx, result, *pair) for result, pair in cells.items())
    return f'<tr><th scope="row">{escape(name)}{small(about) if about else ""}</th>{body}</tr>'


def _cell(ctx: Context, result: str, amount: float, change: float) -> str:
    t, n, digits = ctx.t, ctx.n, DIGITS.get(result, 0)
    scale = 100.0 if result in SHARES else 1.0 / BILLION
    words = n.percent(amount * scale, digits) if result in SHARES else n.decimal(amount * scale, digits)
    moved = round(change * scale, digits)
    if moved:
        key = "points" if result in SHARES else "amount"
        words += small(t(f"financing.change_{key}", change=n.signed(moved, digits)))
    return value(words, t(f"financing.stress_{result}"))
