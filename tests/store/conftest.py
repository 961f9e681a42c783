"""An open store in a folder of its own, somebody who may edit, and a library that may be broken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sp_app.data.scenario_files import DATA, load_scenario
from sp_app.store.opening import Store, close_stores, open_store
from sp_app.store.permission import Editor
from sp_core.scenario import Scenario


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for a store, with signs in its name that have a meaning elsewhere; stores are closed after."""
    yield tmp_path / "ບ່ອນເກັບ 100%"
    close_stores()


@pytest.fixture
def store(folder: Path) -> Store:
    """Return an open, empty store."""
    return open_store(folder)


@pytest.fixture
def editor() -> Editor:
    """Return somebody with the code."""
    return Editor("ທ່ານ ນາງ ຄຳຫຼ້າ ພົມມະວົງ")


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """Return a scenario of the library."""
    return load_scenario("mecg_to_scale")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a copy of the library that may be broken."""
    target = tmp_path / "library"
    for source in DATA.iterdir():
        if source.is_dir() and any(source.glob("*.toml")):
            shutil.copytree(source, target / source.name)
    return target
