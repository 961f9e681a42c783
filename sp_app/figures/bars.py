"""Draw parts stacked by year, the parts of the last bar named at its right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec
from sp_app.figures.trend import end_label


def stack(spec: FigureSpec) -> dict[str, Any]:
    """Return stacked bars by year, the last bar's parts labelled at the right; bands are gaps in comparability.

    On a narrow screen only the first and the last year are named and notes have few words.
    """
    few = slice(None, None, max(1, len(spec.x_ticks) - 1)) if len(spec.x_ticks) > 6 else slice(None)
    notes = tuple(replace(n, text=n.short or n.text) for n in spec.notes)
    narrow = replace(spec, x_ticks=spec.x_ticks[few], x_labels=spec.x_labels[few], notes=notes)
    return {**_drawn(spec), "narrow": _drawn(narrow)}


def _drawn(spec: FigureSpec) -> dict[str, Any]:
    """Return data and layout at one width."""
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
    labels = [end_label(right, y, s.end_label, s.role) for s, y in zip(spec.series, middles, strict=True)]
    notes = [
        theme.text(n.x, n.y, n.text, xanchor=n.anchor, font=theme.sized(theme.NOTE_SIZE, theme.INK_2))
        for n in spec.notes
    ]
    gaps, _ = theme.bands(spec.bands)
    axis: dict[str, Any] = {"range": list(spec.x_range)} if spec.x_range else {}
    if spec.x_ticks:
        axis |= {"tickvals": list(spec.x_ticks), "ticktext": list(spec.x_labels) or [f"{x:.0f}" for x in spec.x_ticks]}
    return {
        "data": data,
        "layout": theme.layout(
            barmode="stack",
            xaxis=axis,
            shapes=gaps,
            yaxis={"range": [0, top], "ticksuffix": spec.suffix, "showticksuffix": "last", "nticks": 6},
            margin={"l": 54, "r": 20 + spec.label_space, "t": 10, "b": 34},
            separators=spec.separators,
            annotations=[*labels, *notes],
        ),
    }
