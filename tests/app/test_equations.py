"""The page of equations names modules of the core: each exists; symbols say what the words say."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from sp_app.i18n import LANGUAGES, texts
from sp_app.ui.equations import equations, model_formulas
from sp_app.ui.point_formulas import POINT


@pytest.mark.parametrize("key", POINT)
def test_a_module_named_beside_a_formula_exists(key: str) -> None:
    assert import_module(POINT[key].module).__doc__


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", POINT)
def test_words_and_symbols_have_the_same_equals_signs_and_parts(key: str, language: str) -> None:
    words, symbols = texts(language)(f"sources.eq_{key}_formula"), POINT[key].symbols
    for sign in ("=", "≤", ";"):
        assert len(re.findall(sign, words)) == len(re.findall(sign, symbols)), f"{sign}: {words} / {symbols}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_of_the_model_stands_in_words_and_as_the_program_writes_it(language: str) -> None:
    listed = equations(language).lines
    model = [line for line in listed if line.group == "model"]
    assert len(model) == len(model_formulas()) > 40
    for line in model:
        assert "_" not in line.cells[1].text and line.cells[2].text, line.cells
    worded = [line.cells[1].text for line in listed if re.search(r"[^\W\d]", line.cells[1].text)]
    assert [bool(re.search("[\u0e80-\u0eff]", words)) for words in worded] == [language == "lo"] * len(worded)
