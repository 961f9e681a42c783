"""The first sheet: what this is, whether the formulas agree, the main results, what changed, how to use it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sp_app.explanation.names import Names
from sp_app.export.xlsx.arrangement import HERE
from sp_app.export.xlsx.check import VERDICT_CELL
from sp_app.export.xlsx.plan import quoted
from sp_app.export.xlsx.units import result_number, result_unit
from sp_app.export.xlsx.writing import Writer, beginning
from sp_app.live.measures import usual_year

WIDTHS = (58, 18, 18, 18, 18)
WIDE = (130.0,)  # of a sentence that runs over all columns
RESULTS = ("recipients", "cost_lak", "cost_gdp", "cost_revenue", "cost_usd", "unfunded_lak", "unfunded_gdp")
HOW = ("how_levers", "how_recalculate", "how_check")


def write_cover(writer: Writer) -> None:
    """Write the sheet; it is the one that opens."""
    handout, t = writer.handout, writer.handout.t
    sheet = writer.sheet(writer.plan.names["cover"], "", WIDTHS)
    writer.formula(sheet, (3, 0), f"={VERDICT_CELL}", t("export.check_waits"), look="verdict")
    reference = t("scenarios.reference", reference=handout.scenario.reference)
    row = _sentences(writer, sheet, 5, (handout.scenario.description.get(handout.language), reference))
    row = _results(writer, sheet, row + 1)
    row = _sentences(writer, sheet, row, _about(writer))
    row = _changes(writer, sheet, row + 1)
    row = _section(writer, sheet, row + 1, t("export.how"))
    row = _sentences(writer, sheet, row, [t(f"export.{name}") for name in HOW])
    row = _section(writer, sheet, row + 1, t("export.contents"))
    for name in writer.plan.order:
        sheet.write_url(row, 0, f"internal:{quoted(name)}!A1", writer.made("line"), name)
        row += 1
    sheet.activate()
    sheet.set_first_sheet()


def _about(writer: Writer) -> Sequence[str]:
    handout, t = writer.handout, writer.handout.t
    return (
        t("export.illustrative", count=len(handout.illustrative), levers=len(handout.scenario.levers)),
        t("frame.source", source="; ".join(handout.credits)),
    )


def _sentences(writer: Writer, sheet: Any, row: int, sentences: Sequence[str]) -> int:
    """Write sentences over all columns, each as high as it needs; return the next row."""
    for sentence in sentences:
        sheet.merge_range(row, 0, row, len(WIDTHS) - 1, "", writer.made("note"))
        writer.wrapped(sheet, row, (sentence,), WIDE, "note")
        row += 1
    return row


def _section(writer: Writer, sheet: Any, row: int, title: str) -> int:
    writer.heading(sheet, row, title, len(WIDTHS))
    return row + 1


def _results(writer: Writer, sheet: Any, row: int) -> int:
    """Write the main results of the first year, the usual one and the last, as they are now."""
    handout, names = writer.handout, Names(writer.handout.t, writer.handout.scenario)
    years = (handout.years[0], usual_year(handout.scenario), handout.years[-1])
    row = _section(writer, sheet, row, handout.t("export.main"))
    writer.heads(sheet, row, ["", handout.t("export.column_unit"), *(str(year) for year in years)], (2, 3, 4))
    units = {it.name: it.unit for it in handout.quantities}
    for result in (name for name in RESULTS if name in units):
        row += 1
        writer.text(sheet, row, 0, beginning(names.quantity(result)))
        writer.text(sheet, row, 1, result_unit(units[result], handout.t), "aside")
        for column, year in enumerate(years, start=2):
            formula = f"={writer.plan.cell((HERE, result), writer.plan.names['cover'], handout.years.index(year))}"
            value = float(handout.here.at(result, year))
            writer.formula(sheet, (row, column), formula, value, result_number(units[result]))
    return row + 1


def _changes(writer: Writer, sheet: Any, row: int) -> int:
    """Write every lever that the export moved away from today: old and new."""
    handout, t = writer.handout, writer.handout.t
    row = _section(writer, sheet, row, t("export.changes"))
    if not handout.changes:
        writer.text(sheet, row, 0, t("scenarios.changes_none"), "small")
        return row + 1
    heads = ("column_lever", "column_kind", "column_default", "column_exported")
    writer.heads(sheet, row, [t(f"export.{name}") for name in heads], (2, 3))
    for change in handout.changes:
        row += 1
        writer.text(sheet, row, 0, change.name)
        writer.text(sheet, row, 1, t(f"scenarios.short_{change.lever.group}"), "aside")
        for column, text in ((2, change.old), (3, change.new)):
            sheet.write_string(row, column, text, writer.made("line", "@"))
    return row + 1
