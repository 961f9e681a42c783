"""Draw areas as cartesian polygons: no map tiles, no topology fetched from anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Note, Series

LAND = "#F6F4EF"
KEY_LINE, KEY_BOX = 24, 17  # pixels: one class of the key, its colour
KEY_WIDTH = 150
NARROW = {"l": 88, "r": 84}  # pixels beside the map for names, before a phone's scaling


def polygons(spec: FigureSpec) -> dict[str, Any]:
    """Return one filled trace per area and the key at its right; on a narrow screen the key is below.

    `x` and `y` of a series are degrees with None between rings, `level` its class, `hatched[0]` says that its value
    has another definition. `spec.outlines` are background lands without names.
    """
    short = tuple(replace(note, text=note.short or note.text) for note in spec.notes)
    return {**_drawn(spec, beside=True), "narrow": _drawn(replace(spec, notes=short), beside=False)}


def fill(level: int | None) -> str:
    """Return the colour of a class; unknown is the sunken ground."""
    return theme.UNKNOWN_GROUND if level is None else theme.SEQUENTIAL[level]


def _land(ring: tuple[tuple[float, float], ...]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [p[0] for p in ring],
        "y": [p[1] for p in ring],
        "fill": "toself",
        "fillcolor": LAND,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _outline(series: Series, chosen: bool) -> dict[str, Any]:
    """Return the border of an area: dashed where nothing is known, strong where it is the subject."""
    if chosen:
        return {"color": theme.INK, "width": 2.5}
    return {"color": theme.EDGE, "width": 1, "dash": "dash" if series.level is None else "solid"}


def _area(series: Series, chosen: bool) -> dict[str, Any]:
    hatch = {"shape": "/", "fgcolor": "#FFFFFF", "bgcolor": fill(series.level), "size": 7, "solidity": 0.35}
    return {
        "type": "scatter",
        "mode": "lines",
        "name": series.name,
        "x": list(series.x),
        "y": list(series.y),
        "fill": "toself",
        "fillcolor": fill(series.level),
        "connectgaps": False,
        "hoveron": "fills",
        "text": series.hover[0] if series.hover else series.name,
        "hoverinfo": "text",
        "line": _outline(series, chosen),
        **({"fillpattern": hatch} if any(series.hatched) else {}),
    }


def _leader(note: Note) -> list[dict[str, Any]]:
    if note.leader is None:
        return []
    x, y = note.leader
    return [
        {
            "type": "line",
            "x0": note.x,
            "y0": note.y,
            "x1": x,
            "y1": y,
            "line": {"color": theme.INK_3, "width": 1},
        }
    ]


def _name(note: Note) -> dict[str, Any]:
    return theme.text(
        note.x,
        note.y,
        note.text,
        name="end",  # pushed apart where they are drawn
        xanchor=note.anchor,
        align=note.anchor,
        xshift=-4 if note.anchor == "right" else 0,
        font=theme.sized(theme.NOTE_SIZE, theme.INK),
        bgcolor="rgba(255,255,255,0.82)",
        borderpad=1,
    )


def _key(classes: tuple[tuple[int | None, str], ...], beside: bool) -> theme.Drawn:
    """Return colours and names of the classes, top right or below the map; sizes are pixels."""
    boxes, words = [], []
    anchor = 1.0 if beside else 0.0
    for row, (level, name) in enumerate(classes):
        top = -(row + 0.5) * KEY_LINE
        left = -KEY_WIDTH if beside else 0
        boxes.append(
            {
                "type": "rect",
                "xref": "paper",
                "yref": "paper",
                "xanchor": anchor,
                "yanchor": anchor,
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "x0": left,
                "x1": left + KEY_BOX * 1.4,
                "y0": top - KEY_BOX / 2,
                "y1": top + KEY_BOX / 2,
                "fillcolor": fill(level),
                "line": {"color": theme.EDGE, "width": 1, "dash": "dash" if level is None else "solid"},
            }
        )
        words.append(
            theme.text(
                anchor,
                anchor,
                name,
                xref="paper",
                yref="paper",
                xshift=left + KEY_BOX * 1.4 + 8,
                yshift=top,
                font=theme.sized(theme.NOTE_SIZE, theme.INK_2),
            )
        )
    return boxes, words


def _drawn(spec: FigureSpec, beside: bool) -> dict[str, Any]:
    """Return data and layout at one width."""
    boxes, words = _key(spec.classes, beside)
    below = 0 if beside else KEY_LINE * len(spec.classes)
    return {
        "data": [
            *(_land(ring) for ring in spec.outlines),
            *(_area(s, s.name == spec.highlight) for s in spec.series),
        ],
        "layout": theme.layout(
            xaxis={
                "visible": False,
                "range": list(spec.x_range or (-180.0, 180.0)),
                "constrain": "domain",
                "constraintoward": "left" if beside else "center",
            },
            yaxis={
                "visible": False,
                "range": list(spec.y_range or (-90.0, 90.0)),
                "scaleanchor": "x",
                "scaleratio": 1.0,
                "constrain": "domain",
                "constraintoward": "top",
            },
            margin={"l": spec.label_space, "r": 0, "t": 0, "b": 0} if beside else {**NARROW, "t": 0, "b": below},
            shapes=[*boxes, *(line for note in spec.notes for line in _leader(note))],
            annotations=[*(_name(note) for note in spec.notes), *words],
        ),
    }
