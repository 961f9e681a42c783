"""The lists of what is published: origins, indicators, gaps, corrections."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from sp_app.data.inventory import Correction, Extent
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
        raw=raw,
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
        raw=raw,
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


def gaps(ctx: Context) -> Listing:
    """Return everything looked for and not found, with who could provide it."""
    t, lang = ctx.t, ctx.lang
    listed = ctx.q.gaps()
    return Listing(
        key="gaps",
        title=t("sources.gaps"),
        columns=(t("sources.not_found"), t("sources.provider"), t("sources.page")),
        widths="6fr 4fr 1.5fr",
        groups={topic: t(f"frame.{topic}") for topic in dict.fromkeys(gap.topic for gap in listed)},
        lines=tuple(
            Line(
                key=f"gap-{gap.key}",
                group=gap.topic,
                cells=(
                    Cell(text=gap.statement.get(lang)),
                    Cell(text=gap.provider.get(lang)),
                    Cell(text=t(f"frame.{gap.topic}")),
                ),
                details=(),
                words=f"{both(gap.statement, gap.provider)} {gap.topic}",
                raw=(gap.key, gap.topic, gap.statement.en, gap.statement.lo, gap.provider.en, gap.provider.lo),
            )
            for gap in listed
        ),
        raw_columns=("gap", "topic", "statement_en", "statement_lo", "provider_en", "provider_lo"),
    )


def _correction(ctx: Context, alike: tuple[Correction, ...]) -> Line:
    """Return one line for corrections of one figure's years that share their reason."""
    t, n, c = ctx.t, ctx.n, alike[0]
    named = {one.key: one.name.get(ctx.lang) for one in ctx.q.indicators()}
    years = f"{c.year}–{alike[-1].year}" if alike[-1].year != c.year else str(c.year)
    changes = tuple(
        t(
            f"sources.action_{one.action}",
            year=one.year,
            before=n.decimal(one.expected_value, 0),
            after=n.decimal(float(one.new_value), 0) if one.field == "value" else one.new_value,
        )
        for one in alike
    )
    return Line(
        key=f"correction-{c.indicator}-{c.area}-{c.year}",
        group=c.action,
        cells=(
            Cell(
                text=f"{named.get(c.indicator, c.indicator)}, {ctx.q.area(c.area).name.get(ctx.lang)} {years}",
                more=c.file,
            ),
            Cell(text=changes[0] if len(changes) == 1 else t(f"sources.several_{c.action}", count=len(changes))),
            Cell(text=c.reason.get(ctx.lang)),
            Cell(text=n.date(c.reported_on)),
        ),
        details=(Detail(name=t("sources.change"), lines=changes if len(changes) > 1 else ()),),
        words=f"{c.indicator} {named.get(c.indicator, '')} {c.area} {years} {both(c.reason)}",
        raw=(c.file, c.indicator, c.area, years, c.action, "; ".join(changes), c.reason.en, c.reason.lo, c.reported_on),
    )


def corrections(ctx: Context) -> Listing:
    """Return every correction of a published figure: what, why, since when."""
    t = ctx.t

    def same(c: Correction) -> tuple[str, ...]:
        return (c.file, c.indicator, c.area, c.action, c.field, c.reason.en)

    listed: Iterable[Correction] = sorted(ctx.q.corrections(), key=lambda c: (*same(c), c.year))
    return Listing(
        key="corrections",
        title=t("sources.corrections"),
        columns=(t("sources.indicator"), t("sources.change"), t("sources.reason"), t("sources.reported")),
        widths="3fr 2.5fr 6fr 1.5fr",
        groups={},
        lines=tuple(_correction(ctx, tuple(alike)) for _, alike in groupby(listed, same)),
        raw_columns=(
            "file",
            "indicator",
            "area",
            "years",
            "action",
            "changes",
            "reason_en",
            "reason_lo",
            "reported_on",
        ),
    )
