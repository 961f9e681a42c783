"""Evaluate rows: every adapter whose inputs a row gives contributes results, and all expected ones are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sp_core.errors import InvalidInput
from tests.golden.adapters import ADAPTERS
from tests.golden.comparing import allowed, differences
from tests.golden.rows import Cells, Row, parse


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row and what is wrong with it; no words means that it passed."""

    file: str
    case: str
    words: str

    @property
    def passed(self) -> bool:
        """Say whether every expected result was met."""
        return not self.words


def judge(cells: Cells) -> Verdict:
    """Evaluate one row. Whatever goes wrong inside it is its verdict, never the runner's end."""
    try:
        return Verdict(cells.file, cells.case, _judged(parse(cells)))
    except Exception as error:
        return Verdict(cells.file, cells.case, f"{type(error).__name__}: {error}")


def _judged(row: Row) -> str:
    if not row.expected:
        return "no result is expected of it"
    results, refusals = evaluate(row)
    found = []
    for name, expected in row.expected.items():
        if name not in results:
            # A refusal is as good as "undefined": the core names the field instead of giving a number.
            undefined = isinstance(expected, float) and expected != expected
            words = "" if refusals and undefined else "; ".join(refusals) or "no adapter"
        else:
            words = differences(expected, results[name], *allowed(name, row.tolerance, row.tol_type))
        found += [f"{name}: {words}"] if words else []
    return "; ".join(found)


def evaluate(row: Row) -> tuple[dict[str, Any], list[str]]:
    """Return the results by name without out_ and _json, and what the core refused to calculate."""
    results: dict[str, Any] = {}
    refusals: list[str] = []
    for adapter in ADAPTERS:
        if row.has(*adapter.needs):
            try:
                results |= adapter.calculate(row)
            except InvalidInput as refused:
                refusals.append(str(refused))
    return results, refusals
