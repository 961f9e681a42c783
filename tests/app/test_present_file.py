"""A presented deck as PowerPoint, opened again: every slide, native charts with the figures' numbers, marks, notes."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from pptx import Presentation

from sp_app.data.database import open_database
from sp_app.i18n import LANGUAGES, texts
from sp_app.live.link import start
from sp_app.ui.present_deck import Shown, bound, decks
from sp_app.ui.present_file import deck_file
from sp_app.ui.present_slides import slide_parts
from sp_app.ui.scenario_ground import library
from tests.export.test_deck import charts, said, tables, words

DAY = datetime.date(2026, 11, 25)


def shown(name: str) -> Shown:
    deck = decks()[name]
    return Shown(deck, start(library()[deck.scenario]))


def opened(name: str, language: str) -> Any:
    return Presentation(io.BytesIO(deck_file(shown(name), language, open_database().build_id, DAY)))


def slide_called(deck: Any, title: str) -> Any:
    return next(slide for slide in deck.slides if said(slide.shapes.title.text_frame.text).startswith(title))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["nspc", "asean_seminar"])
def test_only_simulated_slides_carry_the_mark_and_all_name_the_build(name: str, language: str) -> None:
    deck, build = opened(name, language), open_database().build_id
    mark = texts(language)("scenarios.csv_mark")
    for one in bound(shown(name), language, build):
        if not one.table.decisions:
            parts = slide_parts(one, one.ctx)
            slide = slide_called(deck, parts.title)
            assert build in words(slide)
            assert (mark in words(slide)) == parts.simulated, one.table.id
            notes = said(slide.notes_slide.notes_text_frame.text)
            assert not parts.spec or all(said(it.value) in notes for it in parts.numbers), one.table.id


def test_the_chart_of_the_cost_holds_the_numbers_of_the_figure() -> None:
    (one,) = [it for it in bound(shown("nspc"), "en", open_database().build_id) if it.table.id == "direction"]
    spec = slide_parts(one, one.ctx).spec
    assert spec is not None
    found = [chart for chart in charts(opened("nspc", "en")) if "Scenario" in chart]
    assert [pytest.approx(series.y) for series in spec.series] == [
        tuple(found[0][series.name]) for series in spec.series
    ]


def test_the_notes_of_a_slide_with_levers_say_where_they_stand() -> None:
    (table,) = [it for it in shown("nspc").deck.slides if it.levers]
    slide = slide_called(opened("nspc", "en"), table.title_en or "")
    notes = said(slide.notes_slide.notes_text_frame.text)
    assert "Coverage reached: 20%" in notes and "Monthly benefit: 150 k LAK" in notes


def test_decisions_are_tables_with_the_first_budget_line() -> None:
    asked = [table for table in tables(opened("nspc", "lo")) if any("ລາຍຈ່າຍປີທຳອິດ" in row[0] for row in table)]
    assert len(asked) == 3
    assert all(any("ຕື້ກີບ" in row[1] for row in table) for table in asked)
