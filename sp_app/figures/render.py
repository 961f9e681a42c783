"""FigureSpec → Plotly data and layout: one drawing function per kind of figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sp_app.figures.bars import stack
from sp_app.figures.dumbbell import dumbbell
from sp_app.figures.fan import fan
from sp_app.figures.funding import funding
from sp_app.figures.persons import persons
from sp_app.figures.polygons import polygons
from sp_app.figures.ranking import ranking
from sp_app.figures.shares import shares
from sp_app.figures.spec import FigureSpec
from sp_app.figures.tornado import tornado
from sp_app.figures.trend import trend
from sp_app.figures.waterfall import waterfall

DRAWN_BY: dict[str, Callable[[FigureSpec], dict[str, Any]]] = {
    "trend": trend,
    "ranking": ranking,
    "stack": stack,
    "shares": shares,
    "dumbbell": dumbbell,
    "polygons": polygons,
    "persons": persons,
    "waterfall": waterfall,
    "funding": funding,
    "fan": fan,
    "tornado": tornado,
    "table": lambda _: {"data": [], "layout": {}},
}


def render(spec: FigureSpec) -> dict[str, Any]:
    """Return `{"data": [...], "layout": {...}}` as plain dicts, ready for Plotly.react."""
    return DRAWN_BY[spec.kind](spec)
