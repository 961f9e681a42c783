"""The promises of the tree: imports point one way, files stay small, the core is pure, no text in code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = [
    *(ROOT / "sp_core").rglob("*.py"),
    *(ROOT / "sp_app").rglob("*.py"),
    *(ROOT / "pages").glob("*.py"),
    ROOT / "app.py",
]
CODE = [*OURS, *(ROOT / "tests").rglob("*.py"), ROOT / "run.py"]
SCRIPTS = [p for p in (ROOT / "assets").rglob("*.js") if "vendor" not in p.parts]
# Package → who may import it (prefixes of file paths).
RESERVED = {
    "streamlit": ("sp_app/ui", "pages", "app.py"),
    "duckdb": ("sp_app/data",),
    "plotly": ("sp_app/figures",),
    "sqlalchemy": ("sp_app/store",),
    "alembic": ("sp_app/store",),
    "pandas": ("sp_app/data",),
}
CORE_MAY_IMPORT = {"numpy", "scipy", "sp_core"}
PURE = re.compile(r"\bopen\(|date\.today|datetime\.now|os\.environ|import (os|random|time)\b")
PAINT = {
    "title",
    "header",
    "subheader",
    "write",
    "markdown",
    "caption",
    "info",
    "warning",
    "error",
    "success",
    "button",
    "metric",
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Return every module a file imports, as dotted names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", OURS, ids=relative)
def test_reserved_packages_are_imported_only_where_they_belong(path: Path) -> None:
    for package, places in RESERVED.items():
        if any(name.split(".")[0] == package for name in imported(path)):
            assert relative(path).startswith(places), f"{relative(path)} imports {package}"


@pytest.mark.parametrize("path", [p for p in OURS if "sp_core" in p.parts], ids=relative)
def test_the_core_imports_only_the_standard_library_and_numpy(path: Path) -> None:
    import sys

    outside = {n.split(".")[0] for n in imported(path)} - set(sys.stdlib_module_names) - CORE_MAY_IMPORT
    assert not outside


@pytest.mark.parametrize("path", [p for p in OURS if "sp_core" in p.parts], ids=relative)
def test_the_core_reads_no_file_clock_or_environment(path: Path) -> None:
    assert not PURE.search(path.read_text("utf8"))


@pytest.mark.parametrize("path", [p for p in OURS if "sp_app" in p.parts and "ui" not in p.parts], ids=relative)
def test_nothing_below_the_interface_imports_the_interface(path: Path) -> None:
    assert not any(n.startswith(("sp_app.ui", "pages")) for n in imported(path))


@pytest.mark.parametrize("path", [*CODE, *SCRIPTS], ids=relative)
def test_no_file_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text("utf8").splitlines()) <= 300


@pytest.mark.parametrize("path", [*(ROOT / "pages").glob("*.py")], ids=relative)
def test_a_page_is_thin(path: Path) -> None:
    assert len(path.read_text("utf8").splitlines()) <= 90


def test_a_part_of_a_page_is_made_in_one_place() -> None:
    """A bare fragment would show Streamlit's own error when it runs alone and fails."""
    assert [relative(path) for path in OURS if "st.fragment" in path.read_text("utf8")] == ["sp_app/ui/guard.py"]


@pytest.mark.parametrize("path", [p for p in OURS if "sp_core" not in p.parts], ids=relative)
def test_no_literal_text_reaches_the_screen_from_code(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PAINT:
            for argument in node.args:
                literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                owner = node.func.value
                if literal and isinstance(owner, ast.Name) and owner.id == "st":
                    pytest.fail(f"{relative(path)}:{node.lineno} shows literal text {argument.value!r}")
