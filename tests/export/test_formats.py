"""The registry of hand-outs and the command export: every format, plain errors, whole files or none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sp_app.cli import app
from sp_app.export.formats import FORMATS, Format, format_of
from sp_app.export.whole_file import write_whole
from sp_app.i18n import texts
from sp_core.errors import ExportError
from tests.export.papers import UNPAID, told

BEGINNINGS = {"pdf": b"%PDF", "html": b"<!doctype html>"}


def export(*words: str) -> Result:
    return CliRunner().invoke(app, ["export", UNPAID, *words], catch_exceptions=False)


@pytest.mark.parametrize("key", FORMATS)
def test_the_command_writes_every_format(key: str, tmp_path: Path) -> None:
    out = tmp_path / "file"
    answer = export("--format", key, "--lang", "lo", "--out", str(out), "--set", f"{UNPAID[:14]}.coverage=0.5")
    assert answer.exit_code == 0, answer.stderr
    assert answer.stdout == ""
    assert out.read_bytes().startswith(BEGINNINGS.get(key, b"PK"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("key", FORMATS)
def test_every_format_has_a_name_on_screen(key: str, language: str) -> None:
    assert texts(language)(f"export.format_{key}")
    assert not FORMATS[key].missing


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "doc", "--out", "x"), "no format 'doc'; there are xlsx"),
        (("--format", "csv", "--lang", "fr", "--out", "x"), "language 'fr' is none of en, lo"),
        (("--format", "csv", "--out", "/nowhere/x.zip"), "/nowhere/x.zip cannot be written: No such file"),
        (("--format", "csv", "--out", "/"), "/ is a folder"),
        (("--format", "csv", "--out", "x", "--set", "nothing.coverage=1"), "no lever 'nothing.coverage'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(words: tuple[str, ...], said: str) -> None:
    answer = export(*words)
    assert answer.exit_code == 1
    assert said in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


def test_a_format_whose_library_is_missing_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for name in [
        name for name in sys.modules if name.startswith(("sp_app.export.live_workbook", "sp_app.export.xlsx"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(ExportError, match="the format xlsx needs the package xlsxwriter"):
        format_of("xlsx").make(told(UNPAID, "en"))
    assert format_of("csv").make(told(UNPAID, "en"))


def test_what_is_missing_is_known_without_importing() -> None:
    assert Format("x", "x", "x/x", "nowhere:make", ("json", "no_such_package")).missing == ("no_such_package",)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is a matter of POSIX")
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_half_written(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "file"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(ExportError, match="cannot be written: File too large"):
            write_whole(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == b"old"
    assert [it.name for it in tmp_path.iterdir()] == ["file"]
