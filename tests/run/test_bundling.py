"""The folder for a USB stick: which files it carries, and for whom it fetches packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tooling import bundling
from tooling.problem import Problem

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def unversioned(tmp_path: Path) -> Path:
    """A project copied without its history, with what programs leave behind."""
    made = ("data/build/figures-1.duckdb", "data/store/store.sqlite", ".venv/bin/python", "a/__pycache__/a.pyc")
    for name in ("run.py", "data/origins.csv", *made):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_a_copy_without_history_carries_all_but_what_programs_made(unversioned: Path) -> None:
    assert bundling.project_files(unversioned) == [Path("data/origins.csv"), Path("run.py")]


def test_the_project_carries_what_a_start_needs() -> None:
    carried = {path.as_posix() for path in bundling.project_files(ROOT)}
    assert {"run.py", "tooling/commands.py", "app.py", "requirements.txt", ".streamlit/config.toml"} <= carried
    assert any(name.endswith(".woff2") for name in carried)
    assert not [name for name in carried if name.startswith((".venv/", "data/build/", ".git/"))]


def test_files_keep_their_folders(unversioned: Path, tmp_path: Path) -> None:
    target = tmp_path / "stick"
    bundling.copy_files([Path("data/origins.csv")], target, unversioned)
    assert (target / "data" / "origins.csv").is_file()


def test_a_folder_that_is_no_earlier_bundle_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").touch()
    with pytest.raises(Problem, match="not an earlier bundle"):
        bundling.check_target(tmp_path)


def test_an_earlier_bundle_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    bundling.check_target(tmp_path)


def test_a_bundle_in_which_people_saved_something_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    (tmp_path / "data" / "store").mkdir(parents=True)
    with pytest.raises(Problem, match="data/store"):
        bundling.check_target(tmp_path)


def test_pins_for_other_systems_lose_their_markers_and_comments() -> None:
    text = '# a comment\none==1.0\ntwo==2.0; sys_platform == "win32"\n\n'
    assert bundling.without_markers(text) == ["one==1.0", "two==2.0"]


@pytest.mark.parametrize("platform", bundling.PLATFORMS)
def test_packages_for_another_system_are_asked_for_by_its_name(platform: str) -> None:
    command = bundling.foreign_command(Path("python"), Path("w"), platform, "3.12", ["one==1.0"])
    for tag in bundling.PLATFORMS[platform]:
        assert command[command.index(tag) - 1] == "--platform"
    assert "--only-binary=:all:" in command


def test_every_pin_is_exact() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        pins = bundling.without_markers((ROOT / name).read_text("utf8"))
        assert all("==" in pin or pin == "-r requirements.txt" for pin in pins), name
