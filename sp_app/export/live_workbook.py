"""A scenario as an Excel workbook whose every result is a formula over its levers; sp_app.export.xlsx says how."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from functools import partial

import xlsxwriter

from sp_app.export.handout import Handout
from sp_app.export.looks import FONTS, SETTINGS, Formats
from sp_app.export.plain import plain
from sp_app.export.steps import Step, each, unheard
from sp_app.export.xlsx.check import write_check
from sp_app.export.xlsx.cover import write_cover
from sp_app.export.xlsx.framework import write_framework
from sp_app.export.xlsx.levers import write_levers
from sp_app.export.xlsx.plan import Plan
from sp_app.export.xlsx.sources import write_sources
from sp_app.export.xlsx.tables import write_table
from sp_app.export.xlsx.writing import Writer


def live_workbook(handout: Handout, step: Step = unheard) -> bytes:
    """Return the workbook as the bytes of an .xlsx file."""
    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, SETTINGS)
    created = datetime.datetime.combine(handout.day, datetime.time())
    comments = f"{handout.simulated} {handout.edition}"
    file.set_properties({"title": plain(handout.title), "comments": comments, "created": created})
    writer = Writer(file, Formats(file, FONTS[handout.language]), Plan(handout))
    for write in each(_sheets(writer, handout), step):
        write(writer)
    file.close()
    return out.getvalue()


def _sheets(writer: Writer, handout: Handout) -> list[Callable[[Writer], None]]:
    """Return what writes each sheet, in their order."""
    years = [partial(write_table, table=table) for table in writer.plan.tables]
    paid = [partial(write_framework, table=handout.framework)] if handout.framework is not None else []
    return [write_cover, write_levers, *years, *paid, write_sources, write_check]
