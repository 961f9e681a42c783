"""Drafts to save, and what a store holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sp_app.store.places import FILE
from sp_app.store.records import Draft, Edition
from sp_core.scenario import Scenario

EDITION = Edition("5a" * 32, "0123456789ab")


def draft(scenario: Scenario, name: str = "ແຜນ ກ", coverage: float = 0.55, **more: Any) -> Draft:
    """Return a draft of the grant with another coverage."""
    values = scenario.values() | {"mecg.coverage": coverage}
    return Draft(scenario=scenario, values=values, name=name, **({"edition": EDITION} | more))


def content(folder: Path) -> list[str]:
    """Return everything the store holds, as SQL, read by another way than its own."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        return list(connection.iterdump())
