"""Draw two values per row joined by a bar: one area against a reference, same year."""

from __future__ import annotations

from typing import Any

from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Series


def dumbbell(spec: FigureSpec) -> dict[str, Any]:
    """Return Plotly data and layout, and a plainer one for narrow screens.

    series[0] is the subject, series[1] the reference. A row without the subject's value shows only the
    reference, and the note that says why.
    """
    return {**_drawn(spec, narrow=False), "narrow": _drawn(spec, narrow=True)}


def _names(subject: Series, reference: Series, narrow: bool) -> list[dict[str, Any]]:
    """Name the two marks: over those of the first row, or in one line where that is too narrow."""
    if narrow:
        words = "   ".join(
            f'<span style="color:{theme.ROLE_TEXT[s.role]}">{mark} <b>{s.name}</b></span>'
            for s, mark in ((subject, "●"), (reference, "○"))
        )
        return [theme.above(0.0, words, xref="paper", name="names", font=theme.sized(theme.LABEL_SIZE, theme.INK))]
    return [
        theme.above(
            s.y[0],
            f"<b>{s.name}</b>",
            xanchor="center",
            font=theme.sized(theme.LABEL_SIZE, theme.ROLE_TEXT[s.role]),
        )
        for s in (subject, reference)
        if s.y[0] is not None
    ]


def _unknown(spec: FigureSpec, narrow: bool) -> list[dict[str, Any]]:
    """Draw what is not published as a thing: on sunken ground, in words, or as a mark where words do not fit."""
    return [
        theme.text(
            n.x,
            n.y,
            "?" if narrow else f"? {n.text}",
            xanchor=n.anchor,
            bgcolor=theme.UNKNOWN_GROUND,
            bordercolor=theme.EDGE,
            borderpad=4,
            font=theme.sized(theme.NOTE_SIZE, theme.INK_2),
        )
        for n in spec.notes
    ]


def _drawn(spec: FigureSpec, narrow: bool) -> dict[str, Any]:
    """Return data and layout at one width."""
    subject, reference = spec.series
    rows = [str(x) for x in subject.x]
    high = spec.y_range[1] if spec.y_range else 50.0
    bars = [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": a,
            "x1": b,
            "y0": row,
            "y1": row,
            "line": {"color": "#C3C9D0", "width": 5},
            "layer": "below",
        }
        for row, a, b in zip(rows, subject.y, reference.y, strict=True)
        if a is not None and b is not None
    ]
    ground = []
    if spec.highlight in rows:
        at = rows.index(spec.highlight)
        ground = [
            {
                "type": "rect",
                "xref": "paper",
                "yref": "y",
                "x0": 0,
                "x1": 1,
                "y0": at - 0.44,
                "y1": at + 0.44,
                "fillcolor": theme.SELECTED,
                "line": {"width": 0},
                "layer": "below",
            }
        ]
    labels = []
    for row, a, b, text_a, text_b in zip(rows, subject.y, reference.y, subject.labels, reference.labels, strict=True):
        beyond = a is not None and b is not None and a > b
        if a is not None:
            # Beside its dot and over the bar, on a card-coloured ground, as the reference stands far to the right.
            labels.append(
                theme.text(
                    a,
                    row,
                    f"<b>{text_a}</b>",
                    xshift=14,
                    bgcolor=theme.SELECTED if row == spec.highlight else theme.CARD,
                    borderpad=2,
                    font=theme.sized(theme.VALUE_SIZE, theme.ROLE["lao"]),
                )
            )
        if b is not None:
            labels.append(
                theme.text(
                    b,
                    row,
                    text_b,
                    xshift=-14 if beyond else 14,
                    xanchor="right" if beyond else "left",
                    font=theme.sized(theme.LABEL_SIZE, theme.INK_2),
                )
            )
    common: dict[str, Any] = {"type": "scatter", "mode": "markers", "cliponaxis": False}
    return {
        "data": [
            common
            | {
                "name": reference.name,
                "x": list(reference.y),
                "y": rows,
                "hovertext": list(reference.hover),
                "hoverinfo": "text",
                "marker": {"size": 15, "color": theme.CARD, "line": {"color": theme.ROLE["asean"], "width": 4}},
            },
            common
            | {
                "name": subject.name,
                "x": list(subject.y),
                "y": rows,
                "hovertext": list(subject.hover),
                "hoverinfo": "text",
                "marker": {"size": 19, "color": theme.ROLE["lao"]},
            },
        ],
        "layout": theme.layout(
            xaxis={
                "range": [-high * 0.02, high * 1.06],
                "showgrid": True,
                "gridcolor": theme.GRID,
                "showline": False,
                "zeroline": True,
                "zerolinecolor": theme.INK_3,
                "ticksuffix": spec.suffix,
                "showticksuffix": "last",
                "tick0": 0,
                "dtick": high / 5,
            },
            yaxis={
                "autorange": "reversed",
                "showgrid": False,
                "type": "category",
                "categoryarray": rows,
                "tickfont": theme.sized(theme.LABEL_SIZE, theme.INK),
                "ticklabelstandoff": 8,
            },
            margin={"l": 10 + spec.label_space, "r": 26, "t": 36, "b": 34},
            separators=spec.separators,
            shapes=[*ground, *bars],
            annotations=[*labels, *_unknown(spec, narrow), *_names(subject, reference, narrow)],
        ),
    }
