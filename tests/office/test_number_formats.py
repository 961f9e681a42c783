"""How cells print: LibreOffice reads the formats, and what rounds to nothing is a dash, never a negative zero."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
import xlsxwriter

from sp_app.export.looks import decimals, percent
from tests.office.conftest import Sheets

PRINTED = [
    (percent(2), 0.0123, "1.23%"),
    (percent(2), -0.0123, "-1.23%"),
    (percent(2), 0.00005, "0.01%"),
    (percent(2), -0.00004, "–"),
    (percent(2), 0.0, "–"),
    (decimals(1, ",,,"), 2.905e12, "2,905.0"),
    (decimals(1, ",,,"), -2.905e12, "-2,905.0"),
    (decimals(1, ",,,"), -4e7, "–"),
    (decimals(0), 1234567.4, "1,234,567"),
    (decimals(0), -0.4, "–"),
    (decimals(0), -0.5, "-1"),
]


@pytest.fixture(scope="module")
def printed(calculated: Callable[..., dict[str, Sheets]]) -> list[str]:
    """Return every value as its cell prints it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("All")
        for row, (number, value, _) in enumerate(PRINTED):
            sheet.write_number(row, 0, value, book.add_format({"num_format": number}))
    return [row[0] for row in calculated({"formats": content.getvalue()}, shown=True)["formats"]["All"]]


@pytest.mark.parametrize("at", range(len(PRINTED)), ids=[f"{value} as {number}" for number, value, _ in PRINTED])
def test_a_cell_prints(at: int, printed: list[str]) -> None:
    assert printed[at] == PRINTED[at][2]
