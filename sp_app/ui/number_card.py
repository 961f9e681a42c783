"""Number cards: a published figure with its reference, and everything behind it one click away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sp_app.figures.spec import FigureSpec, Table
from sp_app.ui import shown
from sp_app.ui.elements import Height, element
from sp_app.ui.page import Context
from sp_core.coverage import distance
from sp_core.records import Indicator, Observation

Style = Literal["policy", "grey", "hatched"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card: the figure, what it is set against and how its bar is drawn.

    `against` is the same indicator of another area in the same year; `reference` is the words under the value and
    `meaning` a further line, `bar` says whether the value is a share of a whole; `prefix` marks a bound ("< 1").
    `name` and `unit` stand on the card where the indicator's own are too long for it; the dialog has the full ones.
    `workings` say how what was calculated for the card comes about, with its numbers and sources.
    """

    observation: Observation
    against: Observation | None = None
    reference: str = ""
    meaning: str = ""
    bar: bool = False
    style: Style = "policy"
    prefix: str = ""
    digits: int = 1
    small: bool = False
    name: str = ""
    unit: str | None = None
    workings: tuple[str, ...] = ()


def source_words(ctx: Context, key: str) -> str:
    """Return producer, title, edition, licence and copy status of one origin in a line."""
    origin = ctx.q.origin(key)
    parts = [f"{origin.producer}, {origin.title}", origin.edition, f"{ctx.t('frame.licence')}: {origin.licence}"]
    if origin.is_copy:
        parts.append(ctx.t("frame.copy_note"))
    return ". ".join(part for part in parts if part)


def source_line(ctx: Context, *origins: str, note: str = "") -> str:
    """Return the short source line of a figure: producer, title and edition of each origin, then `note`."""
    credits = dict.fromkeys(ctx.q.origin(key).credit for key in origins)
    line = ctx.t("frame.source", source="; ".join(credits))
    return f"{line}. {note}" if note else line


def _held(ctx: Context, card: Card) -> list[list[Observation | None]]:
    """Return, newest year first, the card's figure and its reference of every year in which one is published."""
    o = card.observation
    areas = (o.area,) if card.against is None else (o.area, card.against.area)
    found = [{x.year: x for x in ctx.q.observations(o.indicator, areas=(a,), sex=o.sex)} for a in areas]
    years = sorted({year for series in found for year in series}, reverse=True)
    return [[series.get(year) for series in found] for year in years]


def year_table(
    ctx: Context, card: Card, held: list[list[Observation | None]], places: tuple[str, ...]
) -> dict[str, Any]:
    """Return every year of a figure, beside its reference, with status, and place in the source where they differ."""
    t, lang = ctx.t, ctx.lang
    several = len(places) > 1
    areas = [card.observation.area] + ([card.against.area] if card.against else [])
    rows = []
    for line in held:
        known = [o for o in line if o]
        values = [ctx.n.decimal(o.value, card.digits) if o else t("frame.not_published") for o in line]
        status = " / ".join(dict.fromkeys(t(f"frame.status_{o.status}") for o in known))
        rows.append([str(known[0].year), *values, status, *([known[0].locator] if several else [])])
    names = [ctx.q.area(a).name.get(lang) for a in areas]
    return {
        "columns": [t("frame.year"), *names, t("frame.status"), *([t("frame.locator")] if several else [])],
        "numeric": [False, *(True for _ in areas), False, False],
        "classes": ["", *("" for _ in areas), "", "where"],
        "rows": rows,
    }


def _when(ctx: Context, o: Observation, indicator: Indicator) -> str:
    """Return year, effective or legal, and publisher; † where the figure is to be read with care."""
    basis = "" if indicator.basis == "none" else ctx.t(f"frame.{indicator.basis}")
    care = "†" if any(f.flag not in ("modelled", "bound_upper") for f in o.flags) else ""
    return " · ".join(part for part in (str(o.year), basis, ctx.q.origin(o.origin).producer) if part) + care


def _method(ctx: Context, card: Card) -> list[str]:
    """Return how the figure, its distance and what was calculated for the card come about."""
    lines = [ctx.t("card.as_published")]
    if card.against is not None:
        values = card.observation.value, card.against.value
        lao, other = (ctx.n.decimal(value, card.digits) for value in values)
        points = ctx.n.decimal(distance(*values), card.digits)
        lines += [ctx.t("sources.eq_distance_formula"), ctx.t("card.distance", lao=lao, other=other, distance=points)]
    return [*lines, *card.workings]


def _data(ctx: Context, key: str, card: Card) -> dict[str, Any]:
    """Return what the browser needs to draw one card and its dialog."""
    o, lang = card.observation, ctx.lang
    indicator = ctx.q.indicator(o.indicator)
    name, area = indicator.name.get(lang), ctx.q.area(o.area).name.get(lang)
    held = _held(ctx, card)
    places = tuple(dict.fromkeys(x.locator for line in held for x in line if x))
    value, unit = card.prefix + ctx.n.decimal(o.value, card.digits), ctx.q.unit(o.unit).symbol.get(lang)
    return {
        "key": key,
        "size": "small" if card.small else "",
        "short": card.name or name,
        "name": name,
        "value": value,
        "unit": unit,
        "short_unit": unit if card.unit is None else card.unit,
        "share": o.value if card.bar else None,
        "tick": card.against.value if card.against else None,
        "style": card.style,
        "reference": card.reference,
        "meaning": card.meaning,
        "when": _when(ctx, o, indicator),
        "status": ctx.t(f"frame.status_{o.status}"),
        "definition": indicator.definition.get(lang),
        "comparability": indicator.comparability.get(lang),
        "flags": [f.reason.get(lang) for f in o.flags],
        "method": _method(ctx, card),
        "years": year_table(ctx, card, held, places),
        "source": [
            source_words(ctx, o.origin),
            *(f"{ctx.t('frame.locator')}: {x}" for x in places[:1] if len(places) == 1),
        ],
        "cite": f"{name}, {area}, {o.year}: {value} {unit}. {source_line(ctx, o.origin)} ({ctx.build_id}).",
        "more": f"/sources?lang={lang}&s=indicators&q={o.indicator}",
    }


def as_table(ctx: Context, key: str, cards: dict[str, Card]) -> FigureSpec:
    """Return the cards as a table, for files: printed, and beside it the values as they are published."""
    t, q, lang = ctx.t, ctx.q, ctx.lang
    rows, raw = [], []
    for card in cards.values():
        o = card.observation
        name, unit = q.indicator(o.indicator).name.get(lang), q.unit(o.unit).symbol.get(lang)
        value = card.prefix + ctx.n.decimal(o.value, card.digits)
        where, credit = q.area(o.area).name.get(lang), q.origin(o.origin).credit
        rows.append((name, where, value, unit, str(o.year), t(f"frame.status_{o.status}"), credit))
        raw.append((o.indicator, o.area, card.prefix.strip(), o.value, o.unit, o.year, o.status, o.origin, o.locator))
    title = t("handout.key_figures")
    heads = ("handout.figure", "frame.area", "frame.value", "export.column_unit", "frame.year", "frame.status")
    return FigureSpec(
        key=f"cards_{key}",
        kind="table",
        title=title,
        measure="",
        source_line=source_line(ctx, *(card.observation.origin for card in cards.values())),
        alt_text=title,
        table=Table(
            columns=(*(t(head) for head in heads), t("frame.source_word")),
            numeric=(False, False, True, False, True, False, False),
            rows=tuple(rows),
            raw_columns=("indicator", "area", "bound", "value", "unit", "year", "status", "origin", "locator"),
            raw=tuple(raw),
        ),
    )


def draw_cards(
    ctx: Context, key: str, cards: dict[str, Card], columns: Literal["two", "four"], height: Height, phone: int = 330
) -> None:
    """Draw `cards` as a grid; its height, on a desk and on a phone, is fixed before the data arrive."""
    t = ctx.t
    shown.note(as_table(ctx, key, cards))
    element("cards", height, phone)(
        key=f"cards_{key}",
        data={
            "layout": columns,
            "cards": [_data(ctx, name, card) for name, card in cards.items()],
            "formulas": f"/sources?lang={ctx.lang}&s=equations#distance",
            "labels": {
                "close": t("frame.close"),
                "definition": t("frame.definition"),
                "method": t("frame.method"),
                "note": t("frame.note"),
                "warning": t("frame.warning"),
                "years": t("frame.all_years"),
                "source": t("frame.source_word"),
                "formulas": t("card.formulas"),
                "more": t("card.more"),
                "copy": t("card.copy"),
                "copied": t("card.copied"),
            },
        },
    )
