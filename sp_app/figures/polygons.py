"""Draw areas as cartesian polygons: no map tiles, no topology fetched from anywhere."""

from __future__ import annotations

import math
from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec

Ring = tuple[tuple[float, float], ...]


def shade(value: float | None, limits: tuple[float, ...]) -> str:
    """Return the class colour of `value`; unknown is the sunken ground."""
    if value is None or not math.isfinite(value):
        return theme.UNKNOWN_GROUND
    return theme.SEQUENTIAL[sum(value >= limit for limit in limits)]


def polygons(spec: FigureSpec) -> dict[str, Any]:
    """Return one filled trace per area; series.x holds longitudes, series.y latitudes, None between rings.

    `spec.outlines` are background lands without names; `labels` of a series is (value text, fill colour).
    """
    land = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [p[0] for p in ring],
            "y": [p[1] for p in ring],
            "fill": "toself",
            "fillcolor": "#F3F1EB",
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
        for ring in spec.outlines
    ]
    members = [
        {
            "type": "scatter",
            "mode": "lines",
            "name": s.name,
            "x": list(s.x),
            "y": list(s.y),
            "fill": "toself",
            "fillcolor": s.labels[1],
            "connectgaps": False,
            "hoveron": "fills",
            "text": s.hover[0] if s.hover else s.name,
            "hoverinfo": "text",
            "line": {
                "color": theme.INK if s.name == spec.highlight else "#FFFFFF",
                "width": 2 if s.name == spec.highlight else 1,
            },
        }
        for s in spec.series
    ]
    x0, x1 = spec.x_range or (90.0, 142.0)
    y0, y1 = spec.y_range or (-12.0, 29.0)
    labels = [
        theme.text(
            n.x,
            n.y,
            n.text,
            xanchor=n.anchor,
            align="center",
            font=theme.sized(theme.NOTE_SIZE, theme.INK),
            bgcolor="rgba(255,255,255,0.72)",
            borderpad=2,
        )
        for n in spec.notes
    ]
    return {
        "data": [*land, *members],
        "layout": theme.layout(
            xaxis={"visible": False, "range": [x0, x1]},
            yaxis={"visible": False, "range": [y0, y1], "scaleanchor": "x", "scaleratio": 1.0},
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            annotations=labels,
        ),
    }
