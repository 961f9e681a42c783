"""FigureSpec: everything a figure says, before anybody draws it.

A figure cannot be made without its source line and its alternative text, and it
always carries the table it was drawn from. Screen, slide and workbook read the same spec.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sp_core.errors import InvalidInput

Role = Literal[
    "lao",
    "asean",
    "other",
    "world",
    "state",
    "partners",
    "households",
    "contributions",
    "other_private",
    "unknown",
    "first",
    "second",
    "third",
    "revenue",
    "expenditure",
    "need",
    "options",
    "borrowing",
    "gap",
    "limit",
    "policy",
    "assumption",
]
Shape = Literal["line", "dots", "line_dots", "required", "pace", "bars", "total", "band"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of marks. `x` and `y` have equal lengths; y None is a gap, never a zero.

    `labels` are the printed values (already in the reader's language), `end_label` the words at
    the last point, `hatched` marks points of another definition. `label_inside` keeps the words at the
    last point even where the plot goes on; `below` prints the values under their dots. `upper` holds bounds where
    no value is known: the value lies below; of a band they are its upper edge. `level` is the class of a filled area,
    0 the lowest, None unknown.
    """

    key: str
    name: str
    role: Role
    shape: Shape
    x: tuple[float | str | None, ...]
    y: tuple[float | None, ...]
    labels: tuple[str, ...] = ()
    end_label: str = ""
    hatched: tuple[bool, ...] = ()
    hover: tuple[str, ...] = ()
    label_inside: bool = False
    below: bool = False
    upper: tuple[float | None, ...] = ()
    level: int | None = None

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y):
            raise InvalidInput(f"series {self.key}: {len(self.x)} positions but {len(self.y)} values")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A short annotation at a place of the plot (data coordinates).

    `role` gives it the colour of the marks it names; `leader` is the place it speaks of, joined by a thin line.
    `short` is what a narrow screen has room for.
    """

    x: float | str
    y: float | str
    text: str
    anchor: Literal["left", "center", "right"] = "left"
    role: Role | None = None
    leader: tuple[float, float] | None = None
    short: str = ""


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
    """A complete figure; axis ranges are fixed so that nothing jumps.

    `x_labels` name the ticks where they are not their own numbers. `missing` is a stretch of years without a figure
    and the words for it; `kept_apart` puts the whole figure on another ground, because it must not be read beside its
    neighbours. `bands` are stretches of the x axis to
    read with care, each with its words; `unknown` names what has no figure. `classes` are (level, words) of the
    colours of areas.
    """

    key: str
    kind: Literal[
        "trend",
        "dumbbell",
        "ranking",
        "stack",
        "shares",
        "polygons",
        "persons",
        "waterfall",
        "funding",
        "fan",
        "tornado",
        "table",
    ]
    title: str
    measure: str
    source_line: str
    alt_text: str
    table: Table
    series: tuple[Series, ...] = ()
    x_range: tuple[float, float] | None = None
    x_ticks: tuple[float, ...] = ()
    x_labels: tuple[str, ...] = ()
    y_range: tuple[float, float] | None = None
    y_ticks: tuple[float, ...] = ()
    suffix: str = ""
    separators: str = ".,"
    notes: tuple[Note, ...] = ()
    ground_from: float | None = None
    bands: tuple[tuple[float, float, str], ...] = ()
    unknown: str = ""
    highlight: str = ""
    reference: tuple[float, str] | None = None
    outlines: tuple[tuple[tuple[float, float], ...], ...] = ()
    classes: tuple[tuple[int | None, str], ...] = ()
    missing: tuple[float, float, str] | None = None
    kept_apart: bool = False
    simulated: bool = False
    height: int = 420
    label_space: int = field(default=0)

    def __post_init__(self) -> None:
        for name in ("title", "source_line", "alt_text"):
            if not getattr(self, name).strip():
                raise InvalidInput(f"figure {self.key}: a figure cannot be shown without its {name}")
        if not self.table.rows and self.series:
            raise InvalidInput(f"figure {self.key}: a figure cannot be shown without its table")
