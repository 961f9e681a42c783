"""Draw a share as a row of small people, each standing for the same part of the whole."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec

NOT_COVERED = "#C3C9D0"
ROW = 2.0


def _person(at: float, foot: float, part: float | None) -> list[dict[str, Any]]:
    """Return head and body of one figure; `part` of it is coloured from below, None is drawn as unknown."""
    left, right, low, top = at + 0.16, at + 0.84, foot + 0.12, foot + 1.24
    body = (
        f"M{left},{low} L{left},{top - 0.22} Q{left},{top} {left + 0.2},{top} L{right - 0.2},{top} "
        f"Q{right},{top} {right},{top - 0.22} L{right},{low} Z"
    )
    unknown = part is None
    line = {"color": theme.EDGE, "width": 1, "dash": "dot"} if unknown else {"width": 0}
    fill = theme.UNKNOWN_GROUND if unknown else theme.ROLE["lao"] if part and part >= 1 else NOT_COVERED
    look = {"fillcolor": fill, "line": line, "layer": "above"}
    head = {"x0": at + 0.27, "x1": at + 0.73, "y0": foot + 1.34, "y1": foot + 1.80}
    shapes: list[dict[str, Any]] = [{"type": "path", "path": body, **look}, {"type": "circle", **head, **look}]
    if part and part < 1:
        covered = {"x0": left, "x1": right, "y0": low, "y1": low + part * (top - low)}
        shapes.append({"type": "rect", **covered, **look, "fillcolor": theme.ROLE["lao"]})
    return shapes


def persons(spec: FigureSpec) -> dict[str, Any]:
    """Return the row; series.y holds how much of each figure is covered (0 to 1), None where it is not known.

    A narrow screen takes two rows.
    """
    parts = spec.series[0].y
    return {**_drawn(parts, rows=1), "narrow": _drawn(parts, rows=2)}


def _drawn(parts: tuple[float | None, ...], rows: int) -> dict[str, Any]:
    """Return the figures from the left, the first row on top."""
    across = -(-len(parts) // rows)
    shapes = [
        shape
        for i, part in enumerate(parts)
        for shape in _person(float(i % across), (rows - 1 - i // across) * ROW, part)
    ]
    return {
        "data": [{"type": "scatter", "mode": "none", "x": [0, across], "y": [0, rows * ROW], "hoverinfo": "skip"}],
        "layout": theme.layout(
            xaxis={"visible": False, "range": [0, across], "showline": False, "constrain": "domain"},
            yaxis={
                "visible": False,
                "range": [0, rows * ROW],
                "scaleanchor": "x",
                "scaleratio": 1.0,
                "constrain": "domain",
            },
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            shapes=shapes,
        ),
    }
