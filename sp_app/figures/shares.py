"""Draw parts of a whole side by side: one horizontal bar of 100 % per area."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec

# Below this share of the bar (percent) a printed value does not fit.
LEAST_PRINTED = 9.0
DARK_GROUND = {"state", "households", "contributions"}


def shares(spec: FigureSpec) -> dict[str, Any]:
    """Return horizontal stacked bars; every series is one part, x names the areas, y the percent of the whole.

    The part's words stand over the first bar's part; `highlight` names the row on selected ground.
    """
    rows = [str(x) for x in spec.series[0].x]
    shapes: list[dict[str, Any]] = []
    if spec.highlight in rows:
        at = rows.index(spec.highlight)
        shapes.append(
            {
                "type": "rect",
                "xref": "paper",
                "yref": "y",
                "x0": -0.5,
                "x1": 1,
                "y0": at - 0.47,
                "y1": at + 0.47,
                "fillcolor": theme.SELECTED,
                "line": {"width": 0},
                "layer": "below",
            }
        )
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "name": s.name,
            "y": rows,
            "x": list(s.y),
            "width": 0.74,
            "marker": {"color": theme.ROLE[s.role], "line": {"color": "#FFFFFF", "width": 1}},
            "text": [label if (y or 0.0) >= LEAST_PRINTED else "" for y, label in zip(s.y, s.labels, strict=True)],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": theme.sized(theme.NOTE_SIZE, "#FFFFFF" if s.role in DARK_GROUND else theme.INK),
            "hovertext": list(s.hover) or None,
            "hoverinfo": "text" if s.hover else "name+x",
            "cliponaxis": False,
        }
        for s in spec.series
    ]
    words = "   ".join(
        f'<span style="color:{theme.ROLE_TEXT[s.role]}">■ <b>{s.end_label}</b></span>' for s in spec.series
    )
    names = [theme.above(0.0, words, xref="paper", name="names", font=theme.sized(theme.NOTE_SIZE, theme.INK))]
    return {
        "data": data,
        "layout": theme.layout(
            barmode="stack",
            xaxis={"range": [0, 100], "showline": False, "showticklabels": False},
            yaxis={
                "autorange": "reversed",
                "showgrid": False,
                "tickfont": theme.sized(theme.AXIS_SIZE, theme.INK),
                "ticklabelstandoff": 8,
                "type": "category",
                "categoryarray": rows,
            },
            margin={"l": 10 + spec.label_space, "r": 8, "t": 34, "b": 6},
            separators=spec.separators,
            shapes=shapes,
            annotations=names,
        ),
    }
