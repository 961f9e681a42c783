"""Decks that people made: kept with versions and a trail, read back the same, refused in words of the reader."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sp_app.data.deck_faults import Vocabulary
from sp_app.data.deck_schema import DeckTable
from sp_app.i18n import LANGUAGES, texts
from sp_app.store import keeping, looking
from sp_app.store.decks import DECKS, checked, deck_of, fields, read_deck_file, save, write_deck
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.places import FILE
from sp_app.store.problem import Refused
from sp_core.records import Text

KNOWN = Vocabulary(figures=("cost",), numbers=("gap",), scenarios=("floor",), of_payers=(), paying=("floor",))
TITLE = "ຊຸດສະໄລ້ ສຳລັບຄະນະກຳມະການ"


def raw(**changes: Any) -> dict[str, Any]:
    first = {"id": "first", "figure": "cost", "notes_en": 'Say "it"\nand wait', "notes_lo": "ເວົ້າ\nແລ້ວລໍຖ້າ"}
    second = {"id": "second", "title_en": "{gap}", "title_lo": TITLE, "points_en": ["One"], "points_lo": ["ໜຶ່ງ"]}
    deck = {"format": 1, "id": "deck", "title_en": "Deck", "title_lo": TITLE, "scenario": "floor"}
    return deck | {"slides": [first, second | changes]}


def good() -> DeckTable:
    return checked(raw(), KNOWN)


def test_a_deck_file_gives_the_same_deck_back() -> None:
    text = write_deck(good())
    assert read_deck_file(text.encode(), KNOWN) == good() and TITLE in text


def test_a_saved_deck_comes_back_with_version_author_and_trail(store: Store, editor: Editor) -> None:
    first = save(store, editor, good(), "", "b1").record
    assert (first.name, first.version, first.author) == (Text("Deck", TITLE), 1, editor.name)
    edited = checked(raw(points_en=["Two"], points_lo=["ສອງ"]), KNOWN)
    second = save(store, editor, edited, "ຊຸດໃໝ່", "b2", onto=first).record
    assert (second.id, second.version) == (first.id, 2)
    opened = deck_of(second, KNOWN)
    assert opened.slides == edited.slides and (opened.id, opened.title_lo) == (first.id, "ຊຸດໃໝ່")
    newest, oldest = looking.history_on(DECKS, store, Viewer())
    assert oldest.detail["added"] == ["first", "second"] and newest.detail["edited"] == ["second"]
    assert looking.history(store, Viewer()) == ()  # the trail of scenarios is another


def test_a_deck_is_renamed_copied_taken_off_and_brought_back(store: Store, editor: Editor) -> None:
    one = save(store, editor, good(), "Plan", "b").record
    keeping.rename(DECKS, store, editor, one.id, "ແຜນ")
    copy = keeping.duplicate(DECKS, store, editor, one.id)
    assert copy.name == Text("ແຜນ (2)", "ແຜນ (2)") and copy.content == one.content and copy.base == one.id
    keeping.delete(DECKS, store, editor, one.id)
    assert [it.id for it in looking.listed_on(DECKS, store, Viewer())] == [copy.id]
    keeping.restore(DECKS, store, editor, one.id)
    assert len(looking.listed_on(DECKS, store, Viewer())) == 2
    assert [it.what for it in looking.history_on(DECKS, store, Viewer())][:2] == ["restore", "delete"]


def test_two_who_save_onto_the_same_version_both_keep_their_deck(store: Store, editor: Editor) -> None:
    first = save(store, editor, good(), "Plan", "b").record
    save(store, editor, checked(raw(title_en="A"), KNOWN), "Plan", "b", onto=first)
    late = save(store, editor, checked(raw(title_en="B"), KNOWN), "Plan", "b", onto=first)
    assert late.told is not None and late.record.id != first.id and late.record.name.en == "Plan (2)"


def test_a_viewer_changes_nothing(store: Store, editor: Editor) -> None:
    one = save(store, editor, good(), "Plan", "b").record
    for act in (
        lambda: save(store, Viewer(), good(), "Mine", "b"),
        lambda: keeping.rename(DECKS, store, Viewer(), one.id, "Mine"),
        lambda: keeping.duplicate(DECKS, store, Viewer(), one.id),
        lambda: keeping.delete(DECKS, store, Viewer(), one.id),
        lambda: looking.listed_on(DECKS, store, Viewer(), deleted=True),
    ):
        with pytest.raises(Refused, match="You are looking only"):
            act()
    assert looking.listed_on(DECKS, store, Viewer()) == (one,)


def test_a_saved_version_is_never_changed(store: Store, editor: Editor, folder: Path) -> None:
    save(store, editor, good(), "Plan", "b")
    with closing(sqlite3.connect(folder / FILE)) as connection, pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute("UPDATE deck_version SET build_id = 'x'")


REFUSED = {
    "a typed number": ({"title_lo": "15 %"}, "Slide second, title in Lao (title_lo): 15 is a typed number"),
    "one language": ({"title_lo": None}, "title_en and title_lo belong together"),
    "points": ({"points_lo": []}, "1 points in English and 0 in Lao"),
    "a figure": ({"figure": "x"}, "Slide second, figure (figure): there is no x in the library; accepted are cost"),
    "a number": ({"numbers": ["x"]}, "numbers (numbers): there is no x in the library; accepted are gap"),
    "a title too long": ({"title_en": "a" * 300}, "title in English (title_en): 300 characters are too many"),
    "a point too long": ({"points_en": ["a" * 300]}, "points in English (points_en), no. 1: 300 characters"),
    "braces": ({"title_en": "{gap"}, "braces must be closed"),
    "an unknown name": ({"title_en": "{x}"}, "{x} is no number of this dashboard; accepted in braces are gap"),
    "an unknown field": ({"script": "x"}, "script: there is no such field"),
    "a wrong type": ({"decisions": "yes"}, "decisions (decisions): yes does not fit; accepted is one of true, false"),
    "text that is turned round": ({"notes_en": "a\u202eb"}, "hidden control characters"),
}


@pytest.mark.parametrize("rule", REFUSED, ids=str)
def test_a_bad_value_names_slide_field_and_what_is_accepted(rule: str) -> None:
    changes, said = REFUSED[rule]
    with pytest.raises(Refused) as error:
        checked(raw(**changes), KNOWN)
    assert said in " ".join(error.value.sentences(texts("en")))
    assert all("{" not in one.replace("{x}", "") for one in error.value.sentences(texts("lo")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_deck_has_a_name(language: str) -> None:
    names = {*DeckTable.model_fields, *fields(good())["slides"][1]}
    assert all(texts(language).has(f"decks.field_{name}") for name in names)


def test_a_deck_that_names_what_is_gone_says_so_and_stays_kept(store: Store, editor: Editor) -> None:
    record = save(store, editor, good(), "Plan", "b").record
    poorer = Vocabulary(figures=("other",), numbers=("gap",), scenarios=("floor",))
    with pytest.raises(Refused, match="there is no cost"):
        deck_of(record, poorer)
