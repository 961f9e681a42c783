"""Coverage over the years: observed dots, two paths that say where they lead, nothing drawn that is not known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sp_app.data.queries import Queries
from sp_app.figures.coverage import BY, coverage_trend, outlook
from sp_app.figures.render import render
from sp_app.figures.spec import FigureSpec, Series
from sp_core.records import Observation
from tests.figures.conftest import Worded

Several = tuple[Observation, ...]


@pytest.fixture
def seen(q: Queries) -> Callable[..., Several]:
    def of(function: str, area: str = "LAO") -> Several:
        return q.observations(f"sdg131_{function}", areas=(area,), sex="F" if function == "maternity" else "T")

    return of


@pytest.fixture
def trend(seen: Callable[..., Several], told: Worded) -> Callable[..., FigureSpec]:
    def make(function: str, year: int | None = 2021, language: str = "en", compared: str = "ASEAN") -> FigureSpec:
        lao = seen(function)
        others = {area: seen(function, area) for area in dict.fromkeys(("WLD", "ASEAN", compared))}
        reference = next((o for o in others["ASEAN"] if o.year == year), None)
        w = told((*lao, *(o for several in others.values() for o in several)), ("LAO", "ASEAN", "WLD"), language)
        return coverage_trend("measure", lao, others, reference, year is None, w)

    return make


def series(spec: FigureSpec, key: str) -> Series | None:
    return next((s for s in spec.series if s.key == key), None)


def test_the_observed_and_the_required_pace_by_hand(seen: Callable[..., Several]) -> None:
    """15.5 in 2021 after 12.1 in 2019; ASEAN 44.7 in 2021."""
    asean = next(o for o in seen("any", "ASEAN") if o.year == 2021)
    view = outlook(seen("any"), asean)
    assert view.pace == pytest.approx(1.7) and view.since == 2019
    assert view.at_pace == pytest.approx(15.5 + 9 * 1.7)
    assert view.required == pytest.approx((44.7 - 15.5) / 9)


def test_two_lao_figures_are_two_dots_without_a_line(trend: Callable[..., FigureSpec]) -> None:
    spec = trend("any")
    lao = next(t for t in render(spec)["data"] if t["name"] == "Lao PDR")
    assert lao["x"] == [2019, 2021] and lao["mode"] == "markers+text"


def test_the_required_path_is_dotted_and_the_observed_pace_dashed(trend: Callable[..., FigureSpec]) -> None:
    dashes = {t["name"]: t["line"]["dash"] for t in render(trend("any"))["data"]}
    assert dashes["Required to reach the reference"] == "dot"
    assert dashes["At the observed pace"] == "dash"


def test_both_paths_begin_at_the_last_figure_and_end_in_words(trend: Callable[..., FigureSpec]) -> None:
    spec = trend("any")
    for key, words in (("required", "needs +3.2 points"), ("pace", "2019–2021 (+1.7)")):
        path = series(spec, key)
        assert path is not None and (path.x[0], path.y[0]) == (2021, 15.5) and path.x[1] == BY
        assert words in path.end_label


@pytest.mark.parametrize("function", ["maternity", "unemployment", "poor"])
def test_figures_that_are_no_trend_have_no_pace(trend: Callable[..., FigureSpec], function: str) -> None:
    spec = trend(function)
    assert series(spec, "pace") is None
    assert "pace" not in spec.title


def test_a_distance_may_be_shown_where_a_pace_may_not(trend: Callable[..., FigureSpec]) -> None:
    required = series(trend("maternity"), "required")
    assert required is not None and required.y == (8.1, 29.2)


def test_above_the_reference_nothing_is_required(trend: Callable[..., FigureSpec]) -> None:
    assert series(trend("unemployment"), "required") is None


def test_without_a_lao_figure_the_plot_says_so(trend: Callable[..., FigureSpec]) -> None:
    spec = trend("children")
    assert spec.title == "No published figure for the Lao PDR"
    assert series(spec, "LAO") is None and series(spec, "required") is None
    assert any("Lao PDR: no published figure" in note.text for note in spec.notes)
    assert spec.ground_from is None


def test_without_a_published_target_only_the_pace_is_drawn(trend: Callable[..., FigureSpec]) -> None:
    spec = trend("any", year=None)
    assert series(spec, "required") is None and series(spec, "pace") is not None
    assert spec.title.endswith("no target is published")


def test_the_title_names_the_year_of_the_reference(trend: Callable[..., FigureSpec]) -> None:
    assert trend("any").title == "At this pace 30.8% in 2030; ASEAN had 44.7% in 2021"
    assert trend("any", year=2023).title == "At this pace 30.8% in 2030; ASEAN had 46.0% in 2023"


def test_a_country_is_dots_and_a_group_of_countries_a_line(trend: Callable[..., FigureSpec]) -> None:
    spec = trend("any", compared="THA")
    thailand, asean = series(spec, "THA"), series(spec, "ASEAN")
    assert thailand is not None and thailand.shape == "dots"
    assert asean is not None and asean.shape == "line"


@pytest.mark.parametrize("function", ["any", "old_age", "disability", "children"])
def test_the_axis_is_0_to_50_or_0_to_100(trend: Callable[..., FigureSpec], function: str) -> None:
    assert trend(function).y_range in ((0.0, 50.0), (0.0, 105.0))


def test_every_figure_is_of_one_edition(trend: Callable[..., FigureSpec]) -> None:
    raw = [row for row in trend("any").table.raw if row[7] != "illustrative"]
    assert raw and {row[9] for row in raw} == {"ILOSTAT, SDG 1.3.1, download of 25 May 2026"}


def test_the_download_says_that_the_paths_are_computed(trend: Callable[..., FigureSpec]) -> None:
    paths = {row[8]: row for row in trend("any").table.raw if row[7] == "illustrative"}
    assert set(paths) == {"required", "pace"}
    assert paths["required"][2] == BY and paths["required"][5] == 44.7 and paths["required"][9] == "computed here"


def test_words_at_line_ends_are_marked_to_be_pushed_apart(trend: Callable[..., FigureSpec]) -> None:
    ends = [a for a in render(trend("any", language="lo"))["layout"]["annotations"] if a.get("name") == "end"]
    assert len(ends) == 4


def test_on_a_phone_only_the_last_value_is_printed(trend: Callable[..., FigureSpec]) -> None:
    narrow = next(t for t in render(trend("any"))["narrow"]["data"] if t["name"] == "Lao PDR")
    assert narrow["text"] == ["", "<b>15.5%</b>"]


def test_of_two_close_years_the_lower_value_stands_below_its_dot(trend: Callable[..., FigureSpec]) -> None:
    lao = next(t for t in render(trend("maternity"))["data"] if t["name"] == "Lao PDR")
    assert lao["textposition"] == ["top center", "bottom center"]
