"""Overview: the state of social protection in the Lao PDR on one screen."""

import streamlit as st

from sp_app.figures.overview import coverage_by_function
from sp_app.ui import figure, gaps, page
from sp_app.ui.number_card import Card, draw_cards, source_line

FUNCTIONS = (
    "sdg131_any",
    "sdg131_old_age",
    "sdg131_vulnerable",
    "sdg131_maternity",
    "sdg131_work_injury",
    "sdg131_disability",
    "sdg131_children",
    "sdg131_unemployment",
)

ctx = page.start("overview")
q, t, n = ctx.q, ctx.t, ctx.n
sex = {"sdg131_maternity": "F"}

covered = q.latest("sdg131_any", "LAO")
year = covered.year
pairs = {
    key: (
        q.observation(key, "LAO", year, sex=sex.get(key, "T")),
        q.observation(key, "ASEAN", year, sex=sex.get(key, "T")),
    )
    for key in FUNCTIONS
}


def beside_asean(key: str) -> Card:
    """Return the card of a coverage figure with the ASEAN figure of the same year."""
    lao, asean = pairs[key]
    return Card(
        observation=lao,
        bar=True,
        tick=asean.value,
        reference=t("overview.asean_reference", value=n.percent(asean.value), year=asean.year),
        meaning=t("overview.distance", value=n.decimal(asean.value - lao.value)),
    )


external, revenue = q.latest("ext_che", "LAO"), q.latest("gov_revenue_gdp", "LAO", no_later_than=2024)
national, rural, urban = (q.latest(f"poverty_national{area}", "LAO") for area in ("", "_rural", "_urban"))
external_before, revenue_before = q.observation("ext_che", "LAO", 2020), q.observation("gov_revenue_gdp", "LAO", 2022)

page.headline(
    ctx,
    t("overview.headline", lao=n.percent(covered.value), asean=n.percent(pairs["sdg131_any"][1].value)),
    t("overview.context", year=year),
)
draw_cards(
    ctx,
    "main",
    {
        "any": beside_asean("sdg131_any"),
        "pension": beside_asean("sdg131_old_age"),
        "health": Card(
            observation=q.latest("health_protection", "LAO"),
            bar=True,
            style="hatched",
            reference=t("overview.health_reference"),
        ),
        "informal": Card(
            observation=q.latest("informal_ilo", "LAO"),
            bar=True,
            style="grey",
            reference=t("overview.informal_reference", value=n.percent(q.latest("informal_national", "LAO").value)),
        ),
    },
    columns="four",
    height=222,
)

story, side = st.columns([7.5, 4.5], gap="small")
with story:
    figure.draw(
        ctx,
        coverage_by_function(
            pairs,
            {key: q.indicator(key).name.get(ctx.lang) for key in FUNCTIONS},
            t,
            n,
            source_line(ctx, covered.origin) + " " + t("overview.story_note"),
            year,
        ),
        height=600,
    )
with side:
    draw_cards(
        ctx,
        "context",
        {
            "external": Card(
                observation=external,
                small=True,
                reference=t(
                    "overview.external_reference", value=n.percent(external_before.value), year=external_before.year
                ),
            ),
            "revenue": Card(
                observation=revenue,
                small=True,
                reference=t(
                    "overview.revenue_reference", value=n.percent(revenue_before.value), year=revenue_before.year
                ),
            ),
            "poverty": Card(
                observation=national,
                small=True,
                reference=t("overview.poverty_reference", rural=n.percent(rural.value), urban=n.percent(urban.value)),
            ),
            "spending": Card(
                observation=q.latest("spexp_adb_bound", "LAO"),
                small=True,
                prefix="< ",
                digits=0,
                reference=t("overview.bound_reference"),
            ),
        },
        columns="two",
        height=300,
    )
    gaps.draw(ctx, "overview", most=5, height=286)
