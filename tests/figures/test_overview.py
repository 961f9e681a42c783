"""The story of the overview: the same year for both, unknown drawn as unknown, the title from the figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sp_app.data.queries import Queries
from sp_app.figures.overview import FUNCTIONS, Pair, coverage_by_function
from sp_app.figures.render import render
from sp_app.figures.spec import FigureSpec
from tests.figures.conftest import Worded


def pairs(q: Queries, year: int = 2021) -> dict[str, Pair]:
    found = {}
    for key in FUNCTIONS:
        sex = "F" if key == "sdg131_maternity" else "T"
        found[key] = tuple(q.observation(key, area, year, sex=sex) for area in ("LAO", "ASEAN"))
    return found


def story(q: Queries, told: Worded, language: str = "en", given: dict[str, Pair] | None = None) -> FigureSpec:
    given = given or pairs(q)
    return coverage_by_function(given, told((o for pair in given.values() for o in pair), language=language), 2021)


def test_the_two_published_figures_of_the_mission_stand_in_the_first_row(q: Queries, told: Worded) -> None:
    assert story(q, told).table.rows[0] == ("At least one benefit", "15.5%", "44.7%", "−29.2")


@pytest.mark.parametrize("language", ["en", "lo"])
def test_children_are_shown_as_not_published_and_never_as_zero(q: Queries, told: Worded, language: str) -> None:
    spec = story(q, told, language)
    lao = spec.series[0]
    at = lao.x.index("Children" if language == "en" else "ເດັກນ້ອຍ")
    assert lao.y[at] is None and lao.labels[at] == ""
    assert [note.y for note in spec.notes] == [lao.x[at]]


def test_a_narrow_screen_keeps_the_unknown_as_a_mark_and_names_both_areas(q: Queries, told: Worded) -> None:
    words = [a["text"] for a in render(story(q, told))["narrow"]["layout"]["annotations"]]
    assert "?" in words
    assert any("Lao PDR 2021" in text and "ASEAN 2021" in text for text in words)


def test_the_title_names_the_function_that_is_furthest_behind(q: Queries, told: Worded) -> None:
    given = pairs(q)
    assert story(q, told).title == "Furthest below ASEAN: Pensions of older persons"
    lao, asean = given["sdg131_old_age"]
    assert lao
    closer = given | {"sdg131_old_age": (replace(lao, value=40.0), asean)}
    assert story(q, told, given=closer).title == "Furthest below ASEAN: Severe disability"


def test_the_title_claims_nothing_where_nothing_is_behind(q: Queries, told: Worded) -> None:
    level = {
        key: (lao and replace(lao, value=asean.value + 1.0), asean) for key, (lao, asean) in pairs(q).items() if asean
    }
    assert story(q, told, given=level).title == "Coverage by function beside ASEAN"


def test_changes_that_are_no_trend_carry_a_dagger(q: Queries, told: Worded) -> None:
    marked = {str(name) for name in story(q, told).series[0].x if "†" in str(name)}
    assert marked == {"Mothers of newborns †", "Unemployed persons †"}


def test_the_download_has_unit_status_source_and_place_of_every_figure(q: Queries, told: Worded) -> None:
    table = story(q, told).table
    for row in table.raw:
        line = dict(zip(table.raw_columns, row, strict=True))
        assert line["unit"] and line["status"] and "ILOSTAT" in str(line["source"]) and line["locator"]
    assert len(table.raw) == 15
