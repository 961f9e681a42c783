"""The data package: number for number what Python has, described, with sources; texts that never run."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from sp_app.export.data_package import data_package
from sp_app.export.handout import Handout
from sp_app.export.sheet import FORMULA_SIGNS
from tests.export.papers import PAID, UNPAID, hostile, told


def opened(asked: Handout) -> tuple[dict[str, list[dict[str, str]]], dict[str, str]]:
    """Return the tables and the other files of a package."""
    with zipfile.ZipFile(io.BytesIO(data_package(asked))) as file:
        texts = {name: file.read(name).decode("utf8") for name in file.namelist()}
    tables = {name: list(csv.DictReader(io.StringIO(text))) for name, text in texts.items() if name.endswith(".csv")}
    return tables, texts


@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_every_number_is_that_of_python(name: str) -> None:
    asked = told(name, "en")
    tables, _ = opened(asked)
    runs = {"scenario": asked.here, "baseline": asked.baseline, "modified_baseline": asked.modified}
    assert len(tables["results.csv"]) == 3 * len(asked.quantities) * len(asked.years)
    for row in tables["results.csv"]:
        assert float(row["value"]) == runs[row["run"]].at(row["result"], int(row["year"]))
        assert row["status"] == "simulated"
    levers = {row["lever"]: row for row in tables["levers.csv"]}
    assert {one: float(row["value"]) for one, row in levers.items()} == dict(asked.values)
    given = {(p.id, p.year): p.value for p in asked.inputs}
    assert {(row["input"], int(row["year"])): float(row["value"]) for row in tables["inputs.csv"]} == given


def test_the_description_names_every_file_column_and_source() -> None:
    asked = told(PAID, "lo")
    tables, texts = opened(asked)
    said = json.loads(texts["datapackage.json"])
    assert said["version"] == asked.build_id and said["status"] == "simulated"
    assert {it["path"] for it in said["resources"]} == set(tables)
    for resource in said["resources"]:
        header = next(csv.reader(io.StringIO(texts[resource["path"]])))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["description"] for field in resource["schema"]["fields"])
    keys = {row["origin"] for row in tables["inputs.csv"] if row["status"] != "illustrative"}
    assert keys <= {row["origin"] for row in tables["sources.csv"]}
    assert asked.simulated in texts["README.txt"] and asked.edition in texts["README.txt"]


def test_a_hostile_title_breaks_nothing_and_no_cell_is_a_formula() -> None:
    tables, texts = opened(hostile())
    assert json.loads(texts["datapackage.json"])["title"]
    assert "\x00" not in texts["README.txt"]
    for rows in tables.values():
        for row in rows:
            for cell in row.values():
                assert not cell.startswith(FORMULA_SIGNS) or float(cell) < 0


def test_the_same_handout_gives_the_same_bytes() -> None:
    assert data_package(told(UNPAID, "en")) == data_package(told(UNPAID, "en"))
