"""Every refusal has a sentence in both languages, with all it needs to be said, and every sentence is used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from sp_app.i18n import texts
from sp_app.store.problem import Kind, Phrase, Problem, Refused, plain, shown
from sp_app.store.records import Action
from sp_app.store.trail import Act
from sp_core.records import Text

STORE = Path(__file__).resolve().parents[2] / "sp_app" / "store"
CODE = {path.name: path.read_text("utf-8") for path in STORE.glob("*.py")}
KINDS = get_args(Kind)
ACTS = (*get_args(Action), *get_args(Act))


def calls() -> Iterator[tuple[str, set[str], bool]]:
    """Return for each problem(…) and refused(…) with a literal kind: kind, values given, whether more come by **."""
    for text in CODE.values():
        for node in ast.walk(ast.parse(text)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in ("problem", "refused") and node.args and isinstance(node.args[0], ast.Constant):
                given = {word.arg for word in node.keywords if word.arg}
                yield str(node.args[0].value), given, any(word.arg is None for word in node.keywords)


def needed(kind: str) -> set[str]:
    text = texts("en")(f"store.problem_{kind}")
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_kind_has_a_sentence(kind: str, language: str) -> None:
    assert texts(language).has(f"store.problem_{kind}")


@pytest.mark.parametrize("action", ACTS)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_action_of_the_trail_has_a_word(action: str, language: str) -> None:
    assert texts(language).has(f"store.action_{action}")


def test_every_kind_is_raised_somewhere() -> None:
    quoted = "\n".join(text for name, text in CODE.items() if name != "problem.py")
    assert [kind for kind in KINDS if f'"{kind}"' not in quoted] == []


def test_every_text_of_the_store_is_used() -> None:
    """Each key stands in the code, or belongs to a kind or an action."""
    everything = "\n".join(CODE.values())
    catalogue = (STORE.parent / "i18n" / "texts" / "store.en.po").read_text("utf-8")
    keys = [line.split('"')[1] for line in catalogue.splitlines() if line.startswith('msgid "store.')]
    assert len(keys) > 60
    made = {f"store.problem_{kind}" for kind in KINDS} | {f"store.action_{action}" for action in ACTS}
    assert [key for key in keys if key not in made and key not in everything] == []


def test_whoever_raises_a_problem_gives_all_its_sentence_needs() -> None:
    found = list(calls())
    assert len(found) > 35
    added_later = {"overtaken": {"kept_as"}, "deleted_meanwhile": {"kept_as"}}
    lacking = {
        (kind, name)
        for kind, given, more in found
        if not more
        for name in needed(kind) - given - added_later.get(kind, set())
    }
    assert lacking == set()


def test_a_sentence_uses_the_names_and_dates_of_its_language() -> None:
    at = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    values = {"name": Text("Plan", "ແຜນ"), "at": at, "kept_as": Text("Plan (2)", "ແຜນ (2)")}
    problem = Problem("deleted_meanwhile", values)
    assert "“Plan” was deleted on 1 Mar 2026" in problem.sentence(texts("en"))
    assert "“ແຜນ” ຖືກລຶບ ວັນທີ 1 ມ.ນ. 2026" in problem.sentence(texts("lo"))


def test_what_was_typed_cannot_reach_into_the_sentence() -> None:
    typed = "{accepted} {0} {field.__class__}"
    sentence = Problem("wrong_value", {"field": typed, "typed": typed, "accepted": "x"}).sentence(texts("en"))
    assert sentence == f"{typed}: {typed} does not fit; accepted is x."


def test_an_error_says_all_its_problems() -> None:
    error = Refused(Problem("too_few"), Problem("empty", {"field": Phrase("store.field_name")}))
    assert str(error) == "Choose at least two scenarios to compare. name: this is empty; a text is needed."


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.6, "0.6"), (2030.0, "2030"), (2030, "2030"), (-0.0, "0"), (1e300, "1e+300"), (float("nan"), "nan"),
        (True, "true"), ([1], "…"), ({}, "…"), ("a\nb\u202e", "a?b?"), ("x" * 99, "x" * 60 + "…"), (None, "None"),
    ],
)  # fmt: skip
def test_a_typed_value_is_repeated_short_and_printable(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_whole_number_too_long_to_be_written_is_not_repeated() -> None:
    assert shown(10**5000) == "…"


def test_numbers_are_written_as_in_a_scenario_file() -> None:
    assert [plain(0.1), plain(150000.0), plain(1 / 3)] == ["0.1", "150000", repr(1 / 3)]
