"""People not covered, health protection kept apart, and all functions of one year."""

from __future__ import annotations

import pytest

from sp_app.data.queries import Queries
from sp_app.figures.coverage_parts import FIGURES, functions_table, health_apart, people
from sp_app.figures.render import render
from tests.figures.conftest import Worded

FUNCTIONS = ("any", "maternity", "children", "unemployment")


def test_twenty_figures_show_the_share_that_is_covered(q: Queries, told: Worded) -> None:
    covered, population = q.latest("sdg131_any", "LAO"), q.population("LAO", 2021)
    spec = people(covered, population, True, "name", told((covered, population)))
    parts = spec.series[0].y
    assert len(parts) == FIGURES
    assert sum(part or 0 for part in parts) == pytest.approx(15.5 / 5)
    assert spec.title == "Not covered: 6.30 of 7.45 million" and "2021" in spec.measure


def test_persons_are_counted_only_where_their_number_is_published(q: Queries, told: Worded) -> None:
    covered = q.latest("sdg131_old_age", "LAO")
    spec = people(covered, None, False, "name", told((covered,)))
    assert spec.title == "Not covered: 93.0%" and str(covered.year) in spec.measure
    assert any("not computed" in cell for row in spec.table.rows for cell in row)


def test_unknown_coverage_is_twenty_dashed_figures(told: Worded) -> None:
    spec = people(None, None, False, "Children", told(()))
    assert set(spec.series[0].y) == {None}
    assert all(shape["line"].get("dash") == "dot" for shape in render(spec)["layout"]["shapes"])
    assert "not known" in spec.title


def test_the_figures_stand_in_two_rows_on_a_phone(q: Queries, told: Worded) -> None:
    covered = q.latest("sdg131_any", "LAO")
    plot = render(people(covered, None, True, "name", told((covered,))))
    assert plot["layout"]["xaxis"]["range"] == [0, 20]
    assert plot["narrow"]["layout"]["xaxis"]["range"] == [0, 10]


@pytest.mark.parametrize(("language", "word"), [("en", "legal"), ("lo", "ຕາມກົດໝາຍ")])
def test_health_protection_stands_apart_and_is_called_legal(q: Queries, told: Worded, language: str, word: str) -> None:
    seen = q.observations("health_protection", areas=("LAO",))
    spec = health_apart(seen, "name", told(seen, language=language))
    assert spec.kept_apart and word in spec.series[0].end_label
    for plot in (render(spec), render(spec)["narrow"]):
        assert any(word in a["text"] for a in plot["layout"]["annotations"])
        assert plot["layout"]["yaxis"]["range"] == [0.0, 108.0]


def test_years_without_a_health_figure_are_hatched_and_no_line_crosses_them(q: Queries, told: Worded) -> None:
    seen = q.observations("health_protection", areas=("LAO",))
    spec = health_apart(seen, "name", told(seen))
    assert spec.missing is not None and 2008 < spec.missing[0] < spec.missing[1] < 2017
    assert all("lines" not in t["mode"] for t in render(spec)["data"])


def test_the_table_of_functions_is_of_one_year_and_marks_what_to_read_with_care(q: Queries, told: Worded) -> None:
    rows = {
        key: {
            area: q.observation(f"sdg131_{key}", area, 2021, sex="F" if key == "maternity" else "T")
            for area in ("LAO", "ASEAN")
        }
        for key in FUNCTIONS
    }
    used = [o for row in rows.values() for o in row.values()]
    spec = functions_table(2021, rows, ("LAO", "ASEAN"), told(used, ("LAO", "ASEAN")))
    cells = {row[0]: row[1:] for row in spec.table.rows}
    assert cells["any"] == ("15.5", "44.7")
    assert cells["children"][0] == "Not published"
    assert cells["maternity"] == ("8.1\u00a0†", "29.2") and cells["unemployment"][0] == "30.8\u00a0†"
    assert {row[2] for row in spec.table.raw} == {2021}
