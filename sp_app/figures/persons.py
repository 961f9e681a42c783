"""Draw a share as a row of small people, each standing for the same part of the whole."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec

NOT_COVERED = "#C3C9D0"
HEIGHT = 2.0


def _person(at: float, part: float | None) -> list[dict[str, Any]]:
    """Return head and body of one figure; `part` of it is coloured from below, None is drawn as unknown."""
    body = (
        f"M{at + 0.16},0.12 L{at + 0.16},1.02 Q{at + 0.16},1.24 {at + 0.36},1.24 L{at + 0.64},1.24 "
        f"Q{at + 0.84},1.24 {at + 0.84},1.02 L{at + 0.84},0.12 Z"
    )
    unknown = part is None
    line = {"color": "#8A929C", "width": 1, "dash": "dot"} if unknown else {"width": 0}
    fill = theme.UNKNOWN_GROUND if unknown else theme.ROLE["lao"] if part and part >= 1 else NOT_COVERED
    shapes: list[dict[str, Any]] = [
        {"type": "path", "path": body, "fillcolor": fill, "line": line, "layer": "above"},
        {
            "type": "circle",
            "x0": at + 0.27,
            "x1": at + 0.73,
            "y0": 1.34,
            "y1": 1.80,
            "fillcolor": fill,
            "line": line,
            "layer": "above",
        },
    ]
    if part and part < 1:
        shapes.append(
            {
                "type": "rect",
                "x0": at + 0.16,
                "x1": at + 0.84,
                "y0": 0.12,
                "y1": 0.12 + part * 1.12,
                "fillcolor": theme.ROLE["lao"],
                "line": {"width": 0},
                "layer": "above",
            }
        )
    return shapes


def persons(spec: FigureSpec) -> dict[str, Any]:
    """Return the row; series.y holds how much of each figure is covered (0 to 1), None where it is not known."""
    parts = spec.series[0].y
    shapes = [shape for at, part in enumerate(parts) for shape in _person(float(at), part)]
    return {
        "data": [{"type": "scatter", "mode": "none", "x": [0, len(parts)], "y": [0, HEIGHT], "hoverinfo": "skip"}],
        "layout": theme.layout(
            xaxis={"visible": False, "range": [0, len(parts)], "showline": False, "constrain": "domain"},
            yaxis={
                "visible": False,
                "range": [0, HEIGHT],
                "scaleanchor": "x",
                "scaleratio": 1.0,
                "constrain": "domain",
            },
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            shapes=shapes,
        ),
    }
