"""LibreOffice for workbooks: every formula is calculated anew, whatever result the file carries."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

NAMES = ("soffice", "libreoffice")
ALWAYS_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
# Comma, quotes, UTF-8, from line 1, exact values or what is shown, every sheet a file of its own.
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,{shown},false,false,-1"
SECONDS = 300

Sheets = dict[str, list[list[str]]]


def office_path() -> str | None:
    """Return the LibreOffice run.py found, or one that is installed."""
    return os.environ.get("SP_OFFICE") or next((found for name in NAMES if (found := shutil.which(name))), None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say "not run: reason" when there is no LibreOffice; under CI that is a failure, not a skip."""
    if office_path() or os.environ.get("CI"):
        return
    reason = os.environ.get("SP_OFFICE_MISSING", "no LibreOffice was found")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"not run: {reason}"))


@pytest.fixture(scope="session")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Sheets]]:
    """Return what calculates workbooks, all in one start of LibreOffice: name → sheet → rows of cells.

    `shown`: cells as they are printed instead of exactly.
    """

    def calculate(workbooks: dict[str, bytes], shown: bool = False) -> dict[str, Sheets]:
        path = office_path()
        assert path, "no LibreOffice was found"
        folder = tmp_path_factory.mktemp("office")
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(ALWAYS_CALCULATE, "utf8")
        for name, content in workbooks.items():
            (folder / f"{name}.xlsx").write_bytes(content)
        command = [path, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
        files = [str(folder / f"{name}.xlsx") for name in workbooks]
        command += [EVERY_SHEET.format(shown=str(shown).lower()), "--outdir", str(folder / "out"), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return {name: _sheets(folder / "out", name) for name in workbooks}

    return calculate


def _sheets(folder: Path, name: str) -> Sheets:
    found: Sheets = {}
    for path in folder.glob(f"{name}-*.csv"):
        with path.open(encoding="utf8", newline="") as file:
            found[path.stem.removeprefix(f"{name}-")] = list(csv.reader(file))
    assert found, f"LibreOffice wrote nothing for {name}"
    return found
