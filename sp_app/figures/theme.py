"""Colours, sizes and the common layout of all figures (docs/look.md)."""

from __future__ import annotations

from typing import Any

FONT = "Noto Sans, Noto Sans Lao, sans-serif"
INK, INK_2, INK_3 = "#14202E", "#3D4A5A", "#5A6675"
GRID, HAIR, PROJECTION, SELECTED, CARD = "#E7E3DA", "#DEDAD1", "#F6F3EC", "#EEF3F9", "#FFFFFF"
UNKNOWN_GROUND, EDGE = "#F1EFE9", "#8A929C"
SEQUENTIAL = ("#E3EDF7", "#BBD5EC", "#5F94C6", "#0B5CAB", "#142E52")

ROLE = {
    "lao": "#0B5CAB",
    "asean": INK_2,
    "other": "#8E97A1",
    "world": "#7C858F",
    "state": "#335F8E",
    "partners": "#A5802B",
    "households": "#7C2A1B",
    "contributions": "#2E7F78",
    "other_private": "#93875C",
    "unknown": UNKNOWN_GROUND,
    # Several countries on one plot: greys far enough apart, each with its own dash (trend.DASHES) and label.
    "first": "#3D4A5A",
    "second": "#7C858F",
    "third": "#646E79",
    "revenue": "#0B5CAB",
    "expenditure": "#646E79",
    "need": INK_2,
    "options": "#5F94C6",
    "borrowing": "#22303F",
    "gap": "#A61E4D",
    "limit": INK_2,
    "policy": "#0B5CAB",
    "assumption": "#9A5B00",
}
ROLE_TEXT = ROLE | {
    "other": INK_3,
    "world": INK_3,
    "partners": "#7A5D18",
    "other_private": "#6B6243",
    "options": "#2F6496",
    "gap": "#8C1640",
    "policy": "#0B4A8A",
    "assumption": "#7A4800",
}
GAP_TINT = "#F8E3EA"
AXIS_SIZE, LABEL_SIZE, VALUE_SIZE, NOTE_SIZE = 16, 17, 19, 15


def layout(**changes: Any) -> dict[str, Any]:
    """Return the layout that every figure starts from; `changes` are merged on top."""
    base: dict[str, Any] = {
        "autosize": True,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": AXIS_SIZE, "color": INK_3},
        "margin": {"l": 44, "r": 20, "t": 10, "b": 34},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"font": {"family": FONT, "size": NOTE_SIZE}},
        "dragmode": False,
        "xaxis": {"showgrid": False, "zeroline": False, "fixedrange": True, "linecolor": INK_3, "showline": True},
        "yaxis": {"gridcolor": GRID, "zeroline": False, "fixedrange": True, "showline": False},
        "annotations": [],
        "shapes": [],
    }
    for name, value in changes.items():
        base[name] = {**base[name], **value} if isinstance(value, dict) and name in base else value
    return base


def text(x: Any, y: Any, words: str, **changes: Any) -> dict[str, Any]:
    """Return one annotation without an arrow."""
    return {
        "x": x,
        "y": y,
        "text": words,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "font": {"family": FONT, "size": LABEL_SIZE, "color": INK_2},
        "align": "left",
        **changes,
    }


def above(x: Any, words: str, **changes: Any) -> dict[str, Any]:
    """Return words that stand over the plot, at `x`."""
    return text(x, 1.0, words, yref="paper", yanchor="bottom", yshift=6, **changes)


def grouped(span: tuple[float, float] | None) -> str:
    """Return how Plotly prints ticks: thousands in groups where there are any, else as it likes."""
    return ",d" if span and max(map(abs, span)) >= 1000.0 else ""


def sized(size: int, colour: str) -> dict[str, Any]:
    """Return a font of the house family."""
    return {"family": FONT, "size": size, "color": colour}


Drawn = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def bands(stretches: tuple[tuple[float, float, str], ...]) -> Drawn:
    """Return grounds and words of stretches of the x axis that are to be read with care."""
    shapes = [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": x0,
            "x1": x1,
            "y0": 0,
            "y1": 1,
            "fillcolor": UNKNOWN_GROUND,
            "line": {"width": 0},
            "layer": "below",
        }
        for x0, x1, _ in stretches
    ]
    words = [
        text(
            (x0 + x1) / 2,
            1,
            name,
            yref="paper",
            xanchor="center",
            yanchor="top",
            align="center",
            font=sized(NOTE_SIZE, INK_2),
        )
        for x0, x1, name in stretches
    ]
    return shapes, words


def unknown_row(words: str) -> Drawn:
    """Return a dashed row above the plot that says what has no figure: unknown is drawn, not left out."""
    if not words:
        return [], []
    shape = {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": 1,
        "y1": 1,
        "yanchor": 1,
        "ysizemode": "pixel",
        "fillcolor": UNKNOWN_GROUND,
        "line": {"color": EDGE, "width": 1, "dash": "dash"},
        "layer": "below",
    }
    shape |= {"y0": 12, "y1": 52}
    return [shape], [
        text(0, 1, words, xref="paper", yref="paper", xshift=14, yshift=32, font=sized(LABEL_SIZE, ROLE["lao"]))
    ]
