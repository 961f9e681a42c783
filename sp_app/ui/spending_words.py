"""What has been said of social protection spending, scope by scope, and how ADB's indicator is made."""

from __future__ import annotations

from sp_app.ui import facts, statements
from sp_app.ui.elements import Height
from sp_app.ui.facts import Fact
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_app.ui.statements import Mark, Scope
from sp_core.expenditure import share
from sp_core.records import Observation

HOME = "LAO"


def _reference(ctx: Context, indicator: str, area: str) -> tuple[Mark, ...]:
    """Return the latest figure of an aggregate as a mark, nothing where none is held."""
    found = ctx.q.latest(indicator, area)
    if found is None:
        return ()
    words = ctx.t(
        "expenditure.set_against",
        area=ctx.q.area(area).name.get(ctx.lang),
        value=ctx.n.percent(found.value),
        year=found.year,
    )
    return (Mark(kind="reference", value=found.value, words=words + ("†" if found.has("doubtful") else "")),)


def _said(ctx: Context, indicator: str, kind: str) -> tuple[Mark, ...]:
    """Return the Lao statements of one scope as one mark: years that say the same are named together."""
    found: dict[float, list[int]] = {}
    for o in ctx.q.observations(indicator, areas=(HOME,)):
        found.setdefault(o.value, []).append(o.year)
    return tuple(
        Mark(
            kind="bound" if kind == "bound" else "about",
            value=value,
            words=ctx.t(f"expenditure.said_{kind}", value=ctx.n.percent(value, 0), years=", ".join(map(str, years))),
        )
        for value, years in found.items()
    )


def scopes(ctx: Context) -> tuple[Scope, ...]:
    """Return the three scopes in which something was said; they are never put together."""
    t = ctx.t
    return (
        Scope(
            name=t("expenditure.scope_adb"),
            said=_said(ctx, "spexp_adb_bound", "bound"),
            references=_reference(ctx, "spexp_adb", "ADB_ASIA25"),
            unknown=t("expenditure.said_nothing"),
        ),
        Scope(
            name=t("expenditure.scope_with_health"),
            said=_said(ctx, "spexp_oecd_incl_health", "about"),
            references=_reference(ctx, "spexp_world_incl_health", "WLD"),
            unknown=t("expenditure.said_nothing"),
        ),
        Scope(
            name=t("expenditure.scope_without_health"),
            said=(),
            unknown=t("expenditure.said_nothing"),
            references=(
                *_reference(ctx, "spexp_world_xhealth", "LMIC"),
                *_reference(ctx, "spexp_world_xhealth", "WLD"),
            ),
        ),
    )


def _origins(ctx: Context, *figures: Observation | None) -> str:
    return source_line(ctx, *dict.fromkeys(o.origin for o in figures if o))


def statements_card(ctx: Context, height: Height) -> None:
    """Draw what has been said, each statement in its own scope."""
    latest = ctx.q.latest
    world = latest("spexp_world_incl_health", "WLD")
    doubts = [f"† {flag.reason.get(ctx.lang)}" for flag in (world.flags if world else ()) if flag.flag == "doubtful"]
    statements.draw(
        ctx.t("expenditure.statements_title"),
        ctx.t("expenditure.statements_measure"),
        scopes(ctx),
        ". ".join(
            (
                _origins(
                    ctx,
                    latest("spexp_adb_bound", HOME),
                    latest("spexp_oecd_incl_health", HOME),
                    latest("spexp_world_xhealth", "WLD"),
                    world,
                ),
                *doubts,
            )
        ),
        height,
    )


def functions_card(ctx: Context, height: Height) -> None:
    """Draw what government spending by function is published for the Lao PDR; social protection is not."""
    t, n = ctx.t, ctx.n
    known = [ctx.q.latest(name, HOME) for name in ("education_gdp", "gghed_gdp")]
    shown = [
        Fact(
            name=t(f"expenditure.function_{o.indicator}"),
            value=n.percent(o.value),
            unit=t("expenditure.spi_of_gdp"),
            more=(str(o.year), t(f"frame.status_{o.status}")),
        )
        for o in known
        if o
    ]
    shown.append(Fact(name=t("expenditure.function_sp"), value=t("frame.not_published"), unknown=True))
    facts.draw(
        "functions",
        t("expenditure.functions_title"),
        t("expenditure.functions_measure"),
        shown,
        t("expenditure.functions_note"),
        _origins(ctx, *known),
        height=height,
    )


def indicator_card(ctx: Context, height: Height) -> None:
    """Draw how the indicator is made, with the published averages of Asia; the calculated part says so."""
    t, n = ctx.t, ctx.n
    spi, spent = (ctx.q.latest(name, "ADB_ASIA25") for name in ("spexp_adb_per_intended", "spexp_adb"))
    if spi is None or spent is None:
        return
    shown = (
        Fact(name=t("expenditure.spi_spending"), value=n.percent(spent.value), unit=t("expenditure.spi_of_gdp")),
        Fact(
            name=t("expenditure.spi_indicator"),
            value=n.percent(spi.value),
            unit=t("expenditure.spi_of_gdp_head"),
            more=(t("expenditure.spi_breadth"), t("expenditure.spi_depth")),
        ),
        Fact(
            name=t("expenditure.spi_intended"),
            value=n.integer(100.0 * share(spent.value, spi.value)),
            more=(t("expenditure.spi_intended_note"),),
        ),
    )
    facts.draw(
        "spi",
        t("expenditure.spi_title"),
        t("expenditure.spi_measure", year=spi.year),
        shown,
        t("expenditure.spi_note"),
        _origins(ctx, spi),
        height=height,
        link=(f"/sources?s=equations&lang={ctx.lang}#spi", t("expenditure.spi_method")),
    )
