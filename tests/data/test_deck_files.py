"""Deck files: both decks are right, and every rule names file, slide, field and what would be right."""

from __future__ import annotations

import pytest

from sp_app.data.deck_faults import Vocabulary
from sp_app.data.deck_files import LARGEST, deck_ids, load_deck, read_deck
from sp_app.ui.present_deck import vocabulary
from sp_core.errors import DataError

KNOWN = Vocabulary(
    figures=("cost", "who_pays"),
    numbers=("covered", "gap"),
    scenarios=("floor", "grant"),
    of_payers=("who_pays", "gap"),
    paying=("floor",),
    levers={"floor": ("mecg.coverage",)},
)
HEAD = 'format = 1\nid = "deck"\ntitle_en = "Deck"\ntitle_lo = "ຊຸດ"\nscenario = "floor"\n'
GOOD = HEAD + (
    '[[slides]]\nid = "first"\nfigure = "cost"\nnumbers = ["covered"]\n'
    '[[slides]]\nid = "second"\ntitle_en = "{covered} in 2030"\ntitle_lo = "{covered} ປີ 2030"\n'
    'points_en = ["One"]\npoints_lo = ["ໜຶ່ງ"]\n'
)


def read(text: str) -> object:
    return read_deck("deck.toml", text.encode(), KNOWN)


def test_the_decks_that_come_with_the_program_are_right() -> None:
    assert set(deck_ids()) == {"nspc", "asean_seminar"}
    known = vocabulary()
    for name in deck_ids():
        deck = load_deck(name, known)
        assert deck.id == name and len(deck.slides) >= 10


def test_a_good_deck_is_read() -> None:
    assert read(GOOD).slides[1].title_en == "{covered} in 2030"  # type: ignore[attr-defined]


BROKEN = {
    "an unknown field": (GOOD.replace('figure = "cost"', 'figure = "cost"\nscript = "x"'), "slide first: field script"),
    "an unknown field of the deck": ('onload = "x"\n' + GOOD, "field onload"),
    "an unknown figure": (GOOD.replace('"cost"', '"costs"'), "slide first: field figure is 'costs'; there are cost"),
    "an unknown number": (GOOD.replace('["covered"]', '["cover"]'), "slide first: field numbers is 'cover'"),
    "an unknown scenario": (GOOD.replace('"floor"', '"flour"'), "field scenario is 'flour'; there are floor, grant"),
    "another scenario of a slide": (
        GOOD.replace('figure = "cost"', 'figure = "cost"\nscenario = "x"'),
        "slide first: field scenario is 'x'",
    ),
    "a typed number": (GOOD.replace("{covered} in 2030", "15.5 in 2030"), "slide second: field title_en: '15.5' is"),
    "a typed Lao digit": (GOOD.replace("{covered} ປີ", "໑໕ ປີ"), "slide second: field title_lo: '໑໕' is typed"),
    "a name that is no number": (GOOD.replace("{covered} in", "{secret} in"), "{secret} is no number; there are"),
    "a number reached into": (GOOD.replace("{covered} in", "{covered.__class__} in"), "is no number; there are"),
    "braces left open": (GOOD.replace("{covered} in", "{covered in"), "slide second: field title_en"),
    "one language only": (GOOD.replace('title_lo = "{covered} ປີ 2030"\n', ""), "title_en and title_lo belong"),
    "points of one language": (GOOD.replace('points_lo = ["ໜຶ່ງ"]', ""), "write as many in both"),
    "notes of one language": (GOOD + 'notes_en = "Say it"\n', "notes_en and notes_lo belong together"),
    "a slide without title": (HEAD + '[[slides]]\nid = "one"\nnumbers = ["covered"]\n', "needs title_en and title_lo"),
    "an empty slide": (HEAD + '[[slides]]\nid = "one"\ntitle_en = "A"\ntitle_lo = "ກ"\n', "the slide is empty"),
    "decisions beside a figure": (GOOD.replace('"cost"', '"cost"\ndecisions = true'), "decisions fills its slides"),
    "levers beside a figure": (GOOD.replace('"cost"', '"cost"\nlevers = ["mecg.coverage"]'), "levers fill their slide"),
    "an unknown lever": (
        GOOD.replace('points_en = ["One"]\npoints_lo = ["ໜຶ່ງ"]', 'levers = ["mecg.x"]'),
        "slide second: field levers is 'mecg.x'; there are mecg.coverage",
    ),
    "an id twice": (GOOD.replace('"second"', '"first"'), "slide first: field id stands twice"),
    "an id that is no name": (GOOD.replace('"first"', '"<b>"'), "slide <b>: field id"),
    "too many numbers": (GOOD.replace('["covered"]', '["covered", "covered", "covered", "covered"]'), "field numbers"),
    "a title too long": (GOOD.replace("{covered} in 2030", "a" * 221), "slide second: field title_en"),
    "a wrong type": (GOOD.replace('["covered"]', '"covered"'), "slide first: field numbers is 'covered'"),
    "another format": (GOOD.replace("format = 1", "format = 2"), "field format is 2; this program reads 1"),
    "no slides": (HEAD + "slides = []\n", "field slides"),
    "no TOML": ("slides = [", "not TOML"),
    "who pays, of a scenario that does not say": (
        GOOD.replace('"floor"', '"grant"').replace('"cost"', '"who_pays"'),
        "scenario 'grant' does not say who pays; take one of floor",
    ),
}


@pytest.mark.parametrize("rule", BROKEN, ids=str)
def test_a_broken_deck_says_where_and_what_would_be_right(rule: str) -> None:
    text, said = BROKEN[rule]
    with pytest.raises(DataError) as error:
        read(text)
    assert str(error.value).startswith("deck.toml: ") and said in str(error.value)


def test_a_file_that_is_not_text_or_too_long_is_refused() -> None:
    for content, said in ((b"\xff\xfe", "not UTF-8"), (b"#" * (LARGEST + 1), "a deck has 200000 at most")):
        with pytest.raises(DataError, match=said):
            read_deck("deck.toml", content, KNOWN)


def test_a_deck_that_does_not_exist_names_those_that_do() -> None:
    with pytest.raises(DataError, match="there are asean_seminar, nspc"):
        load_deck("../scenarios/base", KNOWN)
