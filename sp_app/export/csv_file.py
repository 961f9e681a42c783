"""A table of numbers as CSV: notes above it as comments, exact values, texts that are never formulas."""

from __future__ import annotations

import csv
import io

from sp_app.export.sheet import Book, Sheet, harmless

MARK = "\ufeff"  # by which spreadsheets see UTF-8
OWN_COLUMNS = ("line", "name", "unit")


def csv_file(book: Book, sheet: Sheet) -> str:
    """Return one sheet of `book` as CSV text."""
    out = io.StringIO()
    for note in (book.title, sheet.unit, *book.notes):
        out.write(f"# {' '.join(note.split())}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*OWN_COLUMNS, *(year for year, _ in sheet.columns)])
    writer.writerow(["", "", "", *(harmless(kind) for _, kind in sheet.columns)])
    for line in sheet.lines:
        if line.look == "section":
            continue
        texts = dict(line.texts)
        cells = [harmless(texts[at]) if at in texts else _exact(value) for at, value in enumerate(line.values)]
        writer.writerow([line.key, harmless(line.name), harmless(line.unit), *cells])
    return MARK + out.getvalue()


def _exact(value: float | None) -> str:
    return "" if value is None else repr(float(value))
