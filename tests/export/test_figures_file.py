"""Figures as files: the same numbers as on the screen, with source and edition, and nothing that runs."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from typing import Any

import pytest
from pptx import Presentation

from sp_app.export.figures_file import MAKERS, About, figures_package, figures_pptx, figures_xlsx
from sp_app.figures.spec import FigureSpec, Table
from sp_core.errors import Stopped
from tests.export.spreadsheet import values

DAY = datetime.date(2026, 11, 25)
ABOUT = About("coverage", "Coverage", "lo", "25 Nov 2026 · build 1", "SIMULATED", DAY, "build 1")
HOSTILE = '=HYPERLINK("http://x","ກົດ")'


def figure(key: str, *, simulated: bool = False, title: str = "ການປົກຄຸມ") -> FigureSpec:
    table = Table(
        columns=("ປີ", "ລາວ", ""),
        rows=(("2019", "10,2", "a"), ("2021", "–", HOSTILE)),
        numeric=(False, True, False),
        raw_columns=("year", "value", "note"),
        raw=((2019, 10.234, "a"), (2021, None, HOSTILE)),
    )
    return FigureSpec(
        key=key, kind="table", title=title, measure="ສ່ວນຮ້ອຍ", source_line="Source: ILO", alt_text="In words",
        table=table, simulated=simulated,
    )  # fmt: skip


SPECS = (figure("coverage_members"), figure("what_if", simulated=True, title=HOSTILE))


def test_a_package_says_what_its_tables_are_and_holds_exact_values() -> None:
    with zipfile.ZipFile(io.BytesIO(figures_package(SPECS, ABOUT))) as file:
        described = json.loads(file.read("datapackage.json"))
        rows = list(csv.reader(io.StringIO(file.read("coverage_members.csv").decode())))
    first, second = described["resources"]
    assert (described["name"], described["version"], described["created"]) == ("coverage", "build 1", "2026-11-25")
    assert first["path"] == "coverage_members.csv" and first["sources"] == [{"title": "Source: ILO"}]
    assert [(it["name"], it["type"]) for it in first["schema"]["fields"]] == [
        ("year", "integer"), ("value", "number"), ("note", "string"),
    ]  # fmt: skip
    assert "status" not in first and second["status"] == "simulated"
    assert rows == [["year", "value", "note"], ["2019", "10.234", "a"], ["2021", "", f"'{HOSTILE}"]]


def test_columns_of_printed_tables_have_names_of_their_own() -> None:
    table = Table(columns=("x", "", "x"), rows=(("1", "2", "3"),), numeric=(True, True, True))
    spec = FigureSpec(key="k", kind="table", title="t", measure="", source_line="s", alt_text="a", table=table)
    with zipfile.ZipFile(io.BytesIO(figures_package((spec,), ABOUT))) as file:
        (told,) = json.loads(file.read("datapackage.json"))["resources"]
    assert [it["name"] for it in told["schema"]["fields"]] == ["x", "2", "x 3"]


def test_a_workbook_has_a_sheet_each_with_numbers_as_numbers_and_no_formula() -> None:
    sheets = values(figures_xlsx(SPECS, ABOUT))
    assert list(sheets) == ["1 coverage_members", "2 what_if"]
    first, second = sheets.values()
    assert [first[f"A{row}"] for row in (1, 2, 3, 4)] == ["ການປົກຄຸມ", "ສ່ວນຮ້ອຍ", "Source: ILO", ABOUT.edition]
    assert [second[f"A{row}"] for row in (1, 3, 4, 5)] == [HOSTILE, "Source: ILO", "SIMULATED", ABOUT.edition]
    assert [first.get(f"{letter}6") for letter in "ABC"] == ["ປີ", "ລາວ", ""]
    assert [first[f"{letter}7"] for letter in "ABC"] == ["2019", "10,2", "a"]
    assert [first[f"{letter}11"] for letter in "ABC"] == ["year", "value", "note"]
    assert [first[f"{letter}12"] for letter in "ABC"] == [2019, 10.234, "a"]
    assert "B13" not in first and first["C13"] == HOSTILE


def test_slides_carry_source_and_edition_and_only_a_simulated_one_the_mark() -> None:
    deck = Presentation(io.BytesIO(figures_pptx(SPECS, ABOUT)))
    told = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in deck.slides]
    assert len(told) == 2
    for texts in told:
        assert "Source: ILO" in texts and "25 Nov 2026 · build 1" in texts
    assert ["SIMULATED" in texts for texts in told] == [False, True]


@pytest.mark.parametrize("name", MAKERS)
def test_every_file_says_how_far_it_is_and_stops_when_asked(name: str) -> None:
    heard: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        heard.append((done, of))
        if done:
            raise Stopped("no longer wanted")

    make: Any = MAKERS[name]
    with pytest.raises(Stopped):
        make(SPECS, ABOUT, stop)
    assert heard == [(0, 2), (1, 2)]
