"""The browser replays the tape as Python does: thousands of random settings of every scenario's levers."""

from __future__ import annotations

import base64
import json

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
MOST_NUMBERS = 600_000  # that travel from the browser for one scenario
ROUNDED = {OPERATIONS.index(name) for name in ("power", "exp")}
# Every result of every row as the bytes of its floats, in the order of the tape's results.
REPLAY = """async ([tape, rows]) => {
  const { loadTape } = await import('/assets/js/panel/tape.js');
  const player = loadTape(tape);
  const found = rows.flatMap((row) => {
    const results = player.replay(Object.fromEntries(tape.levers.map((id, i) => [id, row[i]])));
    return tape.results.flatMap(([name]) => results[name]);
  });
  const bytes = new Uint8Array(new Float64Array(found).buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
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


def there(page: Page, server: str, tape: Tape, rows: list[list[float]]) -> np.ndarray:
    """Return what the browser calculates: one line per row, one column per result and year."""
    page.goto(f"{server}/assets/icon.svg")  # any page of this origin: the modules are served beside it
    text: str = page.evaluate(REPLAY, [json.loads(tape.to_json()), rows])
    return np.frombuffer(base64.b64decode(text)).reshape(len(rows), -1)


def here(tape: Tape, rows: list[list[float]]) -> np.ndarray:
    """Return the same as Python calculates it."""
    results = (tape.replay(dict(zip(tape.levers, row, strict=True))) for row in rows)
    return np.array([[value for name, _ in tape.results for value in found[name]] for found in results])


def only_exact(tape: Tape) -> bool:
    """Say whether a tape holds nothing but operations that round alike everywhere."""
    return not any(step[0] in ROUNDED for step in tape.steps)


@pytest.mark.parametrize("name", scenario_ids())
def test_the_browser_gives_the_same_bits_as_python(server: str, page: Page, name: str) -> None:
    tape, scenario = ground(name).tape, ground(name).scenario
    rows = draws(scenario, min(ROWS, MOST_NUMBERS // (len(tape.results) * len(tape.years))))
    assert only_exact(tape), "a power or exp came into the model: compare within 1e-12"
    assert np.array_equal(there(page, server, tape, rows), here(tape, rows))


def test_power_and_exp_agree_within_a_millionth_of_a_millionth(server: str, page: Page) -> None:
    recorder = Recorder()
    base, exponent = recorder.lever("base"), recorder.lever("exponent")
    results = {"power": [power(base, exponent)], "exp": [exp(exponent)], "chain": [power(exp(exponent / 7.0), 1.5)]}
    tape = make_tape(recorder, [2025], ["base", "exponent"], results)
    random = np.random.default_rng(7)
    rows = [
        [float(b), float(e)] for b, e in zip(random.uniform(0.01, 40, ROWS), random.uniform(-9, 9, ROWS), strict=True)
    ]
    assert there(page, server, tape, rows) == pytest.approx(here(tape, rows), rel=1e-12)


def test_a_tape_of_another_version_or_with_an_unknown_operation_is_refused(server: str, page: Page) -> None:
    content = json.loads(ground(scenario_ids()[0]).tape.to_json())
    values = [1.0] * len(content["levers"])
    page.goto(f"{server}/assets/icon.svg")
    for change, words in (({"version": 2}, "version 2"), ({"operations": [99, 0, 0]}, "99")):
        with pytest.raises(Exception, match=words):
            page.evaluate(REPLAY, [{**content, **change}, [values]])
