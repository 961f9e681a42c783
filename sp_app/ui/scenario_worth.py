"""Adequacy beside cost: what the benefits of the chosen year are worth, with the derived poverty line explained."""

from __future__ import annotations

from functools import cache
from html import escape

from sp_app.data.database import open_database
from sp_app.data.poverty_line import DerivedLine, derived_poverty_line
from sp_app.live.adequacy import adequacy_table
from sp_app.live.results import Results
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_app.ui.scenario_html import heading, table


def worth(ctx: Context, found: Results) -> str:
    """Return the table and its note as HTML."""
    t, n, year = ctx.t, ctx.n, found.state.year
    title = t("adequacy.title", year=year)
    line = _line(found.here.years[0], ctx.build_id)
    rows = adequacy_table(found, line.month_lak if line else None, t, n)
    if not rows.rows:
        return f'{heading(title)}<p class="sp-card">{escape(t("adequacy.none"))}</p>'
    if line is None:
        note = f'<p class="sp-unknown">{escape(t("adequacy.no_line"))}</p>'
    else:
        prices = found.here.at("price_index", year) / found.here.at("price_index", found.here.years[0])
        said = t(
            "adequacy.note",
            # Thousands: the derivation carries no more digits.
            line=n.integer(round(line.month_lak * prices, -3)),
            year=year,
            rate=n.percent(line.rate.value),
        )
        sources = source_line(ctx, *dict.fromkeys(one.origin for one in line.figures))
        note = f'<p class="sp-measure">{escape(said)}</p><p class="sp-source">{escape(sources)}</p>'
    return f"{heading(title)}{table(rows, title, 'sp-adequacy')}{note}"


@cache
def _line(year: int, _build: str) -> DerivedLine | None:
    return derived_poverty_line(open_database().queries(), year)
