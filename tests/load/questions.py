"""The questions put to a scenario: explain, solve, draws, fan, tornado, compare; Python alone."""

from __future__ import annotations

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario
from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.explanation.saying import Speaker
from sp_app.i18n import texts
from sp_core.analysis import (
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
from sp_core.model import trace_scenario
from tests.load.core import milliseconds
from tests.load.report import Row

RESULT, YEAR = "cost_gdp", 2030


def measure(scenario_id: str, lever: str, repeats: int) -> list[Row]:
    """Measure the questions on one scenario; `lever` is the one solved for."""
    scenario = load_scenario(scenario_id)
    inputs = model_inputs(open_database().queries(), scenario)
    values, tape, spread = scenario.overrides, trace_scenario(scenario, inputs), load_uncertainty()
    draws = Draws(spread, spread.draws, spread.seed)
    simulation = simulate(scenario, tape, values, draws, [RESULT])
    ranges = uncertain_ranges(scenario, values, spread)
    start = next(one.id for one in scenario.levers if one.role == "start_year")
    speaker = Speaker(texts("lo"), scenario)

    def solved(name: str, target: float) -> float:
        return milliseconds(lambda: solve(scenario, tape, values, name, RESULT, YEAR, target), repeats)

    def row(label: str, taken: float, goal: float | None = None) -> Row:
        if goal is None:
            return Row(label, "ms", taken, digits=1)
        return Row(label, "ms", taken, goal=f"≤ {goal:g} ms", met=taken <= goal, digits=1)

    card = milliseconds(lambda: explain(scenario, inputs, values, RESULT, YEAR), repeats)
    whole = milliseconds(lambda: explain(scenario, inputs, values, RESULT, 2040, None), repeats)
    node = explain(scenario, inputs, values, RESULT, YEAR)
    return [
        Row("operations on the tape", "", len(tape.steps)),
        row("explain, three levels", card, 20),
        row("explain, down to the leaves", whole, 20),
        row("the three levels in words", milliseconds(lambda: speaker.say(node), repeats), 20),
        row("solve for a share", solved(lever, 0.0005), 20),
        row("solve for a start year", solved(start, 0.0001), 20),
        row("solve for growth: no solution", solved("growth_offset", 1.0), 20),
        row(
            f"{draws.count:,} draws of one result, all years",
            milliseconds(lambda: simulate(scenario, tape, values, draws, [RESULT]), repeats),
            80,
        ),
        row("fan of the draws", milliseconds(lambda: fan(simulation, RESULT), repeats)),
        row("tornado", milliseconds(lambda: tornado(scenario, tape, values, RESULT, YEAR, ranges), repeats)),
        row("compare, all results and years", milliseconds(lambda: compare([Run(scenario, inputs)]), repeats)),
    ]
