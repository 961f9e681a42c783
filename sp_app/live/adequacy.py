"""What a benefit is worth: beside wages, incomes and the derived poverty line, and at the prices of the first year."""

from __future__ import annotations

from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_app.live.results import Results
from sp_app.live.tables import Table
from sp_core.adequacy import real_value, share_of_monthly

COLUMNS = ("programme", "month", "minimum_wage", "gdp_head", "poverty_line", "real", "real_change")
PERCENT = 100.0


def adequacy_table(found: Results, line_month: float | None, t: Texts, n: Numbers) -> Table:
    """Return one row per programme that pays in the chosen year.

    `line_month` is the poverty line in kip a month per person at the prices of the first year, None if not known.
    """
    first, year = found.here.years[0], found.state.year
    names = tuple(t(f"adequacy.{name}", year=year, first=first) for name in COLUMNS)
    rows = tuple(
        (programme.title.get(n.language), *_row(found, programme.id, line_month, n))
        for programme in found.state.scenario.programmes
        if found.here.at(f"recipients.{programme.id}", year) > 0
    )
    return Table(names, (False, *(True for _ in names[1:])), rows)


def _row(found: Results, programme: str, line_month: float | None, n: Numbers) -> tuple[str, ...]:
    here, year = found.here, found.state.year
    at = here.years.index(year)
    benefit = here.results[f"benefit_month_lak.{programme}"]
    prices = here.results["price_index"]
    real = real_value(benefit, prices)
    line = None if line_month is None else float(share_of_monthly(benefit[at], line_month * prices[at] / prices[0]))
    return (
        n.integer(benefit[at]),
        n.percent(here.at(f"benefit_min_wage.{programme}", year) * PERCENT),
        n.percent(here.at(f"benefit_gdp_head.{programme}", year) * PERCENT),
        n.percent(None if line is None else line * PERCENT),
        n.integer(float(real[at])),
        n.percent(float(real[at] / real[0] - 1.0) * PERCENT) if benefit[0] > 0.0 else n.percent(None),
    )
