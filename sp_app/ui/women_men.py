"""Women and men side by side where both are published; where not, the reason in words."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.ui import shown
from sp_app.ui.elements import Height, reserved
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_core.records import Observation

SEXES = ("female", "male")
Both = tuple[Observation, Observation]


def by_sex(ctx: Context, indicator: str, area: str, year: int | None) -> Both | None:
    """Return the figures of women and men of one area in `year`, else in the latest year that has both."""
    women = {o.year: o for o in ctx.q.observations(indicator, areas=(area,), sex="F")}
    men = {o.year: o for o in ctx.q.observations(indicator, areas=(area,), sex="M")}
    years = sorted(women.keys() & men.keys())
    if not years:
        return None
    chosen = year if year in years else years[-1]
    return women[chosen], men[chosen]


def _bar(ctx: Context, word: str, o: Observation) -> str:
    """Return one bar of the pair, 0 to 100 percent."""
    return (
        f'<div class="sp-pair"><span>{escape(word)}</span><span class="sp-bar grey"><span class="sp-bar-fill" '
        f'style="width:{o.value:.1f}%"></span></span><b>{escape(ctx.n.percent(o.value))}</b></div>'
    )


def _lao_words(ctx: Context, indicator: str) -> str:
    """Say what exists by sex for the Lao PDR."""
    if by_sex(ctx, indicator, "LAO", None):
        return ""
    women = ctx.q.observations(indicator, areas=("LAO",), sex="F")
    if women:
        last, before = women[-1], women[0]
        return ctx.t(
            "coverage.sex_women_only",
            value=ctx.n.percent(last.value),
            year=last.year,
            before=ctx.n.percent(before.value),
            since=before.year,
        )
    return ctx.t("coverage.sex_none_lao")


def draw(ctx: Context, indicator: str, area: str, year: int | None, height: Height) -> None:
    """Draw women and men of `area`, and what is published for the Lao PDR."""
    t = ctx.t
    name = ctx.q.area(area).name.get(ctx.lang)
    both = by_sex(ctx, indicator, area, year)
    title, lao = t("coverage.sex_title"), _lao_words(ctx, indicator)
    parts = [f"<h2>{escape(title)}</h2>", f"<p>{escape(lao)}</p>"]
    if both:
        measure = t("coverage.sex_area", area=name, year=both[0].year)
        rows = [(t(f"frame.{sex}"), ctx.n.percent(o.value)) for sex, o in zip(SEXES, both, strict=True)]
        told = [(lao, "")] if lao else []
        shown.note_words(
            "women_men", title, (measure, t("frame.value")), [*rows, *told], source_line(ctx, both[0].origin)
        )
        parts.append(f'<p class="sp-measure">{escape(measure)}</p>')
        parts += [_bar(ctx, t("frame.female"), both[0]), _bar(ctx, t("frame.male"), both[1])]
        parts.append(f'<p class="sp-source">{escape(source_line(ctx, both[0].origin))}</p>')
    else:
        none = t("coverage.sex_none_area", area=name)
        shown.note_words("women_men", title, (none,), [(lao,)] if lao else [], none)
        parts.append(f"<p>{escape(none)}</p>")
    shade = "sp-card" if both else "sp-unknown"
    st.html(f'<section class="{shade} sp-side" style="{reserved(height)}">{"".join(parts)}</section>')
