"""Bringing the file up to date: under a lock, after a backup, in one transaction.

A step that fails leaves the file as it was. A file made by a later program is not touched.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from filelock import FileLock
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from sp_app.store.places import BACKUPS, LOCK
from sp_app.store.problem import refused

LOG = logging.getLogger(__name__)
MIGRATIONS = Path(__file__).resolve().parent / "migrations"
SECONDS_TO_WAIT = 30  # for another process that is just migrating


def migrate(path: Path, engine_for: Callable[[Path, bool], Engine], migrations: Path = MIGRATIONS) -> None:
    """Make the file, or bring it to the newest revision of `migrations`.

    Raises Refused (later_store) for a revision unknown here, and what disk or database raise.
    """
    script = ScriptDirectory(str(migrations))
    head = script.get_current_head()
    with FileLock(path.with_name(LOCK), timeout=SECONDS_TO_WAIT):
        before = revision(path)
        if before == head:
            return
        _fail_if_made_by_a_later_program(script, before, path)
        if before is not None:
            back_up(path, f"before-{head}")
        engine = engine_for(path, False)
        try:
            _upgrade(engine, migrations)
        except (DBAPIError, sqlite3.Error, OSError):
            raise
        except Exception as error:  # whatever a step raises, the transaction took it back
            LOG.exception("the store %s stays at revision %s", path, before)
            raise refused("failed", folder=str(path.parent), file=path.name) from error
        finally:
            engine.dispose()


def revision(path: Path) -> str | None:
    """Return the revision of the file, None where there is no file or nothing in it yet."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return row[0] if row else None


def back_up(path: Path, label: str) -> Path:
    """Copy the file as it is now, with what its write-ahead log still holds, into backups/."""
    folder = path.with_name(BACKUPS)
    folder.mkdir(exist_ok=True)
    target = folder / f"{path.stem}-{label}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}{path.suffix}"
    draft = target.with_suffix(".draft")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)
    return draft.replace(target)


def _fail_if_made_by_a_later_program(script: ScriptDirectory, before: str | None, path: Path) -> None:
    if before is None:
        return
    try:
        script.get_revision(before)
    except CommandError as error:
        raise refused("later_store", folder=str(path.parent), file=path.name) from error


def _upgrade(engine: Engine, migrations: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"the migration broke references: {broken[:5]}")
