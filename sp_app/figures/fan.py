"""Fan: how far a result of a scenario may lie from its own line, year by year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sp_app.figures import theme
from sp_app.figures.measured import Measured
from sp_app.figures.spec import FigureSpec, Series, Table
from sp_app.figures.trend import end_label
from sp_app.figures.wording import Words
from sp_core.analysis import Fan

WIDE, NARROW = (0.10, 0.90), (0.25, 0.75)  # 80 % and 50 % of the draws lie between
OPACITY = {"wide": 0.13, "narrow": 0.16}  # one lies on the other
CLEARLY_CLIPPED = 0.0005
RED_GREEN_BLUE = "11,92,171"  # theme.ROLE["policy"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One fan with what must be said beside it; `clipped` is the largest share of draws at the end of a range."""

    fan: Fan
    clipped: float
    clipped_name: str

    def edge(self, probability: float) -> tuple[float, ...]:
        """Return one quantile over the years."""
        at = self.fan.probabilities.index(probability)
        return tuple(row[at] for row in self.fan.quantiles)

    def error(self, year: int) -> float:
        """Return the largest Monte Carlo standard error of the four edges drawn in `year`."""
        row = self.fan.errors[self.fan.years.index(year)]
        return max(row[self.fan.probabilities.index(p)] for p in (*WIDE, *NARROW))

    @property
    def spreads(self) -> bool:
        """Say whether anything uncertain moves this result at all."""
        low, high = self.edge(WIDE[0]), self.edge(WIDE[1])
        return any(abs(b - a) > 1e-9 * max(abs(a), abs(b)) for a, b in zip(low, high, strict=True))


def fan_figure(found: Drawn, shown: Measured, told: Words, year: int) -> FigureSpec:
    """Return the bands and the scenario's own line; the title says where the result of `year` lies."""
    t, fan = told.t, found.fan
    at = fan.years.index(year)
    low, high = (found.edge(p)[at] for p in WIDE)
    words = {
        "year": year,
        "low": shown.number(low),
        "high": shown.number(high),
        "own": shown.number(fan.central[at]),
        "result": shown.name,
        "unit": shown.unit,
    }
    return FigureSpec(
        key="scenario_fan",
        kind="fan",
        title=t("uncertainty.fan_title", **words),
        measure=_measure(found, shown, told, year),
        source_line=told.source,
        alt_text=t("uncertainty.fan_alt", **words),
        table=_table(found, shown, told),
        series=_series(found, shown, told),
        x_range=(float(fan.years[0]), float(fan.years[-1])),
        x_ticks=tuple(float(y) for y in fan.years if y % 5 == 0 or y == year),
        y_range=_range([shown.scaled(v) for p in (WIDE[0], WIDE[1]) for v in found.edge(p)] + _line(found, shown)),
        separators=told.separators,
        reference=(float(year), str(year)),
        simulated=True,
        height=520,
        label_space=190,
    )


def _line(found: Drawn, shown: Measured) -> list[float]:
    return [shown.scaled(value) for value in found.fan.central]


def _range(values: list[float]) -> tuple[float, float]:
    """Return a range that holds zero and every value, with a little air."""
    low, high = min(0.0, *values), max(0.0, *values)
    air = 0.06 * ((high - low) or 1.0)
    return low - (air if low < 0.0 else 0.0), high + air


def _measure(found: Drawn, shown: Measured, told: Words, year: int) -> str:
    """Say unit, bands, draws, seed, error, what was held at the end of a range, where the line lies outside."""
    t, n, fan = told.t, told.n, found.fan
    at = fan.years.index(year)
    said = [
        t(
            "uncertainty.fan_measure",
            unit=shown.unit,
            draws=n.integer(fan.count),
            seed=fan.seed,
            year=year,
            error=shown.number(found.error(year), finer=True),
        )
    ]
    if found.clipped > CLEARLY_CLIPPED:
        said.append(t("uncertainty.clipped", share=n.percent(100.0 * found.clipped, 1), name=found.clipped_name))
    else:
        said.append(t("uncertainty.clipped_none"))
    low, high = (found.edge(p)[at] for p in WIDE)
    if not low <= fan.central[at] <= high:
        said.append(t("uncertainty.line_outside", year=year))
    return " ".join(said)


def _series(found: Drawn, shown: Measured, told: Words) -> tuple[Series, ...]:
    t, fan = told.t, found.fan
    years = tuple(float(year) for year in fan.years)
    own = _line(found, shown)

    def band(key: str, ends: tuple[float, float]) -> Series:
        low, high = (tuple(shown.scaled(v) for v in found.edge(p)) for p in ends)
        return Series(
            key=key, name=t(f"uncertainty.band_{key}"), role="policy", shape="band", x=years, y=low, upper=high
        )

    bands = band("wide", WIDE), band("narrow", NARROW)
    bands = replace(bands[0], end_label=f"{_span(found, shown, WIDE)}<br>{bands[0].name}"), bands[1]
    line = Series(
        key="own",
        name=t("scenarios.line_scenario"),
        role="policy",
        shape="line",
        x=years,
        y=tuple(own),
        end_label=f"<b>{shown.number(fan.central[-1])}</b><br>{t('scenarios.line_scenario')}",
        hover=tuple(f"{y}: {shown.number(v)}" for y, v in zip(fan.years, fan.central, strict=True)),
    )
    return (*bands, line)


def _span(found: Drawn, shown: Measured, ends: tuple[float, float]) -> str:
    low, high = (shown.number(found.edge(p)[-1]) for p in ends)
    return f"{low} – {high}"


def _table(found: Drawn, shown: Measured, told: Words) -> Table:
    t, fan = told.t, found.fan
    parts = [f"p{round(100 * p):02d}" for p in fan.probabilities]
    rows = list(zip(fan.years, fan.central, fan.quantiles, fan.errors, strict=True))
    kept = [fan.probabilities.index(p) for p in (WIDE[0], NARROW[0], 0.5, NARROW[1], WIDE[1])]
    return Table(
        columns=(
            t("frame.year"),
            t("scenarios.line_scenario"),
            *(t("uncertainty.quantile", share=round(100 * fan.probabilities[i])) for i in kept),
        ),
        numeric=(False, *(True for _ in range(len(kept) + 1))),
        rows=tuple((str(y), shown.number(own), *(shown.number(q[i]) for i in kept)) for y, own, q, _ in rows),
        raw_columns=("year", "status", "result", "scenario", *parts, *(f"se_{part}" for part in parts)),
        raw=tuple((y, "simulated", fan.name, own, *q, *e) for y, own, q, e in rows),
    )


def fan(spec: FigureSpec) -> dict[str, Any]:
    """Return bands and line, and a plainer drawing for narrow screens."""
    short = tuple(replace(s, end_label="" if s.shape == "band" else s.end_label.split("<br>")[0]) for s in spec.series)
    ticks = spec.x_ticks[:1] + spec.x_ticks[-1:]
    return {**_drawn(spec), "narrow": _drawn(replace(spec, series=short, label_space=70, x_ticks=ticks))}


def _drawn(spec: FigureSpec) -> dict[str, Any]:
    right = spec.x_range[1] if spec.x_range else 0.0
    labels = [
        end_label(right, _height(s), s.end_label, s.role) for s in spec.series if s.end_label and s.y[-1] is not None
    ]
    marks, words = _year(spec)
    return {
        "data": [trace for s in spec.series for trace in (_band(s) if s.shape == "band" else _own(s))],
        "layout": theme.layout(
            xaxis={
                "range": list(spec.x_range or ()),
                "tickvals": list(spec.x_ticks),
                "ticktext": [f"{x:.0f}" for x in spec.x_ticks],
            },
            yaxis={"range": list(spec.y_range or ()), "nticks": 6, "tickformat": theme.grouped(spec.y_range)},
            margin={"l": 64, "r": 20 + spec.label_space, "t": 26, "b": 34},
            separators=spec.separators,
            shapes=marks,
            annotations=[*labels, *words],
        ),
    }


def _height(series: Series) -> float:
    """Return where the words of a series stand: of a band at its upper edge."""
    return float((series.upper or series.y)[-1] or 0.0)


def _band(series: Series) -> list[dict[str, Any]]:
    """Return one closed area."""
    low, high = list(series.y), list(series.upper)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": series.name,
            "x": [*series.x, *reversed(series.x)],
            "y": [*low, *reversed(high)],
            "fill": "toself",
            "fillcolor": f"rgba({RED_GREEN_BLUE},{OPACITY[series.key]})",
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
    ]


def _own(series: Series) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": series.name,
            "x": list(series.x),
            "y": list(series.y),
            "line": {"color": theme.ROLE[series.role], "width": 5.5},
            "hovertext": list(series.hover),
            "hoverinfo": "text",
        }
    ]


def _year(spec: FigureSpec) -> theme.Drawn:
    """Return the thin line of the year that the page looks at."""
    if spec.reference is None:
        return [], []
    year, words = spec.reference
    line = {"type": "line", "xref": "x", "yref": "paper", "x0": year, "x1": year, "y0": 0, "y1": 1}
    look = {"color": theme.INK_3, "width": 1.5, "dash": "dot"}
    said = theme.above(year, words, xanchor="center", font=theme.sized(theme.NOTE_SIZE, theme.INK_2))
    return [{**line, "line": look}], [said]
