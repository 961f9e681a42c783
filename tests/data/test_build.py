"""Building: named by its inputs, whole or not at all, never in the way of a reader."""

from __future__ import annotations

import logging
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from sp_app.data import build as building
from sp_app.data.build import build, build_id, databases
from sp_app.data.database import Database, close_databases, open_database
from sp_app.data.tables import Tables
from sp_core.errors import DataError
from tests.data.small_tree import edit

COVER = "observations/coverage.csv"


def test_equal_inputs_give_an_equal_name_and_are_built_once(tree: Path, out: Path) -> None:
    first = build(tree, out)
    before = first.stat().st_mtime_ns
    assert build(tree, out) == first
    assert first.stat().st_mtime_ns == before
    assert first.name == f"figures-{build_id(tree)}.duckdb"


def test_line_endings_do_not_change_the_name(tree: Path) -> None:
    before = build_id(tree)
    path = tree / COVER
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert build_id(tree) == before


@pytest.mark.parametrize("name", [COVER, "gaps.csv", "geo/x.geojson", "scenarios/x.toml"])
def test_every_input_changes_the_name(tree: Path, name: str) -> None:
    before = build_id(tree)
    path = tree / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(path.read_text(encoding="utf-8") + " " if path.exists() else "{}", encoding="utf-8")
    assert build_id(tree) != before


def test_a_database_that_exists_is_not_an_input(tree: Path) -> None:
    before = build_id(tree)
    build(tree, tree / "build")
    assert build_id(tree) == before


def test_a_failed_build_leaves_nothing_and_the_old_database_stays_in_use(
    tree: Path, out: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = build(tree, out)
    edit(tree, COVER, "15.5", "155")
    with pytest.raises(DataError):
        build(tree, out)
    assert sorted(path.name for path in out.iterdir() if path.suffix != ".lock") == [old.name]
    with caplog.at_level(logging.WARNING):
        database = open_database(tree, out)
    assert database.path == old
    assert "line 3, column value: '155.0'" in caplog.text
    close_databases()


def test_without_any_database_a_wrong_file_is_an_error(tree: Path, out: Path) -> None:
    edit(tree, COVER, "15.5", "155")
    with pytest.raises(DataError):
        open_database(tree, out)


def test_the_schema_refuses_what_slipped_through_the_checks(
    tree: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = building.load(tree)

    def slipped(_: Path) -> Tables:
        whole.areas = [placed for placed in whole.areas if placed.row.area != "ASEAN"]
        return whole

    monkeypatch.setattr(building, "load", slipped)
    with pytest.raises(DataError, match="the database refused the data"):
        build(tree, out)
    assert not [path for path in out.iterdir() if "draft" in path.name or path.suffix == ".duckdb"]


def test_a_reader_keeps_its_database_while_a_new_one_is_built(tree: Path, out: Path) -> None:
    reader = Database(build(tree, out))
    edit(tree, COVER, "15.5", "16.5")
    newer = Database(build(tree, out))
    assert reader.queries().latest("any", "LAO").value == 15.5
    assert newer.queries().latest("any", "LAO").value == 16.5
    assert newer.build_id != reader.build_id
    reader.close()
    newer.close()


def test_only_the_newest_two_databases_stay(tree: Path, out: Path) -> None:
    built = []
    for number, value in enumerate(("15.5", "16.5", "17.5", "18.5")):
        if number:
            edit(tree, COVER, built[-1][1], value)
        path = build(tree, out)
        os.utime(path, (number, number))
        built.append((path, value))
    assert databases(out) == [built[3][0], built[2][0]]


def test_two_builds_at_once_wait_for_each_other(tree: Path, out: Path) -> None:
    out.mkdir()
    with ThreadPoolExecutor(2) as pool:
        with FileLock(out / "build.lock"):
            waiting = [pool.submit(build, tree, out) for _ in range(2)]
            assert not databases(out)
        assert len({future.result(timeout=60) for future in waiting}) == 1
    assert len(databases(out)) == 1


def test_nothing_can_be_written_or_read_from_outside(tree: Path, out: Path) -> None:
    database = Database(build(tree, out))
    cursor = database._connection.cursor()
    with pytest.raises(duckdb.Error, match="read-only"):
        cursor.execute("DELETE FROM observation")
    with pytest.raises(duckdb.Error, match="disabled by configuration"):
        cursor.execute(f"SELECT * FROM read_csv('{tree / COVER}')")
    database.close()


def test_opening_again_gives_the_same_database(tree: Path, out: Path) -> None:
    assert open_database(tree, out) is open_database(tree, out)
    close_databases()
