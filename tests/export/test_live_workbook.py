"""The workbook of formulas: every quantity a formula, the same in every year, texts that never run."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sp_app.data.scenario_files import scenario_ids
from sp_app.export.handout import Handout
from sp_app.export.live_workbook import live_workbook
from sp_app.export.looks import FONTS
from sp_app.export.xlsx.arrangement import FORBIDDEN, Counted, unique
from sp_app.export.xlsx.formula import template
from sp_app.export.xlsx.plan import FIRST_ROW, FIRST_YEAR, Plan, cell_name
from sp_core import arithmetic
from sp_core.model.quantity import Quantity, lever
from tests.export.papers import hostile, told
from tests.export.spreadsheet import NS, cells, parts

REFERENCE = re.compile(r"(?<![A-Za-z_])(\$?)([A-Z]{1,2})(\$?)(\d+)(?![\d(])")


def column(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else "A" + chr(ord("A") + number - 26)


def number_of(letters: str) -> int:
    return sum((ord(letter) - 64) * 26**at for at, letter in enumerate(reversed(letters)))


def relative(formula: str, own: int) -> str:
    """Return a formula with its columns counted from its own, so that a copied formula is the same text."""

    def one(found: re.Match[str]) -> str:
        fixed, letters, row_fixed, row = found.groups()
        return f"[{letters if fixed else number_of(letters) - own}]{row_fixed}{row}"

    return REFERENCE.sub(one, formula)


@pytest.mark.parametrize("name", scenario_ids())
def test_every_quantity_is_a_formula_and_the_same_one_in_every_year_after_the_first(name: str) -> None:
    asked = told(name, "en")
    plan, sheets = Plan(asked), cells(live_workbook(asked))
    for table in plan.tables:
        for row, entry in enumerate(table.entries, start=FIRST_ROW + 1):
            if not isinstance(entry, Counted):
                continue
            formulas = set()
            for at in range(1, len(asked.years)):
                cell = sheets[table.name][f"{column(FIRST_YEAR + at)}{row}"]
                formula = cell.find(f"{NS}f")
                assert formula is not None and formula.text, (entry.quantity.name, at)
                formulas.add(relative(formula.text, FIRST_YEAR + at + 1))
            assert len(formulas) == 1, (entry.quantity.name, formulas)


def test_every_lever_has_a_named_cell_that_holds_its_value() -> None:
    asked = told("high_road", "lo")
    found = cells(live_workbook(asked))[Plan(asked).names["levers"]]
    book = ElementTree.fromstring(parts(live_workbook(asked))["xl/workbook.xml"])
    names = {it.attrib["name"]: it.text or "" for it in book.iter(f"{NS}definedName")}
    for one in asked.scenario.levers:
        address = names[cell_name(one.id)].rpartition("!")[2].replace("$", "")
        value = found[address].find(f"{NS}v")
        assert value is not None and float(value.text or "") == asked.values[one.id]
    assert len({cell_name(one.id) for one in asked.scenario.levers}) == len(asked.scenario.levers)


def test_every_sheet_says_simulated_and_which_build_in_its_language() -> None:
    for language in ("en", "lo"):
        asked = told("mecg_to_scale", language)
        found = parts(live_workbook(asked))
        strings = found["xl/sharedStrings.xml"]
        assert FONTS[language] in found["xl/styles.xml"]
        for text in (asked.simulated, asked.edition):
            assert f">{text}<" in strings
            number = [it for it in re.findall(r"<si>(.*?)</si>", strings)].index(f"<t>{text}</t>")
            for name, sheet in found.items():
                if name.startswith("xl/worksheets/sheet"):
                    assert f"<v>{number}</v>" in sheet, name
                    assert asked.build_id in re.search(r"<oddFooter>(.*?)</oddFooter>", sheet)[1]  # type: ignore[index]


def test_a_hostile_title_is_text_and_the_file_stays_whole() -> None:
    content = live_workbook(hostile())
    found = parts(content)
    for name, text in found.items():
        ElementTree.fromstring(text)
        assert "<f>cmd" not in text and "<f>HYPERLINK" not in text, name
    formulas = re.findall(r"<f>(.*?)</f>", "".join(text for name, text in found.items() if "worksheets" in name))
    assert formulas and not [formula for formula in formulas if "calc" in formula]


@given(st.lists(st.text(min_size=0, max_size=50), min_size=1, max_size=8), st.sets(st.text(max_size=31), max_size=3))
def test_names_of_sheets_are_what_a_spreadsheet_takes(names: list[str], taken: set[str]) -> None:
    found = unique(names, taken)
    assert len({name.casefold() for name in (*found, *taken)}) == len(found) + len({it.casefold() for it in taken})
    assert all(1 <= len(name) <= 31 and not set(name) & {chr(code) for code in FORBIDDEN} for name in found)


VALUES = st.floats(min_value=0.0, max_value=9.0)


def spoken(compute: Callable[..., Any]) -> str:
    names = compute.__code__.co_varnames[: compute.__code__.co_argcount]
    return template(Quantity("x", "share", "", {name: lever(name) for name in names}, compute))


@pytest.mark.parametrize(
    ("compute", "formula"),
    [
        (lambda a, b: a + b * 2.0, "{a}+{b}*2"),
        (lambda a, b: (a + b) * 2.0, "({a}+{b})*2"),
        (lambda a, b: a - (b - 1.0), "{a}-({b}-1)"),
        (lambda a, b: a / (b * 0.5), "{a}/({b}*0.5)"),
        (lambda a: -a, "(-1)*{a}"),
        (lambda a, b: arithmetic.minimum(a, arithmetic.maximum(0.0, b)), "MIN({a},MAX(0,{b}))"),
        (lambda a, b: arithmetic.select_less(a, b, 1.0, a * b), "IF({a}<{b},1,{a}*{b})"),
        (lambda a, b: arithmetic.power(a, b), "IF({b}=0,1,POWER({a},{b}))"),
        (lambda a: arithmetic.exp(a), "EXP({a})"),
    ],
)
def test_an_operation_of_the_model_is_one_of_a_spreadsheet(compute: Callable[..., Any], formula: str) -> None:
    assert spoken(compute) == formula


def test_the_largest_scenario_takes_less_than_a_second_of_calculation() -> None:
    asked = told("high_road", "lo")
    fresh = Handout(**{name: getattr(asked, name) for name in Handout.__dataclass_fields__})
    live_workbook(fresh)
    best = 9.0
    for _ in range(3):
        begun = time.process_time()
        live_workbook(fresh)
        best = min(best, time.process_time() - begun)
    assert best < 1.0
