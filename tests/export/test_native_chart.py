"""Any figure as a native chart: no year invented, no gap filled, hatching for what has no source; else its table."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from sp_app.export.figures_file import About, figures_pptx
from sp_app.export.framework_grid import framework_statement
from sp_app.export.native_chart import chart_data, drawable
from sp_app.figures import theme
from sp_app.figures.financing import need_to_gap
from sp_app.figures.money import NOMINAL
from sp_app.figures.sources import paid
from sp_app.figures.spec import FigureSpec, Series, Table
from sp_app.figures.wording import Words
from tests.export.papers import PAID, told

TABLE = Table(columns=("a", "b"), rows=(("x", "1"),), numeric=(False, True))
ABOUT = About("figures", "Figures", "en", "build 1", "SIMULATED", datetime.date(2026, 11, 25), "build 1")


def figure(kind: Any, *series: Series, **more: Any) -> FigureSpec:
    return FigureSpec(
        key="k", kind=kind, title="A finding", measure="per cent", source_line="Source: somebody", alt_text="In words",
        table=TABLE, series=series, **more,
    )  # fmt: skip


def line(name: str, x: tuple, y: tuple, shape: Any = "line", role: Any = "lao", **more: Any) -> Series:
    return Series(key=name, name=name, role=role, shape=shape, x=x, y=y, **more)


def drawn(*specs: FigureSpec) -> list[Any]:
    deck = Presentation(io.BytesIO(figures_pptx(specs, ABOUT)))
    return [[shape for shape in slide.shapes if shape.has_chart or shape.has_table] for slide in deck.slides]


def test_years_without_a_figure_stay_empty_between_the_others() -> None:
    spec = figure("trend", line("Lao", (2010.0, 2013.0), (1.5, 2.5)), line("ASEAN", (2012.0,), (9.0,), role="asean"))
    (((frame),),) = drawn(spec)
    plot = frame.chart.plots[0]
    assert list(plot.categories) == ["2010", "2011", "2012", "2013"]
    assert [tuple(s.values) for s in plot.series] == [(1.5, None, None, 2.5), (None, None, 9.0, None)]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "In words"


def test_values_at_the_ends_of_lines_never_lie_on_each_other() -> None:
    close = figure(
        "trend", line("a", (2025.0,), (400.0,)), line("b", (2025.0,), (800.0,)), line("c", (2025.0,), (2e4,))
    )
    apart = figure("trend", line("a", (2025.0,), (4000.0,)), line("b", (2025.0,), (9000.0,)))
    ((first,), (second,)) = drawn(close, apart)
    assert first.chart._chartSpace.xml.count("<c:dLbl>") == 2
    assert second.chart._chartSpace.xml.count("<c:dLbl>") == 2


def test_kinds_become_charts_of_their_own_kind() -> None:
    bars = line("State", (2025.0, 2026.0), (3.0, 4.0), "bars", "state")
    parts = line("State", ("Lao PDR", "ASEAN"), (40.0, 60.0), "bars", "state")
    rest = line("Households", ("Lao PDR", "ASEAN"), (60.0, 40.0), "bars", "households")
    names = line("Coverage", ("Lao PDR", "Vietnam"), (15.5, None), "bars", labels=("15.5%", ""))
    found = drawn(figure("stack", bars), figure("shares", parts, rest), figure("ranking", names))
    kinds = [slide[0].chart.chart_type for slide in found]
    assert kinds == [XL_CHART_TYPE.COLUMN_STACKED, XL_CHART_TYPE.BAR_STACKED, XL_CHART_TYPE.BAR_CLUSTERED]
    assert tuple(found[2][0].chart.plots[0].series[0].values) == (15.5, None)


def test_what_no_native_chart_draws_is_shown_by_its_table() -> None:
    spec = figure("dumbbell", line("Lao", (1.0,), (2.0,)))
    odd = figure("trend", line("Lao", (2010.5,), (2.0,)))
    assert not drawable(spec) and not drawable(odd) and not drawable(figure("table"))
    for slide in drawn(spec, odd, figure("table")):
        (frame,) = slide
        assert [[cell.text for cell in row.cells] for row in frame.table.rows] == [["a", "b"], ["x", "1"]]


def test_steps_from_need_to_gap_end_where_the_model_says() -> None:
    h = told(PAID, "en")
    statement = framework_statement(h, 2030)
    assert statement
    words = Words(t=h.t, n=h.n, areas={}, credits={}, source="Source: the model", digits=0)
    spec = need_to_gap(paid(statement, 2030), NOMINAL, words, 2025)
    data = chart_data(spec)
    below, steps, after = (list(series.values) for series in data)
    assert below[0] == 0.0 and steps[0] == pytest.approx(h.here.at("cost_lak", 2030) / 1e9)
    assert steps[-1] == pytest.approx(h.here.at("financing_gap_lak", 2030) / 1e9)
    assert below[-2] == pytest.approx(steps[-1], rel=1e-6)  # the last source leaves the gap
    chart = drawn(spec)[0][0].chart
    assert chart.chart_type == XL_CHART_TYPE.BAR_STACKED
    # The printed values stand behind the steps, where every colour leaves them legible, not on them.
    said = [
        [p.data_label.text_frame.text for p in (s.points[at] for at in range(len(steps)))]
        for s in chart.plots[0].series
    ]
    assert all(said[2]) and not any(said[1]) and min(after) > 0


def test_a_path_of_two_points_is_drawn_as_the_line_it_is_and_what_was_observed_stays_as_it_is() -> None:
    path = line("Pace", (2021.0, 2025.0), (10.0, 30.0), "pace")
    seen = line("Seen", (2021.0, 2025.0), (10.0, 30.0), "line_dots")
    lines = [list(series.values) for series in chart_data(figure("trend", path, seen))]
    assert lines == [[10.0, 15.0, 20.0, 25.0, 30.0], [10.0, None, None, None, 30.0]]


def test_what_has_no_source_is_hatched() -> None:
    spec = figure("funding", line("Gap", (2025.0, 2026.0), (1.0, 2.0), "bars", "gap"))
    ((frame,),) = drawn(spec)
    assert "pattFill" in frame.chart._chartSpace.xml and "A61E4D" in frame.chart._chartSpace.xml


def test_hostile_names_of_series_and_places_are_words() -> None:
    name = "=1+1 <script>\x00\u202e" + "x" * 500
    ((frame,),) = drawn(figure("stack", line(name, (name, "b"), (1.0, 2.0), "bars", "state")))
    plot = frame.chart.plots[0]
    assert plot.series[0].name.startswith("'=1+1 <script>") and len(plot.series[0].name) <= 121
    sheet = frame.chart.part.chart_workbook.xlsx_part.blob
    cells = zipfile.ZipFile(io.BytesIO(sheet)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in cells  # nothing is a formula in the sheet that opens with "edit data"
    assert "\x00" not in next(iter(plot.categories)) and "\u202e" not in plot.series[0].name


def test_a_ranking_prints_words_without_the_tags_of_the_screen_and_colours_its_own_bar() -> None:
    labels = ('<b>15.5</b> <span style="color:#5A6675">2021 &amp; after</span>', "36.0")
    bars = line("Coverage", ("Lao PDR", "Viet Nam"), (15.5, 36.0), "bars", role="other", labels=labels)
    ((shape,),) = drawn(figure("ranking", bars, highlight="Lao PDR"))
    points = shape.chart.plots[0].series[0].points
    assert points[0].data_label.text_frame.text == "15.5 2021 & after"
    colours = [str(points[at].format.fill.fore_color.rgb) for at in (0,)]
    assert colours == [theme.ROLE["lao"].lstrip("#").upper()]
    assert str(shape.chart.plots[0].series[0].format.fill.fore_color.rgb) == theme.ROLE["other"].lstrip("#").upper()
