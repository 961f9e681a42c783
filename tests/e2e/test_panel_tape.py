"""The browser replays the tape as Python does: thousands of random settings of every scenario's levers."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from sp_app.data.scenario_files import scenario_ids
from sp_app.ui.scenario_ground import ground
from sp_core.arithmetic import exp, power
from sp_core.scenario import Scenario
from sp_core.tape import Tape, make_tape
from sp_core.trace import OPERATIONS, Recorder

ROWS = 3000
ROUNDED = {OPERATIONS.index(name) for name in ("power", "exp")}
REPLAY = """async ([tape, rows]) => {
  const { loadTape } = await import('/assets/js/panel/tape.js');
  const player = loadTape(tape);
  return rows.map((row) => player.replay(Object.fromEntries(tape.levers.map((id, i) => [id, row[i]]))));
}"""


def draws(scenario: Scenario, rows: int) -> list[list[float]]:
    """Return random settings in the order of the levers, every third value at an end of its range."""
    random = np.random.default_rng(20261124)
    columns = []
    for lever in scenario.levers:
        share = random.random(rows)
        share[random.random(rows) < 0.15] = 0.0
        share[random.random(rows) < 0.15] = 1.0
        values = np.clip(lever.minimum + (lever.maximum - lever.minimum) * share, lever.minimum, lever.maximum)
        columns.append(np.round(values) if lever.integer else values)
    return [[float(value) for value in row] for row in zip(*columns, strict=True)]


def replayed(page: Page, server: str, tape: Tape, rows: list[list[float]]) -> list[dict[str, list[float]]]:
    """Return what the browser calculates; JSON carries every float exactly."""
    page.goto(f"{server}/assets/icon.svg")  # any page of this origin: the modules are served beside it
    answer: list[dict[str, Any]] = page.evaluate(REPLAY, [json.loads(tape.to_json()), rows])
    return answer


def only_exact(tape: Tape) -> bool:
    """Say whether a tape holds nothing but operations that round alike everywhere."""
    return not any(step[0] in ROUNDED for step in tape.steps)


@pytest.mark.parametrize("name", scenario_ids())
def test_the_browser_gives_the_same_bits_as_python(server: str, page: Page, name: str) -> None:
    tape, scenario = ground(name).tape, ground(name).scenario
    rows = draws(scenario, ROWS)
    there = replayed(page, server, tape, rows)
    assert only_exact(tape), "a power or exp came into the model: compare within 1e-12"
    for row, got in zip(rows, there, strict=True):
        here = tape.replay(dict(zip(tape.levers, row, strict=True)))
        assert {key: tuple(float(v) for v in values) for key, values in got.items()} == here


def test_power_and_exp_agree_within_a_millionth_of_a_millionth(server: str, page: Page) -> None:
    recorder = Recorder()
    base, exponent = recorder.lever("base"), recorder.lever("exponent")
    results = {"power": [power(base, exponent)], "exp": [exp(exponent)], "chain": [power(exp(exponent / 7.0), 1.5)]}
    tape = make_tape(recorder, [2025], ["base", "exponent"], results)
    random = np.random.default_rng(7)
    rows = [
        [float(b), float(e)] for b, e in zip(random.uniform(0.01, 40, ROWS), random.uniform(-9, 9, ROWS), strict=True)
    ]
    for row, got in zip(rows, replayed(page, server, tape, rows), strict=True):
        here = tape.replay(dict(zip(tape.levers, row, strict=True)))
        for key, values in here.items():
            assert got[key] == pytest.approx(values, rel=1e-12)


def test_a_tape_of_another_version_or_with_an_unknown_operation_is_refused(server: str, page: Page) -> None:
    content = json.loads(ground(scenario_ids()[0]).tape.to_json())
    values = [1.0] * len(content["levers"])
    page.goto(f"{server}/assets/icon.svg")
    for change, words in (({"version": 2}, "version 2"), ({"operations": [99, 0, 0]}, "99")):
        with pytest.raises(Exception, match=words):
            page.evaluate(REPLAY, [{**content, **change}, [values]])
