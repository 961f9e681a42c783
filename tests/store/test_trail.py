"""The audit trail as one: whatever was changed stands in it, the latest first, and only an editor reads it."""

from __future__ import annotations

from typing import get_args

import pytest

from sp_app.i18n import LANGUAGES, texts
from sp_app.store import changing, decks, keeping, rooms
from sp_app.store.decks import DECKS
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.problem import Refused
from sp_app.store.records import Action, Change
from sp_app.store.trail import SUBJECTS, Act, trail
from sp_core.records import Text
from sp_core.scenario import Scenario
from tests.store.drafts import draft
from tests.store.test_decks import good
from tests.store.test_rooms import QUERY


def test_scenarios_decks_and_rooms_stand_in_one_trail_the_latest_first(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    plan = changing.save(store, editor, draft(scenario)).record
    deck = decks.save(store, editor, good(), "Deck", "b1").record
    room = rooms.open_room(store, editor, QUERY)
    keeping.rename(DECKS, store, editor, deck.id, "ຊຸດໃໝ່")
    lines = trail(store, editor)
    assert [(line.number, line.subject, line.what, line.name.en, line.version) for line in lines] == [
        (4, "deck", "rename", "ຊຸດໃໝ່", 1),
        (3, "room", "open", room.code, None),
        (2, "deck", "save", "ຊຸດໃໝ່", 1),  # what it is called today
        (1, "scenario", "save", plan.name.en, 1),
    ]
    assert {(line.who, line.role) for line in lines} == {(editor.name, "editor")}
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)


def test_a_line_keeps_old_and_new_of_each_lever_and_what_a_copy_was_made_from(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    plan = changing.save(store, editor, draft(scenario, coverage=0.5)).record
    copy = changing.duplicate(store, editor, plan.id)
    copied, saved = trail(store, editor)
    assert Change("mecg.coverage", scenario.defaults()["mecg.coverage"], 0.5) in saved.changes
    assert copied.id == copy.id and copied.others == {"from": plan.name} and copied.detail["from_version"] == 1


def test_what_was_taken_off_the_list_keeps_its_lines_and_its_name(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    plan = changing.save(store, editor, draft(scenario, "ແຜນ ຂ")).record
    changing.delete(store, editor, plan.id)
    assert [(line.what, line.name) for line in trail(store, editor)] == [
        ("delete", Text("ແຜນ ຂ", "ແຜນ ຂ")),
        ("save", Text("ແຜນ ຂ", "ແຜນ ຂ")),
    ]


def test_a_viewer_is_refused_whatever_a_page_does(store: Store, editor: Editor, scenario: Scenario) -> None:
    changing.save(store, editor, draft(scenario))
    with pytest.raises(Refused) as caught:
        trail(store, Viewer())
    assert [problem.kind for problem in caught.value.problems] == ["not_editor"]


@pytest.mark.parametrize("who", [None, "Editor", Editor], ids=repr)
def test_something_that_is_no_permission_is_a_mistake_of_the_program(store: Store, who: object) -> None:
    with pytest.raises(TypeError, match="must be Viewer or Editor"):
        trail(store, who)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_and_every_kind_of_thing_can_be_said(language: str) -> None:
    t = texts(language)
    wanted = {f"store.action_{act}" for act in (*get_args(Action), *get_args(Act))}
    wanted |= {f"sources.trail_{subject}" for subject in SUBJECTS}
    assert not {key for key in wanted if not t.has(key)}
