"""The table of a figure on paper: what is printed, in columns that fit its words."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from sp_app.export.column_widths import ACROSS, SIDES
from sp_app.export.deck_pptx import deck_of
from sp_app.export.figure_grid import figure_grid
from sp_app.export.slide_table import tears
from sp_app.export.slides import ACROSS as ACROSS_SLIDE
from sp_app.export.slides import Signs
from sp_app.figures.spec import FigureSpec, Table

WORDS = st.lists(st.text("abກຂ", min_size=1, max_size=14), max_size=20).map(" ".join)


def spec(rows: list[list[str]], measure: str = "") -> FigureSpec:
    across = len(rows[0])
    table = Table(columns=("",) * across, rows=tuple(map(tuple, rows)), numeric=(False,) * across)
    return FigureSpec(key="k", kind="table", title="t", measure=measure, source_line="s", alt_text="a", table=table)


@given(st.integers(1, 6).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=5)))
def test_no_word_is_torn_and_the_whole_width_is_used(rows: list[list[str]]) -> None:
    widths = figure_grid(spec(rows)).widths
    for width, cells in zip(widths, zip(*rows, strict=True), strict=True):
        assert width >= SIDES + max((len(word) for cell in cells for word in cell.split()), default=0)
    assert sum(widths) >= ACROSS - 1e-6 or not any(any(row) for row in rows)


def test_long_words_get_more_room_and_numbers_keep_theirs() -> None:
    takes = "A law is needed, then a decree, then a budget line of the ministry of finance"
    option, number, what = figure_grid(spec([["More taxes", "4,115", takes], ["More aid", "–", takes]])).widths
    assert what > 3 * option > 3 * number > 0


def test_the_measure_is_read_below_and_nothing_is_none() -> None:
    assert figure_grid(spec([["a"]], "per cent")).notes == ("per cent",)
    assert figure_grid(spec([["a"]])).notes == ()


def test_a_table_is_not_set_so_large_that_words_are_torn() -> None:
    row = [
        "Health spending from abroad",
        "Lao PDR",
        "36.3",
        "% of health spending",
        "2022",
        "official",
        "WHO, Global Health Expenditure Database, December 2024",
        "as published",
    ]
    deck = deck_of("en", "t", Signs("", "", ""), datetime.date(2026, 11, 30))
    deck.figure(spec([row] * 4))
    (table,) = (shape.table for slide in deck.presentation.slides for shape in slide.shapes if shape.has_table)
    size = table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size.pt
    assert not tears(figure_grid(spec([row] * 4)), ACROSS_SLIDE, size, "en")
    assert tears(figure_grid(spec([row] * 4)), ACROSS_SLIDE, 30.0, "en")
