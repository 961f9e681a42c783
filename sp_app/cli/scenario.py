"""Commands on scenarios: project one, or write its tape. Standard output carries only the data."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.projection_text import projection_csv, projection_json
from sp_app.data.scenario_files import load_scenario, load_scenario_file
from sp_core.errors import SocialProtectionError
from sp_core.model import project, trace_scenario
from sp_core.scenario import Scenario


class Format(StrEnum):
    """How a projection is written."""

    json = "json"
    csv = "csv"


ScenarioFile = Annotated[str, typer.Argument(metavar="SCENARIO.toml", help="A scenario file, or the id of one.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("project")(project_command)
    app.command("tape")(tape_command)


def project_command(
    scenario: ScenarioFile,
    format: Annotated[Format, typer.Option("--format", help="json or csv")] = Format.json,
) -> None:
    """Project a scenario year by year and print the results."""
    try:
        chosen = named(scenario)
        database = open_database()
        projection = project(chosen, model_inputs(database.queries(), chosen))
    except SocialProtectionError as error:
        _stop(error)
    if format is Format.csv:
        sys.stdout.write(projection_csv(projection))
    else:
        sys.stdout.write(projection_json(projection, chosen, chosen.values(), database.build_id))


def tape_command(scenario: ScenarioFile) -> None:
    """Trace a scenario and print its tape as compact JSON."""
    try:
        chosen = named(scenario)
        tape = trace_scenario(chosen, model_inputs(open_database().queries(), chosen))
    except SocialProtectionError as error:
        _stop(error)
    sys.stdout.write(tape.to_json() + "\n")


def named(name: str) -> Scenario:
    """Return the scenario of a file, or of the library by its id."""
    path = Path(name)
    return load_scenario_file(path) if path.suffix == ".toml" or path.exists() else load_scenario(name)


def _stop(error: SocialProtectionError) -> None:
    typer.echo(str(error), err=True)
    raise typer.Exit(1)
