"""Tornado: what one uncertain input after the other does to a result, the widest swing first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sp_app.figures import theme
from sp_app.figures.measured import Measured
from sp_app.figures.spec import FigureSpec, Role, Series, Table
from sp_app.figures.wording import Words
from sp_core.analysis import Bar, Tornado

MOST_BARS = 12
LOW_OPACITY = 0.5  # the bar of the low input is the paler one of its pair
NARROW_ROOM = 0.22  # more of the axis on each side, for the words at the ends
SIGN = {"policy": "■", "assumption": "◆"}


@dataclass(frozen=True, slots=True)
class Row:
    """One input in words: name, its low and high value as printed, its group, how sure its range is."""

    name: str
    low: str
    high: str
    role: Role
    status: str


def moving(answer: Tornado) -> tuple[Bar, ...]:
    """Return the bars that move the result at all."""
    return tuple(bar for bar in answer.bars if bar.swing > 1e-9 * max(abs(answer.base), abs(bar.at_low), 1e-300))


def tornado_figure(answer: Tornado, rows: Mapping[str, Row], shown: Measured, told: Words) -> FigureSpec:
    """Return the bars around the base; inputs that move nothing are named in the measure line."""
    t = told.t
    bars = moving(answer)
    still = [rows[bar.lever].name for bar in answer.bars if bar not in bars]
    first = rows[bars[0].lever]
    words = {
        "name": first.name,
        "year": answer.year,
        "result": shown.name,
        "base": shown.number(answer.base),
        "unit": shown.unit,
        "low": shown.number(min(bars[0].at_low, bars[0].at_high)),
        "high": shown.number(max(bars[0].at_low, bars[0].at_high)),
    }
    measure = t("uncertainty.tornado_measure", **words)
    if still:
        measure += " " + t("uncertainty.tornado_still", names=", ".join(still))
    drawn = bars[:MOST_BARS]
    ends = [shown.scaled(v) for bar in drawn for v in (bar.at_low, bar.at_high, answer.base)]
    width = (max(ends) - min(ends)) or 1.0
    return FigureSpec(
        key="scenario_tornado",
        kind="tornado",
        title=t("uncertainty.tornado_title", **words),
        measure=measure,
        source_line=told.source,
        alt_text=t("uncertainty.tornado_alt", **words),
        table=_table(answer, rows, shown, told),
        series=tuple(_series(bar, rows[bar.lever], answer, shown) for bar in drawn),
        x_range=(min(ends) - 0.16 * width, max(ends) + 0.16 * width),
        separators=told.separators,
        reference=(shown.scaled(answer.base), t("uncertainty.base", value=shown.number(answer.base))),
        simulated=True,
        height=max(300, 210 + 46 * len(drawn)),
    )


def _series(bar: Bar, row: Row, answer: Tornado, shown: Measured) -> Series:
    """Return one input: two bars from the base, the printed input value at the end of each."""
    name = f"{SIGN[row.role]} {row.name}"
    return Series(
        key=bar.lever,
        name=name,
        role=row.role,
        shape="bars",
        x=(name, name),
        y=(shown.scaled(bar.at_low), shown.scaled(bar.at_high)),
        labels=(row.low, row.high),
        hover=(f"{row.low}: {shown.number(bar.at_low)}", f"{row.high}: {shown.number(bar.at_high)}"),
    )


def _table(answer: Tornado, rows: Mapping[str, Row], shown: Measured, told: Words) -> Table:
    t = told.t
    names = ("input", "group", "low", "high", "at_low", "at_high", "swing", "basis")
    return Table(
        columns=tuple(t(f"uncertainty.column_{name}") for name in names),
        numeric=(False, False, True, True, True, True, True, False),
        rows=tuple(
            (
                rows[bar.lever].name,
                t(f"scenarios.short_{rows[bar.lever].role}"),
                rows[bar.lever].low,
                rows[bar.lever].high,
                shown.number(bar.at_low),
                shown.number(bar.at_high),
                shown.number(bar.swing),
                rows[bar.lever].status,
            )
            for bar in answer.bars
        ),
        raw_columns=(
            "lever", "group", "low", "high", "result_at_low", "result_at_high", "swing", "base", "result", "year",
            "status",
        ),
        raw=tuple(
            (
                bar.lever, rows[bar.lever].role, bar.low, bar.high, bar.at_low, bar.at_high, bar.swing, answer.base,
                answer.result, answer.year, "simulated",
            )
            for bar in answer.bars
        ),
    )  # fmt: skip


def tornado(spec: FigureSpec) -> dict[str, Any]:
    """Return horizontal bars around the base, and a plainer drawing for narrow screens."""
    low, high = spec.x_range or (0.0, 1.0)
    room = NARROW_ROOM * (high - low)
    return {**_drawn(spec), "narrow": _drawn(replace(spec, x_range=(low - room, high + room)))}


def _drawn(spec: FigureSpec) -> dict[str, Any]:
    base, words = spec.reference or (0.0, "")
    low, high = spec.x_range or (0.0, 1.0)
    line = {"type": "line", "xref": "x", "yref": "paper", "x0": base, "x1": base, "y0": 0, "y1": 1}
    left = base > (low + high) / 2
    said = theme.above(base, words, xanchor="right" if left else "left", font=theme.sized(theme.VALUE_SIZE, theme.INK))
    return {
        "data": [bar for s in spec.series for bar in _bars(s, base)],
        "layout": theme.layout(
            barmode="overlay",
            xaxis={
                "range": [low, high],
                "showgrid": True,
                "gridcolor": theme.GRID,
                "nticks": 6,
                "tickformat": theme.grouped(spec.x_range),
            },
            yaxis={
                "autorange": "reversed",
                "showgrid": False,
                "type": "category",
                "tickfont": theme.sized(theme.LABEL_SIZE, theme.INK),
                "ticklabelstandoff": 8,
            },
            margin={"l": 10, "r": 12, "t": 34, "b": 34},
            bargap=0.3,
            separators=spec.separators,
            shapes=[{**line, "line": {"color": theme.INK, "width": 2}}],
            annotations=[said, *(label for s in spec.series for label in _labels(s, base))],
        ),
    }


def _bars(series: Series, base: float) -> list[dict[str, Any]]:
    """Return the pair of bars: the wider one below, so that two on one side stay visible."""
    ends = list(zip(series.y, series.hover, (LOW_OPACITY, 1.0), strict=True))
    ends.sort(key=lambda end: -abs((end[0] or base) - base))
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": series.name,
            "y": [series.x[0]],
            "x": [(value if value is not None else base) - base],
            "base": [base],
            "width": 0.7,
            "marker": {"color": theme.ROLE[series.role], "opacity": opacity},
            "hovertext": [hover],
            "hoverinfo": "text",
        }
        for value, hover, opacity in ends
    ]


def _labels(series: Series, base: float) -> list[dict[str, Any]]:
    """Write the input's value at each end; of two ends on one side the nearer one is written across the base."""
    if not series.labels:
        return []
    ends = [(value if value is not None else base, words) for value, words in zip(series.y, series.labels, strict=True)]
    (one, low), (other, high) = sorted(ends, key=lambda end: -abs(end[0] - base))
    left = one < base
    crossed = base if (other < base) == left else other
    look = theme.sized(theme.NOTE_SIZE, theme.ROLE_TEXT[series.role])
    return [
        theme.text(
            place,
            series.x[0],
            words,
            xanchor="right" if leftwards else "left",
            xshift=-6 if leftwards else 6,
            font=look,
        )
        for place, words, leftwards in ((one, low, left), (crossed, high, not left))
    ]
