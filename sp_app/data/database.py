"""Opening the figures: one read-only connection per process, one cursor per reader.

A missing or outdated database is built first. When the data files are wrong, the newest
database built before stays in use and the fault goes to the log.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import duckdb

from sp_app.data.build import build, databases
from sp_app.data.catalogue import read_catalogue
from sp_app.data.places import BUILD, DATA
from sp_app.data.queries import Answers, Queries
from sp_core.errors import DataError

LOG = logging.getLogger(__name__)
SETTINGS = {"enable_external_access": "false", "lock_configuration": "true"}

_opened: dict[tuple[Path, Path], Database] = {}
_opening = threading.Lock()


class Database:
    """An open database of figures; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = duckdb.connect(str(path), read_only=True, config=SETTINGS)
        self._catalogue = read_catalogue(self._connection.cursor())
        self._answers: Answers = {}
        self.build_id = self._catalogue.build_id

    def queries(self) -> Queries:
        """Return the questions on a cursor of their own: ask once per run or thread."""
        return Queries(self._connection.cursor(), self._catalogue, self._answers)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def open_database(data_dir: Path = DATA, out_dir: Path = BUILD) -> Database:
    """Return the database of `data_dir`, opened once per process.

    Raises DataError when the data are wrong and no database was ever built.
    """
    key = (data_dir.resolve(), out_dir.resolve())
    with _opening:
        if key not in _opened:
            _opened[key] = Database(_current(data_dir, out_dir))
        return _opened[key]


def close_databases() -> None:
    """Close every database of this process, so that the next opening looks at the files again."""
    with _opening:
        for database in _opened.values():
            database.close()
        _opened.clear()


def _current(data_dir: Path, out_dir: Path) -> Path:
    """Return a database built from today's files, or else the newest one with a warning in the log."""
    try:
        return build(data_dir, out_dir)
    except (DataError, OSError) as error:
        older = databases(out_dir)
        if not older:
            raise
        LOG.warning("the data files cannot be used, %s stays in use: %s", older[0].name, error)
        return older[0]
