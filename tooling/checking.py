"""Tests, checks and benchmarks, run with the environment's Python."""

from __future__ import annotations

import os
from pathlib import Path

from tooling import chromium, environment, office
from tooling.places import ROOT
from tooling.process import complain, run, say

BROWSER, OFFICE = "SP_CHROMIUM", "SP_OFFICE"  # where the tests find a program; the same with _MISSING: why not
MISSING = "_MISSING"
# All tests, on all cores; a file's tests stay together, for they share a server.
EVERYTHING = ["-n", "auto", "--dist", "loadfile"]
IN_BROWSER, WITH_OFFICE = "tests/e2e", "tests/office"
SUITES = {BROWSER: "browser tests", OFFICE: "tests of workbooks"}


def may_hold(arguments: list[str], suite: str) -> bool:
    """Say whether a choice of tests may hold those of a folder: all do, other folders and files do not."""
    files = [argument.split("::")[0] for argument in arguments if not argument.startswith("-")]
    chosen = [(ROOT / name).resolve() for name in files if (ROOT / name).exists()]
    folder = ROOT / suite
    return not chosen or any(c in (folder, *folder.parents) or folder in c.parents for c in chosen)


def browser_variables(python: Path) -> dict[str, str]:
    """Return where the browser is, or why there is none, for the tests to read."""
    path, reason = chromium.obtain(python)
    return {BROWSER: path} if path else {BROWSER + MISSING: reason}


def office_variables() -> dict[str, str]:
    """Return where LibreOffice is, or why there is none, for the tests to read."""
    path, reason = office.obtain()
    return {OFFICE: path} if path else {OFFICE + MISSING: reason}


def test(arguments: list[str]) -> int:
    """Run the tests. Where a program is missing the command says so, and fails where nobody reads along (CI)."""
    python = environment.ensure(development=True)
    variables = browser_variables(python) if may_hold(arguments, IN_BROWSER) else {}
    variables |= office_variables() if may_hold(arguments, WITH_OFFICE) else {}
    code = run([python, "-m", "pytest", *(arguments or EVERYTHING)], variables)
    missing = {name: variables[name + MISSING] for name in SUITES if name + MISSING in variables}
    for name, reason in missing.items():
        complain(f"{SUITES[name]}: not run: {reason}")
    return code or (1 if missing and os.environ.get("CI") else 0)


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
