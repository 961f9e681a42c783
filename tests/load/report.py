"""Figures of a run: one row each, as a table on the terminal and as Markdown."""

from __future__ import annotations

import datetime
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HEADINGS = ("what", "dashboard", "bare app", "ratio", "goal", "met")


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure, with the bare app's beside it where both were measured."""

    what: str
    unit: str
    value: float
    bare: float | None = None
    goal: str = ""
    met: bool | None = None
    digits: int = 0

    @property
    def ratio(self) -> float | None:
        """How many times the bare app's figure, or None."""
        return self.value / self.bare if self.bare else None

    def cells(self) -> tuple[str, ...]:
        """Return the row's texts, in the order of HEADINGS."""
        return (
            self.what,
            shown(self.value, self.digits, self.unit),
            "" if self.bare is None else shown(self.bare, self.digits, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            self.goal,
            "" if self.met is None else "yes" if self.met else "no",
        )


def shown(value: float, digits: int, unit: str) -> str:
    """Return a figure with its unit."""
    return f"{value:,.{digits}f} {unit}".strip()


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` of the values do not exceed."""
    ordered = sorted(values)
    if not ordered:
        return float("nan")
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1))]


def median(values: Sequence[float]) -> float:
    """Return the median, or NaN of nothing."""
    return statistics.median(values) if values else float("nan")


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table, with columns aligned for a terminal."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    printed = ["| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |" for line in lines]
    return "\n".join([printed[0], "| " + " | ".join("-" * w for w in widths) + " |", *printed[1:]])


def machine() -> str:
    """Say on what it was measured."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = (line.partition(":") for line in info.read_text().splitlines())
        model = next((value.strip() for key, _, value in lines if key.strip() == "model name"), model)
    return f"{os.cpu_count()} cores ({model}), {platform.system()}, Python {platform.python_version()}"


def markdown(parts: Sequence[tuple[str, Sequence[Row]]], notes: Sequence[str]) -> str:
    """Return the whole report: date, machine, one table per part, notes."""
    text = [
        "# Benchmarks",
        "Measured by `python3 run.py bench --write`, headless Chromium on the same computer, over loopback. The bare "
        "app is one slider and one Plotly chart under the same settings, in the same run: trust the ratios more than "
        "the absolute values. Times are medians unless a row says otherwise.",
        f"{datetime.date.today().isoformat()} · {machine()}",
    ]
    for title, rows in parts:
        text += [f"## {title}", table(rows)]
    if notes:
        text += ["## Not measured", "\n".join(f"- {note}" for note in notes)]
    return "\n\n".join(text) + "\n"
