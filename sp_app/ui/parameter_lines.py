"""One line of what the model is given: name, value, kind and status, source and place in it."""

from __future__ import annotations

from sp_app.data.scenario_files import OWN_ASSUMPTION
from sp_app.i18n import LANGUAGES, texts
from sp_app.ui.listing import Cell, Detail, Line
from sp_app.ui.page import Context
from sp_app.ui.source_lists import CARE, both
from sp_core.records import Text


def _credit(ctx: Context, origin: str) -> str:
    """Return who says so; the project's own choices say that they are."""
    return ctx.t("sources.own_assumption") if origin == OWN_ASSUMPTION else ctx.q.origin(origin).credit


def value_words(ctx: Context, value: float, unit: str) -> str:
    """Return a parameter's value as people read it: shares in percent."""
    if unit == "share":
        return ctx.n.percent(100.0 * value, 2 if abs(value) < 0.1 else 1)
    return f"{ctx.n.decimal(value, 0 if value == int(value) else 2)} {ctx.t(f'sources.unit_{unit}')}"


def in_both(key: str) -> Text:
    """Return an interface text in both languages."""
    return Text(*(texts(language)(key) for language in LANGUAGES))


def _status(ctx: Context, status: str) -> tuple[tuple[str, str], ...]:
    words = ctx.t("sources.sourced") if status == "sourced" else ctx.t(f"frame.status_{status}")
    return ((words, CARE if status == "illustrative" else ""),)


def given_line(
    ctx: Context,
    kind: str,
    name: Text,
    key: str,
    value: str,
    more: str,
    status: str,
    origin: str,
    locator: str,
    raw: tuple[object, ...],
    meaning: Text | None = None,
) -> Line:
    """Return one line of the list; `more` stands under the value, `meaning` opens below."""
    t = ctx.t
    address = "" if origin == OWN_ASSUMPTION else ctx.q.origin(origin).address
    return Line(
        key=f"parameter-{key}",
        group=kind,
        cells=(
            Cell(text=name.get(ctx.lang), more=key),
            Cell(text=value, more=more),
            Cell(text=t(f"sources.kind_{kind}"), tags=_status(ctx, status)),
            Cell(text=_credit(ctx, origin)),
        ),
        details=(
            Detail(name=t("sources.meaning"), lines=(meaning.get(ctx.lang),) if meaning else ()),
            Detail(name=t("frame.locator"), lines=(locator,)),
            Detail(name=t("sources.address"), lines=(), address=address),
        ),
        words=f"{both(name, *([meaning] if meaning else []))} {key} {origin} {locator} {kind} {status}",
        rows=((kind, key, name.en, name.lo, *raw, status, origin, locator),),
    )
