"""Expenditure: how much, how paid, compared with whom, and what is not published."""

from sp_app.ui import page, switch
from sp_app.ui.expenditure_views import HOME, VIEWS
from sp_app.ui.number_card import Card, draw_cards
from sp_app.ui.one_percent import kip_by_year, latest_actual, one_percent_of
from sp_core.expenditure import share

ctx = page.start("expenditure")
q, t, n = ctx.q, ctx.t, ctx.n

spent, bound = q.latest("cofog10_gdp", HOME), q.latest("spexp_adb_bound", HOME)
if spent:
    sentence = t("expenditure.headline_known", value=n.percent(spent.value), year=spent.year)
elif bound:
    sentence = t("expenditure.headline_bound", bound=n.percent(bound.value, 0), year=bound.year)
else:
    sentence = t("expenditure.headline_nothing")
page.headline(ctx, sentence, t("expenditure.context"))

government = q.latest("gghed_che", HOME)
pocket, external = (q.observation(name, HOME, government.year) for name in ("oop_che", "ext_che"))
aid = q.latest("aid_sp_usd", HOME)
all_aid = q.observation("aid_total_usd", HOME, aid.year)
rates = {o.year: o.value for o in q.observations("exchange_rate_official", areas=(HOME,))}
revenue = latest_actual(ctx, "gov_revenue_gdp")
asia = q.latest("spexp_adb", "ADB_ASIA25")
draw_cards(
    ctx,
    "expenditure",
    {
        "bound": Card(
            observation=bound,
            prefix="< ",
            digits=0,
            reference=t("expenditure.bound_reference"),
            meaning=t("expenditure.bound_meaning", value=n.percent(asia.value if asia else None)),
        ),
        "health_government": Card(
            observation=government,
            bar=True,
            reference=t(
                "expenditure.paid_by_state_reference",
                pocket=n.percent(pocket.value),
                external=n.percent(external.value),
            ),
        ),
        "aid": Card(
            observation=aid,
            reference=t("expenditure.aid_card_reference", share=n.percent(100 * share(aid.value, all_aid.value))),
            meaning=t(
                "expenditure.aid_card_meaning",
                lak=n.billion_lak(kip_by_year({aid.year: aid.value}, rates).get(aid.year)),
            ),
        ),
        "revenue": Card(
            observation=revenue,
            reference=t(
                "expenditure.revenue_card_reference",
                value=n.percent(q.observation("gov_expenditure_gdp", HOME, revenue.year).value),
            ),
            meaning=t(
                "expenditure.revenue_card_meaning",
                amount=n.billion_lak(one_percent_of(ctx, "gov_revenue_lcu", revenue.year)),
            ),
        ),
    },
    columns="four",
    height=178,
)

view = switch.switch("v", t("expenditure.view"), {name: t(f"expenditure.view_{name}") for name in VIEWS}, "spending")
VIEWS[view](ctx)
