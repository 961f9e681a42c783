"""The eight cards of the overview: coverage beside ASEAN, health, informality, spending, partners, shocks, poverty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sp_app.ui.number_card import Card
from sp_app.ui.page import Context
from sp_core.coverage import distance, persons_not_covered
from sp_core.expenditure import share
from sp_core.records import Observation

HOME = "LAO"
# The last year before the rise of prices: what a benefit fixed then is worth now.
BEFORE_THE_SHOCK = 2021

Pair = tuple[Observation | None, Observation | None]


def beside_asean(ctx: Context, pair: Pair, meaning: str, workings: tuple[str, ...] = ()) -> Card:
    """Return the card of a coverage figure with the ASEAN figure of the same year and edition."""
    lao, asean = pair
    points = distance(lao.value, asean.value)
    reference = ctx.t(
        "overview.asean_more" if points < 0 else "overview.asean_less",
        value=ctx.n.percent(asean.value),
        points=ctx.n.decimal(abs(points)),
    )
    return Card(observation=lao, against=asean, bar=True, reference=reference, meaning=meaning, workings=workings)


def _any(ctx: Context, pair: Pair) -> Card:
    """Return the first card: with the persons who contribute to nothing and receive nothing."""
    covered, n = pair[0], ctx.n
    population = ctx.q.population(HOME, covered.year)
    without = persons_not_covered(covered.value / 100.0, population.value)
    working = ctx.t(
        "overview.not_covered_working",
        population=n.integer(population.value),
        coverage=n.percent(covered.value),
        without=n.integer(without),
        source=ctx.q.origin(population.origin).credit,
    )
    return beside_asean(ctx, pair, ctx.t("overview.not_covered", people=n.million(without)), (working,))


def main_cards(ctx: Context, pairs: Mapping[str, Pair]) -> dict[str, Card]:
    """Return the four large cards; health protection stays apart from cash benefits, informality is no achievement."""
    q, t, n = ctx.q, ctx.t, ctx.n
    national = q.latest("informal_national", HOME)
    return {
        "any": _any(ctx, pairs["sdg131_any"]),
        "pension": beside_asean(ctx, pairs["sdg131_old_age"], t("overview.pension_meaning")),
        "health": Card(
            observation=q.latest("health_protection", HOME),
            bar=True,
            style="hatched",
            reference=t("overview.health_reference"),
            meaning=t("overview.health_meaning"),
        ),
        "informal": Card(
            observation=q.latest("informal_ilo", HOME),
            bar=True,
            style="grey",
            reference=t("overview.informal_reference", value=n.percent(national.value), year=national.year),
            meaning=t("overview.informal_meaning"),
        ),
    }


def _external(ctx: Context) -> Card:
    """Return the card of health money from abroad: how it ranks among the members, and what became of all aid."""
    q, t, n = ctx.q, ctx.t, ctx.n
    external = q.latest("ext_che", HOME)
    members = tuple(area.key for area in q.members("ASEAN", date.today()))
    others = q.observations("ext_che", areas=members, years=(external.year,))
    highest = all(o.value <= external.value for o in others)
    before = q.observation("ext_che", HOME, external.year - 2)
    aid = q.observations("oda_gni", areas=(HOME,))
    return Card(
        observation=external,
        small=True,
        name=t("overview.external_name"),
        unit="%",
        reference=t("overview.external_highest") if highest else "",
        meaning=t("overview.all_aid", value=n.percent(aid[-1].value), first=n.percent(aid[0].value), year=aid[0].year),
        workings=(
            t("overview.external_working", count=len(others), year=external.year, before=n.percent(before.value)),
            t("overview.aid_working", year=aid[-1].year, source=q.origin(aid[-1].origin).credit),
        ),
    )


def _prices(ctx: Context) -> Card:
    """Return the card of the price shock: the latest actual inflation, and what it did to a fixed benefit."""
    q, t, n = ctx.q, ctx.t, ctx.n
    actual = [o for o in q.observations("inflation", areas=(HOME,)) if o.status != "projection"]
    last, before = actual[-1], actual[-2]
    prices = [q.observation("cpi", HOME, year).value for year in (BEFORE_THE_SHOCK, last.year)]
    kept = n.integer(100.0 * share(*prices))
    years = {"year": BEFORE_THE_SHOCK, "last": last.year}
    return Card(
        observation=last,
        small=True,
        unit=t("overview.percent_a_year"),
        reference=t("overview.in_year", value=n.percent(before.value), year=before.year),
        meaning=t("overview.fixed_benefit", kept=kept, **years),
        workings=(
            t(
                "overview.fixed_benefit_working",
                before=n.decimal(prices[0]),
                after=n.decimal(prices[1]),
                kept=kept,
                **years,
            ),
        ),
    )


def context_cards(ctx: Context) -> dict[str, Card]:
    """Return the four small cards: what stands around coverage."""
    q, t, n = ctx.q, ctx.t, ctx.n
    bound, poor = q.latest("spexp_adb_bound", HOME), q.latest("poverty_national", HOME)
    rural, urban = (q.observation(f"poverty_national_{where}", HOME, poor.year) for where in ("rural", "urban"))
    asia = q.observation("spexp_adb", "ADB_ASIA25", bound.year)
    return {
        "spending": Card(
            observation=bound,
            small=True,
            prefix="< ",
            digits=0,
            name=t("overview.spending_name"),
            reference=t("overview.bound_reference"),
            meaning=t("overview.bound_meaning", value=n.percent(asia.value if asia else None)),
        ),
        "external": _external(ctx),
        "prices": _prices(ctx),
        "poverty": Card(
            observation=poor,
            small=True,
            meaning=t("overview.poverty_meaning", rural=n.percent(rural.value), urban=n.percent(urban.value)),
        ),
    }
