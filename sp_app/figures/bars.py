"""Draw parts stacked by year, the parts of the last bar named at its right."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec
from sp_app.figures.trend import spread


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
