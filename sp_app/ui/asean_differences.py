"""What must be said beside a comparison: the definition, what differs, who has no figure, who joined when."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.figures.standing import Figures
from sp_app.ui import shown
from sp_app.ui.asean_measures import Measure
from sp_app.ui.asean_words import measured
from sp_app.ui.elements import reserved
from sp_app.ui.page import Context
from sp_core.records import Observation


def _names(ctx: Context, areas: list[str]) -> str:
    return ", ".join(ctx.q.area(area).name.get(ctx.lang) for area in areas)


def warnings(ctx: Context, found: Figures) -> dict[str, str]:
    """Return reason → the members it concerns, in words; what concerns every figure names nobody."""
    areas: dict[str, list[str]] = {}
    for area, o in found.items():
        for flag in o.flags if o else ():
            areas.setdefault(flag.reason.get(ctx.lang), []).append(area)
    known = sum(o is not None for o in found.values())
    return {reason: _names(ctx, several) if len(several) < known else "" for reason, several in areas.items()}


def absent(ctx: Context, found: Figures, published: dict[str, Observation | None]) -> list[str]:
    """Say which members have no figure at all, and whose figure the chosen rule leaves out."""
    none = [area for area in found if published[area] is None]
    left = [area for area, o in found.items() if o is None and published[area] is not None]
    lines = [ctx.t("asean.without", names=_names(ctx, none))] if none else []
    return lines + ([ctx.t("asean.left_out", names=_names(ctx, left))] if left else [])


def joined(ctx: Context, found: Figures) -> list[str]:
    """Say who became a member after the year of its figure; a member since before all figures needs no word."""
    lines = []
    for one in ctx.q.memberships("ASEAN"):
        o = found.get(one.area)
        if one.from_day is None or one.area not in found:
            continue
        key = "asean.joined_after" if o and o.year < one.from_day.year else "asean.joined"
        year = o.year if o else ""
        lines.append(ctx.t(key, name=_names(ctx, [one.area]), date=ctx.n.date(one.from_day), year=year))
    return lines


def draw(ctx: Context, measure: Measure, found: Figures, published: Figures, height: int) -> None:
    """Draw the card; `published` are the figures without any rule."""
    indicator = ctx.q.indicator(measure.indicator)
    definition = ctx.t(f"asean.def_{measure.ages.strip('+').replace('-', '_')}") if measure.ages else ""
    parts = [definition or indicator.definition.get(ctx.lang), indicator.comparability.get(ctx.lang)]
    about, lines = warnings(ctx, found), (*absent(ctx, found, dict(published)), *joined(ctx, found))
    items = [
        f"<li><b>{escape(names)}</b> – {escape(reason)}</li>" if names else f"<li>{escape(reason)}</li>"
        for reason, names in about.items()
    ]
    items += [f"<li>{escape(line)}</li>" for line in lines]
    title, told = ctx.t("asean.differences"), " ".join(part for part in parts if part)
    rows = [(reason, names) for reason, names in about.items()] + [(line, "") for line in lines]
    shown.note_words("asean_differences", title, (measured(ctx, measure), ""), rows, told)
    st.html(
        f'<section class="sp-card sp-side sp-differences" style="{reserved(height)}">'
        f"<h2>{escape(title)}</h2>"
        f"{''.join(f'<p>{escape(part)}</p>' for part in parts if part)}<ul>{''.join(items)}</ul></section>"
    )
