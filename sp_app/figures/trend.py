"""Draw years: lines, lone dots, required and continued paths, labelled at their ends."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Series

LINE_SHAPES = {"line": "solid", "line_dots": "solid", "required": "dot", "pace": "dash"}
WIDTH = {"lao": 4.5, "asean": 3}


def _last(series: Series) -> tuple[Any, float] | None:
    """Return the last point that exists."""
    points = [(x, y) for x, y in zip(series.x, series.y, strict=True) if y is not None]
    return points[-1] if points else None


def _trace(series: Series) -> dict[str, Any]:
    """Return the Plotly trace of one series; a missing year is a gap."""
    colour = theme.ROLE[series.role]
    mode = {"dots": "markers", "line_dots": "lines+markers"}.get(series.shape, "lines")
    labelled = series.shape in ("dots", "line_dots") and series.labels
    return {
        "type": "scatter", "name": series.name, "x": list(series.x), "y": list(series.y),
        "mode": mode + ("+text" if labelled else ""), "connectgaps": False,
        "line": {"color": colour, "width": WIDTH.get(series.role, 2.5), "dash": LINE_SHAPES.get(series.shape, "solid")},
        "marker": {"color": colour, "size": 15 if series.shape == "dots" else 8},
        "text": list(series.labels) if labelled else None, "textposition": "top center",
        "textfont": theme.sized(theme.VALUE_SIZE, theme.ROLE_TEXT[series.role]),
        "hovertext": list(series.hover) or None,
        "hoverinfo": "text" if series.hover else "name+x+y", "cliponaxis": False,
    }


def spread(values: list[float], least: float) -> list[float]:
    """Push label positions apart so that neighbours are at least `least` apart, keeping their order."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    placed = [values[i] for i in order]
    for i in range(1, len(placed)):
        placed[i] = max(placed[i], placed[i - 1] + least)
    overshoot = (placed[-1] - max(values)) / 2 if placed else 0.0
    result = [0.0] * len(values)
    for rank, i in enumerate(order):
        result[i] = placed[rank] - overshoot
    return result


def _end_labels(spec: FigureSpec, low: float, high: float) -> list[dict[str, Any]]:
    """Write each series' name at its last point, pushed apart."""
    ends = [(s, _last(s)) for s in spec.series if s.end_label and _last(s)]
    lines = [s.end_label.count("<br>") + 1 for s, _ in ends]
    positions = spread([p[1] for _, p in ends if p], (high - low) * 0.062 * max(lines, default=1))
    right = spec.x_range[1] if spec.x_range else None
    return [
        theme.text(
            max(point[0], right) if right is not None and series.shape != "dots" and spec.label_space else point[0],
            position, series.end_label, xshift=12, font=theme.sized(theme.LABEL_SIZE, theme.ROLE_TEXT[series.role]),
        )
        for (series, point), position in zip(ends, positions, strict=True)
        if point
    ]


def trend(spec: FigureSpec) -> dict[str, Any]:
    """Return Plotly data and layout of a figure over years."""
    known = [y for s in spec.series for y in s.y if y is not None]
    low, high = spec.y_range or (0.0, max(known, default=1.0) * 1.1)
    shapes: list[dict[str, Any]] = []
    if spec.ground_from is not None and spec.x_range:
        shapes.append({
            "type": "rect", "xref": "x", "yref": "paper", "x0": spec.ground_from, "x1": spec.x_range[1], "y0": 0,
            "y1": 1, "fillcolor": theme.PROJECTION, "line": {"width": 0}, "layer": "below",
        })
    notes = [
        theme.text(n.x, n.y, n.text, xanchor=n.anchor, font=theme.sized(theme.NOTE_SIZE, theme.INK_2)) for n in spec.notes
    ]
    axis: dict[str, Any] = {"range": list(spec.x_range)} if spec.x_range else {}
    if spec.x_ticks:
        axis |= {"tickvals": list(spec.x_ticks), "ticktext": [f"{x:.0f}" for x in spec.x_ticks]}
    return {
        "data": [_trace(s) for s in spec.series],
        "layout": theme.layout(
            xaxis=axis, yaxis={"range": [low, high], "ticksuffix": spec.suffix, "showticksuffix": "last", "nticks": 6},
            margin={"l": 54, "r": 20 + spec.label_space, "t": 16, "b": 34},
            separators=spec.separators, shapes=shapes, annotations=[*_end_labels(spec, low, high), *notes],
        ),
    }
