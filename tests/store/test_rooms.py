"""The room in the store: who may lead it, what a phone may do, and that a server started again goes on."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sp_app.store import rooms
from sp_app.store.looking import history
from sp_app.store.opening import Store, close_stores, open_store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.problem import Refused
from sp_app.store.room_records import Asked, Question
from sp_app.store.trail import trail

QUERY = {"s": "mecg_to_scale", "v": "1", "mecg.coverage": "0.6"}
ASKED = Asked(scenario=QUERY, measure="cost_gdp", year=2030, low=0.0, high=2.0, answer=0.42)
LEADING: dict[str, Callable[[Store, object], object]] = {
    "open": lambda s, who: rooms.open_room(s, who, QUERY),  # type: ignore[arg-type]
    "close": lambda s, who: rooms.close_room(s, who),  # type: ignore[arg-type]
    "follow": lambda s, who: rooms.follow(s, who, {"s": "high_road"}),  # type: ignore[arg-type]
    "ask": lambda s, who: rooms.ask(s, who, ASKED),  # type: ignore[arg-type]
    "advance": lambda s, who: rooms.advance(s, who, 1, "shown"),  # type: ignore[arg-type]
    "hide": lambda s, who: rooms.hide(s, who, "a" * 16),  # type: ignore[arg-type]
}


def asked_room(store: Store, editor: Editor) -> Question:
    rooms.open_room(store, editor, QUERY)
    question = rooms.ask(store, editor, ASKED).question
    assert question
    return question


def kinds(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.kind for problem in caught.value.problems]


@pytest.mark.parametrize("call", LEADING.values(), ids=LEADING)
def test_only_an_editor_leads_a_room(store: Store, editor: Editor, call: Callable[[Store, object], object]) -> None:
    asked_room(store, editor)
    before = rooms.current(store)
    with pytest.raises(Refused) as caught:
        call(store, Viewer())
    assert kinds(caught) == ["not_editor"] and rooms.current(store) == before
    call(store, editor)


def test_a_server_that_was_started_again_finds_the_room_as_it_was(folder: Path, editor: Editor) -> None:
    store = open_store(folder)
    question = asked_room(store, editor)
    rooms.predict(store, question.id, "a" * 16, 0.5)
    rooms.submit(store, "b" * 16, "ຄະນະຜູ້ແທນ ກ", QUERY)
    rooms.count_refused(store, 7)
    before = rooms.current(store)
    close_stores()
    after = rooms.current(open_store(folder))
    assert after == before
    assert after and after.question and after.question.predictions == {"a" * 16: 0.5}
    assert (after.delegations[0].name, after.refused) == ("ຄະນະຜູ້ແທນ ກ", 7)


def test_a_phone_has_one_answer_and_may_change_it_until_the_reveal(store: Store, editor: Editor) -> None:
    question = asked_room(store, editor)
    rooms.predict(store, question.id, "a" * 16, 0.5)
    rooms.predict(store, question.id, "a" * 16, 0.7)
    room = rooms.advance(store, editor, question.id, "shown")
    assert room.question and room.question.predictions == {"a" * 16: 0.7}
    with pytest.raises(Refused) as caught:
        rooms.predict(store, question.id, "a" * 16, 0.9)
    assert kinds(caught) == ["question_closed"]


@pytest.mark.parametrize("value", [-0.01, 2.01, math.nan, math.inf, -math.inf])
def test_an_answer_outside_the_range_is_refused(store: Store, editor: Editor, value: float) -> None:
    question = asked_room(store, editor)
    with pytest.raises(Refused) as caught:
        rooms.predict(store, question.id, "a" * 16, value)
    assert kinds(caught) == ["outside_question"]


def test_a_question_goes_on_and_never_back(store: Store, editor: Editor) -> None:
    question = asked_room(store, editor)
    for phase in ("shown", "answered"):
        room = rooms.advance(store, editor, question.id, phase)  # type: ignore[arg-type]
        assert room.question and room.question.phase == phase
    again = rooms.advance(store, editor, question.id, "open").question
    assert again and again.phase == "answered"
    assert rooms.advance(store, editor, question.id, "over").question is None


def test_a_new_question_ends_the_one_before(store: Store, editor: Editor) -> None:
    first = asked_room(store, editor)
    second = rooms.ask(store, editor, ASKED).question
    assert second and second.id != first.id
    with pytest.raises(Refused) as caught:
        rooms.predict(store, first.id, "a" * 16, 0.5)
    assert kinds(caught) == ["question_closed"]


def test_opening_a_room_closes_the_one_before_and_its_questions(store: Store, editor: Editor) -> None:
    question = asked_room(store, editor)
    second = rooms.open_room(store, editor, QUERY)
    assert second.question is None and second.delegations == ()
    with pytest.raises(Refused) as caught:
        rooms.predict(store, question.id, "a" * 16, 0.5)
    assert kinds(caught) == ["question_closed"]
    rooms.close_room(store, editor)
    assert rooms.current(store) is None
    with pytest.raises(Refused) as caught:
        rooms.submit(store, "a" * 16, "ກ", QUERY)
    assert kinds(caught) == ["room_closed"]


@pytest.mark.parametrize(
    ("name", "kind"), [("", "empty"), (" \u3000", "empty"), ("x" * 41, "too_long"), ("a\u202eb", "unprintable")]
)
def test_a_name_of_a_delegation_is_checked(store: Store, editor: Editor, name: str, kind: str) -> None:
    rooms.open_room(store, editor, QUERY)
    with pytest.raises(Refused) as caught:
        rooms.submit(store, "a" * 16, name, QUERY)
    assert kinds(caught) == [kind]


def test_a_phone_has_one_scenario_and_what_was_hidden_stays_hidden(store: Store, editor: Editor) -> None:
    rooms.open_room(store, editor, QUERY)
    rooms.submit(store, "a" * 16, "<script>alert(1)</script>", QUERY)
    rooms.hide(store, editor, "a" * 16)
    rooms.submit(store, "a" * 16, "ກ", QUERY | {"mecg.coverage": "0.8"})
    room = rooms.current(store)
    assert room and [(one.name, one.hidden) for one in room.delegations] == [("ກ", True)]


def test_the_number_of_answers_and_scenarios_is_bounded(
    store: Store, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "MOST_PHONES", 2)
    monkeypatch.setattr(rooms, "MOST_DELEGATIONS", 2)
    question = asked_room(store, editor)
    for phone in ("a", "b"):
        rooms.predict(store, question.id, phone * 16, 1.0)
        rooms.submit(store, phone * 16, phone, QUERY)
    for call in (
        lambda: rooms.predict(store, question.id, "c" * 16, 1.0),
        lambda: rooms.submit(store, "c" * 16, "c", QUERY),
    ):
        with pytest.raises(Refused) as caught:
            call()  # type: ignore[no-untyped-call]
        assert kinds(caught) == ["room_full"]
    rooms.predict(store, question.id, "a" * 16, 1.5)  # who is in may still change


def test_opening_and_closing_a_room_stands_in_the_trail_with_name_and_time(store: Store, editor: Editor) -> None:
    times = iter(datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in range(9, 20))
    first = rooms.open_room(store, editor, QUERY, now=lambda: next(times))
    second = rooms.open_room(store, editor, {"s": "high_road"}, now=lambda: next(times))
    rooms.close_room(store, editor, now=lambda: next(times))
    lines = trail(store, editor)
    assert [(entry.what, entry.name.en, entry.at.hour) for entry in reversed(lines)] == [
        ("open", first.code, 9),
        ("close", first.code, 10),  # the one that was open when the next was opened
        ("open", second.code, 10),
        ("close", second.code, 11),
    ]
    assert {entry.who for entry in lines} == {editor.name}
    assert [entry.detail["scenario"] for entry in lines] == ["high_road", "high_road", "mecg_to_scale", "mecg_to_scale"]


def test_what_is_refused_leaves_no_line_in_the_trail(store: Store, editor: Editor) -> None:
    with pytest.raises(Refused):
        rooms.close_room(store, editor)
    with pytest.raises(Refused):
        rooms.open_room(store, Viewer(), QUERY)
    assert trail(store, editor) == ()


def test_rooms_stay_out_of_the_trail_of_scenarios(store: Store, editor: Editor) -> None:
    rooms.open_room(store, editor, QUERY)
    assert history(store, editor) == () and len(trail(store, editor)) == 1
