"""A presented deck as PowerPoint: native charts and tables; notes hold what to say, the numbers and the sources."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from sp_app.export.formats import format_of
from sp_app.export.grid import Grid
from sp_app.export.steps import Step, each, unheard
from sp_app.live.lever_names import full_name
from sp_app.live.units import lever_unit
from sp_app.ui import present_deck
from sp_app.ui.making import watched
from sp_app.ui.page import Context
from sp_app.ui.present_deck import Shown
from sp_app.ui.present_slides import COSTS, Bound, decision_facts, deck_handout, slide_parts
from sp_app.ui.present_words import rests_on_choices

FACT, WORDS = 26.0, 74.0  # relative widths
POINTS = 24.0  # size of what is said point by point


def draw(ctx: Context, shown: Shown) -> None:
    """Draw the button; the file is made when it is asked for, and says what is missing where it cannot be."""
    t, pptx = ctx.t, format_of("pptx")
    missing = ", ".join(pptx.missing)
    st.download_button(
        t("present.download"),
        watched(t("export.format_pptx"), t, _maker(ctx.lang, ctx.build_id, shown)),
        file_name=f"{shown.deck.id}_{ctx.lang}_{ctx.build_id}.pptx",
        mime=pptx.media_type,
        key="present_pptx",
        on_click="ignore",
        disabled=bool(missing),
        help=t("export.take_away_missing", format=t("export.format_pptx"), packages=missing) if missing else None,
    )


def _maker(lang: str, build: str, shown: Shown) -> Callable[[Step], bytes]:
    return lambda step: deck_file(shown, lang, build, datetime.date.today(), step)


def deck_file(shown: Shown, lang: str, build: str, day: datetime.date, step: Step = unheard) -> bytes:
    """Return the deck in one language as a PowerPoint file; `step` hears of every slide."""
    from sp_app.export.slides import Deck, Signs  # only who asks for slides needs their library

    bound = present_deck.bound(shown, lang, build)
    ctx = bound[0].ctx
    own = deck_handout(next((it for it in bound if it.state.scenario is shown.state.scenario), bound[0]), ctx)
    continued = ctx.t("handout.continued", title="{title}", part="{part}", parts="{parts}")
    deck = Deck(lang, getattr(shown.deck, f"title_{lang}"), Signs("", own.edition, ""), continued, day)
    for one in each(bound, step):
        chosen = (
            f"{ctx.t('present.illustrative')} · {own.edition}" if rests_on_choices(one.found, COSTS) else own.edition
        )
        for title, add, simulated, source, notes in _slides(one):
            deck.signs = Signs(own.simulated, chosen, source) if simulated else Signs("", own.edition, source)
            add(deck, title, notes)
    return deck.file()


Slide = tuple[str, Callable[[Any, str, list[str]], object], bool, str, list[str]]


def _slides(one: Bound) -> list[Slide]:
    """Return title, how to draw it, whether it is simulated, sources and notes of the slides that a table makes."""
    if one.table.decisions:
        return [
            (title, _grid(one.ctx, facts), True, source, []) for title, facts, source in decision_facts(one, one.ctx)
        ]
    parts = slide_parts(one, one.ctx)
    numbers = [f"{it.name}: {it.words} ({it.year}, {it.status})" for it in parts.numbers]
    notes = [parts.notes, *_levers(one), *numbers] if parts.spec else [parts.notes]
    draw = _figure(parts.spec) if parts.spec else _points([*parts.points, *numbers], parts.source if numbers else "")
    return [(parts.title, draw, parts.simulated, parts.source, [it for it in notes if it])]


def _levers(one: Bound) -> list[str]:
    """Return where the levers of a slide stand: in the file, where they cannot be moved."""
    h = deck_handout(one, one.ctx)
    levers = [h.scenario.lever(name) for name in one.table.levers]
    return [f"{full_name(it, h.scenario, h.t)}: {lever_unit(it, h.t).text(h.n, h.values[it.id])}" for it in levers]


def _figure(spec: Any) -> Callable[[Any, str, list[str]], object]:
    return lambda deck, title, notes: deck.figure(replace(spec, title=title), notes)


def _points(points: list[str], source: str) -> Callable[[Any, str, list[str]], object]:
    return lambda deck, title, notes: deck.words(title, [f"•  {it}" for it in points], notes, POINTS, source)


def _grid(ctx: Context, facts: list[tuple[str, str]]) -> Callable[[Any, str, list[str]], object]:
    def add(deck: Any, title: str, notes: list[str]) -> None:
        columns = (ctx.t("present.asked"), ctx.t("present.answer"))
        rows = tuple(tuple(fact) for fact in facts)
        grid = Grid(title=title, columns=columns, numeric=(False, False), widths=(FACT, WORDS), rows=rows)
        deck.grid(grid, notes, points=16.0)

    return add
