"""The panel prints and reads numbers as Python does, digit for digit, in both languages."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import Page

from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.live.units import lever_unit
from sp_app.ui.scenario_ground import ground, library, packed

PRINT = """async ([language, rows]) => {
  const { makeNumbers } = await import('/assets/js/panel/numbers.js');
  const numbers = makeNumbers(language);
  return rows.map(([value, digits]) => [numbers.decimal(value, digits), numbers.signed(value, digits)]);
}"""
READ = """async ([language, typed]) => {
  const { makeNumbers } = await import('/assets/js/panel/numbers.js');
  return typed.map((text) => { const read = makeNumbers(language).parse(text); return isNaN(read) ? null : read; });
}"""
LEVERS = """async ([address, rows]) => {
  const { makeNumbers } = await import('/assets/js/panel/numbers.js');
  const { printed, readTyped } = await import('/assets/js/panel/values.js');
  const pack = await (await fetch(address)).json(), numbers = makeNumbers(pack.language);
  return pack.levers.flatMap((lever, i) => rows[i].map((value) => {
    const text = printed(lever, value, numbers);
    return [text, readTyped(lever, text, numbers)];
  }));
}"""


@pytest.fixture(autouse=True)
def beside_the_modules(server: str, page: Page) -> None:
    page.goto(f"{server}/assets/icon.svg")


@pytest.mark.parametrize("language", ["en", "lo"])
def test_numbers_are_printed_alike(page: Page, language: str) -> None:
    random = np.random.default_rng(5)
    spread = random.standard_normal(1500) * 10.0 ** random.integers(-4, 8, 1500)
    values = [*spread, 0.0, -0.0, -0.04, 2.5, 0.125, 1e-9, -1e-9]
    rows = [[float(value), int(digits)] for value in values for digits in (0, 1, 2)]
    n = numbers(language)
    expected = [[n.decimal(value, digits), n.signed(value, digits)] for value, digits in rows]
    printed = page.evaluate(PRINT, [language, rows])
    wrong = [(row, e, got) for row, e, got in zip(rows, expected, printed, strict=True) if e != got]
    assert not wrong, wrong[:5]


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("en", "1,500", 1500.0),
        ("en", "1.5", 1.5),
        ("en", "1,5", 1.5),
        ("en", " 60 % ", 60.0),
        ("en", "−3.5 pt", -3.5),
        ("en", "1,234,567.25", 1234567.25),
        ("lo", "1.500", 1500.0),
        ("lo", "1,5", 1.5),
        ("lo", "໖໐", 60.0),
        ("lo", "150 ພັນກີບ", 150.0),
        ("en", "1e5", None),
        ("en", "1..5", None),
        ("en", "1,2,3", None),
        ("en", "", None),
        ("en", "Infinity", None),
        ("en", "0x10", None),
    ],
)
def test_a_typed_number_is_read_in_the_readers_way(page: Page, language: str, typed: str, read: float | None) -> None:
    assert page.evaluate(READ, [language, [typed]]) == [read]


@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_lever_is_printed_as_python_prints_it_and_what_is_printed_is_read_again(
    server: str, page: Page, language: str
) -> None:
    n, t = numbers(language), texts(language)
    for name in library():
        levers = [ground(name).scenario.lever(one) for one in ground(name).scenario.headline]
        rows = [[lever.minimum, lever.default, lever.maximum, lever.minimum + lever.step] for lever in levers]
        found = page.evaluate(LEVERS, [packed(name, language).address, rows])
        expected = [[lever_unit(lever, t).text(n, v), v] for lever, row in zip(levers, rows, strict=True) for v in row]
        for (text, value), (printed, read) in zip(expected, found, strict=True):
            assert printed == text
            assert read == pytest.approx(value, abs=1e-9), (name, printed)
