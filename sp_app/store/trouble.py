"""What the disk and SQLite complain about, said in words people can act on."""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import Timeout
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from sp_app.store.problem import Kind, Refused, refused

LOG = logging.getLogger(__name__)
BY_NAME: dict[str, Kind] = {
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_CORRUPT": "damaged",
}
BY_NUMBER: dict[int | None, Kind] = {
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOENT: "read_only",
    errno.ENOTDIR: "read_only",
    errno.EEXIST: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn an error of disk or database into Refused; the detail goes to the log."""
    try:
        yield
    except (Timeout, PoolTimeout) as error:
        raise _refused("busy", path, error) from error
    except (DBAPIError, sqlite3.Error) as error:
        raise _refused(_kind(error), path, error) from error
    except OSError as error:
        raise _refused(BY_NUMBER.get(error.errno, "failed"), path, error) from error


def _kind(error: Exception) -> Kind:
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", ""))
    # An extended code such as SQLITE_READONLY_DIRECTORY begins with the plain one.
    return next((kind for known, kind in BY_NAME.items() if name.startswith(known)), "failed")


def _refused(kind: Kind, path: Path, error: Exception) -> Refused:
    LOG.warning("the store %s: %s: %s", path, kind, error, exc_info=kind == "failed")
    return refused(kind, folder=str(path.parent), file=path.name)
