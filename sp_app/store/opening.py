"""Opening the store: one SQLite file, brought up to date, shared by all threads of the server.

    store = open_store()
    with store.writing() as session: ...     # one transaction: all of it or nothing
    with store.reading() as session: ...     # a steady view, in nobody's way

Writers queue from the first statement on (BEGIN IMMEDIATE), so what a writer has read
cannot change under it. Readers never wait (write-ahead log).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

from sp_app.store.migrating import MIGRATIONS, migrate
from sp_app.store.places import FILE, store_folder
from sp_app.store.trouble import in_plain_words

BUSY_MS = 5000  # how long a writer waits for another before it is told
# FULL: a saved scenario survives a power cut, which NORMAL does not promise with a write-ahead log.
SETTINGS = (f"busy_timeout = {BUSY_MS}", "journal_mode = WAL", "synchronous = FULL")
_as_json = partial(json.dumps, ensure_ascii=False, allow_nan=False)

_opened: dict[Path, Store] = {}
_opening = threading.Lock()


class Store:
    """An open store; safe to share between threads."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._readers = sessionmaker(engine, expire_on_commit=False)
        self._writers = sessionmaker(engine.execution_options(writes=True), expire_on_commit=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are kept together at the end, or not at all when it fails."""
        with in_plain_words(self.path), self._writers.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one moment of the store."""
        with in_plain_words(self.path), self._readers.begin() as session:
            yield session

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()


def open_store(folder: Path | None = None, migrations: Path = MIGRATIONS) -> Store:
    """Return the store in `folder` (default: places.store_folder), made or brought up to date if need be.

    Opened once per process. Raises Refused in plain words: read_only, disk_full, busy,
    damaged, later_store; then nothing has changed.
    """
    place = (folder or store_folder()).resolve()
    with _opening:
        if place not in _opened:
            _opened[place] = _open(place, migrations)
        return _opened[place]


def close_stores() -> None:
    """Close every store of this process."""
    with _opening:
        for store in _opened.values():
            store.close()
        _opened.clear()


def _open(folder: Path, migrations: Path) -> Store:
    path = folder / FILE
    with in_plain_words(path):
        folder.mkdir(parents=True, exist_ok=True)
        migrate(path, engine_for, migrations)
    return Store(path, engine_for(path))


def engine_for(path: Path, foreign_keys: bool = True) -> Engine:
    """Return an engine on the file; a migration rebuilds tables and checks foreign keys afterwards."""
    engine = create_engine(URL.create("sqlite", database=str(path)), json_serializer=_as_json)

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _record: object) -> None:
        for setting in (*SETTINGS, f"foreign_keys = {'ON' if foreign_keys else 'OFF'}"):
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
