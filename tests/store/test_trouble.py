"""Disks that cannot be written or are full, files that are damaged, locks that are held: a plain sentence each."""

from __future__ import annotations

import logging
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from sqlalchemy import event

from sp_app.i18n import texts
from sp_app.store import migrating, opening
from sp_app.store.changing import save
from sp_app.store.looking import history, listed
from sp_app.store.opening import Store, close_stores, engine_for, open_store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.places import FILE, LOCK, USUAL, VARIABLE, store_folder
from sp_app.store.problem import Refused
from sp_core.scenario import Scenario
from tests.store.drafts import draft

NOBODY = 65534
LOOKING = Viewer()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that every user of this computer can walk into."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name) / "store"
        close_stores()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write away from a folder and its files, also from the administrator who runs the test."""
    if not hasattr(os, "geteuid"):
        pytest.skip("not run: Windows has no such rights")
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)
        folder.chmod(0o755)


def kinds(error: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.kind for problem in error.value.problems]


def test_a_folder_that_cannot_be_made_is_named_in_both_languages(open_folder: Path) -> None:
    open_folder.mkdir()
    with read_only(open_folder), pytest.raises(Refused) as caught:
        open_store(open_folder / "inside")
    assert kinds(caught) == ["read_only"]
    for language in ("en", "lo"):
        (sentence,) = caught.value.sentences(texts(language))
        assert str(open_folder / "inside") in sentence


def test_a_store_on_a_disk_that_became_read_only_says_so(open_folder: Path, editor: Editor, scenario: Scenario) -> None:
    save(open_store(open_folder), editor, draft(scenario))
    close_stores()
    with read_only(open_folder), pytest.raises(Refused, match="cannot be written to") as caught:
        open_store(open_folder)
    assert kinds(caught) == ["read_only"]
    (open_folder / FILE).chmod(0o644)
    (open_folder / LOCK).chmod(0o644)
    assert len(listed(open_store(open_folder), LOOKING)) == 1


def test_a_file_that_becomes_read_only_under_the_open_store_says_so_and_loses_nothing(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    record = save(store, editor, draft(scenario)).record
    guarded = engine_for(store.path)
    event.listen(guarded, "connect", lambda connection, _: connection.execute("PRAGMA query_only = ON").close())
    with pytest.raises(Refused) as caught:
        save(Store(store.path, guarded), editor, draft(scenario), onto=record)
    guarded.dispose()
    assert kinds(caught) == ["read_only"]
    assert listed(store, LOOKING) == (record,)


def test_a_folder_whose_name_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a letter", "utf-8")
    with pytest.raises(Refused) as caught:
        open_store(tmp_path / "store")
    assert kinds(caught) == ["read_only"]
    assert (tmp_path / "store").read_text("utf-8") == "a letter"


def test_a_full_disk_says_so_and_keeps_what_was_saved_before(store: Store, editor: Editor, scenario: Scenario) -> None:
    small = engine_for(store.path)

    def limit(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 40").close()

    event.listen(small, "connect", limit)
    full = Store(store.path, small)
    saved = 0
    with pytest.raises(Refused) as caught:
        while saved < 100:
            save(full, editor, draft(scenario, note="ກ" * 4000))
            saved += 1
    full.close()
    assert kinds(caught) == ["disk_full"]
    assert 0 < saved < 100
    assert len(listed(store, LOOKING)) == len(history(store, LOOKING)) == saved


def test_a_store_that_another_program_is_writing_asks_to_try_again(
    folder: Path, editor: Editor, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SETTINGS", ("busy_timeout = 50", "journal_mode = WAL"))
    store = open_store(folder)
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused, match="try again in a moment") as caught:
            save(store, editor, draft(scenario))
        other.execute("ROLLBACK")
    assert kinds(caught) == ["busy"]
    assert save(store, editor, draft(scenario)).told is None


def test_a_migration_elsewhere_that_does_not_end_asks_to_try_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "SECONDS_TO_WAIT", 0.05)
    folder.mkdir()
    with FileLock(folder / LOCK), pytest.raises(Refused) as caught:
        open_store(folder)
    assert kinds(caught) == ["busy"]


@pytest.mark.parametrize("damage", [b"this is a letter, not a database, and long enough to be read as one" * 40])
def test_a_damaged_file_is_named_and_left_alone(folder: Path, damage: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(damage)
    with pytest.raises(Refused, match=r"store\.sqlite .* is damaged and was left untouched") as caught:
        open_store(folder)
    assert kinds(caught) == ["damaged"]
    assert (folder / FILE).read_bytes() == damage


def test_the_detail_of_an_unknown_trouble_goes_to_the_log_only(
    store: Store, folder: Path, editor: Editor, scenario: Scenario, caplog: pytest.LogCaptureFixture
) -> None:
    with store.writing() as session:
        session.connection().exec_driver_sql("DROP TABLE audit")
    with caplog.at_level(logging.WARNING), pytest.raises(Refused) as caught:
        save(store, editor, draft(scenario))
    assert kinds(caught) == ["failed"]
    assert "audit" not in str(caught.value) and "INSERT" not in str(caught.value)
    assert "no such table: audit" in caplog.text
    assert listed(store, LOOKING) == ()


def test_after_a_trouble_is_mended_the_store_opens_in_the_same_process(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way", "utf-8")
    with pytest.raises(Refused):
        open_store(folder)
    folder.unlink()
    assert listed(open_store(folder), LOOKING) == ()


def test_the_folder_is_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert store_folder() == USUAL
    monkeypatch.setenv(VARIABLE, str(tmp_path / "elsewhere"))
    open_store()
    assert (tmp_path / "elsewhere" / FILE).is_file()
    close_stores()


def test_the_usual_folder_is_no_part_of_the_project_or_of_the_figures() -> None:
    root = Path(__file__).resolve().parents[2]
    assert USUAL.relative_to(root).as_posix() == "data/store"
    assert "data/store/" in (root / ".gitignore").read_text("utf-8").splitlines()
