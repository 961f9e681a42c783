"""Number cards: a published figure with its reference, and everything behind it one click away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sp_app.ui.elements import element
from sp_app.ui.page import Context
from sp_core.records import Indicator, Observation

Style = Literal["policy", "grey", "hatched"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card: the figure, what it is set against and how its bar is drawn.

    `reference` is the words under the bar, `tick` the reference in percent, `bar` says
    whether the value is a share of a whole; `prefix` marks a bound ("< 1").
    """

    observation: Observation
    reference: str = ""
    tick: float | None = None
    bar: bool = False
    style: Style = "policy"
    meaning: str = ""
    prefix: str = ""
    digits: int = 1
    small: bool = False


def source_words(ctx: Context, key: str) -> str:
    """Return producer, title, edition, licence and copy status of one origin in a line."""
    origin = ctx.q.origin(key)
    parts = [f"{origin.producer}, {origin.title}", origin.edition, f"{ctx.t('frame.licence')}: {origin.licence}"]
    if origin.is_copy:
        parts.append(ctx.t("frame.copy_note"))
    return ". ".join(part for part in parts if part)


def source_line(ctx: Context, *origins: str) -> str:
    """Return the short source line of a figure: producer, title and edition of each origin."""
    credits = dict.fromkeys(ctx.q.origin(key).credit for key in origins)
    return ctx.t("frame.source", source="; ".join(credits))


def year_table(ctx: Context, observations: tuple[Observation, ...], digits: int) -> dict[str, Any]:
    """Return every year of a figure as a table with status and place in the source."""
    t = ctx.t
    return {
        "columns": [t("frame.year"), t("frame.area"), t("frame.value"), t("frame.status"), t("frame.locator")],
        "numeric": [False, False, True, False, False],
        "rows": [
            [
                str(o.year),
                ctx.q.area(o.area).name.get(ctx.lang),
                ctx.n.decimal(o.value, digits),
                t(f"frame.status_{o.status}"),
                o.locator,
            ]
            for o in observations
        ],
    }


def _basis(ctx: Context, indicator: Indicator) -> str:
    """Return "effective" or "legal" where the figure is one of them."""
    return "" if indicator.basis == "none" else ctx.t(f"frame.{indicator.basis}")


def _data(ctx: Context, key: str, card: Card) -> dict[str, Any]:
    """Return what the browser needs to draw one card and its dialog."""
    o = card.observation
    indicator = ctx.q.indicator(o.indicator)
    areas = ("LAO", "ASEAN") if card.tick is not None else (o.area,)
    when = " · ".join(part for part in (str(o.year), _basis(ctx, indicator)) if part)
    return {
        "key": key,
        "size": "small" if card.small else "",
        "name": indicator.name.get(ctx.lang),
        "value": card.prefix + ctx.n.decimal(o.value, card.digits),
        "unit": ctx.q.unit(o.unit).symbol.get(ctx.lang),
        "share": o.value if card.bar else None,
        "tick": card.tick,
        "style": card.style,
        "reference": card.reference,
        "when": when,
        "meaning": card.meaning,
        "status": ctx.t(f"frame.status_{o.status}"),
        "definition": indicator.definition.get(ctx.lang),
        "comparability": indicator.comparability.get(ctx.lang),
        "flags": [f.reason.get(ctx.lang) for f in o.flags],
        "years": year_table(ctx, ctx.q.observations(o.indicator, areas=areas, sex=o.sex), card.digits),
        "source": source_words(ctx, o.origin),
    }


def draw_cards(
    ctx: Context, key: str, cards: dict[str, Card], columns: Literal["two", "four"], height: int, phone: int = 330
) -> None:
    """Draw `cards` as a grid; its height in CSS pixels, on a desk and on a phone, is fixed before the data arrive."""
    t = ctx.t
    element("cards", height, phone)(
        key=f"cards_{key}",
        data={
            "layout": columns,
            "cards": [_data(ctx, name, card) for name, card in cards.items()],
            "labels": {
                "close": t("frame.close"),
                "definition": t("frame.definition"),
                "note": t("frame.note"),
                "warning": t("frame.warning"),
                "years": t("frame.all_years"),
                "source": t("frame.source_word"),
            },
        },
    )
