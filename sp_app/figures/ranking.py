"""Draw areas as horizontal bars: a value as a bar, a bound as an open bracket, an unknown as a dashed box."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Series

BAR = 0.72  # of the step
UNKNOWN_PART = 0.36  # of the axis


def hatch(series: Series) -> dict[str, Any]:
    """Return the pattern that marks values of another definition."""
    marks = series.hatched or (False,) * len(series.x)
    return {"shape": ["/" if m else "" for m in marks], "fgcolor": "#FFFFFF", "size": 8, "solidity": 0.5}


def _box(row: int, x0: float, x1: float, half: float, **look: Any) -> dict[str, Any]:
    return {
        "type": "rect",
        "yref": "y",
        "x0": x0,
        "x1": x1,
        "y0": row - half,
        "y1": row + half,
        "layer": "below",
        **look,
    }


def _highlight(names: list[str], name: str) -> list[dict[str, Any]]:
    """Return the ground of the row that is the subject."""
    if name not in names:
        return []
    look = {"xref": "paper", "fillcolor": theme.SELECTED, "line": {"width": 0}}
    return [_box(names.index(name), 0, 1, 0.45, **look)]


def _without_value(series: Series, high: float) -> list[dict[str, Any]]:
    """Return dashed boxes for what is unknown and open brackets for bounds."""
    shapes = []
    bounds = series.upper or (None,) * len(series.x)
    for row, (y, bound) in enumerate(zip(series.y, bounds, strict=True)):
        if y is not None:
            continue
        if bound is None:
            look = {"fillcolor": theme.UNKNOWN_GROUND, "line": {"color": theme.EDGE, "width": 1, "dash": "dash"}}
            shapes.append(_box(row, 0, high * UNKNOWN_PART, BAR / 2, **look))
        else:
            open_end = {"color": theme.EDGE, "width": 1.5, "dash": "dot"}
            cap = {"color": theme.INK_2, "width": 4}
            shapes.append(_box(row, 0, bound, BAR / 2, line=open_end, fillcolor="rgba(0,0,0,0)"))
            shapes.append(_box(row, bound, bound, BAR / 2, line=cap, type="line"))
    return shapes


def _labels(spec: FigureSpec) -> list[dict[str, Any]]:
    """Write value and year behind every bar, on the ground of its row."""
    series = spec.series[0]
    bounds = series.upper or (None,) * len(series.x)
    labels = []
    for name, y, bound, words in zip(series.x, series.y, bounds, series.labels, strict=True):
        unknown = y is None and bound is None
        ground = theme.SELECTED if name == spec.highlight else theme.CARD
        labels.append(
            theme.text(
                0 if unknown else y if y is not None else bound,
                name,
                words,
                xshift=10 if unknown else 6,
                borderpad=2,
                bgcolor=theme.UNKNOWN_GROUND if unknown else ground,
                font=theme.sized(theme.LABEL_SIZE, theme.INK_2 if unknown else theme.INK),
            )
        )
    return labels


def _reference(reference: tuple[float, str] | None, high: float) -> theme.Drawn:
    """Return the dotted line of the reference and its words above the plot, kept inside at both ends."""
    if reference is None:
        return [], []
    value, words = reference
    line = {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": value,
        "x1": value,
        "y0": 0,
        "y1": 1,
        "line": {"color": theme.INK_2, "width": 2.5, "dash": "dot"},
    }
    place = {"yref": "paper", "yanchor": "bottom", "xanchor": "right" if value > high * 0.62 else "center"}
    return [line], [theme.text(value, 1.0, words, **place, font=theme.sized(theme.NOTE_SIZE, theme.INK_2))]


def ranking(spec: FigureSpec) -> dict[str, Any]:
    """Return horizontal bars; `highlight` names the row on selected ground, `reference` the dotted line."""
    series = spec.series[0]
    names = [str(x) for x in series.x]
    colours = [theme.ROLE["lao"] if name == spec.highlight else theme.ROLE[series.role] for name in names]
    high = spec.y_range[1] if spec.y_range else max((y for y in series.y if y is not None), default=1.0) * 1.15
    line, words = _reference(spec.reference, high)
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": names,
                "x": [y if y is not None else 0 for y in series.y],
                "marker": {"color": colours, "pattern": hatch(series)},
                "width": BAR,
                "cliponaxis": False,
                "hovertext": list(series.hover) or None,
                "hoverinfo": "text" if series.hover else "y+x",
            }
        ],
        "layout": theme.layout(
            xaxis={"range": [0, high], "showline": False, "showticklabels": False},
            yaxis={
                "autorange": "reversed",
                "showgrid": False,
                "tickfont": theme.sized(theme.LABEL_SIZE, theme.INK),
                "ticklabelstandoff": 8,
            },
            margin={"l": 10 + spec.label_space, "r": 64, "t": 30 if spec.reference else 6, "b": 8},
            separators=spec.separators,
            shapes=[*_highlight(names, spec.highlight), *_without_value(series, high), *line],
            annotations=[*_labels(spec), *words],
        ),
    }
