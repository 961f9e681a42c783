"""Published statements set against a reference of the same scope: marks on a scale and words, never bars."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import streamlit as st

from sp_app.ui import shown
from sp_app.ui.elements import Height, reserved

# The scale is marked at every so many percent.
STEP = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place on the scale: a bound ("less than"), a rounded value ("around") or a reference."""

    kind: Literal["bound", "about", "reference"]
    value: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One scope of spending with what was said in it; `unknown` stands where nothing was."""

    name: str
    said: tuple[Mark, ...]
    references: tuple[Mark, ...]
    unknown: str = ""


def _place(mark: Mark, top: float) -> str:
    """Return the mark's HTML at its place on a scale from zero to `top`."""
    share = 100.0 * mark.value / top
    if mark.kind == "bound":
        return f'<i class="bound" style="width:{share:.2f}%"></i>'
    return f'<i class="{mark.kind}" style="left:{share:.2f}%"></i>'


def _row(scope: Scope, top: float) -> str:
    """Return one scope: its name, its scale, its words."""
    marks = "".join(_place(mark, top) for mark in (*scope.said, *scope.references))
    said = "".join(f"<b>{escape(mark.words)}</b>" for mark in scope.said)
    said = said or f'<b class="none">? {escape(scope.unknown)}</b>'
    references = "".join(f"<span>{escape(mark.words)}</span>" for mark in scope.references)
    return (
        f'<li class="sp-item"><h3>{escape(scope.name)}</h3><div class="sp-scale" aria-hidden="true">{marks}</div>'
        f'<p class="sp-said">{said}{references}</p></li>'
    )


def _axis(top: float) -> str:
    """Return the numbers under the scales: whole percent, so they are the same in every language."""
    marks = [STEP * i for i in range(round(top / STEP) + 1)]
    return "".join(
        f'<span style="left:{100 * mark / top:.2f}%">{mark:.0f}{"%" * (mark == top)}</span>' for mark in marks
    )


def _together(marks: Sequence[Mark]) -> str:
    return " · ".join(mark.words for mark in marks)


def draw(title: str, measure: str, scopes: Sequence[Scope], source: str, height: Height) -> None:
    """Draw the card of statements, all scopes on one length of scale."""
    words = [(it.name, _together(it.said) or it.unknown, _together(it.references)) for it in scopes]
    shown.note_words("statements", title, (measure, "", ""), words, source)
    top = math.ceil(max(mark.value for scope in scopes for mark in (*scope.said, *scope.references)) / STEP) * STEP
    rows = "".join(_row(scope, top) for scope in scopes)
    st.html(
        f'<section class="sp-card sp-statements sp-kept" style="{reserved(height)};--steps:{top / STEP:.0f}">'
        f'<h2>{escape(title)}</h2><p class="sp-measure">{escape(measure)}</p><ul>{rows}</ul>'
        f'<div class="sp-axis" aria-hidden="true">{_axis(top)}</div>'
        f'<p class="sp-source">{escape(source)}</p></section>'
    )
