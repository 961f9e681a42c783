"""A printed table before any document draws it: heads, cells in words, and how each row looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sp_core.errors import InvalidInput

Look = Literal["line", "section", "total", "gap", "marked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """`numeric` says which columns hold numbers, `widths` how wide they are beside each other.

    A row of the look "section" has one cell, which stands over all columns. `notes` are read below the table.
    """

    title: str
    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    looks: tuple[Look, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        across = {len(self.columns), len(self.numeric), len(self.widths)}
        if len(across) != 1 or (self.looks and len(self.looks) != len(self.rows)):
            raise InvalidInput(f"table {self.title!r}: columns, widths, rows and looks do not fit together")
        for row, look in zip(self.rows, self.looks_of_rows, strict=True):
            if len(row) != (1 if look == "section" else len(self.columns)):
                raise InvalidInput(f"table {self.title!r}: a row has {len(row)} cells, not {len(self.columns)}")

    @property
    def looks_of_rows(self) -> tuple[Look, ...]:
        """Return the look of every row."""
        return self.looks or ("line",) * len(self.rows)
