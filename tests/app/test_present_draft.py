"""Drafts of decks on the page: nothing the browser says is trusted; the last good state is what is shown."""

from __future__ import annotations

import json
from typing import Any

import pytest
import streamlit as st

from sp_app.data.deck_files import LARGEST
from sp_app.i18n import texts
from sp_app.store.decks import fields
from sp_app.ui import present_draft
from sp_app.ui.present_deck import decks, vocabulary


@pytest.fixture(autouse=True)
def visit(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def edited(**changes: Any) -> dict[str, Any]:
    raw = fields(decks()["nspc"])
    raw["slides"][-1] |= changes
    return raw


def said(draft: object, good: object = "", deck: str = "nspc") -> None:
    query = {"deck": deck, "draft": draft, "good": good}
    present_draft.hear({"serial": "a.1", "query": query}, vocabulary())


def test_a_good_draft_is_shown_and_an_empty_one_takes_it_away() -> None:
    said(json.dumps(edited(title_lo="ຫົວຂໍ້")))
    found = present_draft.current("nspc")
    assert found.good is not None and found.good.slides[-1].title_lo == "ຫົວຂໍ້" and not found.problems
    said("")
    assert present_draft.current("nspc").good is None


def test_a_faulty_draft_keeps_the_last_good_state_and_what_was_typed() -> None:
    said(json.dumps(edited(title_en="Ask")))
    said(json.dumps(edited(title_en="Ask 15")))
    found = present_draft.current("nspc")
    assert found.good is not None and found.good.slides[-1].title_en == "Ask"
    assert found.raw is not None and found.raw["slides"][-1]["title_en"] == "Ask 15"
    assert "15 is a typed number" in found.problems[0].sentence(texts("en"))


def test_a_new_visit_takes_the_last_good_state_that_the_browser_remembers() -> None:
    said(json.dumps(edited(title_en="Ask 15")), json.dumps(edited(title_en="Ask")))
    found = present_draft.current("nspc")
    assert found.good is not None and found.good.slides[-1].title_en == "Ask" and found.problems


@pytest.mark.parametrize(
    "draft",
    ["{", "[]", "null", "NaN", "[" * 5000, "x" * (LARGEST + 1), None, 7, '{"slides": 3}', '{"slides": [[]]}', "\ud800"],
    ids=lambda draft: str(type(draft)) + repr(draft)[:12],
)
def test_what_is_no_deck_is_refused_in_words(draft: object) -> None:
    said(draft)
    found = present_draft.current("nspc")
    assert found.good is None and found.problems and all(one.sentence(texts("lo")) for one in found.problems)


def test_a_message_without_a_query_changes_nothing(visit: dict[str, Any]) -> None:
    present_draft.hear({"serial": "a.2", "query": [1]}, vocabulary())
    assert visit.get(present_draft.KEY) is None


def test_a_name_typed_before_a_reload_or_with_another_server_comes_back_once(visit: dict[str, Any]) -> None:
    query = {"deck": "nspc", "draft": "", "good": "", "called": "ຊຸດ" * 200}
    present_draft.hear({"serial": "a.1", "query": query}, vocabulary())
    assert present_draft.called("nspc") == ("ຊຸດ" * 200)[: present_draft.LONGEST_NAME]
    assert present_draft.called("nspc") == ""
    present_draft.hear({"serial": "a.2", "query": query | {"called": "later"}}, vocabulary())
    assert present_draft.called("nspc") == ""  # within a visit the page knows better
