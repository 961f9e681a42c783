"""Where the figures lie, where the database is built, and which country the model is of."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
BUILD = DATA / "build"
SCHEMA = Path(__file__).resolve().parent / "sql" / "schema.sql"
AREA = "LAO"
