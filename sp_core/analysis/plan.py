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


Step = tuple[int, int, tuple[int, ...], tuple[int, ...]]  # slot, opcode, operand slots, slots done with


@dataclass(frozen=True)
class Plan:
    """The operations that lead from the varying levers to the wanted results, in slots of their own."""

    varying: Mapping[str, int]  # lever and its slot
    wanted: tuple[int, ...]  # one slot per wanted result
    slots: tuple[float, ...]  # constants; 0.0 where a lever or an operation will write
    steps: tuple[Step, ...]

    def run(self, levers: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the wanted results for the given varying levers, floats or arrays of K draws."""
        if set(levers) != set(self.varying):
            raise InvalidInput(f"this plan varies {sorted(self.varying)}, it was given {sorted(levers)}")
        slots: list[Any] = list(self.slots)
        for name, slot in self.varying.items():
            slots[slot] = levers[name]
        for slot, opcode, operands, done in self.steps:
            slots[slot] = CALCULATE[opcode](*[slots[operand] for operand in operands])
            for spent in done:
                slots[spent] = None
        return tuple(slots[slot] for slot in self.wanted)


def make_plan(tape: Tape, fixed: Mapping[str, float], varying: Iterable[str], wanted: Sequence[Wanted]) -> Plan:
    """Return the plan for `wanted`: `varying` levers are left open, the others stand at `fixed`."""
    open_levers = set(varying)
    targets = [register_of(tape, name, year) for name, year in wanted]
    leaves: list[float] = [0.0 if name in open_levers else float(fixed[name]) for name in tape.levers]
    leaves += [*tape.values, *tape.literals]
    slot_of: dict[int, int] = {}  # register -> slot
    slots: list[float] = []
    varies: list[bool] = []
    steps: list[tuple[int, int, tuple[int, ...]]] = []
    for register in _needed(tape, targets, len(leaves)):
        slot = slot_of[register] = len(slots)
        if register < len(leaves):
            value, changing = leaves[register], register < len(tape.levers) and tape.levers[register] in open_levers
        else:
            opcode, *registers = tape.steps[register - len(leaves)]
            operands = tuple([slot_of[operand] for operand in registers])
            changing = any([varies[operand] for operand in operands])
            value = 0.0 if changing else CALCULATE[opcode](*[slots[operand] for operand in operands])
            if changing:
                steps.append((slot, opcode, operands))
        slots.append(value)
        varies.append(changing)
    unused = len(slots)  # a lever that no wanted result depends on may still be set
    return Plan(
        varying={name: slot_of.get(tape.levers.index(name), unused) for name in tape.levers if name in open_levers},
        wanted=tuple(slot_of[target] for target in targets),
        slots=(*slots, 0.0),
        steps=_with_last_uses(steps, {slot_of[target] for target in targets}, varies),
    )


def register_of(tape: Tape, name: str, year: int) -> int:
    """Return the register of a result in a year; raise InvalidInput that says what there is."""
    if year not in tape.years:
        raise InvalidInput(f"year {year} is outside {tape.years[0]}..{tape.years[-1]}")
    for result, registers in tape.results:
        if result == name:
            return registers[tape.years.index(year)]
    raise InvalidInput(f"no result {name!r}; there are {', '.join(result for result, _ in tape.results)}")


def _needed(tape: Tape, targets: Sequence[int], leaves: int) -> list[int]:
    """Return every register on the way to the targets, in order of calculation."""
    waiting, seen = list(targets), set(targets)
    while waiting:
        register = waiting.pop()
        if register >= leaves:
            for operand in tape.steps[register - leaves][1:]:
                if operand not in seen:
                    seen.add(operand)
                    waiting.append(operand)
    return sorted(seen)


def _with_last_uses(
    steps: Sequence[tuple[int, int, tuple[int, ...]]], kept: set[int], varies: Sequence[bool]
) -> tuple[Step, ...]:
    """Add to every step the slots that no later step and no result reads (constants stay for the next run)."""
    seen = set(kept)
    found = []
    for slot, opcode, operands in reversed(steps):
        done = tuple([operand for operand in dict.fromkeys(operands) if varies[operand] and operand not in seen])
        seen.update(done)
        found.append((slot, opcode, operands, done))
    return tuple(reversed(found))
