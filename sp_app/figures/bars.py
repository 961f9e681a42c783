"""Draw bars: a ranking of areas, and parts stacked by year."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Series
from sp_app.figures.trend import spread


def _hatch(series: Series) -> dict[str, Any]:
    """Return the pattern that marks values of another definition."""
    marks = series.hatched or (False,) * len(series.x)
    return {"shape": ["/" if m else "" for m in marks], "fgcolor": "#FFFFFF", "size": 8, "solidity": 0.5}


def ranking(spec: FigureSpec) -> dict[str, Any]:
    """Return horizontal bars; `highlight` names the row on selected ground, `reference` the dotted line."""
    series = spec.series[0]
    names = [str(x) for x in series.x]
    colours = [theme.ROLE["lao"] if name == spec.highlight else theme.ROLE[series.role] for name in names]
    high = spec.y_range[1] if spec.y_range else max((y for y in series.y if y is not None), default=1.0) * 1.15
    shapes: list[dict[str, Any]] = []
    if spec.highlight in names:
        row = names.index(spec.highlight)
        shapes.append(
            {
                "type": "rect",
                "xref": "paper",
                "yref": "y",
                "x0": 0,
                "x1": 1,
                "y0": row - 0.45,
                "y1": row + 0.45,
                "fillcolor": theme.SELECTED,
                "line": {"width": 0},
                "layer": "below",
            }
        )
    labels = [
        theme.text(
            y or 0,
            name,
            label,
            xshift=6,
            borderpad=2,
            bgcolor=theme.SELECTED if name == spec.highlight else theme.CARD,
            font=theme.sized(theme.LABEL_SIZE, theme.INK),
        )
        for name, y, label in zip(names, series.y, series.labels, strict=True)
    ]
    if spec.reference:
        shapes.append(
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": spec.reference[0],
                "x1": spec.reference[0],
                "y0": 0,
                "y1": 1,
                "line": {"color": theme.INK_2, "width": 2.5, "dash": "dot"},
            }
        )
        labels.append(
            theme.text(
                spec.reference[0],
                1.0,
                spec.reference[1],
                yref="paper",
                yanchor="bottom",
                xanchor="center",
                font=theme.sized(theme.NOTE_SIZE, theme.INK_2),
            )
        )
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": names,
                "x": [y if y is not None else 0 for y in series.y],
                "marker": {"color": colours, "pattern": _hatch(series)},
                "width": 0.72,
                "cliponaxis": False,
                "hovertext": list(series.hover) or None,
                "hoverinfo": "text" if series.hover else "y+x",
            }
        ],
        "layout": theme.layout(
            xaxis={
                "range": [0, high],
                "showline": False,
                "ticksuffix": spec.suffix,
                "showticksuffix": "last",
                "showticklabels": False,
            },
            yaxis={
                "autorange": "reversed",
                "showgrid": False,
                "tickfont": theme.sized(theme.LABEL_SIZE, theme.INK),
                "ticklabelstandoff": 8,
            },
            margin={"l": 10 + spec.label_space, "r": 64, "t": 30 if spec.reference else 6, "b": 8},
            separators=spec.separators,
            shapes=shapes,
            annotations=labels,
        ),
    }


def stack(spec: FigureSpec) -> dict[str, Any]:
    """Return stacked bars by year, the last bar's parts labelled at the right; a note with a leader marks a break."""
    data = [
        {
            "type": "bar",
            "name": s.name,
            "x": list(s.x),
            "y": list(s.y),
            "marker": {"color": theme.ROLE[s.role], "line": {"color": "#FFFFFF", "width": 1}},
            "width": 0.78,
            "hovertext": list(s.hover) or None,
            "hoverinfo": "text" if s.hover else "name+x+y",
            "text": list(s.labels) or None,
            "textposition": "outside",
            "cliponaxis": False,
            "textfont": theme.sized(theme.LABEL_SIZE, theme.INK),
        }
        for s in spec.series
    ]
    top = spec.y_range[1] if spec.y_range else 100.0
    base, middles = 0.0, []
    for s in spec.series:
        last = s.y[-1] or 0.0
        middles.append(base + last / 2)
        base += last
    right = max(float(x) for s in spec.series for x in s.x) + 0.5
    labels = [
        theme.text(right, y, s.end_label, xshift=8, font=theme.sized(theme.LABEL_SIZE, theme.ROLE_TEXT[s.role]))
        for s, y in zip(spec.series, spread(middles, top * 0.12), strict=True)
    ]
    notes = [
        theme.text(n.x, n.y, n.text, xanchor=n.anchor, font=theme.sized(theme.NOTE_SIZE, theme.INK_2))
        for n in spec.notes
    ]
    breaks = [
        {
            "type": "line",
            "x0": n.leader[0],
            "x1": n.leader[0],
            "y0": n.leader[1],
            "y1": n.y,
            "line": {"color": theme.INK, "width": 2, "dash": "dot"},
        }
        for n in spec.notes
        if n.leader
    ]
    axis: dict[str, Any] = {"range": list(spec.x_range)} if spec.x_range else {}
    if spec.x_ticks:
        axis |= {"tickvals": list(spec.x_ticks), "ticktext": [f"{x:.0f}" for x in spec.x_ticks]}
    return {
        "data": data,
        "layout": theme.layout(
            barmode="stack",
            xaxis=axis,
            shapes=breaks,
            yaxis={"range": [0, top], "ticksuffix": spec.suffix, "showticksuffix": "last", "nticks": 6},
            margin={"l": 54, "r": 20 + spec.label_space, "t": 10, "b": 34},
            separators=spec.separators,
            annotations=[*labels, *notes],
        ),
    }
