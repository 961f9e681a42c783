"""The table of a figure as a printed table, each column as wide as its words ask for."""

from __future__ import annotations

from sp_app.export.column_widths import column_widths
from sp_app.export.grid import Grid
from sp_app.figures.spec import FigureSpec


def figure_grid(spec: FigureSpec) -> Grid:
    """Return the table twin of `spec`."""
    table = spec.table
    return Grid(
        title=spec.title,
        columns=table.columns,
        numeric=table.numeric,
        widths=column_widths(table.columns, table.rows),
        rows=table.rows,
        notes=(spec.measure,) if spec.measure else (),
    )
