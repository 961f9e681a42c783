"""Draw steps from one total to another: rows from the top down, each step begins where the one before ended."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Role, Series

HATCH = {"shape": "/", "fgcolor": theme.ROLE["gap"], "bgcolor": theme.GAP_TINT, "size": 9, "solidity": 0.34}
ROOM = 0.02  # beside the bars, of their width; the browser makes room for the words (assets/js/fit.js)


def waterfall(spec: FigureSpec) -> dict[str, Any]:
    """Return horizontal bars; every series is one row: x names it, y is its signed change, or a total from zero.

    Totals have the shape "total". A thin line leads from the end of each row to the next.
    """
    rows = [str(series.x[0]) for series in spec.series]
    places = _places(spec.series)
    data = [_bar(series, row, place) for series, row, place in zip(spec.series, rows, places, strict=True)]
    low, high = _span(places)
    labels = [
        theme.text(
            max(start, end),
            row,
            series.labels[0],
            xshift=8,
            font=theme.sized(theme.VALUE_SIZE, theme.ROLE_TEXT[series.role]),
        )
        for series, row, (start, end) in zip(spec.series, rows, places, strict=True)
    ]
    return {
        "data": data,
        "layout": theme.layout(
            xaxis={"range": [low, high], "showline": False, "showticklabels": False},
            yaxis={
                "autorange": "reversed",
                "showgrid": False,
                "type": "category",
                "categoryarray": rows,
                "tickfont": theme.sized(theme.AXIS_SIZE, theme.INK),
                "ticklabelstandoff": 8,
            },
            margin={"l": 10 + spec.label_space, "r": 8, "t": 4, "b": 4},
            bargap=0.22,
            separators=spec.separators,
            shapes=[*_connectors(places), _axis(len(rows))],
            annotations=labels,
        ),
    }


def _places(series: tuple[Series, ...]) -> list[tuple[float, float]]:
    """Return where each bar begins and ends."""
    found, at = [], 0.0
    for one in series:
        value = one.y[0] or 0.0
        start, at = (0.0, value) if one.shape == "total" else (at, at + value)
        found.append((start, at))
    return found


def _span(places: list[tuple[float, float]]) -> tuple[float, float]:
    """Return a range that holds all bars."""
    ends = [end for place in places for end in place]
    low, high = min(0.0, *ends), max(ends)
    width = (high - low) or 1.0
    return low - ROOM * width, high + ROOM * width


def _bar(series: Series, row: str, place: tuple[float, float]) -> dict[str, Any]:
    start, end = place
    return {
        "type": "bar",
        "orientation": "h",
        "name": series.name,
        "y": [row],
        "x": [end - start],
        "base": [start],
        "width": 0.78,
        "marker": marker(series.role),
        "hovertext": list(series.hover) or None,
        "hoverinfo": "text" if series.hover else "name+x",
    }


def marker(role: Role) -> dict[str, Any]:
    """Return the look of a bar; what has no source is hatched and outlined."""
    if role == "gap":
        return {"pattern": HATCH, "color": theme.GAP_TINT, "line": {"color": theme.ROLE["gap"], "width": 1.5}}
    return {"color": theme.ROLE[role], "line": {"color": theme.CARD, "width": 1}}


def _connectors(places: list[tuple[float, float]]) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "x0": end,
            "x1": end,
            "y0": number + 0.39,
            "y1": number + 0.61,
            "line": {"color": theme.INK_3, "width": 1},
        }
        for number, (_, end) in enumerate(places[:-1])
    ]


def _axis(rows: int) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": -0.5,
        "y1": rows - 0.5,
        "line": {"color": theme.INK, "width": 1.5},
    }
