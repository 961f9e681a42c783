"""Tests, checks and benchmarks, run with the environment's Python."""

from __future__ import annotations

import os
from pathlib import Path

from tooling import chromium, environment
from tooling.places import ROOT
from tooling.process import complain, run, say

PATH_VARIABLE = "SP_CHROMIUM"
MISSING_VARIABLE = "SP_CHROMIUM_MISSING"
IN_BROWSER = "tests/e2e"


def needs_browser(arguments: list[str]) -> bool:
    """Say whether a choice of tests may hold browser tests: all do, single folders and files may not."""
    files = [argument.split("::")[0] for argument in arguments if not argument.startswith("-")]
    chosen = [(ROOT / name).resolve() for name in files if (ROOT / name).exists()]
    browser_tests = ROOT / IN_BROWSER
    return not chosen or any(c in (browser_tests, *browser_tests.parents) or browser_tests in c.parents for c in chosen)


def browser_variables(python: Path) -> dict[str, str]:
    """Return where the browser is, or why there is none, for the tests to read."""
    path, reason = chromium.obtain(python)
    return {PATH_VARIABLE: path} if path else {MISSING_VARIABLE: reason}


def test(arguments: list[str]) -> int:
    """Run the tests. Where a browser is missing the command says so, and fails where nobody reads along (CI)."""
    python = environment.ensure(development=True)
    variables = browser_variables(python) if needs_browser(arguments) else {}
    code = run([python, "-m", "pytest", *arguments], variables)
    if MISSING_VARIABLE not in variables:
        return code
    complain(f"browser tests: not run: {variables[MISSING_VARIABLE]}")
    return code or (1 if os.environ.get("CI") else 0)


def check(_arguments: list[str]) -> int:
    """Run the linter, the formatter and the type checker; all of them, also when the first finds something."""
    python = environment.ensure(development=True)
    codes = {
        "ruff": run([python, "-m", "ruff", "check", "."]),
        "format": run([python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        "mypy": run([python, "-m", "mypy"]),
    }
    for name, code in codes.items():
        say(f"{name}: {'passed' if code == 0 else 'failed'}")
    return max(codes.values(), key=bool)


def bench(arguments: list[str]) -> int:
    """Run the benchmarks beside the bare app."""
    python = environment.ensure(development=True)
    return run([python, "-m", "tests.load", *arguments], browser_variables(python))
