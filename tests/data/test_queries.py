"""The questions, on a tiny database whose answers can be read off, and from many threads at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from sp_app.data.build import build
from sp_app.data.database import Database
from sp_app.data.queries import Queries
from sp_core.errors import DataError


@pytest.fixture
def small(tree: Path, out: Path) -> Iterator[Queries]:
    """Return the questions to the tiny database."""
    database = Database(build(tree, out))
    yield database.queries()
    database.close()


def test_figures_come_in_order_of_area_and_year(small: Queries) -> None:
    found = [(one.area, one.year, one.value) for one in small.observations("any")]
    assert found == [("ASEAN", 2021, 44.7), ("ASEAN", 2023, 46.0), ("LAO", 2019, 12.1), ("LAO", 2021, 15.5)]
    assert [one.year for one in small.observations("any", ["LAO"], range(2020, 2030))] == [2021]
    assert small.observations("any", []) == ()


def test_an_unpublished_figure_is_none(small: Queries) -> None:
    assert small.observation("any", "LAO", 2020) is None
    assert small.latest("any", "TLS") is None
    assert small.latest_common_year("any", "LAO", "TLS") is None


def test_the_latest_figure_may_be_bounded(small: Queries) -> None:
    assert small.latest("any", "ASEAN").year == 2023
    assert small.latest("any", "ASEAN", no_later_than=2022).year == 2021
    assert small.latest("any", "ASEAN", no_later_than=2000) is None


def test_two_areas_meet_in_the_same_year(small: Queries) -> None:
    pair = small.latest_common_year("any", "LAO", "ASEAN")
    assert pair is not None
    assert [(one.area, one.year) for one in pair] == [("LAO", 2021), ("ASEAN", 2021)]


def test_a_figure_carries_its_flags(small: Queries) -> None:
    assert small.observation("any", "LAO", 2021).has("not_a_trend")
    assert not small.observation("any", "LAO", 2019).has("not_a_trend")
    assert small.observation("any", "ASEAN", 2023).has("modelled")
    assert [flag.flag for flag in small.flags("any", "LAO")] == ["not_a_trend"]
    assert {flag.flag for flag in small.flags("any")} == {"modelled", "not_a_trend"}


def test_members_depend_on_the_day(small: Queries) -> None:
    assert [area.key for area in small.members("ASEAN", date(2025, 10, 25))] == ["LAO"]
    assert [area.key for area in small.members("ASEAN", date(2025, 10, 26))] == ["LAO", "TLS"]
    assert small.members("NOBODY", date(2025, 1, 1)) == ()


def test_lists_can_be_narrowed(small: Queries) -> None:
    assert [one.key for one in small.indicators("coverage")] == ["any"]
    assert [one.key for one in small.areas("aggregate")] == ["ASEAN"]
    assert [gap.key for gap in small.gaps("coverage")] == ["children"]
    assert small.gaps("asean") == () and len(small.gaps()) == 1
    assert [one.area for one in small.provinces()] == ["LA-VT"]
    assert small.unit("percent").symbol.get("lo") == "%"
    assert small.origin("ilo_2026").is_copy and not small.origin("own_ages").is_copy


@pytest.mark.parametrize("what", ["indicator", "unit", "origin", "area"])
def test_an_unknown_key_is_named_with_others_that_exist(small: Queries, what: str) -> None:
    with pytest.raises(DataError, match=f"no {what} 'nothing'; there are"):
        getattr(small, what)("nothing")


def test_many_threads_each_with_their_own_cursor_get_right_answers(database: Database) -> None:
    reference = database.queries()
    keys = [(one.key, area) for one in reference.indicators("macro")[:20] for area in ("LAO", "THA", "VNM")]
    expected = {key: reference.observations(key[0], [key[1]]) for key in keys}
    fresh = Database(database.path)

    def ask(key: tuple[str, str]) -> bool:
        return fresh.queries().observations(key[0], [key[1]]) == expected[key]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, keys * 10))
    fresh.close()
