"""The list of what exists: every scheme, programme and cooperation, fact by fact with its source.

What was not located is missing from an entry and said to be: never zero, never filled in.
"""

from __future__ import annotations

import datetime

from sp_app.data.registry_files import load_registry
from sp_app.ui.listing import Cell, Detail, Line, Listing
from sp_app.ui.page import Context
from sp_app.ui.source_lists import both
from sp_core.records import Text
from sp_core.registry import Agency, BenefitFact, Count, Entry, Fact

KINDS = ("scheme", "programme", "pilot", "works", "cooperation", "total")
RAW_COLUMNS = (
    *("entry", "title_en", "title_lo", "kind", "pillar", "state", "fact", "text_en", "text_lo"),
    *("value", "unit", "bound", "year", "since", "until", "status", "origin", "locator"),
)
Row = tuple[object, ...]


def registry(ctx: Context) -> Listing:
    """Return every entry of the registry: who runs and pays it, whom it reaches, what it pays."""
    t = ctx.t
    return Listing(
        key="registry",
        title=t("sources.registry"),
        columns=tuple(t(f"financing.column_{name}") for name in ("programme", "agency", "funder", "reached")),
        widths="4.5fr 3.5fr 3.5fr 3fr",
        groups={kind: t(f"financing.kind_{kind}") for kind in KINDS},
        lines=tuple(_entry(ctx, entry) for entry in sorted(load_registry(), key=lambda one: KINDS.index(one.kind))),
        raw_columns=RAW_COLUMNS,
    )


def _entry(ctx: Context, entry: Entry) -> Line:
    t, lang = ctx.t, ctx.lang
    people = entry.recipients or next(iter(entry.counts), None)
    unknown, rows = t("financing.not_located"), _rows(entry)
    dated = ((t("sources.began"), entry.start), (t("sources.ended"), entry.end))
    return Line(
        key=f"registry-{entry.id}",
        group=entry.kind,
        cells=(
            Cell(text=entry.title.get(lang), more=t(f"financing.state_{entry.state}")),
            Cell(text=entry.agency_on(datetime.date.today()).name.get(lang)),
            Cell(text="; ".join(fact.text.get(lang) for fact in entry.funders) or unknown),
            Cell(text=_amount(ctx, people), more=f"{people.what.get(lang)}, {people.year}")
            if people
            else Cell(text=unknown),
        ),
        details=(
            Detail(name=t("frame.note"), lines=(entry.note.get(lang),)),
            Detail(name=t("financing.column_agency"), lines=tuple(_agency(ctx, one) for one in entry.agencies)),
            Detail(name=t("financing.column_funder"), lines=tuple(_fact(ctx, one) for one in entry.funders)),
            *(Detail(name=name, lines=(_fact(ctx, fact),)) for name, fact in dated if fact),
            Detail(name=t("financing.column_reached"), lines=tuple(_count(ctx, one) for one in entry.counts)),
            Detail(name=t("sources.benefit"), lines=(_benefit(ctx, entry.benefit),) if entry.benefit else ()),
            Detail(name=t("sources.key"), lines=(entry.id,)),
        ),
        words=f"{both(entry.title, entry.note)} {' '.join(str(part) for row in rows for part in row)}",
        rows=rows,
    )


def _amount(ctx: Context, count: Count) -> str:
    counted = f"{ctx.n.integer(count.value)} {ctx.t(f'sources.unit_{count.unit}')}"
    return ctx.t(f"financing.bound_{count.bound}", value=counted)


def _said(ctx: Context, words: str, origin: str, locator: str) -> str:
    """Return a fact with who says so and where."""
    return f"{words} – {ctx.q.origin(origin).credit}: {locator}"


def _fact(ctx: Context, fact: Fact) -> str:
    return _said(ctx, fact.text.get(ctx.lang), fact.origin, fact.locator)


def _agency(ctx: Context, agency: Agency) -> str:
    t, n = ctx.t, ctx.n
    dated = (("sources.since", agency.since), ("sources.until", agency.until))
    words = ", ".join((agency.name.get(ctx.lang), *(t(key, day=n.date(day)) for key, day in dated if day)))
    return _said(ctx, words, agency.origin, agency.locator)


def _count(ctx: Context, count: Count) -> str:
    status = ctx.t(f"frame.status_{count.status}")
    words = f"{count.what.get(ctx.lang)}: {_amount(ctx, count)}, {count.year}, {status}"
    return _said(ctx, words, count.origin, count.locator)


def _benefit(ctx: Context, benefit: BenefitFact) -> str:
    t = ctx.t
    amount = f"{ctx.n.decimal(benefit.value, 0)} {t(f'sources.unit_{benefit.unit}')}"
    status = t(f"frame.status_{'illustrative' if benefit.periods_illustrative else benefit.status}")
    periods = t(f"sources.periods_{'days' if benefit.unit == 'lak_day' else 'months'}", periods=benefit.periods)
    return _said(ctx, f"{amount}, {periods}, {benefit.year}, {status}", benefit.origin, benefit.locator)


def _rows(entry: Entry) -> tuple[Row, ...]:
    """Return the entry's facts for the file, one a row; a field that was not located is empty."""
    facts: list[dict[str, object]] = [{"fact": "note", **_texts(entry.note)}]
    facts += [
        {"fact": "agency", **_texts(one.name), "since": one.since, "until": one.until, **_source(one)}
        for one in entry.agencies
    ]
    told = (*(("funder", fact) for fact in entry.funders), ("start", entry.start), ("end", entry.end))
    facts += [{"fact": name, **_texts(fact.text), **_source(fact)} for name, fact in told if fact]
    facts += [
        {"fact": "count", **_texts(one.what), **_figure(one), "bound": one.bound, **_source(one)}
        for one in entry.counts
    ]
    if entry.benefit:
        facts.append({"fact": "benefit", **_figure(entry.benefit), **_source(entry.benefit)})
        facts.append({"fact": "periods_a_year", "value": entry.benefit.periods, **_source(entry.benefit)})
    head = {name: getattr(entry, name) for name in ("kind", "pillar", "state")}
    head |= {"entry": entry.id, "title_en": entry.title.en, "title_lo": entry.title.lo}
    return tuple(tuple((head | fact).get(column) or "" for column in RAW_COLUMNS) for fact in facts)


def _texts(text: Text) -> dict[str, object]:
    return {"text_en": text.en, "text_lo": text.lo}


def _figure(one: Count | BenefitFact) -> dict[str, object]:
    return {"value": one.value, "unit": one.unit, "year": one.year, "status": one.status}


def _source(one: Agency | Fact | Count | BenefitFact) -> dict[str, object]:
    return {"origin": one.origin, "locator": one.locator}
