"""Threads and processes that save, open and die at the same moment: nothing is lost, nothing is half there."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import text

from sp_app.store.changing import save
from sp_app.store.looking import history, listed, load, versions
from sp_app.store.opening import Store, close_stores, open_store
from sp_app.store.permission import Editor, Viewer
from sp_core.scenario import Scenario
from tests.store.drafts import content, draft
from tests.store.saver import DIED

ROOT = Path(__file__).resolve().parents[2]
LOOKING = Viewer()
COUNT = text("SELECT count(*) FROM scenario")


def run(folder: Path, how: str, id: str, values: list[str]) -> list[tuple[int, str]]:
    """Start one process per value, let them go at once, return exit codes and what they printed."""
    go = folder.parent / "go"
    command = [sys.executable, "-m", "tests.store.saver", str(folder), how, id]
    started = [
        subprocess.Popen([*command, value, str(go)], cwd=ROOT, stdout=subprocess.PIPE, text=True) for value in values
    ]
    end = time.monotonic() + 60
    while not all(Path(f"{go}.{value}").exists() for value in values):
        assert time.monotonic() < end, "the processes did not start"
        time.sleep(0.01)
    go.touch()
    return [(p.wait(), out.strip()) for p in started for out in [p.communicate(timeout=60)[0]]]


def test_processes_that_save_the_same_version_all_keep_their_work_and_all_but_one_are_told(
    store: Store, folder: Path, editor: Editor, scenario: Scenario
) -> None:
    record = save(store, editor, draft(scenario)).record
    outcomes = run(folder, "save", record.id, ["0.61", "0.62", "0.63"])
    assert sorted(outcomes) == [(0, "kept"), (0, "overtaken"), (0, "overtaken")]
    assert {r.values["mecg.coverage"] for r in listed(store, LOOKING)} == {0.61, 0.62, 0.63}
    assert {r.author for r in listed(store, LOOKING)} == {"process 0.61", "process 0.62", "process 0.63"}
    assert len(versions(store, LOOKING, record.id)) == 2


def test_threads_that_save_the_same_version_all_keep_their_work(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    record = save(store, editor, draft(scenario)).record
    barrier, told = threading.Barrier(8), []

    def work(number: int) -> None:
        mine = draft(scenario, coverage=number / 100)
        barrier.wait()
        told.append(save(store, Editor(f"thread {number}"), mine, onto=record).told)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(problem.kind if problem else "kept" for problem in told) == {"kept": 1, "overtaken": 7}
    found = listed(store, LOOKING)
    assert {r.values["mecg.coverage"] for r in found} == {number / 100 for number in range(1, 9)}
    assert len({r.name.lo for r in found}) == 8, "each copy has a name of its own"
    assert len(history(store, LOOKING)) == 9


def test_a_writer_never_waits_for_a_reader_who_goes_on_seeing_one_moment(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    save(store, editor, draft(scenario))
    with store.reading() as session:
        assert session.execute(COUNT).scalar() == 1
        save(store, editor, draft(scenario))
        assert session.execute(COUNT).scalar() == 1
    assert len(listed(store, LOOKING)) == 2


def test_readers_never_wait_for_a_writer(store: Store, editor: Editor, scenario: Scenario) -> None:
    record = save(store, editor, draft(scenario)).record
    with store.writing() as session:
        session.connection().exec_driver_sql("UPDATE scenario SET name_en = 'not yet'")
        started = time.monotonic()
        assert load(store, LOOKING, record.id).record == record
        assert time.monotonic() - started < 4  # a reader that waits, waits for the whole busy time


def test_processes_that_open_a_new_store_at_once_make_it_once(folder: Path) -> None:
    outcomes = run(folder, "new", "-", ["0.11", "0.12", "0.13"])
    assert outcomes == [(0, "kept")] * 3
    assert {r.values["mecg.coverage"] for r in listed(open_store(folder), LOOKING)} == {0.11, 0.12, 0.13}


def test_a_process_that_dies_between_writing_and_closing_leaves_nothing_behind(
    store: Store, folder: Path, editor: Editor, scenario: Scenario
) -> None:
    record = save(store, editor, draft(scenario)).record
    before = content(folder)
    assert run(folder, "die", record.id, ["0.99"]) == [(DIED, "")]
    close_stores()
    again = open_store(folder)
    assert content(folder) == before
    assert save(again, editor, draft(scenario, coverage=0.6), onto=record).told is None, "no lock is left either"


def test_an_error_in_the_middle_takes_everything_back(
    store: Store, folder: Path, editor: Editor, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = save(store, editor, draft(scenario)).record
    before = content(folder)

    def fail(*_args: object) -> None:
        raise RuntimeError("the audit trail cannot be written")

    monkeypatch.setattr("sp_app.store.keeping.enter", fail)
    with pytest.raises(RuntimeError, match="audit trail"):
        save(store, editor, draft(scenario, coverage=0.9), onto=record)
    assert content(folder) == before
