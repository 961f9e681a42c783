"""Where that which users create is kept: data/store, or the folder that SP_STORE names."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "SP_STORE"
USUAL = Path(__file__).resolve().parents[2] / "data" / "store"
FILE = "store.sqlite"
LOCK = "store.lock"
BACKUPS = "backups"


def store_folder() -> Path:
    """Return the folder of the store; another one is chosen by the environment variable."""
    chosen = os.environ.get(VARIABLE, "").strip()
    return Path(chosen).expanduser() if chosen else USUAL
