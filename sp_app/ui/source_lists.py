"""The lists of what is published: origins and indicators."""

from __future__ import annotations

from sp_app.data.inventory import Extent
from sp_app.ui.listing import Cell, Detail, Line, Listing
from sp_app.ui.page import Context
from sp_core.records import Indicator, Origin, Text

CARE = "illustrative"  # the look of a tag that asks for care
OWN = "own_"  # how the keys of our own origins begin
UNVERIFIED = (", terms not verified", ", not verified")
QUOTATION = "quotation with attribution"


def both(*texts: Text) -> str:
    """Return texts in both languages, to be searched."""
    return " ".join(f"{text.en} {text.lo}" for text in texts)


def _licence(ctx: Context, origin: Origin) -> Cell:
    """Return the licence, and whether anybody checked it."""
    short = origin.licence
    for words in UNVERIFIED:
        short = short.replace(words, "")
    shown = ctx.t("sources.licence_quotation") if short == QUOTATION else short
    return Cell(text=shown, tags=() if origin.licence_verified else ((ctx.t("sources.not_verified"), CARE),))


def _held(origin: Origin) -> str:
    return "own" if origin.key.startswith(OWN) else "copy" if origin.is_copy else "original"


def _origin(ctx: Context, origin: Origin, figures: int) -> Line:
    t, held = ctx.t, _held(origin)
    raw = (
        origin.key,
        origin.producer,
        origin.title,
        origin.edition,
        origin.published,
        origin.accessed,
        origin.licence,
        "yes" if origin.licence_verified else "no",
        origin.address,
        origin.carrier,
        held,
        origin.credit,
        figures,
    )
    return Line(
        key=f"origin-{origin.key}",
        group=held,
        cells=(
            Cell(text=origin.producer, more=origin.title),
            Cell(text=origin.edition),
            _licence(ctx, origin),
            Cell(text=t(f"sources.{held}"), tags=((t("sources.to_verify"), CARE),) if held == "copy" else ()),
            Cell(text=ctx.n.integer(figures) if figures else "–", number=True),
        ),
        details=(
            Detail(name=t("sources.dates"), lines=(f"{origin.published or '–'} · {origin.accessed}",)),
            Detail(name=t("frame.licence"), lines=(origin.licence,)),
            Detail(name=t("sources.carrier"), lines=(origin.carrier,)),
            Detail(name=t("sources.address"), lines=(), address=origin.address),
            Detail(name=t("sources.credit"), lines=(origin.credit,)),
            Detail(name=t("sources.key"), lines=(origin.key,)),
        ),
        words=" ".join(map(str, raw)),
        rows=(raw,),
    )


def origins(ctx: Context) -> Listing:
    """Return every origin with its licence, address, copy status and number of figures."""
    t = ctx.t
    figures = ctx.q.figures_by_origin()
    return Listing(
        key="origins",
        title=t("sources.origins"),
        columns=(
            t("sources.publisher"),
            t("sources.edition"),
            t("frame.licence"),
            t("sources.held"),
            t("sources.figures"),
        ),
        widths="5fr 3fr 3fr 2.5fr 1fr",
        groups={held: t(f"sources.{held}") for held in ("copy", "original", "own")},
        lines=tuple(_origin(ctx, origin, figures.get(origin.key, 0)) for origin in ctx.q.origins()),
        raw_columns=(
            "origin",
            "producer",
            "title",
            "edition",
            "published",
            "accessed",
            "licence",
            "licence_verified",
            "address",
            "carrier",
            "copy_status",
            "credit",
            "figures",
        ),
    )


def _indicator(ctx: Context, indicator: Indicator, extent: Extent | None) -> Line:
    t, lang = ctx.t, ctx.lang
    basis = () if indicator.basis == "none" else ((t(f"frame.{indicator.basis}"), ""),)
    flags = ctx.q.flags(indicator.key)
    carried = tuple(dict.fromkeys(flag.flag for flag in flags))
    raw = (
        indicator.key,
        indicator.name.en,
        indicator.name.lo,
        indicator.definition.en,
        indicator.definition.lo,
        indicator.unit,
        indicator.sdg,
        indicator.basis,
        indicator.drawn,
        indicator.comparability.en,
        indicator.comparability.lo,
        indicator.group,
        *((extent.first_year, extent.last_year, extent.areas, extent.figures) if extent else ("", "", 0, 0)),
        " ".join(carried),
    )
    return Line(
        key=f"indicator-{indicator.key}",
        group=indicator.group,
        cells=(
            Cell(
                text=indicator.name.get(lang),
                more=indicator.key,
                tags=(*basis, *((t(f"sources.flag_{flag}"), CARE) for flag in carried)),
            ),
            Cell(text=ctx.q.unit(indicator.unit).name.get(lang)),
            Cell(text=f"{extent.first_year}–{extent.last_year}" if extent else "–"),
            Cell(text=ctx.n.integer(extent.areas if extent else 0), number=True),
            Cell(text=ctx.n.integer(extent.figures if extent else 0), number=True),
        ),
        details=(
            Detail(name=t("frame.definition"), lines=(indicator.definition.get(lang),)),
            Detail(name=t("sources.comparability"), lines=(indicator.comparability.get(lang),)),
            Detail(name=t("frame.warning"), lines=tuple(flag.reason.get(lang) for flag in flags)),
            Detail(name=t("sources.drawn"), lines=(t(f"sources.drawn_{indicator.drawn}"),)),
            Detail(name="SDG", lines=(indicator.sdg,)),
        ),
        words=" ".join(map(str, raw)) + both(indicator.name, indicator.definition),
        rows=(raw,),
    )


def indicators(ctx: Context) -> Listing:
    """Return every indicator with its definition, unit, comparability, flags and extent."""
    t = ctx.t
    extents, listed = ctx.q.extents(), ctx.q.indicators()
    return Listing(
        key="indicators",
        title=t("sources.indicators"),
        columns=(
            t("sources.indicator"),
            t("frame.unit"),
            t("sources.years"),
            t("sources.areas"),
            t("sources.figures"),
        ),
        widths="6fr 3fr 1.5fr 1fr 1fr",
        groups={group: t(f"sources.g_{group}") for group in dict.fromkeys(one.group for one in listed)},
        lines=tuple(_indicator(ctx, indicator, extents.get(indicator.key)) for indicator in listed),
        raw_columns=(
            "indicator",
            "name_en",
            "name_lo",
            "definition_en",
            "definition_lo",
            "unit",
            "sdg",
            "basis",
            "drawn",
            "comparability_en",
            "comparability_lo",
            "group",
            "first_year",
            "last_year",
            "areas",
            "figures",
            "flags",
        ),
    )
