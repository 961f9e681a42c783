"""docs/methods.md states the tape as it is: its parts, its version, its operations."""

from __future__ import annotations

import re
from pathlib import Path

from sp_core.tape import VERSION
from sp_core.tape_reading import PARTS
from sp_core.trace import OPERANDS, OPERATIONS

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "methods.md").read_text("utf8").split("## 9 ")[1]


def row(name: str) -> list[str]:
    """Return the cells of a table's row that begins with `name`."""
    line = next(line for line in TEXT.splitlines() if line.startswith(f"| {name} |"))
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_every_part_of_a_tape_stands_in_the_table() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)) == PARTS
    assert row("`version`")[0].startswith(f"{VERSION},")


def test_every_operation_stands_with_its_number_and_operands() -> None:
    assert row("opcode") == [str(code) for code in range(len(OPERATIONS))]
    assert row("operands") == [str(count) for count in OPERANDS]
    assert len(row("operation")) == len(OPERATIONS)
