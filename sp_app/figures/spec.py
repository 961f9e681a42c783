"""FigureSpec: everything a figure says, before anybody draws it.

A figure cannot be made without its source line and its alternative text, and it
always carries the table it was drawn from. Screen, slide and workbook read the same spec.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sp_core.errors import InvalidInput

Role = Literal[
    "lao", "asean", "other", "world", "state", "partners", "households", "contributions", "other_private", "unknown"
]
Shape = Literal["line", "dots", "line_dots", "required", "pace", "bars"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of marks. `x` and `y` have equal lengths; y None is a gap, never a zero.

    `labels` are the printed values (already in the reader's language), `end_label` the words at
    the last point, `hatched` marks points of another definition.
    """

    key: str
    name: str
    role: Role
    shape: Shape
    x: tuple[float | str, ...]
    y: tuple[float | None, ...]
    labels: tuple[str, ...] = ()
    end_label: str = ""
    hatched: tuple[bool, ...] = ()
    hover: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y):
            raise InvalidInput(f"series {self.key}: {len(self.x)} positions but {len(self.y)} values")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A short annotation at a place of the plot (data coordinates)."""

    x: float | str
    y: float | str
    text: str
    anchor: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table twin: column names and rows of printed cells; `numeric` columns align right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    raw: tuple[tuple[object, ...], ...] = ()
    raw_columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSpec:
    """A complete figure; axis ranges are fixed so that nothing jumps."""

    key: str
    kind: Literal["trend", "dumbbell", "ranking", "stack", "polygons"]
    title: str
    measure: str
    source_line: str
    alt_text: str
    table: Table
    series: tuple[Series, ...] = ()
    x_range: tuple[float, float] | None = None
    x_ticks: tuple[float, ...] = ()
    y_range: tuple[float, float] | None = None
    suffix: str = ""
    separators: str = ".,"
    notes: tuple[Note, ...] = ()
    ground_from: float | None = None
    highlight: str = ""
    reference: tuple[float, str] | None = None
    outlines: tuple[tuple[tuple[float, float], ...], ...] = ()
    simulated: bool = False
    height: int = 420
    label_space: int = field(default=0)

    def __post_init__(self) -> None:
        for name in ("title", "source_line", "alt_text"):
            if not getattr(self, name).strip():
                raise InvalidInput(f"figure {self.key}: a figure cannot be shown without its {name}")
        if not self.table.rows and self.series:
            raise InvalidInput(f"figure {self.key}: a figure cannot be shown without its table")
