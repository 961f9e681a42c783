"""A tiny valid tree of data files, and databases that are closed after each test that opened one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sp_app.data.database import Database
from sp_app.data.queries import Queries
from tests.data.small_tree import write_tree


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder with tiny valid data files."""
    return write_tree(tmp_path / "data")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder for databases."""
    return tmp_path / "build"


@pytest.fixture(scope="session")
def database() -> Iterator[Database]:
    """Return the database of the real figures."""
    from sp_app.data.build import build

    opened = Database(build())
    yield opened
    opened.close()


@pytest.fixture
def queries(database: Database) -> Queries:
    """Return the questions to the real figures."""
    return database.queries()
