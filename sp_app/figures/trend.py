"""Draw years: lines, lone dots, required and continued paths, labelled at their ends."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Role, Series

LINE_SHAPES = {"line": "solid", "line_dots": "solid", "required": "dot", "pace": "dash"}
DASHES = {"second": "dash", "third": "dot"}
PATH = 3
CLOSE = 3  # years
WIDTH = {"lao": 4.5, "revenue": 4.5, "asean": 3, "first": 3, "expenditure": 3}


def _last(series: Series) -> tuple[Any, float] | None:
    """Return the last point that exists."""
    points = [(x, y) for x, y in zip(series.x, series.y, strict=True) if y is not None]
    return points[-1] if points else None


def _marker(series: Series, colour: str) -> dict[str, Any]:
    """Return the marks of a series: large lone dots, small dots on a line, a ring where a required path ends."""
    if series.shape == "required":
        sizes = [0] * (len(series.x) - 1) + [15]
        return {"size": sizes, "color": theme.CARD, "opacity": 1, "line": {"color": colour, "width": 3}}
    return {"color": colour, "size": 15 if series.shape == "dots" else 8}


def _label_places(series: Series, floor: float) -> str | list[str]:
    """Say where values stand at their dots: of two close years the lower one's below, none under `floor`."""
    if series.below:
        return "bottom center"
    points = list(zip(series.x, series.y, strict=True))

    def below(i: int) -> bool:
        x, y = points[i]
        near = [b for a, b in points[max(i - 1, 0) : i + 2] if a != x and abs(a - x) <= CLOSE and b is not None]
        return y is not None and y > floor and bool(near) and y < min(near)

    return ["bottom center" if below(i) else "top center" for i in range(len(points))]


def _trace(series: Series, floor: float) -> dict[str, Any]:
    """Return the Plotly trace of one series; a missing year is a gap."""
    colour = theme.ROLE[series.role]
    mode = {"dots": "markers", "line_dots": "lines+markers", "required": "lines+markers"}.get(series.shape, "lines")
    labelled = series.shape in ("dots", "line_dots") and series.labels
    return {
        "type": "scatter",
        "name": series.name,
        "x": list(series.x),
        "y": list(series.y),
        "mode": mode + ("+text" if labelled else ""),
        "connectgaps": False,
        "line": {
            "color": colour,
            "width": PATH if series.shape in ("required", "pace") else WIDTH.get(series.role, 2.5),
            "dash": DASHES.get(series.role) or LINE_SHAPES.get(series.shape, "solid"),
        },
        "marker": _marker(series, colour),
        "text": list(series.labels) if labelled else None,
        "textposition": _label_places(series, floor),
        "textfont": theme.sized(theme.VALUE_SIZE, theme.ROLE_TEXT[series.role]),
        "hovertext": list(series.hover) or None,
        "hoverinfo": "text" if series.hover else "name+x+y",
        "cliponaxis": False,
    }


def end_label(x: float, y: float, words: str, role: Role) -> dict[str, Any]:
    """Return words at the end of a line or a stack; those that share an x are pushed apart where they are drawn."""
    return theme.text(x, y, words, name="end", xshift=12, font=theme.sized(theme.LABEL_SIZE, theme.ROLE_TEXT[role]))


def _end_labels(spec: FigureSpec) -> list[dict[str, Any]]:
    """Write each series' name at its last point."""
    right = spec.x_range[1] if spec.x_range and spec.label_space else None
    ground = theme.CARD if spec.ground_from is None else theme.PROJECTION
    labels = []
    for series in spec.series:
        point = _last(series)
        if series.end_label and point:
            inside = right is None or series.shape == "dots" or series.label_inside
            x = point[0] if inside else max(point[0], right or 0.0)
            label = end_label(x, point[1], series.end_label, series.role)
            # Words inside the plot cover the paths that pass under them.
            labels.append({**label, "bgcolor": ground} if series.label_inside else label)
    return labels


def _notes(spec: FigureSpec) -> list[dict[str, Any]]:
    """Write the short annotations; one that names marks stands beside them in their colour."""
    return [
        theme.text(
            n.x,
            n.y,
            n.text,
            xanchor=n.anchor,
            xshift={"left": 14, "right": -14}.get(n.anchor, 0) if n.role else 0,
            font=theme.sized(
                theme.LABEL_SIZE if n.role else theme.NOTE_SIZE, theme.ROLE_TEXT[n.role] if n.role else theme.INK_2
            ),
        )
        for n in spec.notes
    ]


def _missing(spec: FigureSpec, low: float, high: float) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Hatch the years without a figure, with the words that say so."""
    if spec.missing is None:
        return [], []
    first, last, words = spec.missing
    hatch = {
        "type": "scatter",
        "mode": "none",
        "x": [first, last, last, first],
        "y": [low, low, high, high],
        "fill": "toself",
        "fillcolor": theme.UNKNOWN_GROUND,
        "hoverinfo": "skip",
        "fillpattern": {
            "shape": "/",
            "fgcolor": "#C9C4B8",
            "bgcolor": theme.UNKNOWN_GROUND,
            "size": 12,
            "solidity": 0.12,
        },
    }
    label = theme.text(
        (first + last) / 2,
        (low + high) / 2,
        words,
        xanchor="center",
        bgcolor=theme.UNKNOWN_GROUND,
        borderpad=3,
        font=theme.sized(theme.NOTE_SIZE, theme.INK_2),
    )
    return [hatch], [label]


def _narrow_series(series: Series, whole: bool) -> Series:
    """Return a series with less to read: the last value only, and of its words the first line unless `whole`."""
    words = series.end_label if whole else series.end_label.split("<br>")[0].split("</b>")[0]
    if series.shape in ("required", "pace"):
        words = words.split(" ")[0]  # the value at the end of a path
    labels = ("",) * (len(series.labels) - 1) + series.labels[-1:]
    return replace(series, end_label=words, labels=labels)


def narrow(spec: FigureSpec) -> FigureSpec:
    """Return the figure for a phone: few words, and no remarks inside the plot."""
    return replace(
        spec,
        series=tuple(_narrow_series(s, spec.kept_apart) for s in spec.series),
        notes=tuple(replace(n, text=n.short or n.text) for n in spec.notes if n.role),
        label_space=min(spec.label_space, 84),
        x_ticks=spec.x_ticks[:1] + spec.x_ticks[-1:] if len(spec.x_ticks) > 5 else spec.x_ticks,
    )


def trend(spec: FigureSpec) -> dict[str, Any]:
    """Return Plotly data and layout of a figure over years, and a plainer one for narrow screens."""
    return {**_drawn(spec), "narrow": _drawn(narrow(spec))}


def _drawn(spec: FigureSpec) -> dict[str, Any]:
    """Return data and layout at one width."""
    known = [y for s in spec.series for y in s.y if y is not None]
    low, high = spec.y_range or (0.0, max(known, default=1.0) * 1.1)
    shapes: list[dict[str, Any]] = []
    if spec.ground_from is not None and spec.x_range:
        shapes.append(
            {
                "type": "rect",
                "xref": "x",
                "yref": "paper",
                "x0": spec.ground_from,
                "x1": spec.x_range[1],
                "y0": 0,
                "y1": 1,
                "fillcolor": theme.PROJECTION,
                "line": {"width": 0},
                "layer": "below",
            }
        )
    hatched, words = _missing(spec, low, high)
    for drawn, said in (theme.bands(spec.bands), theme.unknown_row(spec.unknown)):
        shapes += drawn
        words += said
    axis: dict[str, Any] = {"range": list(spec.x_range)} if spec.x_range else {}
    if spec.x_ticks:
        axis |= {"tickvals": list(spec.x_ticks), "ticktext": [f"{x:.0f}" for x in spec.x_ticks]}
    return {
        "data": [*hatched, *(_trace(s, low + (high - low) * 0.12) for s in spec.series)],
        "layout": theme.layout(
            xaxis=axis,
            yaxis={
                "range": [low, high],
                "ticksuffix": spec.suffix,
                "showticksuffix": "last",
                "nticks": 6,
                "tickformat": theme.grouped((low, high)),
                **({"tickvals": list(spec.y_ticks)} if spec.y_ticks else {}),
            },
            margin={"l": 54, "r": 20 + spec.label_space, "t": 60 if spec.unknown else 16, "b": 34},
            separators=spec.separators,
            shapes=shapes,
            annotations=[*_end_labels(spec), *_notes(spec), *words],
        ),
    }
