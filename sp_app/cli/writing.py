"""Rows as text: a table to read, JSON or CSV to work on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
WIDEST = 60  # a longer cell is cut in the table, never in JSON or CSV


def as_table(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Return aligned columns; numbers to the right, long cells cut."""
    if not rows:
        return ""
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    widths = [max(len(name), *(len(line[i]) for line in cells)) for i, name in enumerate(columns)]
    right = [all(isinstance(row[name], (int, float)) for row in rows) for name in columns]
    lines = [
        "  ".join(
            text.rjust(width) if to_right else text.ljust(width)
            for text, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in [list(columns), *cells]
    ]
    return "\n".join(lines) + "\n"


def as_json(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Return a list of objects, one per line."""
    objects = [json.dumps({name: row[name] for name in columns}, ensure_ascii=False) for row in rows]
    return "[" + ",\n ".join(objects) + "]\n"


def as_csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Return comma-separated values with a header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[name] for name in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    text = f"{value:.12g}" if isinstance(value, float) else str(value)
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
