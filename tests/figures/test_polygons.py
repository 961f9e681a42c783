"""The map: members only are drawn and named, other land is plain ground, nothing is fetched."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sp_app.data.geo import geometry
from sp_app.data.queries import Queries
from sp_app.figures import theme
from sp_app.figures.members_map import LATITUDES, LEAST, LONGITUDES, PLACES, class_names, level, members_map
from sp_app.figures.polygons import LAND
from sp_app.figures.render import render
from sp_app.figures.spec import FigureSpec
from sp_app.figures.standing import Figures
from tests.figures.conftest import Worded

LIMITS = (20.0, 40.0, 60.0, 80.0)
TODAY, BEFORE = date(2026, 11, 24), date(2025, 10, 25)


def figures_on(q: Queries, indicator: str, day: date = TODAY) -> Figures:
    return {area.key: q.latest(indicator, area.key) for area in q.members("ASEAN", day)}


@pytest.fixture
def drawn_map(q: Queries, told: Worded) -> Any:
    def make(indicator: str, day: date = TODAY, language: str = "en") -> FigureSpec:
        figures = figures_on(q, indicator, day)
        w = told(figures.values(), figures, language)
        return members_map("map", "measure", figures, geometry("asean_countries"), LIMITS, None, w)

    return make


def traces(spec: FigureSpec) -> dict[str, dict[str, Any]]:
    return {t["name"]: t for t in render(spec)["data"] if "name" in t}


@pytest.mark.parametrize("language", ["en", "lo"])
def test_exactly_the_members_are_drawn_and_named(q: Queries, drawn_map: Any, language: str) -> None:
    spec = drawn_map("sdg131_any", language=language)
    names = {area.name.get(language) for area in q.members("ASEAN", TODAY)}
    assert set(traces(spec)) == names
    assert {note.text.split("<br>")[0] for note in spec.notes} == names


def test_other_land_has_no_name_no_border_and_no_answer_to_a_pointer(drawn_map: Any) -> None:
    ground = [t for t in render(drawn_map("sdg131_any"))["data"] if "name" not in t]
    assert len(ground) > 8
    assert all(t["line"]["width"] == 0 and t["hoverinfo"] == "skip" and t["fillcolor"] == LAND for t in ground)


def test_before_its_accession_timor_leste_is_background(drawn_map: Any) -> None:
    before, after = drawn_map("sdg131_any", BEFORE), drawn_map("sdg131_any")
    assert "Timor-Leste" not in traces(before) and "Timor-Leste" in traces(after)
    assert len(before.outlines) > len(after.outlines)


def test_a_member_without_a_figure_is_sunken_and_dashed(drawn_map: Any) -> None:
    lao = traces(drawn_map("sdg131_children"))["Brunei Darussalam"]
    assert lao["fillcolor"] == theme.UNKNOWN_GROUND and lao["line"]["dash"] == "dash"


def test_no_figure_is_never_said_as_none_which_reads_as_nothing_spent(drawn_map: Any) -> None:
    spec = drawn_map("sdg131_children")
    said = [note.text for note in spec.notes] + [name for _, name in spec.classes]
    assert sum("no figure" in words for words in said) >= 2 and not any("none" in words for words in said)


def test_a_figure_from_legal_coverage_is_hatched(drawn_map: Any) -> None:
    areas = traces(drawn_map("sdg131_work_injury"))
    assert [name for name, t in areas.items() if "fillpattern" in t] == ["Singapore"]


def test_the_lao_pdr_lies_on_top_with_a_strong_border(drawn_map: Any) -> None:
    *others, last = traces(drawn_map("sdg131_any")).values()
    assert last["name"] == "Lao PDR" and last["line"]["width"] > max(t["line"]["width"] for t in others)


def test_singapore_is_large_enough_to_see(drawn_map: Any) -> None:
    x = [value for value in traces(drawn_map("sdg131_any"))["Singapore"]["x"] if value is not None]
    assert max(x) - min(x) >= LEAST


def test_classes_part_at_their_limits(q: Queries, told: Worded) -> None:
    figures = figures_on(q, "sdg131_children")
    assert level(figures["IDN"], LIMITS) == 2 and level(figures["LAO"], LIMITS) is None
    assert level(q.latest("sdg131_old_age", "BRN"), LIMITS) == 4
    names = class_names(figures, LIMITS, told(figures.values(), figures))
    assert [at for at, _ in names] == [4, 3, 2, 1, 0, None]
    assert names[0][1] == "80 and more" and names[3][1] == "20 to under 40"


def test_every_name_has_a_place_on_the_map(q: Queries) -> None:
    assert set(PLACES) == {one.area for one in q.memberships("ASEAN")}
    for place in PLACES.values():
        for x, y in ((place.x, place.y), place.leader):
            assert LONGITUDES[0] <= x <= LONGITUDES[1] and LATITUDES[0] <= y <= LATITUDES[1]


def test_the_map_needs_nothing_from_outside(drawn_map: Any) -> None:
    plot = render(drawn_map("sdg131_any"))
    for one in (plot, plot["narrow"]):
        assert "geo" not in one["layout"] and "map" not in one["layout"]
        assert {t["type"] for t in one["data"]} == {"scatter"}


def test_a_narrow_screen_has_the_key_below_and_no_years(drawn_map: Any) -> None:
    plot = render(drawn_map("sdg131_any"))
    assert plot["narrow"]["layout"]["margin"]["b"] > plot["layout"]["margin"]["b"] == 0
    short = [a["text"] for a in plot["narrow"]["layout"]["annotations"] if "Viet Nam" in a["text"]]
    assert short == ["Viet Nam<br><b>38.3</b>"]
