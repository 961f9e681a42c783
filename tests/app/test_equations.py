"""The page of equations names modules of the core: each exists."""

from __future__ import annotations

from importlib import import_module

import pytest

from sp_app.ui.equations import POINT


@pytest.mark.parametrize(("key", "module"), POINT.items())
def test_a_module_named_beside_a_formula_exists(key: str, module: str) -> None:
    assert import_module(module).__doc__, key
