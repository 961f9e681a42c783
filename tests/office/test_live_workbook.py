"""A lever changed in the workbook gives, calculated by LibreOffice, what Python gives: every scenario, every row.

The file that is calculated carries Python's results for other levers than it is tested with, so a
spreadsheet that calculated nothing would fail.
"""

from __future__ import annotations

import datetime
import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.export.handout import Handout, handout
from sp_app.export.live_workbook import live_workbook
from sp_app.export.plain import plain
from sp_app.export.xlsx.arrangement import TODAY, Counted
from sp_app.export.xlsx.check import TOLERANCE
from sp_app.export.xlsx.framework import WITHOUT_CEILING, framework_rows
from sp_app.export.xlsx.plan import FIRST_ROW, FIRST_YEAR, LEVER_VALUE, Plan
from sp_app.export.xlsx.units import SMALLEST
from sp_core.lever import Lever
from sp_core.scenario import Scenario
from tests.export.papers import hostile
from tests.office.conftest import Sheets

DAY = datetime.date(2026, 11, 25)
LEVERS_SHEET = "xl/worksheets/sheet2.xml"
Calculate = Callable[[dict[str, bytes]], dict[str, Sheets]]


def drawn(scenario: Scenario, seed: int) -> dict[str, float]:
    """Return a random setting of every lever; some stand at an end of their range."""
    dice = random.Random(seed)

    def one(lever: Lever) -> float:
        if dice.random() < 0.25:
            return dice.choice((lever.minimum, lever.maximum))
        value = dice.uniform(lever.minimum, lever.maximum)
        return float(round(value)) if lever.integer else value

    values = {lever.id: one(lever) for lever in scenario.levers}
    for start, end in scenario.year_pairs:
        values[start], values[end] = sorted((values[start], values[end]))
    return scenario.values({name: scenario.lever(name).checked(value) for name, value in values.items()})


def number(cell: str) -> float:
    """Return the number in a cell; LibreOffice writes those that are shown in per cent with their sign."""
    return float(cell[:-1]) / 100.0 if cell.endswith("%") else float(cell)


def with_levers(content: bytes, plan: Plan, values: Mapping[str, float]) -> bytes:
    """Return the workbook with other numbers typed into the cells of the levers, nothing else touched."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            text = old.read(item)
            if item == LEVERS_SHEET:
                text = _typed(text.decode("utf8"), plan, values).encode("utf8")
            new.writestr(item, text)
    return out.getvalue()


def _typed(sheet: str, plan: Plan, values: Mapping[str, float]) -> str:
    for lever, value in values.items():
        address = f"{chr(ord('A') + LEVER_VALUE)}{plan.lever_rows[lever] + 1}"
        sheet, count = re.subn(rf'(<c r="{address}"[^>]*><v>)[^<]*', rf"\g<1>{value!r}", sheet)
        assert count == 1, address
    return sheet


@pytest.fixture(scope="module")
def moved(calculated: Calculate) -> dict[str, tuple[Handout, Sheets]]:
    """Return, per scenario: the hand-out at random levers, and the workbook of the file's own levers moved there."""
    asked, workbooks = {}, {}
    for seed, name in enumerate(scenario_ids()):
        exported = handout(load_scenario(name), None, "lo" if seed % 2 else "en", DAY)
        asked[name] = replace(exported, values=drawn(exported.scenario, seed))
        workbooks[name] = with_levers(live_workbook(exported), Plan(exported), asked[name].values)
    found = calculated(workbooks)
    return {name: (asked[name], found[name]) for name in asked}


@pytest.mark.parametrize("name", scenario_ids())
def test_every_row_of_every_year_is_what_python_gives_for_the_moved_levers(
    name: str, moved: dict[str, tuple[Handout, Sheets]]
) -> None:
    asked, sheets = moved[name]
    worst, compared = 0.0, 0
    for table in Plan(asked).tables:
        for row, entry in enumerate(table.entries, start=FIRST_ROW):
            if not isinstance(entry, Counted):
                continue
            quantity = entry.quantity
            expected = (asked.modified if entry.variant == TODAY else asked.here).results[quantity.name]
            cells = sheets[table.name][row][FIRST_YEAR : FIRST_YEAR + len(asked.years)]
            for cell, value in zip(cells, expected, strict=True):
                away = abs(number(cell) - value) / (abs(value) + SMALLEST[quantity.unit])
                assert away <= TOLERANCE, f"{table.name} {quantity.name}: {cell} is not {value!r}"
                worst, compared = max(worst, away), compared + 1
    assert compared >= len(asked.quantities) * len(asked.years)
    assert worst < TOLERANCE


@pytest.mark.parametrize("name", [name for name in scenario_ids() if load_scenario(name).financing])
def test_the_framework_in_formulas_is_that_of_python(name: str, moved: dict[str, tuple[Handout, Sheets]]) -> None:
    asked, sheets = moved[name]
    table = asked.framework
    assert table is not None
    lines = {(line.section, line.name): line for line in table.lines}
    plan = Plan(asked)
    exported = handout(load_scenario(name), None, asked.language, DAY)
    assert exported.framework is not None
    rows = sheets[plan.names["framework"]]
    found = {}
    for at_row, row in enumerate(framework_rows(exported.scenario, exported.framework), start=FIRST_ROW):
        if row.name:
            found[row.section, row.name] = rows[at_row][FIRST_YEAR : FIRST_YEAR + len(asked.years)]
    for key, line in lines.items():
        for at, value in enumerate(line.values):
            cell = found[key][at]
            if line.name in WITHOUT_CEILING and asked.values["ceiling"] == 0.0:
                assert cell == asked.t("financing.not_known")
            elif cell or at:
                away = abs(number(cell) - value) / (abs(value) + SMALLEST[line.unit])
                assert away <= TOLERANCE, (key, at, cell, value)
    extra = [cell for key, cells in found.items() if key not in lines for cell in cells]
    assert all(number(cell) == 0.0 for cell in extra)


@pytest.mark.parametrize("name", scenario_ids())
def test_moved_levers_are_said_to_be_moved_and_nothing_is_an_error(
    name: str, moved: dict[str, tuple[Handout, Sheets]]
) -> None:
    asked, sheets = moved[name]
    plan = Plan(asked)
    assert sheets[plan.names["check"]][3][0] == asked.t("export.check_moved")
    assert sheets[plan.names["cover"]][3][0] == asked.t("export.check_moved")
    assert not [cell for rows in sheets.values() for row in rows for cell in row if cell.startswith(("#", "Err:"))]


def test_untouched_it_says_that_all_agree_and_with_one_wrong_number_that_it_does_not(calculated: Calculate) -> None:
    told = handout(load_scenario("universal_floor"), None, "en", DAY)
    wrong = replace(told)
    here = wrong.here  # calculated once and kept: one number of it is made wrong in what stands as Python's
    cost = here.results["cost_lak"]
    spoiled = replace(here, results={**here.results, "cost_lak": (*cost[:-1], cost[-1] * (1 + 1e-7))})
    wrong.__dict__["here"] = spoiled
    sheets = calculated({"right": live_workbook(told), "wrong": live_workbook(wrong)})
    assert sheets["right"]["Check"][3][0] == told.t("export.check_agrees")
    assert sheets["right"]["About"][3][0] == told.t("export.check_agrees")
    assert sheets["wrong"]["Check"][3][0] == told.t("export.check_differs")


def test_a_hostile_title_is_read_as_text_and_calculates_nothing(calculated: Calculate) -> None:
    asked = hostile(language="en")
    sheets = calculated({"hostile": live_workbook(asked)})["hostile"]
    assert sheets["About"][0][0] == plain(asked.title)
    assert sheets["About"][3][0] == asked.t("export.check_agrees")
