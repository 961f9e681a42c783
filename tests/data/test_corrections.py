"""Corrections: what they do, and that they speak up once the source is repaired."""

from __future__ import annotations

from pathlib import Path

import pytest

from sp_app.data.load import load
from sp_core.errors import DataError
from tests.data.small_tree import edit

DROP = "999,drop,,,"


def value_of(tree: Path, year: int, age: str) -> tuple[float, str]:
    """Return value and note of one figure of the indicator `people`."""
    found = [
        placed.row
        for placed in load(tree).observations
        if (placed.row.indicator, placed.row.year, placed.row.age) == ("people", year, age)
    ]
    assert len(found) == 1
    return found[0].value, found[0].note


def corrected(tree: Path, row: str) -> None:
    """Add a correction."""
    path = tree / "corrections.csv"
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")


def test_a_dropped_figure_is_gone(tree: Path) -> None:
    assert value_of(tree, 2030, "all") == (1000.0, "DERIVED: sum")


def test_a_replaced_figure_says_what_it_was(tree: Path) -> None:
    corrected(tree, "people.csv,people,LAO,2025,T,65-69,150,replace,value,151,Misprint.,ເຫດຜົນ.,yes,2026-11-22")
    assert value_of(tree, 2025, "65-69") == (151.0, "DERIVED: sum; corrected from value 150")


def test_a_relabelled_figure_stands_under_its_new_key(tree: Path) -> None:
    corrected(tree, "people.csv,people,LAO,2025,T,65-69,150,relabel,age,65+,Wrong group.,ເຫດຜົນ.,yes,2026-11-22")
    assert value_of(tree, 2025, "65+") == (150.0, "DERIVED: sum; corrected from age 65-69")


def test_the_guard_speaks_up_when_the_source_is_repaired(tree: Path) -> None:
    edit(tree, "observations/people.csv", "999", "1001")
    with pytest.raises(
        DataError, match=r"(?s)corrections\.csv, line 2.*'999\.0'.*\(1000, 1001\).*remove this correction"
    ):
        load(tree)


def test_the_guard_speaks_up_when_the_figure_is_gone(tree: Path) -> None:
    edit(
        tree,
        "observations/people.csv",
        "people,LAO,2030,T,all,999,persons,projection,own_ages,table 2,DERIVED: sum\n",
        "",
    )
    with pytest.raises(DataError, match="expected_value"):
        load(tree)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("people.csv,people,LAO,2025,T,65-69,150,replace,value,many,R.,ເຫດຜົນ.,yes,2026-11-22", "new_value"),
        ("people.csv,people,LAO,2025,T,65-69,150,replace,age,65+,R.,ເຫດຜົນ.,yes,2026-11-22", "field"),
        ("people.csv,people,LAO,2025,T,65-69,150,relabel,,65+,R.,ເຫດຜົນ.,yes,2026-11-22", "field"),
        ("people.csv,people,LAO,2025,T,65-69,150,drop,value,1,R.,ເຫດຜົນ.,yes,2026-11-22", "field"),
        ("people.csv,people,LAO,2025,T,65-69,150,drop,,,,ເຫດຜົນ.,yes,2026-11-22", "reason_en"),
    ],
)
def test_a_correction_that_contradicts_itself_is_refused(tree: Path, row: str, column: str) -> None:
    corrected(tree, row)
    with pytest.raises(DataError, match=rf"corrections\.csv, line 3, column {column}"):
        load(tree)
