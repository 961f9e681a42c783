"""Every golden row passes and says where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.rows import Cells, Row, parse, read_folder
from tests.golden.runner import judge

FOLDER = Path(__file__).parent / "vectors"
ROWS = list(read_folder(FOLDER))
PARSED = [parse(cells) for cells in ROWS]
KINDS = {
    "published_io",
    "published_inputs_computed_outputs",
    "derived_from_published",
    "published_model",
    "closed_form",
    "hand",
    "edge",
}


def name(row: Cells | Row) -> str:
    return f"{row.file.removesuffix('.csv')}-{row.case}"


@pytest.mark.parametrize("cells", ROWS, ids=name)
def test_a_golden_row_passes(cells: Cells) -> None:
    assert judge(cells).words == ""


@pytest.mark.parametrize("row", PARSED, ids=name)
def test_a_golden_row_states_kind_source_and_tolerance(row: Row) -> None:
    assert row.kind in KINDS
    assert row.source.strip()
    assert row.tol_type == "exact" or row.tolerance > 0
    assert row.expected


def test_no_two_rows_of_a_file_have_the_same_name() -> None:
    names = [name(row) for row in PARSED]
    assert len(names) == len(set(names))


def test_there_are_rows_for_every_method() -> None:
    assert {row.file.split("_")[0].removesuffix(".csv") for row in PARSED} >= {
        "costing",
        "fiscal",
        "pension",
        "poverty",
        "sdg131",
        "spi",
        "uncertainty",
    }
