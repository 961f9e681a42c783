"""The deck, opened again: native charts and tables with the model's numbers, notes, marks, Lao as complex script."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from sp_app.export.charts import cost_figure
from sp_app.export.deck_pptx import deck_pptx
from sp_app.export.framework_grid import framework_grid
from sp_app.export.handout import handout
from sp_app.export.slide_table import in_parts
from sp_app.export.slides import ACROSS, FOOT_TOP, HIGH, LEFT
from sp_app.export.telling import changes, headline, key_figures
from sp_app.export.wording import ZERO_WIDTH_SPACE
from tests.export.papers import DAY, PAID, UNPAID, grouped, hostile, told

LANGUAGES = ("en", "lo")


@pytest.fixture(scope="module")
def decks() -> dict[tuple[str, str], Any]:
    made = {(name, lang): deck_pptx(told(name, lang)) for name in (PAID, UNPAID) for lang in LANGUAGES}
    return {key: Presentation(io.BytesIO(deck)) for key, deck in made.items()}


def said(text: str) -> str:
    return text.replace(ZERO_WIDTH_SPACE, "").replace("\u00a0", " ").replace("\x0b", "\n")


def words(slide: Any) -> str:
    return said("\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame))


def charts(deck: Any) -> list[dict[str, tuple[float | None, ...]]]:
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    return [{said(s.name): s.values for s in shape.chart.plots[0].series} for shape in shapes]


def tables(deck: Any) -> list[list[list[str]]]:
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    return [[[said(cell.text) for cell in row.cells] for row in shape.table.rows] for shape in shapes]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_charts_hold_the_values_of_the_model(decks: dict, name: str, language: str) -> None:
    h = told(name, language)
    found = charts(decks[name, language])
    here, base = h.t("handout.line_scenario"), h.t("handout.line_baseline")
    for chart, result, scale in ((found[0], "recipients", 1.0), (found[1], "cost_lak", 1e-9)):
        assert chart[here] == pytest.approx([v * scale for v in h.here.results[result]], rel=1e-12)
        assert chart[base] == pytest.approx([v * scale for v in h.baseline.results[result]], rel=1e-12)
    if name == UNPAID:
        assert len(found) == 2
        return
    payers = found[2]
    gap = [max(0.0, v) * 1e-9 for v in h.here.results["financing_gap_lak"]]
    assert payers[h.t("financing.source_gap")] == pytest.approx(gap, rel=1e-12, abs=1e-12)
    need = [v * 1e-9 for v in h.here.results["cost_lak"]]
    stacked = [sum(column) for column in zip(*payers.values(), strict=True)]
    surplus = [max(0.0, -v) * 1e-9 for v in h.here.results["financing_gap_lak"]]
    assert stacked == pytest.approx([a + b for a, b in zip(need, surplus, strict=True)], rel=1e-9)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_the_first_slide_shows_reach_cost_and_gap_in_large_type(decks: dict, name: str, language: str) -> None:
    h = told(name, language)
    shown = words(decks[name, language].slides[0])
    cost = [grouped(it.at("cost_lak", 2030) / 1e9, 0, language) for it in (h.here, h.baseline)]
    beside = f"2030 · {h.t('handout.line_baseline')}"
    assert f"{h.t('scenarios.column_cost', first=2025)}\n{cost[0]}\n{beside}: {cost[1]}" in shown
    assert (h.t("scenarios.column_unfunded", first=2025) in shown) == (name == PAID)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_cell_makes_its_row_no_higher_than_the_others(decks: dict, language: str) -> None:
    shapes = [shape for slide in decks[PAID, language].slides for shape in slide.shapes if shape.has_table]
    for shape in shapes:
        for row in shape.table.rows:
            cells = [cell for cell in row.cells if not cell.is_spanned]
            for line in (line for cell in cells for line in cell._tc.iter(qn("a:p"))):
                written = "".join(it.text or "" for it in line.iter(qn("a:t")))
                assert line[-1].tag == qn("a:r" if written else "a:endParaRPr")  # else it has 18 points
                sizes = {it.get("sz") for it in line.iter(qn("a:rPr"), qn("a:endParaRPr"))}
                assert sizes == {cells[0]._tc.find(f".//{qn('a:rPr')}").get("sz")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_no_table_is_set_smaller_than_a_hall_can_read(decks: dict, name: str, language: str) -> None:
    shapes = [shape for slide in decks[name, language].slides for shape in slide.shapes if shape.has_table]
    sizes = [float(it.get("sz")) / 100 for shape in shapes for it in shape._element.iter(qn("a:rPr"))]
    assert min(sizes) >= 12.0  # 24 of a projector's 1920 pixels


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_native_and_whole(decks: dict, language: str) -> None:
    h = told(PAID, language)
    rows = [row for table in tables(decks[PAID, language]) for row in table]
    for grid in (key_figures(h), framework_grid(h, 2030), changes(h)):
        assert grid
        for cells in grid.rows:
            assert [said(c) for c in cells] in [row[: len(cells)] for row in rows], cells
    cost = [grouped(it.at("cost_lak", 2030) / 1e9, 0, language) for it in (h.baseline, h.modified, h.here)]
    assert [row for row in rows if row[1:4] == cost]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_every_slide_carries_mark_build_number_and_notes_with_sources(decks: dict, name: str, language: str) -> None:
    h = told(name, language)
    slides = list(decks[name, language].slides)
    assert 10 <= len(slides) <= 24
    for number, slide in enumerate(slides, start=1):
        text, notes = words(slide), said(slide.notes_slide.notes_text_frame.text)
        assert h.simulated in text and h.build_id in text and h.model_version in text
        (field,) = slide._element.iter(qn("a:fld"))
        assert field.get("type") == "slidenum" and field.findtext(qn("a:t")) == str(number)
        assert slide.shapes.title.text_frame.text.strip()
        for source in h.credits:
            assert source in notes
        assert h.simulated in notes and h.edition in notes


def test_it_says_its_finding_and_what_is_not_known(decks: dict) -> None:
    h = told(PAID, "en")
    text = "\n".join(map(words, decks[PAID, "en"].slides))
    assert said(headline(h)) in text and h.t("handout.has_illustrative") in text
    assert h.t("handout.no_financing") in "\n".join(map(words, decks[UNPAID, "en"].slides))


def test_lao_words_name_the_lao_font_and_language_and_may_break(decks: dict) -> None:
    runs = [run for slide in decks[PAID, "lo"].slides for run in slide._element.iter(qn("a:r"))]
    assert len(runs) > 300
    for run in runs:
        properties = run.find(qn("a:rPr"))
        assert properties.get("lang") == "lo-LA"
        assert properties.find(qn("a:cs")).get("typeface") == "Phetsarath OT"
    assert sum(ZERO_WIDTH_SPACE in run.findtext(qn("a:t")) for run in runs) > 60
    for slide in decks[PAID, "lo"].slides:
        for shape in slide.shapes:
            if shape.has_chart:
                assert "Phetsarath OT" in shape.chart._chartSpace.xml


def test_slides_are_wide_and_nothing_stands_outside(decks: dict) -> None:
    for deck in decks.values():
        assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, rel=1e-3)
        for slide in deck.slides:
            for shape in slide.shapes:
                assert shape.left >= 0 and shape.left + shape.width <= LEFT + ACROSS + 10
                assert shape.top >= 0 and shape.top + shape.height <= HIGH
                if shape.has_table:
                    assert shape.top + shape.height <= FOOT_TOP


def test_a_long_table_goes_on_and_loses_no_row() -> None:
    grid = framework_grid(told(PAID, "lo"), 2030)
    assert grid
    parts = in_parts(grid, ACROSS, FOOT_TOP // 2, 12.0, "lo")
    assert len(parts) > 3 and [row for part in parts for row in part.rows] == list(grid.rows)
    assert all(part.looks_of_rows[-1] != "section" for part in parts)
    assert [part.notes for part in parts[:-1]] == [()] * (len(parts) - 1) and parts[-1].notes == grid.notes


def test_the_theme_has_the_colours_and_fonts_of_the_house(decks: dict) -> None:
    out = io.BytesIO()
    decks[PAID, "lo"].save(out)
    theme = etree.fromstring(zipfile.ZipFile(out).read("ppt/theme/theme1.xml"))
    (first,) = theme.iter(qn("a:accent1"))
    assert first[0].get("val") == "0B5CAB"
    assert {it.find(qn("a:cs")).get("typeface") for it in theme.iter(qn("a:minorFont"))} == {"Phetsarath OT"}


def test_a_hostile_title_is_words_and_nothing_else() -> None:
    made = deck_pptx(hostile())
    title = said(Presentation(io.BytesIO(made)).slides[0].shapes.title.text_frame.text)
    assert "<script>alert(1)</script>" in title and len(title) <= 180 and "\n" not in title
    archive = zipfile.ZipFile(io.BytesIO(made))
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            text = archive.read(name).decode()
            etree.fromstring(text.encode())
            assert "<script>" not in text and "\u202e" not in text
            assert 'TargetMode="External"' not in text


def test_a_line_that_assumptions_do_not_move_is_said_to_be_so() -> None:
    """Today's amounts in kip do not follow prices: with inflation moved, both baselines of the cost are one line."""
    scenario = told(PAID, "en").scenario
    moved = handout(scenario, {**scenario.overrides, "inflation_offset": 0.03}, "en", DAY)
    for h, key in ((moved, "handout.same_line_moved"), (told(PAID, "en"), "handout.same_line")):
        figure = cost_figure(h)
        assert h.t(key) in figure.measure
        assert [series.key for series in figure.series] == ["baseline", "scenario"]


def test_assumptions_that_move_the_baseline_are_a_line_of_their_own() -> None:
    scenario = told(PAID, "en").scenario
    h = handout(scenario, {**scenario.overrides, "exchange_rate_offset": 0.05}, "en", DAY)
    found = charts(Presentation(io.BytesIO(deck_pptx(h))))[1]
    modified = [value / 1e9 for value in h.modified.results["cost_lak"]]
    assert found[h.t("handout.line_modified")] == pytest.approx(modified, rel=1e-12)
    assert modified != [value / 1e9 for value in h.baseline.results["cost_lak"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_and_table_has_its_source_on_the_slide(decks: dict, language: str) -> None:
    source = said(told(PAID, language).t("frame.source", source="")).strip()
    for slide in decks[PAID, language].slides:
        shown = any(shape.has_chart or shape.has_table for shape in slide.shapes)
        assert not shown or source in words(slide), words(slide)
