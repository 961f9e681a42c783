"""run.py's first sentence: an old Python is refused in words, not by a syntax error."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOO_OLD = [(2, 7), (3, 6), (3, 10)]


@pytest.fixture
def entry() -> ModuleType:
    """run.py, loaded by its path as nothing installs it."""
    spec = importlib.util.spec_from_file_location("run_entry", ROOT / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("version", TOO_OLD)
def test_an_old_python_is_told_what_is_needed_and_what_it_is(entry: ModuleType, version: tuple[int, int]) -> None:
    assert entry.too_old(version)
    message = entry.too_old_message(version, "/usr/bin/python", None)
    assert "needs Python 3.11 or newer" in message
    assert f"Python {version[0]}.{version[1]} (/usr/bin/python)" in message


def test_a_newer_python_on_the_path_is_proposed_by_name(entry: ModuleType, tmp_path: Path) -> None:
    newer = tmp_path / "python3.12"
    newer.touch(mode=0o755)
    found = entry.newer_python([str(tmp_path)])
    assert found == "python3.12"
    assert "python3.12 run.py" in entry.too_old_message((3, 9), "python", found)
    assert entry.newer_python([]) is None


def test_the_pythons_we_pin_for_are_accepted(entry: ModuleType) -> None:
    assert not any(entry.too_old(version) for version in [(3, 11), (3, 12), (3, 13)])


def test_the_entry_file_can_be_read_by_old_pythons() -> None:
    tree = ast.parse((ROOT / "run.py").read_text("utf8"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    annotated = [n for n in ast.walk(tree) if isinstance(n, ast.arg) and n.annotation]
    assert not annotated


# The editor's code is made before anything is installed; importing it runs the packages around it too.
EARLY = ("sp_app/__init__.py", "sp_app/store/__init__.py", "sp_app/store/editor_code.py")
EDITOR_CODE = ("sp_app.store", ["editor_code"])


def test_only_the_standard_library_is_needed_before_anything_is_installed() -> None:
    for path in [ROOT / "run.py", *(ROOT / name for name in EARLY), *(ROOT / "tooling").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and (node.module, [a.name for a in node.names]) == EDITOR_CODE:
                continue
            if isinstance(node, ast.ImportFrom) and node.module:
                names.append(node.module)
            roots = {name.split(".")[0] for name in names}
            assert roots <= set(sys.stdlib_module_names) | {"tooling"}, path.name


def test_help_names_every_command() -> None:
    answer = subprocess.run(
        [sys.executable, "run.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for word in ("test", "check", "build", "bench", "bundle", "--port", "--no-browser", "--lan"):
        assert word in answer


def test_an_unknown_word_is_refused() -> None:
    answer = subprocess.run([sys.executable, "run.py", "dance"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "dance" in answer.stderr
