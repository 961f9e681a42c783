"""The benchmarks' own arithmetic."""

from __future__ import annotations

import math

import pytest

from tests.load.report import Row, markdown, quantile, table


@pytest.mark.parametrize(("share", "expected"), [(0.5, 50), (0.95, 95), (1.0, 100), (0.0, 1)])
def test_a_quantile_is_a_measured_value(share: float, expected: float) -> None:
    assert quantile(list(range(100, 0, -1)), share) == expected


def test_a_quantile_of_nothing_is_not_a_number() -> None:
    assert math.isnan(quantile([], 0.95))


def test_a_row_shows_the_ratio_to_the_bare_app() -> None:
    row = Row("x", "ms", 130, 100, "ratio ≤ 1.3", True)
    assert row.cells() == ("x", "130 ms", "100 ms", "1.30", "ratio ≤ 1.3", "yes")


def test_a_row_without_a_bare_app_shows_none() -> None:
    assert Row("x", "", 55, goal="≥ 50", met=True).cells()[2:4] == ("", "")


def test_a_table_has_a_line_per_row() -> None:
    assert len(table([Row("x", "ms", 1), Row("y", "ms", 2)]).splitlines()) == 4


def test_what_was_not_measured_is_said() -> None:
    assert "not run: no panel" in markdown([("Part", [Row("x", "ms", 1)])], ["Panel: not run: no panel"])
