"""Files of the framework: exact values with what they are, texts that never run, both languages."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from sp_app.export.csv_file import MARK, csv_file
from sp_app.export.looks import FONTS
from sp_app.export.sheet import Book, Line, Sheet, Words, harmless
from sp_app.export.workbook import workbook

NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
EVIL = '=HYPERLINK("http://example.org","x")'


def book(language: str = "en", name: str = EVIL) -> Book:
    lines = (
        Line(name="A", look="section"),
        Line(name=name, key="baseline.x", unit="+cmd", values=(None, 1.0 / 3.0, -2.5), digits=2, texts=((0, "@none"),)),
        Line(name="total", key="need.cost_lak", unit="bn", values=(None, 0.0, 2e-9), digits=0, look="total"),
    )
    sheet = Sheet(
        name="LAK",
        title="Framework",
        unit="billion LAK",
        columns=(("2024", "actual"), ("2025", "estimate"), ("2026", "budget")),
        lines=lines,
    )
    words = Words(name="Sources", columns=("what", "who"), rows=((EVIL, "-1+1"), ("long " * 80, "short")))
    notes = ("SIMULATED", f"line\nbreak {EVIL}", "build abc & co")
    return Book(title="=1+1", language=language, notes_name="Notes", notes=notes, sheets=(sheet,), words=(words,))


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name).decode("utf8") for name in file.namelist() if name.endswith(".xml")}


def cells(content: bytes, sheet: int) -> dict[str, str | float]:
    """Return the cells of a sheet by address: texts, or numbers."""
    found = parts(content)
    strings = [
        "".join(node.text or "" for node in item.iter(f"{{{NS['x']}}}t"))
        for item in ElementTree.fromstring(found["xl/sharedStrings.xml"]).findall("x:si", NS)
    ]
    root = ElementTree.fromstring(found[f"xl/worksheets/sheet{sheet}.xml"])
    values: dict[str, str | float] = {}
    for cell in root.iter(f"{{{NS['x']}}}c"):
        value = cell.find("x:v", NS)
        if value is not None and value.text is not None:
            values[cell.attrib["r"]] = strings[int(value.text)] if cell.attrib.get("t") == "s" else float(value.text)
    return values


@pytest.mark.parametrize("language", FONTS)
def test_no_cell_of_the_workbook_is_a_formula_or_a_link(language: str) -> None:
    found = parts(workbook(book(language), "SIMULATED"))
    sheets = {name: text for name, text in found.items() if name.startswith("xl/worksheets/")}
    assert len(sheets) == 3
    for name, text in sheets.items():
        assert "<f>" not in text and "<f " not in text and "<hyperlink" not in text, name


def test_values_are_exact_and_empty_where_nothing_is_known() -> None:
    found = cells(workbook(book(), "SIMULATED"), 1)
    assert found["A1"] == "=1+1" and found["A3"] == "SIMULATED"
    assert found["C5"] == "2024\nactual"
    assert (found["A7"], found["C7"]) == (EVIL, "@none")
    assert (found["D7"], found["E7"]) == (1.0 / 3.0, -2.5)
    assert "C8" not in found and (found["D8"], found["E8"]) == (0.0, 2e-9)


def test_every_sheet_is_there_and_the_font_is_that_of_the_language() -> None:
    content = parts(workbook(book("lo"), "SIMULATED"))
    assert re.findall(r'<sheet name="([^"]+)"', content["xl/workbook.xml"]) == ["LAK", "Sources", "Notes"]
    assert "Phetsarath OT" in content["xl/styles.xml"]
    notes = cells(workbook(book("lo"), "SIMULATED"), 3)
    assert notes["A2"] == "SIMULATED" and "build abc & co" in notes.values()


def test_rows_are_as_high_as_their_longest_cell() -> None:
    root = ElementTree.fromstring(parts(workbook(book(), "SIMULATED"))["xl/worksheets/sheet2.xml"])
    heights = [float(row.attrib["ht"]) for row in root.iter(f"{{{NS['x']}}}row")]
    assert heights[2] > 5 * heights[1]


def test_csv_says_what_it_is_and_carries_exact_values() -> None:
    text = csv_file(book(), book().sheets[0])
    assert text.startswith(MARK + "# =1+1\n# billion LAK\n# SIMULATED\n# line break ")
    rows = list(csv.reader(line for line in text.splitlines() if not line.lstrip(MARK).startswith("#")))
    assert rows[0] == ["line", "name", "unit", "2024", "2025", "2026"]
    assert rows[2] == ["baseline.x", "'" + EVIL, "'+cmd", "'@none", repr(1.0 / 3.0), "-2.5"]
    assert rows[3] == ["need.cost_lak", "total", "bn", "", "0.0", "2e-09"]
    assert len(rows) == 4  # a section is no row of figures


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx"])
def test_a_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["GDP", "1 = 1", "ລາຍຮັບ", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
