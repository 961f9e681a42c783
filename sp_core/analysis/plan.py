"""A plan: a tape cut down to the results that somebody asks for.

What cannot change (it depends on none of the varying levers) is calculated once, when the
plan is made; what no asked-for result needs is left out; an array is let go of after its
last use. The operations are those of the tape, so the results are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sp_core.errors import InvalidInput
from sp_core.tape import CALCULATE, Tape

Wanted = tuple[str, int]  # result and year


@dataclass(frozen=True)
class Plan:
    """The operations that lead from the varying levers to the wanted results."""

    varying: Mapping[str, int]  # lever and its register
    wanted: tuple[int, ...]  # one register per wanted result
    constants: tuple[float, ...]  # one per register; 0.0 where an operation will write
    steps: tuple[tuple[int, int, tuple[int, ...], tuple[int, ...]], ...]  # register, opcode, operands, done with

    def run(self, levers: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the wanted results for the given varying levers, floats or arrays of K draws."""
        if set(levers) != set(self.varying):
            raise InvalidInput(f"this plan varies {sorted(self.varying)}, it was given {sorted(levers)}")
        registers: list[Any] = list(self.constants)
        for name, register in self.varying.items():
            registers[register] = levers[name]
        for register, opcode, operands, done in self.steps:
            registers[register] = CALCULATE[opcode](*[registers[operand] for operand in operands])
            for spent in done:
                registers[spent] = None
        return tuple(registers[register] for register in self.wanted)


def make_plan(tape: Tape, fixed: Mapping[str, float], varying: Iterable[str], wanted: Sequence[Wanted]) -> Plan:
    """Return the plan for `wanted`: `varying` levers are left open, the others stand at `fixed`."""
    open_levers = [name for name in tape.levers if name in set(varying)]
    targets = tuple(register_of(tape, name, year) for name, year in wanted)
    first = len(tape.levers) + len(tape.values) + len(tape.literals)
    needed = _needed(tape, targets, first)
    registers: list[Any] = [0.0 if name in open_levers else float(fixed[name]) for name in tape.levers]
    registers += [*tape.values, *tape.literals]
    varies = [name in open_levers for name in tape.levers] + [False] * (first - len(tape.levers))
    steps: list[tuple[int, int, tuple[int, ...]]] = []
    for register, (opcode, *operands) in enumerate(tape.steps, start=first):
        value, changing = 0.0, False
        if needed[register]:
            changing = any(varies[operand] for operand in operands)
            if changing:
                steps.append((register, opcode, tuple(operands)))
            else:
                value = CALCULATE[opcode](*[registers[operand] for operand in operands])
        registers.append(value)
        varies.append(changing)
    return Plan(
        varying={name: tape.levers.index(name) for name in open_levers},
        wanted=targets,
        constants=tuple(registers),
        steps=_with_last_uses(steps, set(targets), varies),
    )


def register_of(tape: Tape, name: str, year: int) -> int:
    """Return the register of a result in a year; raise InvalidInput that says what there is."""
    if year not in tape.years:
        raise InvalidInput(f"year {year} is outside {tape.years[0]}..{tape.years[-1]}")
    for result, registers in tape.results:
        if result == name:
            return registers[tape.years.index(year)]
    raise InvalidInput(f"no result {name!r}; there are {', '.join(result for result, _ in tape.results)}")


def _needed(tape: Tape, targets: Sequence[int], first: int) -> list[bool]:
    needed = [False] * (first + len(tape.steps))
    for target in targets:
        needed[target] = True
    for position in range(len(tape.steps) - 1, -1, -1):
        if needed[first + position]:
            for operand in tape.steps[position][1:]:
                needed[operand] = True
    return needed


def _with_last_uses(
    steps: Sequence[tuple[int, int, tuple[int, ...]]], kept: set[int], varies: Sequence[bool]
) -> tuple[tuple[int, int, tuple[int, ...], tuple[int, ...]], ...]:
    """Add to every step the registers that no later step and no result reads (constants are kept for the next run)."""
    seen = set(kept)
    found = []
    for register, opcode, operands in reversed(steps):
        done = tuple({operand for operand in operands if varies[operand] and operand not in seen})
        seen.update(done)
        found.append((register, opcode, operands, done))
    return tuple(reversed(found))
