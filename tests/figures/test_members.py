"""Members side by side: same definition compared, years printed, no ranks, unknown drawn as unknown."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sp_app.data.queries import Queries
from sp_app.figures.members import in_order, members_ranking, members_table
from sp_app.figures.render import render
from sp_app.figures.standing import Figures, finding, span, standing
from tests.figures.conftest import Worded

MEMBERS = ("LAO", "BRN", "KHM", "IDN", "MYS", "MMR", "PHL", "SGP", "THA", "TLS", "VNM")


def latest(q: Queries, indicator: str, sex: str = "T") -> Figures:
    return {area: q.latest(indicator, area, sex=sex) for area in MEMBERS}


def drawn(q: Queries, told: Worded, figures: Figures, language: str = "en") -> dict[str, Any]:
    asean = q.observation("sdg131_any", "ASEAN", 2021)
    w = told((*figures.values(), asean), MEMBERS, language)
    return render(members_ranking("key", "title", "measure", figures, asean, w, 100.0))


def rows(plot: dict[str, Any]) -> dict[str, str]:
    """Return the words behind each bar by name of the row."""
    return {a["y"]: a["text"] for a in plot["layout"]["annotations"] if isinstance(a["y"], str)}


def test_only_myanmar_has_a_lower_figure_than_the_lao_pdr(q: Queries, told: Worded) -> None:
    figures = latest(q, "sdg131_any")
    assert standing(figures).lower == ("MMR",)
    assert finding(figures, told(figures.values(), MEMBERS)) == "Only the figure of Myanmar is lower"


def test_figures_estimated_from_legal_coverage_are_not_compared(q: Queries) -> None:
    figures = latest(q, "sdg131_maternity", "F")
    assert figures["SGP"] is not None and figures["SGP"].has("legal_based")
    assert "SGP" not in standing(figures).others and "BRN" in standing(figures).others


def test_without_a_lao_figure_the_finding_says_so(q: Queries, told: Worded) -> None:
    figures = latest(q, "sdg131_children")
    words = finding(figures, told(figures.values(), MEMBERS))
    assert words == "No Lao figure to compare; 9 members have one"


def test_a_bound_is_no_figure_to_compare(q: Queries, told: Worded) -> None:
    figures = latest(q, "cofog10_gdp") | {"LAO": q.latest("spexp_adb_bound", "LAO")}
    assert standing(figures).home is None
    assert in_order(figures, told(figures.values(), MEMBERS))[4] == "LAO"


@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_year_is_printed_and_no_rank(q: Queries, told: Worded, language: str) -> None:
    figures = latest(q, "sdg131_any")
    words = rows(drawn(q, told, figures, language))
    assert len(words) == 11
    for o in figures.values():
        assert o is not None
        assert str(o.year) in words[q.area(o.area).name.get(language)]
    assert not any(re.match(r"\s*#?\d+[.)] ", name) for name in words)


def test_figures_of_another_definition_are_hatched_and_named(q: Queries, told: Worded) -> None:
    plot = drawn(q, told, latest(q, "sdg131_work_injury"))
    bars = plot["data"][0]
    hatched = [name for name, shape in zip(bars["y"], bars["marker"]["pattern"]["shape"], strict=True) if shape]
    assert hatched == ["Singapore"] and "legal" in rows(plot)["Singapore"]


def test_a_member_without_a_figure_is_a_dashed_box_not_a_zero(q: Queries, told: Worded) -> None:
    figures = latest(q, "sdg131_children")
    plot = drawn(q, told, figures)
    dashed = [s for s in plot["layout"]["shapes"] if s["line"].get("dash") == "dash"]
    missing = [area for area, o in figures.items() if o is None]
    assert len(dashed) == len(missing) == 2
    assert rows(plot)["Lao PDR"] == "no figure"


def test_a_bound_is_an_open_bracket_not_a_bar(q: Queries, told: Worded) -> None:
    figures = latest(q, "cofog10_gdp") | {"LAO": q.latest("spexp_adb_bound", "LAO")}
    plot = drawn(q, told, figures)
    bars = dict(zip(plot["data"][0]["y"], plot["data"][0]["x"], strict=True))
    assert bars["Lao PDR"] == 0
    assert rows(plot)["Lao PDR"].startswith("<b>< 1</b>")
    assert any(s["x0"] == s["x1"] == 1.0 and s["line"]["width"] == 4 for s in plot["layout"]["shapes"])


def test_the_axis_begins_at_zero_and_the_reference_is_dotted(q: Queries, told: Worded) -> None:
    plot = drawn(q, told, latest(q, "sdg131_any"))
    assert plot["layout"]["xaxis"]["range"][0] == 0
    line = [s for s in plot["layout"]["shapes"] if s["line"].get("dash") == "dot"]
    assert [s["x0"] for s in line] == [44.7]
    assert any("ASEAN 44.7 (2021)" in a["text"] for a in plot["layout"]["annotations"])


def test_the_table_lists_every_member_and_the_download_says_the_source(q: Queries, told: Worded) -> None:
    figures = latest(q, "sdg131_children")
    table = members_table(figures, q.latest("sdg131_children", "ASEAN"), told(figures.values(), (*MEMBERS, "ASEAN")))
    assert {row[0] for row in table.rows} >= {q.area(area).name.en for area in MEMBERS}
    assert len(table.raw) == 10 and all("ILOSTAT" in str(row[9]) for row in table.raw[:9])


def test_the_span_names_first_and_last_year(q: Queries) -> None:
    assert span(latest(q, "sdg131_any")) == "2019–2023"
    assert span(latest(q, "uhc_index")) == "2021"
    assert span({"LAO": None}) == ""
