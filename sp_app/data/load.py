"""From the data files to rows that may be published: read, corrected, checked."""

from __future__ import annotations

from pathlib import Path

from sp_app.data.checks import CHECKS
from sp_app.data.corrections import apply_corrections
from sp_app.data.faults import Fault, fail_on
from sp_app.data.tables import Tables, read_tables
from sp_app.data.text_checks import TEXT_CHECKS


def load(data: Path) -> Tables:
    """Return all tables below `data`; raise DataError that names every fault.

    Checks across files run only when every row could be read: they would report what follows
    from an unread row, not what is wrong.
    """
    faults: list[Fault] = []
    tables = read_tables(data, faults)
    fail_on(faults)
    apply_corrections(tables, faults)
    for check in (*CHECKS, *TEXT_CHECKS):
        faults.extend(check(tables))
    fail_on(faults)
    return tables
