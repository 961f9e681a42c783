"""Docstrings cite equations and sections of docs/methods.md: each stands there; so does every module it names."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
METHODS = (ROOT / "docs" / "methods.md").read_text("utf8")
CITED = re.compile(r"methods (\(?\d+\.\d+\)?)((?:(?:,| and| to) \(?\d+\.\d+\)?)*)")
NUMBER = re.compile(r"\d+\.\d+")
FILES = sorted((ROOT / "sp_core").rglob("*.py"))


def cited(path: Path) -> set[str]:
    """Return the numbers that a file cites."""
    text = path.read_text("utf8")
    return {number for found in CITED.finditer(text) for number in NUMBER.findall(found.group())}


def test_there_are_citations_to_check() -> None:
    assert sum(len(cited(path)) for path in FILES) > 40


@pytest.mark.parametrize("path", [path for path in FILES if cited(path)], ids=lambda path: path.stem)
def test_what_a_docstring_cites_is_written_down(path: Path) -> None:
    for number in cited(path):
        assert re.search(rf"(\({number}\)|###? {number} | {number} )", METHODS), f"{path.name} cites {number}"


def test_the_modules_named_in_headings_exist() -> None:
    named = {
        name for heading in re.findall(r"^## .*— (.*)$", METHODS, re.M) for name in re.findall(r"`([\w.]+)`", heading)
    }
    assert len(named) > 20
    for name in named:
        assert import_module(name if name.startswith("sp_core.") else f"sp_core.{name}").__doc__
