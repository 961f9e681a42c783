"""The tape: the list of operations that leads from the levers to every named result.

    registers = levers, then parameters, then literals, then one per operation, in order

A tape is replayed here in Python and, unchanged, in the browser. Its hash covers
structure and parameters: two tapes with one hash give the same results for the same levers.
"""

from __future__ import annotations

import hashlib
import json
import math
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sp_core import arithmetic
from sp_core.errors import InvalidInput
from sp_core.trace import OPERANDS, OPERATIONS, Recorder

VERSION = 1
CALCULATE: tuple[Callable[..., Any], ...] = (
    *(operator.add, operator.sub, operator.mul, operator.truediv),
    *(getattr(arithmetic, name) for name in OPERATIONS[4:]),
)


@dataclass(frozen=True)
class Tape:
    """One traced model: leaves, operations, and the registers of each named result."""

    years: tuple[int, ...]
    levers: tuple[str, ...]
    parameters: tuple[tuple[str, int], ...]
    values: tuple[float, ...]  # one per parameter
    literals: tuple[float, ...]
    operations: tuple[int, ...]  # opcode, operand registers, opcode, ...
    results: tuple[tuple[str, tuple[int, ...]], ...]  # name, one register per year

    def __post_init__(self) -> None:
        _fail_if_inconsistent(self)

    @cached_property
    def hash(self) -> str:
        """Return the SHA-256 of structure and parameters, in hexadecimal."""
        return hashlib.sha256(_compact(self._content()).encode("utf-8")).hexdigest()

    @cached_property
    def steps(self) -> tuple[tuple[int, ...], ...]:
        """Return the operations one by one: (opcode, operand registers...)."""
        found, position = [], 0
        while position < len(self.operations):
            end = position + 1 + OPERANDS[self.operations[position]]
            found.append(self.operations[position:end])
            position = end
        return tuple(found)

    def to_json(self) -> str:
        """Return the tape as compact JSON (the format is stated in docs and read by the browser)."""
        return _compact({"version": VERSION, "hash": self.hash, **self._content()})

    @classmethod
    def from_json(cls, text: str) -> Tape:
        """Read a tape; raise InvalidInput that says which part is wrong."""
        from sp_core.tape_reading import read_tape  # here, because reading builds tapes

        return read_tape(text)

    def replay(self, levers: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
        """Calculate every named result for the given lever values.

        `levers` names every lever of the tape, floats or arrays of K draws; the answer
        holds, per result, one value per year.
        """
        registers = self.run(levers)
        return {name: tuple(registers[number] for number in numbers) for name, numbers in self.results}

    def run(self, levers: Mapping[str, Any]) -> list[Any]:
        """Return all registers after one replay (the number card looks inside)."""
        missing, unknown = set(self.levers) - set(levers), set(levers) - set(self.levers)
        if missing or unknown:
            raise InvalidInput(f"levers missing: {sorted(missing)}; not on this tape: {sorted(unknown)}")
        registers: list[Any] = [_plain(levers[name]) for name in self.levers]
        registers += self.values
        registers += self.literals
        for opcode, *operands in self.steps:
            registers.append(CALCULATE[opcode](*[registers[operand] for operand in operands]))
        return registers

    def _content(self) -> dict[str, Any]:
        return {
            "years": self.years,
            "levers": self.levers,
            "parameters": self.parameters,
            "values": self.values,
            "literals": self.literals,
            "operations": self.operations,
            "results": self.results,
        }


def make_tape(
    recorder: Recorder, years: Sequence[int], levers: Sequence[str], results: Mapping[str, Sequence[Any]]
) -> Tape:
    """Freeze what was recorded; operations and leaves that no result needs are dropped.

    Every lever keeps its register, even one that no result depends on, so that the
    panel may set it.
    """
    wanted = {name: tuple(recorder.number(value) for value in values) for name, values in results.items()}
    needed = _reachable(recorder, [number for numbers in wanted.values() for number in numbers])
    nodes = recorder.nodes
    parameters = [n for n in needed if nodes[n][0] == "parameter"]
    literals = [n for n in needed if nodes[n][0] == "literal"]
    steps = [n for n in needed if type(nodes[n][0]) is int]
    register = {number: len(levers) + at for at, number in enumerate((*parameters, *literals, *steps))}
    place = {lever: at for at, lever in enumerate(levers)}
    register |= {n: place[nodes[n][1]] for n in needed if nodes[n][0] == "lever"}
    operations: list[int] = []
    for number in steps:
        operations.append(nodes[number][0])
        for operand in nodes[number][1:]:
            operations.append(register[operand])
    return Tape(
        years=tuple(years),
        levers=tuple(levers),
        parameters=tuple((nodes[n][1], nodes[n][2]) for n in parameters),
        values=tuple(nodes[n][3] for n in parameters),
        literals=tuple(nodes[n][1] for n in literals),
        operations=tuple(operations),
        results=tuple((name, tuple(register[n] for n in numbers)) for name, numbers in wanted.items()),
    )


def _reachable(recorder: Recorder, wanted: list[int]) -> list[int]:
    """Return what the wanted nodes need, in recording order, which is an order of calculation."""
    nodes = recorder.nodes
    needed = bytearray(len(nodes))
    for number in wanted:
        needed[number] = True
    for number in range(len(needed) - 1, -1, -1):  # backwards: an operand was always recorded before
        if needed[number] and type(nodes[number][0]) is int:
            for operand in nodes[number][1:]:
                needed[operand] = True
    return [number for number, is_needed in enumerate(needed) if is_needed]


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, int) else value


def _compact(content: Any) -> str:
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _fail_if_inconsistent(tape: Tape) -> None:
    if len(set(tape.levers)) != len(tape.levers):
        raise InvalidInput("a lever is listed twice")
    if len(set(tape.parameters)) != len(tape.parameters):
        raise InvalidInput("a parameter is listed twice for one year")
    if len(tape.values) != len(tape.parameters):
        raise InvalidInput(f"{len(tape.parameters)} parameters but {len(tape.values)} values")
    if not all(math.isfinite(value) for value in (*tape.values, *tape.literals)):
        raise InvalidInput("a parameter or literal is not a finite number")
    registers = _fail_if_operation_looks_ahead(tape)
    if len({name for name, _ in tape.results}) != len(tape.results):
        raise InvalidInput("a result is listed twice")
    for name, numbers in tape.results:
        if len(numbers) != len(tape.years):
            raise InvalidInput(f"result {name}: {len(numbers)} registers for {len(tape.years)} years")
        if not all(0 <= number < registers for number in numbers):
            raise InvalidInput(f"result {name}: a register outside 0..{registers - 1}")


def _fail_if_operation_looks_ahead(tape: Tape) -> int:
    """Check opcodes and operands; return the number of registers."""
    registers = len(tape.levers) + len(tape.values) + len(tape.literals)
    operations, position = tape.operations, 0
    while position < len(operations):
        opcode = operations[position]
        if not 0 <= opcode < len(OPERATIONS):
            raise InvalidInput(f"operations[{position}]: opcode {opcode} is not one of 0..{len(OPERATIONS) - 1}")
        operands = operations[position + 1 : position + 1 + OPERANDS[opcode]]
        if len(operands) < OPERANDS[opcode]:
            raise InvalidInput(f"operations[{position}]: {OPERATIONS[opcode]} lacks operands at the end of the list")
        for operand in operands:
            if not 0 <= operand < registers:
                raise InvalidInput(f"operations[{position}]: an operand is not a register before {registers}")
        position += 1 + OPERANDS[opcode]
        registers += 1
    return registers
