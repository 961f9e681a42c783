"""A figure as a native chart of PowerPoint and Word: data, names and looks stay editable.

Lines, stacks, shares, rankings and steps become charts; the other kinds are shown by their table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import pairwise
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from sp_app.export.office import LANGUAGE_TAGS, OFFICE_FONTS
from sp_app.export.plain import plain
from sp_app.export.sheet import harmless
from sp_app.figures import theme
from sp_app.figures.spec import FigureSpec, Series

TYPES = {
    "trend": XL_CHART_TYPE.LINE_MARKERS,
    "stack": XL_CHART_TYPE.COLUMN_STACKED,
    "funding": XL_CHART_TYPE.COLUMN_STACKED,
    "shares": XL_CHART_TYPE.BAR_STACKED,
    "ranking": XL_CHART_TYPE.BAR_CLUSTERED,
    "waterfall": XL_CHART_TYPE.BAR_STACKED,
}
ROWS = ("shares", "ranking", "waterfall")  # drawn from the top down
DASHES = {"required": MSO_LINE.ROUND_DOT, "pace": MSO_LINE.DASH}
LONGEST_NAME = 120
AFTER = 0.22  # of the longest step: where its printed value stands
LABEL_ROOM = 0.07  # of the axis: what a printed value takes
TAG = re.compile(r"<[^<>]+>")  # what the screen draws a label with
WHOLE, PERCENT = "#,##0", '0.0"%"'


def drawable(spec: FigureSpec) -> bool:
    """Say whether a figure becomes a chart; the others are shown by their table."""
    if spec.kind not in TYPES or not spec.series:
        return False
    years = spec.kind not in ROWS
    return not years or all(float(x or 0.5).is_integer() for s in spec.series for x in s.x if not isinstance(x, str))


def chart_type(spec: FigureSpec) -> Any:
    """Return the kind of chart of a drawable figure."""
    return TYPES[spec.kind]


def chart_data(spec: FigureSpec) -> CategoryChartData:
    """Return categories and series; a year without a figure is an empty cell, never a zero."""
    data = CategoryChartData(number_format=PERCENT if spec.suffix == "%" else WHOLE)
    if spec.kind == "waterfall":
        _steps(spec, data)
        return data
    places = _places(spec.series)
    data.categories = [_category(place) for place in places]
    for series in _drawn(spec):
        values = dict(zip(series.x, series.y, strict=True))
        column = [values.get(place) for place in places]
        data.add_series(_name(series.name), _path(column) if series.shape in DASHES else column)
    return data


def _path(column: list[float | None]) -> list[float | None]:
    """Fill the years between the points of a straight path, which a chart would leave without a line."""
    known = [(at, value) for at, value in enumerate(column) if value is not None]
    for (start, first), (end, last) in pairwise(known):
        for at in range(start + 1, end):
            column[at] = first + (last - first) * (at - start) / (end - start)
    return column


def _drawn(spec: FigureSpec) -> list[Series]:
    """Return the series that are bars or lines: the mark of a need across a stack is neither."""
    return [s for s in spec.series if not (spec.kind == "funding" and s.shape == "dots")]


def _places(series: Sequence[Series]) -> list[Any]:
    """Return the categories: every year from the first to the last, or names in their order."""
    found = list(dict.fromkeys(x for s in series for x in s.x if x is not None))
    if any(isinstance(x, str) for x in found):
        return found
    return [float(year) for year in range(int(min(found)), int(max(found)) + 1)]


def _category(place: Any) -> str:
    return _name(place) if isinstance(place, str) else f"{place:.0f}"


def _name(text: str) -> str:
    """Return a name for the sheet behind the chart, where it must never be a formula."""
    return harmless(plain(text, LONGEST_NAME))


def _steps(spec: FigureSpec, data: CategoryChartData) -> None:
    """Put an invisible bar under each step, where the one before ended, and one behind it, for its printed value."""
    data.categories = [_category(s.x[0]) for s in spec.series]
    level, below, steps = 0.0, [], []
    for series in spec.series:
        value = series.y[0] or 0.0
        end = value if series.shape == "total" else level + value
        start = 0.0 if series.shape == "total" else level
        below.append(min(start, end))
        steps.append(abs(end - start))
        level = end
    data.add_series(" ", below)
    data.add_series(_name(spec.measure or spec.title), steps)
    data.add_series("  ", [AFTER * max(map(sum, zip(below, steps, strict=True)))] * len(steps))


def dress(chart: Chart, spec: FigureSpec, language: str, size: float = 14.0) -> None:
    """Give a chart the house's colours, dashes, axes and fonts."""
    chart.font.size = Pt(size)
    chart.font.color.rgb = _rgb(theme.INK_2)
    _fonts(chart, language)
    chart.has_title = False
    several = len(_drawn(spec)) > 1 and spec.kind != "waterfall"
    chart.has_legend = several
    if several:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    _axes(chart, spec)
    plot = chart.plots[0]
    if spec.kind != "trend":
        plot.gap_width = 36
        plot.overlap = 100 if spec.kind != "ranking" else 0
    if spec.kind == "waterfall":
        _dress_steps(chart, spec)
        return
    for drawn, series in zip(plot.series, _drawn(spec), strict=True):
        _line(drawn, series) if spec.kind == "trend" else _bars(drawn, series)
        if spec.kind == "ranking":
            _labels(drawn, series.labels, series.y)
            _highlight(drawn, series, spec.highlight)
    if spec.kind == "trend":
        _ends(chart, _drawn(spec))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#"))


def _fonts(chart: Chart, language: str) -> None:
    """Name the font for Latin and for Lao letters, which the library does only for Latin."""
    properties = chart.font._rPr
    properties.set("lang", LANGUAGE_TAGS[language])
    chart.font.name = OFFICE_FONTS[language]
    for name in ("a:ea", "a:cs"):
        made = properties.makeelement(qn(name), {"typeface": OFFICE_FONTS["lo"]})
        properties.append(made)


def _axes(chart: Chart, spec: FigureSpec) -> None:
    value, category = chart.value_axis, chart.category_axis
    value.has_major_gridlines = spec.kind not in ROWS
    value.visible = spec.kind not in ROWS
    if value.has_major_gridlines:
        value.major_gridlines.format.line.color.rgb = _rgb(theme.GRID)
    value.format.line.fill.background()
    value.major_tick_mark = value.minor_tick_mark = category.major_tick_mark = XL_TICK_MARK.NONE
    low = min((y for s in spec.series for y in s.y if y is not None), default=0.0)
    value.minimum_scale = spec.y_range[0] if spec.y_range and spec.kind == "trend" else min(0.0, low)
    if spec.kind == "shares":
        value.maximum_scale = 100.0
    value.tick_labels.number_format_is_linked = False
    value.tick_labels.number_format = '0"%"' if spec.suffix == "%" else WHOLE
    category.format.line.color.rgb = _rgb(theme.INK_3)
    category.has_major_gridlines = False
    if spec.kind in ROWS:
        category.reverse_order = True


def _line(drawn: Any, series: Series) -> None:
    """Dress one line."""
    drawn.smooth = False
    colour = _rgb(theme.ROLE[series.role])
    line = drawn.format.line
    if series.shape == "dots":
        line.fill.background()
    else:
        line.color.rgb = colour
        line.width = Pt(3.5 if series.shape in ("line", "line_dots") else 2.5)
        if series.shape in DASHES:
            line.dash_style = DASHES[series.shape]
    dotted = series.shape in ("dots", "line_dots")
    drawn.marker.style = XL_MARKER_STYLE.CIRCLE if dotted else XL_MARKER_STYLE.NONE
    if dotted:
        drawn.marker.size = 9
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour


def _ends(chart: Chart, series: Sequence[Series]) -> None:
    """Print the last value of each line, of the last one first; where it would lie on another it is left out."""
    values = [[y for y in one.y if y is not None] for one in series]
    known = [y for path in values for y in path]
    room = LABEL_ROOM * (max(known, default=0.0) - min(0.0, min(known, default=0.0)))
    taken: list[float] = []
    for drawn, one, path in reversed(list(zip(chart.plots[0].series, series, values, strict=True))):
        if not path or any(abs(path[-1] - other) < room for other in taken):
            continue
        taken.append(path[-1])
        last = max(at for at, value in enumerate(drawn.values) if value is not None)
        label = drawn.points[last].data_label
        label.font.bold = True
        label.font.color.rgb = _rgb(theme.ROLE_TEXT[one.role])
        label.position = XL_LABEL_POSITION.ABOVE


def _bars(drawn: Any, series: Series) -> None:
    _fill(drawn.format.fill, series)


def _fill(fill: Any, series: Series) -> None:
    """Fill with the colour of a role; what has no source is hatched as on the screen."""
    if series.role == "gap":
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = _rgb(theme.ROLE["gap"]), _rgb(theme.GAP_TINT)
    else:
        fill.solid()
        fill.fore_color.rgb = _rgb(theme.ROLE[series.role])


def _labels(drawn: Any, labels: Sequence[str], values: Sequence[float | None]) -> None:
    """Write the printed values beside the bars."""
    for at, (label, value) in enumerate(zip(labels, values, strict=False)):
        if value is not None and label:
            shown = drawn.points[at].data_label
            shown.has_text_frame = True
            shown.text_frame.text = _unmarked(label)
            shown.position = XL_LABEL_POSITION.OUTSIDE_END


def _unmarked(label: str) -> str:
    """Return the words of a label without the tags that the screen draws it with."""
    return plain(unescape(TAG.sub("", label)), LONGEST_NAME)


def _highlight(drawn: Any, series: Series, name: str) -> None:
    """Give the bar that the figure speaks of its own colour."""
    for at, row in enumerate(series.x):
        if name and row == name:
            fill = drawn.points[at].format.fill
            fill.solid()
            fill.fore_color.rgb = _rgb(theme.ROLE["lao"])


def _dress_steps(chart: Chart, spec: FigureSpec) -> None:
    below, steps, after = chart.plots[0].series
    for unseen in (below, after):
        unseen.format.fill.background()
    for at, series in enumerate(spec.series):
        _fill(steps.points[at].format.fill, series)
    for at, series in enumerate(spec.series):
        label = after.points[at].data_label
        label.has_text_frame = True
        label.text_frame.text = _unmarked(series.labels[0])
        label.position = XL_LABEL_POSITION.INSIDE_BASE
