"""Commands on financing: the medium-term expenditure framework and the stress table of a scenario.

Standard output carries only the data asked for; every row is marked as simulated, but for published years.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from sp_app.cli.analysis import Format, Moved, Scene, Written, head, write
from sp_app.cli.figures import in_plain_words
from sp_app.cli.question import question
from sp_app.cli.writing import Row
from sp_app.data.database import open_database
from sp_app.data.last_actual import LastActual, last_actual
from sp_app.data.projection_text import SIMULATED
from sp_app.data.shock_files import load_shocks
from sp_core.analysis import Framework, framework, stress
from sp_core.errors import BadScenario

MAIN = ("revenue_lak", "cost_lak", "cost_gdp", "financing_gap_lak", "financing_gap_gdp", "debt_gdp")
Years = Annotated[list[int] | None, typer.Option("--year", help="A year; may be repeated.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("mtef")(mtef_command)
    app.command("stress")(stress_command)


@in_plain_words
def mtef_command(
    scenario: Scene,
    year: Years = None,
    constant: Annotated[bool, typer.Option("--constant", help="Kip of the first year instead of nominal.")] = False,
    moved: Moved = None,
    format: Written = Format.json,
) -> None:
    """Print the medium-term expenditure framework: one row per line and year, the last actual year before it."""
    asked = question(scenario, moved)
    table = framework(asked.scenario, asked.inputs, asked.values, year, constant=constant)
    before = last_actual(open_database().queries(), asked.scenario)
    prices = before.get("price_index")
    found = [*_published(before, prices.value if constant and prices else 1.0), *_lines(table)]
    write(found, format, {**head(asked, prices="constant" if constant else "nominal"), "rows": found})


@in_plain_words
def stress_command(
    scenario: Scene,
    result: Annotated[list[str] | None, typer.Option("--result", help="Name of a result; may be repeated.")] = None,
    year: Years = None,
    moved: Moved = None,
    format: Written = Format.json,
) -> None:
    """Lay every recorded shock over a scenario and print what its results become."""
    asked, shocks = question(scenario, moved), load_shocks()
    if asked.scenario.financing is None:
        raise BadScenario(f"scenario {asked.scenario.id}: no financing, so there is no stress table")
    results, years = result or list(MAIN), year or [2030]
    values = asked.scenario.values(asked.values)
    found = [
        {
            "shock": row.shock,
            "result": row.result,
            "unit": asked.unit(row.result),
            "year": row.year,
            "status": SIMULATED,
            "calm": row.calm,
            "value": row.value,
            "change": row.change,
        }
        for row in stress(asked.scenario, asked.tape, values, {one.id: one.values for one in shocks}, results, years)
    ]
    write(found, format, {**head(asked, strikes=int(values["shock_year"])), "rows": found})


def _published(before: LastActual, prices: float) -> Iterator[Row]:
    """Yield what is published for the year before: macro figures only, no spending by programme."""
    for one in before.parameters:
        section = "debt" if one.id in ("debt_gdp", "interest_lak") else "macro"
        value = one.value / prices if one.unit == "lak" else one.value
        yield _row(section, one.id, one.unit, one.year, one.status, value)


def _lines(table: Framework) -> Iterator[Row]:
    for line in table.lines:
        for year, value in zip(table.years, line.values, strict=True):
            yield _row(line.section, line.name, line.unit, year, SIMULATED, value)


def _row(section: str, name: str, unit: str, year: int, status: str, value: float) -> Row:
    return {"section": section, "line": name, "unit": unit, "year": year, "status": status, "value": value}
