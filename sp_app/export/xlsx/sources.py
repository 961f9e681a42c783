"""The sheet of sources: who published what stands behind the numbers, edition, licence, address."""

from __future__ import annotations

from sp_app.export.xlsx.plan import FIRST_ROW, YEAR_ROW
from sp_app.export.xlsx.writing import Writer

COLUMNS = ("publication", "producer", "edition", "published", "licence", "address", "origin")
WIDTHS = (56, 30, 28, 14, 30, 48, 22)


def write_sources(writer: Writer) -> None:
    """Write the sheet."""
    t = writer.handout.t
    sheet = writer.sheet(writer.plan.names["sources"], t("export.sources"), WIDTHS, t("export.note_sources"))
    writer.heads(sheet, YEAR_ROW, [t(f"export.column_{name}") for name in COLUMNS])
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(YEAR_ROW)
    for row, one in enumerate(writer.handout.origins, start=FIRST_ROW):
        sure = one.licence_verified or "not verified" in one.licence
        licence = one.licence if sure else t("export.not_verified", licence=one.licence)
        cells = (one.title, one.producer, one.edition, one.published, licence, one.address, one.key)
        writer.wrapped(sheet, row, cells, WIDTHS)
