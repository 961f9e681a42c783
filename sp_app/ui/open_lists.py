"""The lists of what is open: gaps, and corrections of carried figures."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from sp_app.data.inventory import Correction
from sp_app.ui.listing import Cell, Detail, Line, Listing
from sp_app.ui.page import Context
from sp_app.ui.source_lists import both


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
                rows=((gap.key, gap.topic, gap.statement.en, gap.statement.lo, gap.provider.en, gap.provider.lo),),
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
        rows=(
            (c.file, c.indicator, c.area, years, c.action, "; ".join(changes), c.reason.en, c.reason.lo, c.reported_on),
        ),
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
