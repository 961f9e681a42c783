"""The tape: the list of operations that leads from the levers to every named result.

    registers = levers, then parameters, then literals, then one per operation, in order

A tape is replayed here in Python and, unchanged, in the browser. Its hash covers
structure and parameters: two tapes with one hash give the same results for the same levers.
"""

from __future__ import annotations

import hashlib
import json
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Any

from sp_core import arithmetic
from sp_core.errors import InvalidInput
from sp_core.trace import OPERANDS, OPERATIONS, Node, Recorder

VERSION = 1
CALCULATE: tuple[Callable[..., Any], ...] = (
    *(operator.add, operator.sub, operator.mul, operator.truediv),
    *(getattr(arithmetic, name) for name in OPERATIONS[4:]),
)


@dataclass(frozen=True)
class Tape:
    """One traced model: leaves, operations, and the registers of each named result.

    `make_tape` cannot make a wrong one; what comes from outside is checked where it is read (`from_json`).
    """

    years: tuple[int, ...]
    levers: tuple[str, ...]
    parameters: tuple[tuple[str, int], ...]
    values: tuple[float, ...]  # one per parameter
    literals: tuple[float, ...]
    operations: tuple[int, ...]  # opcode, operand registers, opcode, ...
    results: tuple[tuple[str, tuple[int, ...]], ...]  # name, one register per year

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
    panel may set it. Raises InvalidInput for a result that lacks a year.
    """
    if short := [name for name, values in results.items() if len(values) != len(years)]:
        raise InvalidInput(f"result {short[0]}: {len(results[short[0]])} values for {len(years)} years")
    wanted = {name: tuple(recorder.number(value) for value in values) for name, values in results.items()}
    nodes = recorder.nodes
    needed = _reachable(nodes, wanted.values())
    parameters = [n for n in needed if nodes[n][0] == "parameter"]
    literals = [n for n in needed if nodes[n][0] == "literal"]
    steps = [n for n in needed if type(nodes[n][0]) is int]
    register = [0] * len(nodes)
    for at, number in enumerate((*parameters, *literals, *steps), len(levers)):
        register[number] = at
    for number in needed:
        if nodes[number][0] == "lever":
            register[number] = levers.index(nodes[number][1])
    return Tape(
        years=tuple(years),
        levers=tuple(levers),
        parameters=tuple((nodes[n][1], nodes[n][2]) for n in parameters),
        values=tuple(nodes[n][3] for n in parameters),
        literals=tuple(nodes[n][1] for n in literals),
        operations=tuple(_operations(nodes, steps, register)),
        results=tuple((name, tuple(register[n] for n in numbers)) for name, numbers in wanted.items()),
    )


def _reachable(nodes: Sequence[Node], wanted: Iterable[Sequence[int]]) -> list[int]:
    """Return what the wanted nodes need, in recording order, which is an order of calculation."""
    needed = bytearray(len(nodes))
    for numbers in wanted:
        for number in numbers:
            needed[number] = True
    for number in range(len(nodes) - 1, -1, -1):  # backwards: an operand was always recorded before
        if needed[number]:
            node = nodes[number]
            if len(node) == 3:  # see _operations
                opcode, first, second = node
                if type(opcode) is int:
                    needed[first] = needed[second] = True
            elif type(node[0]) is int:
                for operand in node[1:]:
                    needed[operand] = True
    return list(compress(range(len(nodes)), needed))


def _operations(nodes: Sequence[Node], steps: Sequence[int], register: Sequence[int]) -> list[int]:
    found: list[int] = []
    for number in steps:
        node = nodes[number]
        if len(node) == 3:  # nearly all have two operands: without a loop a trace takes a tenth less
            opcode, first, second = node
            found += (opcode, register[first], register[second])
        else:
            found += (node[0], *[register[operand] for operand in node[1:]])
    return found


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, int) else value


def _compact(content: Any) -> str:
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
