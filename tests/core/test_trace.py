"""A traced number records what is done to it and never tells its value."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core import arithmetic
from sp_core.errors import HiddenBranch, InvalidInput
from sp_core.tape import Tape, make_tape
from sp_core.trace import Recorder, Traced


def traced() -> Traced:
    return Recorder().lever("lever")


QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "bool": bool,
    "not": lambda x: not x,
    "equal": lambda x: x == 1.0,
    "unequal": lambda x: x != 1.0,
    "less": lambda x: x < 1.0,
    "greater_or_equal": lambda x: x >= 1.0,
    "int": int,
    "float": float,
    "index": lambda x: [1, 2, 3][x],
    "len": len,
    "iteration": list,
    "item": lambda x: x[0],
    "membership": lambda x: 1.0 in x,
    "builtin_min": lambda x: min(x, 1.0),
    "builtin_max": lambda x: max(1.0, x),
    "abs": abs,
    "round": round,
    "floor": math.floor,
    "floor_division": lambda x: x // 2.0,
    "remainder": lambda x: x % 2.0,
    "power_operator": lambda x: x**2.0,
    "square_root": math.sqrt,
    "array": lambda x: np.asarray(x, dtype=float),
    "array_beside_it": lambda x: np.array([1.0]) + x,
    "text_beside_it": lambda x: x + "1",
    "true_beside_it": lambda x: x + True,
    "conditional_expression": lambda x: 1.0 if x else 2.0,
    "range": range,
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_about_the_value_is_a_hidden_branch(question: Callable[[Any], Any]) -> None:
    with pytest.raises(HiddenBranch):
        question(traced())


def test_a_traced_number_cannot_be_a_key() -> None:
    with pytest.raises(TypeError):
        {traced(): 1}


def test_numbers_of_two_recorders_do_not_mix() -> None:
    with pytest.raises(InvalidInput):
        traced() + traced()


def test_the_same_operation_is_recorded_once() -> None:
    recorder = Recorder()
    a, b = recorder.lever("a"), recorder.lever("b")
    assert (a * b).node == (a * b).node
    assert (a * b).node != (b * a).node


def test_equal_values_from_different_sources_stay_different_leaves() -> None:
    recorder = Recorder()
    first, second = recorder.parameter("cpi", 2025, 5.0), recorder.parameter("wage", 2025, 5.0)
    assert first.node != second.node
    assert first.node != recorder.literal(5.0).node
    assert first.node == recorder.parameter("cpi", 2025, 5.0).node


def test_a_parameter_has_one_value_in_a_year() -> None:
    recorder = Recorder()
    recorder.parameter("cpi", 2025, 5.0)
    with pytest.raises(InvalidInput, match=r"cpi 2025: 6\.0, but 5\.0"):
        recorder.parameter("cpi", 2025, 6.0)


def test_the_two_zeros_are_different_literals() -> None:
    recorder = Recorder()
    assert recorder.literal(0.0).node != recorder.literal(-0.0).node


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_leaf_must_be_finite(value: float) -> None:
    with pytest.raises(InvalidInput):
        Recorder().literal(value)


BINARY: tuple[Callable[[Any, Any], Any], ...] = (
    operator.add,
    operator.sub,
    operator.mul,
    lambda a, b: a / (2.0 + b * b),
    arithmetic.minimum,
    arithmetic.maximum,
    lambda a, b: arithmetic.select_less(a, b, b, a),
    lambda a, b: -a + arithmetic.clip(b, -1.0, 1.0),
)
ROUNDED: tuple[Callable[[Any, Any], Any], ...] = (
    lambda a, b: arithmetic.exp(arithmetic.clip(a, -3.0, 3.0)) + b,
    lambda a, b: arithmetic.power(1.0 + arithmetic.clip(a * a, 0.0, 9.0), arithmetic.clip(b, -2.0, 2.0)),
)
steps = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=25)
value = st.floats(-10, 10)


Program = list[tuple[int, int, int]]
Functions = tuple[Callable[[Any, Any], Any], ...]


def run(program: Program, functions: Functions, leaves: list[Any]) -> Any:
    """Apply a random program to whatever numbers are given."""
    stack = list(leaves)
    for which, left, right in program:
        result = functions[which % len(functions)](stack[left % len(stack)], stack[right % len(stack)])
        stack.append(arithmetic.clip(result, -1e6, 1e6))
    return stack[-1]


def tape_of(program: Program, functions: Functions) -> Tape:
    recorder = Recorder()
    leaves = [recorder.lever("a"), recorder.lever("b"), recorder.parameter("p", 2025, 0.3), 1.5]
    return make_tape(recorder, [2025], ["a", "b"], {"result": [run(program, functions, leaves)]})


@settings(max_examples=300, deadline=None)
@given(steps, value, value)
def test_float_array_and_tape_are_identical_to_the_last_bit(program: Program, a: float, b: float) -> None:
    expected = float(run(program, BINARY, [a, b, 0.3, 1.5])).hex()
    tape = tape_of(program, BINARY)
    array = np.atleast_1d(run(program, BINARY, [np.array([a]), np.array([b]), 0.3, 1.5]))
    assert float(array[0]).hex() == expected
    assert float(tape.replay({"a": a, "b": b})["result"][0]).hex() == expected
    assert float(Tape.from_json(tape.to_json()).replay({"a": a, "b": b})["result"][0]).hex() == expected


@settings(max_examples=150, deadline=None)
@given(steps, value, value)
def test_with_power_and_exp_the_three_agree_closely(program: Program, a: float, b: float) -> None:
    # One step of each kind only: an ulp of difference may be blown up without limit by later operations.
    program = program[:1]
    expected = run(program, ROUNDED, [a, b, 0.3, 1.5])
    array = np.atleast_1d(run(program, ROUNDED, [np.array([a]), np.array([b]), 0.3, 1.5]))
    replayed = tape_of(program, ROUNDED).replay({"a": a, "b": b})["result"][0]
    assert float(array[0]) == pytest.approx(expected, rel=1e-12)
    assert replayed == pytest.approx(expected, rel=1e-12)
