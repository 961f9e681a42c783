"""From nothing, from the revision before, and through steps that fail: data stay, and a backup lies beside them."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from sp_app.store.changing import save
from sp_app.store.looking import history, listed, load
from sp_app.store.migrating import MIGRATIONS, revision
from sp_app.store.models import Base
from sp_app.store.opening import close_stores, engine_for, open_store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.places import BACKUPS, FILE
from sp_app.store.problem import Refused
from sp_core.scenario import Scenario
from tests.store.drafts import content, draft

ROOT = Path(__file__).resolve().parents[2]
HEAD = "0004"
LOOKING = Viewer()
LATER = '''"""A later step."""
import os
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "0005", "0004", None, None
def upgrade():
    with op.batch_alter_table("scenario", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.String(), nullable=True))
    op.execute("UPDATE scenario SET colour = 'ສີຟ້າ', name_en = 'changed by the step'")
    {end}
'''


@pytest.fixture
def migrations(tmp_path: Path) -> Iterator[Path]:
    """Return a copy of the migrations that steps may be added to or taken from."""
    target = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, target, ignore=shutil.ignore_patterns("__pycache__"))
    yield target
    close_stores()


def add_step(migrations: Path, end: str) -> None:
    (migrations / "versions" / "0005_later.py").write_text(LATER.replace("{end}", end), encoding="utf-8")


def take_back_to_first(migrations: Path) -> None:
    for later in ("0002_audit_trail.py", "0003_rooms.py", "0004_decks.py"):
        (migrations / "versions" / later).unlink()


def backups(folder: Path) -> list[Path]:
    return sorted((folder / BACKUPS).glob("*")) if (folder / BACKUPS).exists() else []


def put_by_hand(folder: Path, scenario: Scenario, id: str = "saved_00000000aa") -> None:
    """Enter a scenario with two versions as the first revision kept it."""
    part = {
        "status": scenario.status,
        "reference": scenario.reference,
        "programmes": ["mecg"],
        "assumptions": "base",
        "headline": list(scenario.headline),
    }
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("INSERT INTO scenario VALUES (?, 'Plan', 'ແຜນ', 2, NULL)", (id,))
        for number, coverage in ((1, 0.4), (2, 0.5)):
            levers = json.dumps(scenario.values() | {"mecg.coverage": coverage})
            connection.execute(
                "INSERT INTO scenario_version (scenario_id, number, base, definition, levers, note_en, note_lo, "
                "tape_hash, build_id, author, saved_at) VALUES (?, ?, 'mecg_to_scale', ?, ?, '', '', 'aa', 'bb', "
                "'ຄຳຫຼ້າ', ?)",
                (id, number, json.dumps(part), levers, f"2026-01-0{number} 08:00:00.000000"),
            )


def test_an_empty_folder_becomes_a_store_at_the_newest_revision_without_a_backup(folder: Path) -> None:
    open_store(folder)
    assert revision(folder / FILE) == HEAD
    assert backups(folder) == []


def test_the_tables_are_those_of_the_models(folder: Path) -> None:
    open_store(folder)
    engine = engine_for(folder / FILE)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_store_of_the_revision_before_keeps_its_scenarios_and_gets_its_trail(
    folder: Path, migrations: Path, editor: Editor, scenario: Scenario
) -> None:
    take_back_to_first(migrations)
    open_store(folder, migrations)
    close_stores()
    assert revision(folder / FILE) == "0001"
    put_by_hand(folder, scenario)
    store = open_store(folder)
    loaded = load(store, LOOKING, "saved_00000000aa")
    assert (loaded.record.version, loaded.scenario.values()["mecg.coverage"]) == (2, 0.5)
    trail = history(store, LOOKING)
    assert [(e.what, e.version, e.who, e.at.day) for e in trail] == [
        ("save", 2, "ຄຳຫຼ້າ", 2),
        ("save", 1, "ຄຳຫຼ້າ", 1),
    ]
    assert save(store, editor, draft(scenario), onto=loaded.record).record.version == 3


def test_before_a_migration_the_file_is_backed_up_as_it_was(folder: Path, migrations: Path, scenario: Scenario) -> None:
    take_back_to_first(migrations)
    open_store(folder, migrations)
    close_stores()
    put_by_hand(folder, scenario)
    before = content(folder)
    open_store(folder)
    (backup,) = backups(folder)
    assert backup.name.startswith(f"store-before-{HEAD}-") and backup.suffix == ".sqlite"
    with closing(sqlite3.connect(backup)) as connection:
        assert list(connection.iterdump()) == before


def test_a_backup_holds_what_the_write_ahead_log_still_holds(
    folder: Path, migrations: Path, editor: Editor, scenario: Scenario
) -> None:
    store = open_store(folder)
    save(store, editor, draft(scenario, name="ຍັງຢູ່ໃນບັນທຶກ"))
    assert (folder / f"{FILE}-wal").stat().st_size > 0, "the test needs a log that is not yet written back"
    add_step(migrations, "pass")
    from sp_app.store.migrating import migrate

    migrate(folder / FILE, engine_for, migrations)
    (backup,) = backups(folder)
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT name_lo FROM scenario").fetchall() == [("ຍັງຢູ່ໃນບັນທຶກ",)]


def test_opening_again_changes_and_backs_up_nothing(folder: Path, editor: Editor, scenario: Scenario) -> None:
    save(open_store(folder), editor, draft(scenario))
    close_stores()
    before = content(folder)
    open_store(folder)
    assert content(folder) == before and backups(folder) == []


def test_a_step_that_rebuilds_a_table_keeps_what_refers_to_it(
    folder: Path, migrations: Path, editor: Editor, scenario: Scenario
) -> None:
    saved = save(open_store(folder), editor, draft(scenario)).record
    close_stores()
    add_step(migrations, "pass")
    store = open_store(folder, migrations)
    assert revision(folder / FILE) == "0005"
    (record,) = listed(store, LOOKING)
    assert (record.values, record.name.en) == (saved.values, "changed by the step")


@pytest.mark.parametrize(
    "end",
    [
        "raise RuntimeError('half way')",
        "op.execute('INSERT INTO nowhere VALUES (1)')",
        "op.execute('DELETE FROM scenario')",
    ],
    ids=["mistake of the program", "refused by the database", "references broken"],
)
def test_a_step_that_fails_leaves_the_store_as_it_was_and_says_so(
    folder: Path, migrations: Path, editor: Editor, scenario: Scenario, end: str
) -> None:
    save(open_store(folder), editor, draft(scenario))
    close_stores()
    before = content(folder)
    add_step(migrations, end)
    with pytest.raises(Refused) as caught:
        open_store(folder, migrations)
    assert caught.value.problems[0].kind == "failed"
    assert content(folder) == before
    assert len(backups(folder)) == 1
    (record,) = listed(open_store(folder), LOOKING)
    assert record.name.en == "ແຜນ ກ"


def test_a_program_that_dies_in_the_middle_of_a_migration_can_start_again(
    folder: Path, migrations: Path, editor: Editor, scenario: Scenario
) -> None:
    save(open_store(folder), editor, draft(scenario))
    close_stores()
    before = content(folder)
    add_step(migrations, "os._exit(9)")
    words = (
        "import sys; from pathlib import Path; from sp_app.store.opening import open_store; "
        "open_store(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    died = subprocess.run([sys.executable, "-c", words, folder, migrations], cwd=ROOT, timeout=60, env=os.environ)
    assert died.returncode == 9
    assert content(folder) == before
    assert [record.name.en for record in listed(open_store(folder), LOOKING)] == ["ແຜນ ກ"]


def test_a_store_of_a_later_program_is_not_touched(
    folder: Path, migrations: Path, editor: Editor, scenario: Scenario
) -> None:
    save(open_store(folder), editor, draft(scenario))
    close_stores()
    add_step(migrations, "pass")
    open_store(folder, migrations)
    close_stores()
    before = content(folder)
    with pytest.raises(Refused, match="made by a newer program and was left untouched"):
        open_store(folder)
    assert content(folder) == before
