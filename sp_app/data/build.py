"""Building the database: data files -> data/build/figures-<id>.duckdb, whole or not at all.

The id is a hash of every input, so equal data give an equal name. A build writes a new file
and never touches one that somebody reads; two builds at once wait for each other.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import duckdb
import pandas as pd
from filelock import FileLock

from sp_app.data.flag_rules import expanded
from sp_app.data.load import load
from sp_app.data.places import BUILD, DATA, SCHEMA
from sp_app.data.tables import Placed, Tables
from sp_core.errors import DataError

INPUTS = ("*.csv", "observations/*.csv", "geo/*.geojson", "*/*.toml")
CODE = ("rows.py", "tables.py", "corrections.py", "flag_rules.py", "build.py")  # a change there changes the database
KEPT = 2  # files left after a build: the new one, and one that may still be read


def build_id(data: Path = DATA) -> str:
    """Return the 12 hexadecimal digits that name the database of these inputs."""
    digest = hashlib.sha256()
    inputs = sorted({path for pattern in INPUTS for path in data.glob(pattern)})
    named = [(path.relative_to(data).as_posix(), path) for path in inputs if "build" not in path.parts[-2:]]
    named += [("schema.sql", SCHEMA), *((name, Path(__file__).with_name(name)) for name in CODE)]
    for name, path in named:
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def build(data_dir: Path = DATA, out_dir: Path = BUILD) -> Path:
    """Return the database of `data_dir`, building it in `out_dir` unless it is there already.

    Raises DataError naming file, line, column, value and what would be right; then nothing has changed.
    """
    identity = build_id(data_dir)
    target = out_dir / f"figures-{identity}.duckdb"
    if target.exists():
        return target
    out_dir.mkdir(parents=True, exist_ok=True)
    with FileLock(out_dir / "build.lock"):
        if not target.exists():
            _publish(load(data_dir), identity, target)
            _remove_old(out_dir, target)
    return target


def databases(out_dir: Path = BUILD) -> list[Path]:
    """Return the finished databases, newest first."""
    return sorted(out_dir.glob("figures-*.duckdb"), key=lambda path: path.stat().st_mtime, reverse=True)


def _publish(tables: Tables, identity: str, target: Path) -> None:
    """Write everything into a file beside `target`, then move it there in one step."""
    draft = target.with_name(f".{target.stem}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(draft)) as connection:
            connection.execute(SCHEMA.read_text(encoding="utf-8"))
            connection.execute("INSERT INTO build VALUES (?)", [identity])
            for table, frame in _frames(tables).items():
                connection.register("incoming", frame)
                connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
                connection.unregister("incoming")
        os.replace(draft, target)
    except duckdb.Error as error:
        raise DataError(f"the database refused the data: {error}") from error
    finally:
        for rest in (draft, Path(f"{draft}.wal")):
            rest.unlink(missing_ok=True)


def _frames(tables: Tables) -> dict[str, pd.DataFrame]:
    """Return the content of each table; a table comes after those it refers to."""
    return {
        "unit": _frame(tables.units),
        "origin": _frame(tables.origins),
        "area": _frame(tables.areas),
        "indicator": _frame(tables.indicators).assign(place=range(len(tables.indicators))),
        "membership": _frame(tables.memberships).rename(columns={"from_": "from_day", "to": "to_day"}),
        "observation": _frame(tables.observations),
        "flag": pd.DataFrame(list(expanded(tables))).astype({"year": "Int64"}),
        "gap": _frame(tables.gaps).assign(place=range(len(tables.gaps))),
        "province": _frame(tables.provinces),
        **({"correction": _frame(tables.corrections)} if tables.corrections else {}),
    }


def _frame(rows: list[Placed]) -> pd.DataFrame:
    names = list(type(rows[0].row).model_fields)
    return pd.DataFrame({name: [getattr(placed.row, name) for placed in rows] for name in names})


def _remove_old(out_dir: Path, target: Path) -> None:
    """Delete all but the newest databases; one that is being read elsewhere may stay."""
    for path in [path for path in databases(out_dir) if path != target][KEPT - 1 :]:
        with contextlib.suppress(OSError):
            path.unlink()
