"""The tape: compact, checked when read, replayed, with nothing on it that no result needs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sp_core.arithmetic import select_less
from sp_core.errors import InvalidInput
from sp_core.tape import Tape, make_tape
from sp_core.trace import Recorder


def small() -> Tape:
    recorder = Recorder()
    share, people = recorder.lever("share"), [recorder.parameter("people", year, 100.0 + year) for year in (2025, 2026)]
    unused = recorder.parameter("unused", 2025, 1.0) * 3.0
    assert unused.node > 0
    return make_tape(recorder, (2025, 2026), ("share", "idle"), {"covered": [p * share + 2.0 for p in people]})


def raw(**change: Any) -> str:
    content = json.loads(small().to_json())
    return json.dumps({**content, **change})


def test_the_format_is_the_one_the_browser_reads() -> None:
    content = json.loads(small().to_json())
    assert {name: content[name] for name in content if name != "hash"} == {
        "version": 1,
        "years": [2025, 2026],
        "levers": ["share", "idle"],
        "parameters": [["people", 2025], ["people", 2026]],
        "values": [2125.0, 2126.0],
        "literals": [2.0],
        "operations": [2, 2, 0, 0, 5, 4, 2, 3, 0, 0, 7, 4],
        "results": [["covered", [6, 8]]],
    }
    assert len(content["hash"]) == 64
    assert ": " not in small().to_json()


def test_operations_and_leaves_that_no_result_needs_are_dropped() -> None:
    assert "unused" not in small().to_json()
    assert 3.0 not in small().literals


def test_replay_calculates_every_result_for_every_year() -> None:
    assert small().replay({"share": 0.5, "idle": 0}) == {"covered": (2125.0 * 0.5 + 2.0, 2126.0 * 0.5 + 2.0)}


def test_a_result_that_is_a_constant_or_a_lever_has_a_register_too() -> None:
    recorder = Recorder()
    tape = make_tape(recorder, (2025,), ("a",), {"constant": [4.0], "lever": [recorder.lever("a")]})
    assert tape.replay({"a": 7}) == {"constant": (4.0,), "lever": (7.0,)}


def test_selection_takes_the_first_alternative_only_below() -> None:
    recorder = Recorder()
    tape = make_tape(recorder, (2025,), ("a",), {"x": [select_less(recorder.lever("a"), 1.0, 10.0, 20.0)]})
    assert [tape.replay({"a": value})["x"][0] for value in (0.9, 1.0, 1.1)] == [10.0, 20.0, 20.0]


def test_reading_what_was_written_gives_the_same_tape_and_hash() -> None:
    assert Tape.from_json(small().to_json()) == small()
    assert Tape.from_json(small().to_json()).hash == small().hash


def test_a_result_that_lacks_a_year_is_named() -> None:
    recorder = Recorder()
    with pytest.raises(InvalidInput, match="short: 1 values for 2 years"):
        make_tape(recorder, (2025, 2026), ("a",), {"short": [recorder.lever("a")]})


def test_the_hash_changes_with_a_parameter() -> None:
    recorder = Recorder()
    first = make_tape(recorder, (2025,), (), {"x": [recorder.parameter("p", 2025, 1.0)]})
    recorder = Recorder()
    second = make_tape(recorder, (2025,), (), {"x": [recorder.parameter("p", 2025, 2.0)]})
    assert first.hash != second.hash


def test_a_missing_or_unknown_lever_is_named() -> None:
    with pytest.raises(InvalidInput, match="idle"):
        small().replay({"share": 0.5})
    with pytest.raises(InvalidInput, match="speed"):
        small().replay({"share": 0.5, "idle": 0, "speed": 1})


BROKEN: dict[str, tuple[str, str]] = {
    "not_json": ("{", "not JSON"),
    "not_an_object": ("[]", "object"),
    "nan": (small().to_json().replace("2125.0", "NaN"), "NaN"),
    "part_missing": (json.dumps({"version": 1}), "missing"),
    "part_unknown": (raw(extra=1), "extra"),
    "other_version": (raw(version=2), "version"),
    "wrong_hash": (raw(hash="0"), "hash"),
    "changed_value": (raw(values=[2125.0, 2127.0]), "hash"),
    "values_too_few": (raw(values=[1.0]), "values"),
    "value_not_a_number": (raw(values=[True, 1.0]), "values"),
    "year_not_whole": (raw(years=[2025, 2026.5]), "years"),
    "lever_without_name": (raw(levers=["share", ""]), "levers"),
    "lever_twice": (raw(levers=["share", "share"]), "twice"),
    "parameter_not_a_pair": (raw(parameters=[["people"], ["people", 2026]]), "parameters"),
    "parameter_twice": (raw(parameters=[["people", 2026], ["people", 2026]]), "twice"),
    "unknown_opcode": (raw(operations=[9, 2, 0]), "opcode"),
    "operand_ahead": (raw(operations=[2, 2, 5, 0, 5, 4]), "operand"),
    "operand_negative": (raw(operations=[2, 2, -1, 0, 5, 4]), "operand"),
    "operation_cut_off": (raw(operations=[2, 2, 0, 0, 5]), "lacks"),
    "result_too_short": (raw(results=[["covered", [6]]]), "years"),
    "result_register_ahead": (raw(results=[["covered", [6, 9]]]), "register"),
    "result_twice": (raw(results=[["covered", [6, 8]], ["covered", [6, 8]]]), "twice"),
    "list_is_a_word": (raw(literals="2"), "literals"),
}


@pytest.mark.parametrize(("text", "says"), BROKEN.values(), ids=BROKEN)
def test_a_broken_tape_is_refused_with_the_part_named(text: str, says: str) -> None:
    with pytest.raises(InvalidInput, match=says):
        Tape.from_json(text)
