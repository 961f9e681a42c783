"""The model by itself: a projection, a trace, a replay, the size of the tape."""

from __future__ import annotations

import gc
import gzip
import time
from collections.abc import Callable

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_core.model import project, trace_scenario
from sp_core.tape import Tape
from tests.load.report import Row, median


def milliseconds(action: Callable[[], object], times: int) -> float:
    """Return the median duration of `action` over `times` calls, after one to warm up."""
    action()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def largest() -> str:
    """Return the scenario of the library with the most programmes: the hardest for the model."""
    return max(scenario_ids(), key=lambda name: len(load_scenario(name).programmes))


def measure(scenario_id: str, repeats: int) -> tuple[list[Row], Tape, dict[str, float]]:
    """Measure one scenario; return the rows, its tape and its lever values for the browser to replay."""
    gc.freeze()  # as the dashboard does when its modules are there
    scenario = load_scenario(scenario_id)
    inputs = model_inputs(open_database().queries(), scenario)
    tape = trace_scenario(scenario, inputs)
    values = dict(scenario.values())
    packed = tape.to_json().encode()
    traces = max(5, repeats // 5)
    rows = [
        _row("projection in Python", "ms", milliseconds(lambda: project(scenario, inputs), repeats), 2.0, 2),
        _row("trace in Python", "ms", milliseconds(lambda: trace_scenario(scenario, inputs), traces), 15.0),
        Row("replay of the tape in Python", "ms", milliseconds(lambda: tape.replay(values), repeats), digits=2),
        Row("size of the tape", "kB", len(packed) / 1000, digits=1),
        _row("size of the tape, gzipped", "kB", len(gzip.compress(packed, 6, mtime=0)) / 1000, 60.0),
    ]
    return rows, tape, values


def _row(name: str, unit: str, found: float, goal: float, digits: int = 1) -> Row:
    return Row(name, unit, found, goal=f"≤ {goal:g} {unit}", met=found <= goal, digits=digits)
