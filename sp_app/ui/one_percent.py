"""What one percent of GDP, of revenue and of expenditure means: billion kip, kip a head, dollars."""

from __future__ import annotations

from collections.abc import Mapping

from sp_app.ui import facts
from sp_app.ui.elements import Height
from sp_app.ui.facts import Fact
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_core.expenditure import dollars, kip, per_head
from sp_core.records import Observation

HOME = "LAO"
ONE_PERCENT = 0.01
# Published in billion kip, million persons and million dollars.
BILLION, MILLION = 1e9, 1e6
BASES = {"gdp_lcu": "one_of_gdp", "gov_revenue_lcu": "one_of_revenue", "gov_expenditure_lcu": "one_of_expenditure"}


def kip_by_year(usd_million: Mapping[int, float], rates: Mapping[int, float]) -> dict[int, float]:
    """Return kip of every year that has its own rate (kip per dollar)."""
    return {year: kip(usd * MILLION, rates[year]) for year, usd in usd_million.items() if year in rates}


def latest_actual(ctx: Context, indicator: str) -> Observation:
    """Return the newest figure that is not a projection."""
    return [o for o in ctx.q.observations(indicator, areas=(HOME,)) if o.status != "projection"][-1]


def one_percent_of(ctx: Context, indicator: str, year: int) -> float:
    """Return one percent of a published amount, kip."""
    return ctx.q.observation(indicator, HOME, year).value * BILLION * ONE_PERCENT


def card(ctx: Context, height: Height) -> None:
    """Draw the card for the latest year whose amounts are all actual."""
    t, n = ctx.t, ctx.n
    year = min(latest_actual(ctx, indicator).year for indicator in BASES)
    population = ctx.q.observation("population_weo", HOME, year)
    rate = ctx.q.observation("exchange_rate_weo", HOME, year)
    shown = []
    for indicator, name in BASES.items():
        amount = one_percent_of(ctx, indicator, year)
        head = per_head(amount, population.value * MILLION)
        shown.append(
            Fact(
                name=t(f"expenditure.{name}"),
                value=n.billion_lak(amount),
                more=(
                    t("expenditure.a_head_a_year", amount=n.integer(head)),
                    t("expenditure.a_head_a_month", amount=n.integer(head / 12)),
                    t("expenditure.in_dollars", amount=n.integer(dollars(amount, rate.value) / MILLION)),
                ),
            )
        )
    facts.draw(
        "one_percent",
        t("expenditure.one_percent_title", year=year),
        t("expenditure.one_percent_measure"),
        shown,
        t(
            "expenditure.population_note",
            year=year,
            population=n.decimal(population.value, 2),
            status=t(f"frame.status_{population.status}"),
        ),
        source_line(ctx, population.origin),
        height=height,
    )
