"""The lists of the sources page: origins, indicators, corrections, gaps."""

from __future__ import annotations

from sp_app.data.inventory import Extent
from sp_app.ui.listing import Cell, Line, Listing
from sp_app.ui.page import Context
from sp_core.records import Indicator, Origin, Text


def both(*texts: Text) -> str:
    """Return texts in both languages, to be searched."""
    return " ".join(f"{text.en} {text.lo}" for text in texts)


def _origin(ctx: Context, origin: Origin, figures: int) -> Line:
    t = ctx.t
    unverified = () if origin.licence_verified else ((t("sources.not_verified"), "illustrative"),)
    held = "copy" if origin.is_copy else "original" if origin.address else "own"
    copied = ((t(f"sources.{held}"), "illustrative" if origin.is_copy else ""),)
    dates = t("sources.dates", published=origin.published or "–", accessed=origin.accessed)
    carrier = t("sources.carrier", carrier=origin.carrier) if origin.carrier else ""
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
        cells=(
            Cell(lines=(f"{origin.producer}: {origin.title}", origin.edition, dates), bold=True),
            Cell(lines=(origin.licence,), tags=unverified),
            Cell(lines=(carrier,), address=origin.address, tags=copied),
            Cell(lines=(ctx.n.integer(figures) if figures else "–",), number=True),
        ),
        words=" ".join(map(str, raw)),
        raw=raw,
        anchor=f"origin-{origin.key}",
    )


def origins(ctx: Context) -> Listing:
    """Return every origin with its licence, address, copy status and number of figures."""
    t = ctx.t
    figures = ctx.q.figures_by_origin()
    return Listing(
        key="origins",
        title=t("sources.origins"),
        columns=(t("sources.publisher"), t("frame.licence"), t("sources.address"), t("sources.figures")),
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
    carried = tuple(dict.fromkeys(flag.flag for flag in ctx.q.flags(indicator.key)))
    flags = tuple((t(f"sources.flag_{flag}"), "illustrative") for flag in carried)
    years = f"{extent.first_year}–{extent.last_year}" if extent else "–"
    unit = ctx.q.unit(indicator.unit).name.get(lang)
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
        cells=(
            Cell(
                lines=(indicator.name.get(lang), indicator.key, f"SDG {indicator.sdg}" if indicator.sdg else ""),
                bold=True,
                tags=basis,
            ),
            Cell(lines=(indicator.definition.get(lang), indicator.comparability.get(lang)), tags=flags),
            Cell(lines=(unit, t(f"sources.drawn_{indicator.drawn}"))),
            Cell(lines=(years, t("sources.areas", count=extent.areas if extent else 0))),
            Cell(lines=(ctx.n.integer(extent.figures if extent else 0),), number=True),
        ),
        words=" ".join(map(str, raw)) + both(indicator.name, indicator.definition),
        raw=raw,
        anchor=f"indicator-{indicator.key}",
    )


def indicators(ctx: Context) -> Listing:
    """Return every indicator with its definition, unit, comparability, flags and extent."""
    t = ctx.t
    extents = ctx.q.extents()
    return Listing(
        key="indicators",
        title=t("sources.indicators"),
        columns=(
            t("sources.indicator"),
            t("frame.definition"),
            t("frame.unit"),
            t("sources.years"),
            t("sources.figures"),
        ),
        lines=tuple(_indicator(ctx, indicator, extents.get(indicator.key)) for indicator in ctx.q.indicators()),
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
    t = ctx.t
    return Listing(
        key="gaps",
        title=t("sources.gaps"),
        columns=(t("sources.not_found"), t("sources.provider"), t("sources.page")),
        lines=tuple(
            Line(
                cells=(
                    Cell(lines=(gap.statement.get(ctx.lang),)),
                    Cell(lines=(gap.provider.get(ctx.lang),)),
                    Cell(lines=(t(f"frame.{gap.topic}"),)),
                ),
                words=both(gap.statement, gap.provider) + gap.topic,
                anchor=f"gap-{gap.key}",
                raw=(gap.key, gap.topic, gap.statement.en, gap.statement.lo, gap.provider.en, gap.provider.lo),
            )
            for gap in ctx.q.gaps()
        ),
        raw_columns=("gap", "topic", "statement_en", "statement_lo", "provider_en", "provider_lo"),
    )


def corrections(ctx: Context) -> Listing:
    """Return every correction of a published figure: what, why, since when."""
    t, n = ctx.t, ctx.n
    return Listing(
        key="corrections",
        title=t("sources.corrections"),
        columns=(t("sources.indicator"), t("sources.change"), t("sources.reason"), t("sources.reported")),
        lines=tuple(
            Line(
                cells=(
                    Cell(lines=(c.indicator, f"{c.area} {c.year}", c.file), bold=True),
                    Cell(
                        lines=(
                            t(
                                f"sources.action_{c.action}",
                                before=n.decimal(c.expected_value, 0),
                                after=c.new_value or "–",
                            ),
                        )
                    ),
                    Cell(lines=(c.reason,)),
                    Cell(lines=(n.date(c.reported_on),)),
                ),
                words=f"{c.indicator} {c.area} {c.year} {c.reason}",
                raw=(
                    c.file,
                    c.indicator,
                    c.area,
                    c.year,
                    c.sex,
                    c.age,
                    c.expected_value,
                    c.action,
                    c.field,
                    c.new_value,
                    c.reason,
                    c.reported_on,
                ),
            )
            for c in ctx.q.corrections()
        ),
        raw_columns=(
            "file",
            "indicator",
            "area",
            "year",
            "sex",
            "age",
            "expected_value",
            "action",
            "field",
            "new_value",
            "reason",
            "reported_on",
        ),
    )
