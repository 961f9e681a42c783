"""Commands on the figures: build, check, list the sources, show an indicator."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from sp_app.cli.writing import as_csv, as_json, as_table
from sp_app.data.build import build
from sp_app.data.database import open_database
from sp_app.data.load import load
from sp_app.data.places import BUILD, DATA
from sp_core.errors import SocialProtectionError
from sp_core.records import Observation

SHOWN = ("area", "year", "sex", "age", "value", "unit", "status", "flags", "origin", "locator", "note")
SOURCE = ("key", "producer", "title", "edition", "published", "licence", "licence_verified", "is_copy", "address")
WRITERS = {"table": as_table, "json": as_json, "csv": as_csv}


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    json = "json"
    csv = "csv"


Data = Annotated[Path, typer.Option("--data", help="Folder with the data files.")]
Out = Annotated[Path, typer.Option("--out", help="Folder for the database.")]
Written = Annotated[Format, typer.Option("--format", help="table, json or csv")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("build")(build_command)
    app.command("check")(check_command)
    app.command("sources")(sources_command)
    app.command("show")(show_command)


def in_plain_words(command: Callable[..., None]) -> Callable[..., None]:
    """Turn an error of ours into its sentence on standard error and exit code 1."""

    @wraps(command)
    def wrapped(*arguments: Any, **named: Any) -> None:
        try:
            command(*arguments, **named)
        except SocialProtectionError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from None

    return wrapped


@in_plain_words
def build_command(data: Data = DATA, out: Out = BUILD) -> None:
    """Build the database from the data files and print where it is."""
    typer.echo(str(build(data, out)))


@in_plain_words
def check_command(data: Data = DATA) -> None:
    """Check the data files without building."""
    tables = load(data)
    typer.echo(f"{len(tables.observations)} figures of {len(tables.indicators)} indicators: nothing wrong", err=True)


@in_plain_words
def sources_command(data: Data = DATA, out: Out = BUILD, format: Written = Format.table) -> None:
    """List every source with edition, licence and address."""
    origins = open_database(data, out).queries().origins()
    _write([{name: getattr(origin, name) for name in SOURCE} for origin in origins], SOURCE, format)


@in_plain_words
def show_command(
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="Key of an indicator, such as sdg131_any.")],
    area: Annotated[list[str] | None, typer.Option("--area", help="Area code; may be given several times.")] = None,
    data: Data = DATA,
    out: Out = BUILD,
    format: Written = Format.table,
) -> None:
    """Show the figures of an indicator with status, flags, source and place in the source."""
    queries = open_database(data, out).queries()
    found = queries.indicator(indicator)
    for key in area or ():
        queries.area(key)
    rows = [_shown(one) for one in queries.observations(indicator, area, sex=None, age=None)]
    if not rows:
        typer.echo(f"no published figure of {found.name.en} for {', '.join(area or ())}", err=True)
    _write(rows, SHOWN, format)


def _shown(observation: Observation) -> dict[str, Any]:
    row = {name: getattr(observation, name) for name in SHOWN if name != "flags"}
    return {**row, "flags": " ".join(dict.fromkeys(flag.flag for flag in observation.flags))}


def _write(rows: list[dict[str, Any]], columns: tuple[str, ...], format: Format) -> None:
    sys.stdout.write(WRITERS[format.value](rows, columns))
