"""Commands that put questions to a scenario: solve, fan, tornado, explain, compare.

Standard output carries only the data asked for; every row is marked as simulated.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from sp_app.cli import analysis_rows as rows
from sp_app.cli.figures import in_plain_words
from sp_app.cli.question import Question, chosen_values, question
from sp_app.cli.writing import Row, as_csv
from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.explanation.saying import Speaker
from sp_app.i18n import texts
from sp_core.analysis import (
    CARD_DEPTH,
    Draws,
    Run,
    compare,
    explain,
    fan,
    simulate,
    solve,
    tornado,
    uncertain_ranges,
)
from sp_core.errors import InvalidInput

DEEPEST_SHOWN = 8  # below that the same parts repeat and the text grows without end


class Format(StrEnum):
    """How an answer is written."""

    json = "json"
    csv = "csv"


Scene = Annotated[str, typer.Argument(metavar="SCENARIO", help="A scenario file, or the id of one.")]
Result = Annotated[str, typer.Option("--result", help="Name of a result, such as cost_gdp or cost_lak.mecg.")]
Year = Annotated[int, typer.Option("--year", help="Year of the result.")]
Moved = Annotated[list[str] | None, typer.Option("--set", metavar="LEVER=VALUE", help="Move a lever; may be repeated.")]
Written = Annotated[Format, typer.Option("--format", help="json or csv")]
Spread = Annotated[str, typer.Option("--uncertainty", help="Id of a file in data/uncertainty.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("solve")(solve_command)
    app.command("fan")(fan_command)
    app.command("tornado")(tornado_command)
    app.command("explain")(explain_command)
    app.command("compare")(compare_command)


@in_plain_words
def solve_command(
    scenario: Scene,
    lever: Annotated[str, typer.Option("--lever", help="Id of the lever to move, such as mecg.coverage.")],
    target: Annotated[float, typer.Option("--target", help="What the result should be: 0.005 is half a per cent.")],
    result: Result = "cost_gdp",
    year: Year = 2030,
    moved: Moved = None,
    format: Written = Format.json,
) -> None:
    """Find the value of a lever that makes a result equal a target."""
    asked = question(scenario, moved)
    answer = solve(asked.scenario, asked.tape, asked.values, lever, result, year, target)
    row = rows.solved(asked, lever, result, year, target, answer)
    write([row], format, head(asked, **{name: value for name, value in row.items() if name != "status"}))


@in_plain_words
def fan_command(
    scenario: Scene,
    result: Annotated[list[str] | None, typer.Option("--result", help="Name of a result; may be repeated.")] = None,
    draws: Annotated[int | None, typer.Option("--draws", help="Number of draws; default: as the file says.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Seed of the draws; default: as the file says.")] = None,
    moved: Moved = None,
    uncertainty: Spread = "base",
    format: Written = Format.json,
) -> None:
    """Draw the uncertain inputs many times and print the quantiles of results year by year."""
    asked, spread = question(scenario, moved), load_uncertainty(uncertainty)
    drawn = Draws(spread, spread.draws if draws is None else draws, spread.seed if seed is None else seed)
    names = result or ["cost_gdp"]
    simulation = simulate(asked.scenario, asked.tape, asked.values, drawn, names)
    found = [row for name in names for row in rows.fanned(asked, fan(simulation, name))]
    for name, share in simulation.clipped.items():
        if share > 0.0:
            typer.echo(f"{name}: {share:.2%} of the draws lie beyond the lever's range and stand at its end", err=True)
    above = head(asked, uncertainty=spread.id, draws=drawn.count, seed=drawn.seed, clipped=dict(simulation.clipped))
    write(found, format, {**above, "bands": "pointwise", "rows": found})


@in_plain_words
def tornado_command(
    scenario: Scene,
    result: Result = "cost_gdp",
    year: Year = 2030,
    policy: Annotated[
        list[str] | None, typer.Option("--policy", metavar="LEVER", help="Move this policy lever too, from end to end.")
    ] = None,
    moved: Moved = None,
    uncertainty: Spread = "base",
    format: Written = Format.json,
) -> None:
    """Move the uncertain inputs one at a time between their 10 % and 90 % values; the widest swing comes first."""
    asked, spread = question(scenario, moved), load_uncertainty(uncertainty)
    ranges = uncertain_ranges(asked.scenario, asked.values, spread)
    for name in policy or ():
        lever = asked.scenario.lever(name)
        ranges[name] = (lever.minimum, lever.maximum)
    answer = tornado(asked.scenario, asked.tape, asked.values, result, year, ranges)
    found = rows.bars(asked, answer, spread)
    above = head(asked, uncertainty=spread.id, result=result, year=year, unit=asked.unit(result), base=answer.base)
    write(found, format, {**above, "rows": found})


@in_plain_words
def explain_command(
    scenario: Scene,
    result: Result = "cost_gdp",
    year: Year = 2030,
    depth: Annotated[int, typer.Option("--depth", help=f"Levels of inputs, up to {DEEPEST_SHOWN}.")] = CARD_DEPTH,
    language: Annotated[str, typer.Option("--language", help="en or lo")] = "en",
    moved: Moved = None,
    format: Written = Format.json,
) -> None:
    """Print where a result comes from: formula, inputs, values and sources."""
    if not 0 <= depth <= DEEPEST_SHOWN:
        raise InvalidInput(f"depth {depth} is outside 0..{DEEPEST_SHOWN}")
    if language not in ("en", "lo"):
        raise InvalidInput(f"language {language!r} is neither en nor lo")
    asked = question(scenario, moved)
    node = explain(asked.scenario, asked.inputs, asked.values, result, year, depth)
    said = Speaker(texts(language), asked.scenario).say(node)
    write(list(rows.explained(node, said)), format, {**head(asked), "explanation": rows.tree(node, said)})


@in_plain_words
def compare_command(
    scenarios: Annotated[list[str], typer.Argument(metavar="SCENARIO...", help="Scenario files or ids.")],
    result: Annotated[list[str] | None, typer.Option("--result", help="Name of a result; may be repeated.")] = None,
    year: Annotated[list[int] | None, typer.Option("--year", help="A year; may be repeated.")] = None,
    format: Written = Format.json,
) -> None:
    """Set scenarios side by side: what each difference owes to assumptions and what to policy."""
    asked = [question(name, None) for name in scenarios]
    answer = compare([Run(one.scenario, one.inputs, one.values) for one in asked], result, year)
    found = [rows.compared(row) for row in answer]
    above = {"scenarios": [one.scenario.id for one in asked], "status": rows.SIMULATED, "build": asked[0].build}
    write(found, format, {**above, "rows": found})


def head(asked: Question, **more: Any) -> Row:
    """Return what stands above the rows of a JSON answer: scenario, build, levers that were moved."""
    moved = chosen_values(asked)
    return {"scenario": asked.scenario.id, "status": rows.SIMULATED, "build": asked.build, "moved": moved, **more}


def write(found: Sequence[Row], format: Format, content: Row) -> None:
    """Write rows as CSV, or the whole content as JSON."""
    if format is Format.csv:
        sys.stdout.write(as_csv([{name: _cell(value) for name, value in row.items()} for row in found], list(found[0])))
    else:
        sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def _cell(value: Any) -> Any:
    return " ".join(map(str, value)) if isinstance(value, list) else value
