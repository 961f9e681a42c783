"""What is wrong in a data file, in one sentence: file, line, column, value, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sp_core.errors import DataError

SHOWN = 20  # a broken file can hold thousands of faults; the first ones tell what to do


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong cell, or one wrong row when `column` is empty."""

    file: str
    line: int
    column: str
    value: str
    right: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}"
        what = f", column {self.column}: {self.value!r}" if self.column else f": {self.value}"
        return f"{where}{what}; right would be {self.right}"


def fail_on(faults: Iterable[Fault]) -> None:
    """Raise DataError with the faults, first files and lines first; do nothing when there are none."""
    found = sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column))
    if not found:
        return
    more = f"\n… and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    raise DataError("\n".join(str(fault) for fault in found[:SHOWN]) + more)
