"""The commands on figures: data on standard output, words on standard error, 1 when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from sp_app.cli import app
from sp_app.data.database import close_databases
from tests.data.small_tree import edit


def run(*words: str | Path) -> Result:
    """Run the command line."""
    answer = CliRunner().invoke(app, [str(word) for word in words])
    close_databases()
    return answer


def test_build_prints_where_the_database_is(tree: Path, out: Path) -> None:
    answer = run("build", "--data", tree, "--out", out)
    assert answer.exit_code == 0
    assert Path(answer.stdout.strip()).exists()


def test_check_says_nothing_on_standard_output(tree: Path) -> None:
    answer = run("check", "--data", tree)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert "6 figures of 2 indicators: nothing wrong" in answer.stderr


def test_a_wrong_file_is_told_in_plain_words(tree: Path, out: Path) -> None:
    edit(tree, "observations/coverage.csv", "15.5", "155")
    for command in (("check", "--data", tree), ("build", "--data", tree, "--out", out)):
        answer = run(*command)
        assert (answer.exit_code, answer.stdout) == (1, "")
        assert "observations/coverage.csv, line 3, column value: '155.0'" in answer.stderr
        assert "Traceback" not in answer.stderr


def test_show_prints_a_table_json_or_csv(tree: Path, out: Path) -> None:
    where = ("--area", "LAO", "--data", tree, "--out", out)
    table = run("show", "any", *where).stdout.splitlines()
    assert table[0].split()[:5] == ["area", "year", "sex", "age", "value"]
    assert table[2].split()[:8] == ["LAO", "2021", "T", "all", "15.5", "percent", "official", "not_a_trend"]
    rows = json.loads(run("show", "any", *where, "--format", "json").stdout)
    assert [row["value"] for row in rows] == [12.1, 15.5]
    read = list(csv.DictReader(io.StringIO(run("show", "any", *where, "--format", "csv").stdout)))
    assert [row["origin"] for row in read] == ["ilo_2026", "ilo_2026"]


def test_show_says_when_nothing_is_published(tree: Path, out: Path) -> None:
    answer = run("show", "any", "--area", "TLS", "--data", tree, "--out", out)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert "no published figure of Any benefit for TLS" in answer.stderr


def test_show_refuses_unknown_words(tree: Path, out: Path) -> None:
    for words in (("show", "nothing"), ("show", "any", "--area", "XXX")):
        answer = run(*words, "--data", tree, "--out", out)
        assert (answer.exit_code, answer.stdout) == (1, "")
        assert "there are, among others" in answer.stderr


def test_sources_lists_every_origin(tree: Path, out: Path) -> None:
    rows = json.loads(run("sources", "--data", tree, "--out", out, "--format", "json").stdout)
    assert [row["key"] for row in rows] == ["ilo_2026", "ilo_2020", "own_ages"]
    assert rows[0]["licence_verified"] is False


def test_the_command_line_has_every_command() -> None:
    help_text = run("--help").stdout
    assert all(word in help_text for word in ("build", "check", "sources", "show", "project", "tape"))


def test_the_module_runs_and_writes_utf_8(tree: Path, out: Path) -> None:
    words = [sys.executable, "-m", "sp_app.cli", "sources", "--data", str(tree), "--out", str(out), "--format", "csv"]
    done = subprocess.run(words, capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert done.stdout.decode("utf-8").startswith("key,producer")
