"""Reading a tape from JSON: every part is checked, and an error names the part."""

from __future__ import annotations

import json
import math
from typing import Any

from sp_core.errors import InvalidInput
from sp_core.tape import VERSION, Tape
from sp_core.trace import OPERANDS, OPERATIONS

PARTS = ("version", "hash", "years", "levers", "parameters", "values", "literals", "operations", "results")


def read_tape(text: str) -> Tape:
    """Return the tape written in `text`; raise InvalidInput that says what is wrong and where."""
    raw = _parsed(text)
    missing, unknown = [p for p in PARTS if p not in raw], sorted(set(raw) - set(PARTS))
    if missing or unknown:
        raise InvalidInput(f"tape: parts missing: {missing}; unknown parts: {unknown}")
    if raw["version"] != VERSION:
        raise InvalidInput(f"tape: version {raw['version']!r} is not {VERSION}, the only one that is read")
    tape = Tape(
        years=tuple(_integer("years", item) for item in _list(raw, "years")),
        levers=tuple(_word("levers", item) for item in _list(raw, "levers")),
        parameters=tuple(_parameter(item) for item in _list(raw, "parameters")),
        values=tuple(_number("values", item) for item in _list(raw, "values")),
        literals=tuple(_number("literals", item) for item in _list(raw, "literals")),
        operations=tuple(_integer("operations", item) for item in _list(raw, "operations")),
        results=tuple(_result(item) for item in _list(raw, "results")),
    )
    _fail_if_inconsistent(tape)
    if tape.hash != raw["hash"]:
        raise InvalidInput(f"tape: hash {raw['hash']!r} does not belong to this content ({tape.hash})")
    return tape


def _parsed(text: str) -> dict[str, Any]:
    try:
        raw = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InvalidInput(f"tape: not JSON, line {error.lineno} column {error.colno}: {error.msg}") from error
    if not isinstance(raw, dict):
        raise InvalidInput(f"tape: an object was expected, not {type(raw).__name__}")
    return raw


def _refuse_constant(word: str) -> float:
    raise InvalidInput(f"tape: {word} is not a number that a tape may hold")


def _list(raw: dict[str, Any], part: str) -> list[Any]:
    found = raw[part]
    if not isinstance(found, list):
        raise InvalidInput(f"tape: {part} must be a list, not {type(found).__name__}")
    return found


def _integer(part: str, item: Any) -> int:
    if isinstance(item, bool) or not isinstance(item, int):
        raise InvalidInput(f"tape: {part} holds {item!r}, a whole number was expected")
    return item


def _number(part: str, item: Any) -> float:
    if isinstance(item, bool) or not isinstance(item, (int, float)):
        raise InvalidInput(f"tape: {part} holds {item!r}, a number was expected")
    return float(item)


def _word(part: str, item: Any) -> str:
    if not isinstance(item, str) or not item:
        raise InvalidInput(f"tape: {part} holds {item!r}, a name was expected")
    return item


def _pair(part: str, item: Any) -> tuple[Any, Any]:
    if not isinstance(item, list) or len(item) != 2:
        raise InvalidInput(f"tape: {part} holds {item!r}, a pair was expected")
    return item[0], item[1]


def _parameter(item: Any) -> tuple[str, int]:
    name, year = _pair("parameters", item)
    return _word("parameters", name), _integer("parameters", year)


def _result(item: Any) -> tuple[str, tuple[int, ...]]:
    name, registers = _pair("results", item)
    if not isinstance(registers, list):
        raise InvalidInput(f"tape: result {name!r} must list its registers")
    return _word("results", name), tuple(_integer(f"result {name}", register) for register in registers)


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
