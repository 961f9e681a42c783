"""Draw who pays, year by year: sources stacked from the most lasting up, the financing gap hatched on top."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sp_app.figures import theme
from sp_app.figures.bars import stack
from sp_app.figures.spec import FigureSpec
from sp_app.figures.waterfall import marker


def funding(spec: FigureSpec) -> dict[str, Any]:
    """Return the stack of `spec`; the series of role "need" is drawn as a mark across each bar.

    Words at the right name the parts of the last bar that are there.
    """
    parts = replace(spec, series=tuple(s for s in spec.series if s.role != "need"))
    drawn = stack(parts)
    return {**_marked(drawn, spec), "narrow": _marked(drawn["narrow"], spec)}


def _marked(drawn: dict[str, Any], spec: FigureSpec) -> dict[str, Any]:
    bars = [
        {**trace, "marker": marker("gap")} if series.role == "gap" else trace
        for trace, series in zip(drawn["data"], (s for s in spec.series if s.role != "need"), strict=True)
    ]
    layout = drawn["layout"]
    words = [a for a in layout["annotations"] if a["text"]]
    plain = {**layout["yaxis"], "exponentformat": "none", "separatethousands": True}
    layout = {**layout, "annotations": words, "yaxis": plain, "xaxis": {**layout["xaxis"], "tickangle": 0}}
    if spec.ground_from is not None and spec.x_range:
        layout["shapes"] = [_ground(spec.ground_from, spec.x_range[1]), *layout["shapes"]]
    return {"data": [*bars, *(_need(s) for s in spec.series if s.role == "need")], "layout": layout}


def _need(series: Any) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": series.name,
        "x": list(series.x),
        "y": list(series.y),
        "marker": {"symbol": "line-ew", "size": 26, "line": {"color": theme.INK, "width": 3}},
        "hovertext": list(series.hover) or None,
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _ground(first: float, last: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": first,
        "x1": last,
        "y0": 0,
        "y1": 1,
        "fillcolor": theme.PROJECTION,
        "line": {"width": 0},
        "layer": "below",
    }
