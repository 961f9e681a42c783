"""The sentence and the four cards of the expenditure page."""

from __future__ import annotations

from sp_app.ui.number_card import Card
from sp_app.ui.one_percent import kip_by_year, latest_actual, one_percent_of
from sp_app.ui.page import Context
from sp_core.expenditure import share

HOME = "LAO"


def headline(ctx: Context) -> str:
    """Return the finding: the published figure, else the bound that was stated, else that nothing was found."""
    spent, bound = ctx.q.latest("cofog10_gdp", HOME), ctx.q.latest("spexp_adb_bound", HOME)
    if spent:
        return ctx.t("expenditure.headline_known", value=ctx.n.percent(spent.value), year=spent.year)
    if bound:
        return ctx.t("expenditure.headline_bound", bound=ctx.n.percent(bound.value, 0), year=bound.year)
    return ctx.t("expenditure.headline_nothing")


def _bound(ctx: Context) -> Card:
    bound = ctx.q.latest("spexp_adb_bound", HOME)
    asia = ctx.q.observation("spexp_adb", "ADB_ASIA25", bound.year)
    return Card(
        observation=bound,
        name=ctx.t("expenditure.bound_name"),
        prefix="< ",
        digits=0,
        reference=ctx.t("expenditure.bound_meaning", value=ctx.n.percent(asia.value if asia else None)),
        meaning=ctx.t("expenditure.bound_reference"),
    )


def _health(ctx: Context) -> Card:
    government = ctx.q.latest("gghed_che", HOME)
    pocket, external = (ctx.q.observation(name, HOME, government.year) for name in ("oop_che", "ext_che"))
    return Card(
        observation=government,
        bar=True,
        unit="%",
        reference=ctx.t("expenditure.patients_reference", value=ctx.n.percent(pocket.value)),
        meaning=ctx.t("expenditure.abroad_meaning", value=ctx.n.percent(external.value)),
    )


def _aid(ctx: Context) -> Card:
    t, n = ctx.t, ctx.n
    aid = ctx.q.latest("aid_sp_usd", HOME)
    everything = ctx.q.observation("aid_total_usd", HOME, aid.year)
    before = ctx.q.observation("aid_sp_usd", HOME, aid.year - 1)
    rates = {o.year: o.value for o in ctx.q.observations("exchange_rate_official", areas=(HOME,))}
    part = n.percent(100.0 * share(aid.value, everything.value))
    lak = n.billion_lak(kip_by_year({aid.year: aid.value}, rates).get(aid.year))
    return Card(
        observation=aid,
        name=t("expenditure.aid_name"),
        reference=t("expenditure.aid_card_reference", share=part, value=n.decimal(before.value), year=before.year),
        meaning=t("expenditure.aid_card_meaning", lak=lak),
        workings=(
            t(
                "expenditure.aid_share_working",
                part=n.decimal(aid.value),
                whole=n.decimal(everything.value),
                share=part,
            ),
            t(
                "expenditure.aid_lak_working",
                usd=n.decimal(aid.value, 2),
                rate=n.integer(rates.get(aid.year)),
                lak=lak,
                year=aid.year,
            ),
        ),
    )


def _revenue(ctx: Context) -> Card:
    revenue = latest_actual(ctx, "gov_revenue_gdp")
    spent = ctx.q.observation("gov_expenditure_gdp", HOME, revenue.year)
    amount = ctx.n.billion_lak(one_percent_of(ctx, "gov_revenue_lcu", revenue.year))
    return Card(
        observation=revenue,
        name=ctx.t("expenditure.revenue_name"),
        reference=ctx.t("expenditure.revenue_card_reference", value=ctx.n.percent(spent.value)),
        meaning=ctx.t("expenditure.revenue_card_meaning", amount=amount),
    )


def cards(ctx: Context) -> dict[str, Card]:
    """Return the cards: what was said of spending, who pays for health, aid, the budget."""
    return {"bound": _bound(ctx), "health_government": _health(ctx), "aid": _aid(ctx), "revenue": _revenue(ctx)}
