"""Where the figures lie and where the database is built."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
BUILD = DATA / "build"
SCHEMA = Path(__file__).resolve().parent / "sql" / "schema.sql"
