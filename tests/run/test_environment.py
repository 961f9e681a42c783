"""The environment: when it counts as complete, and what is said when it cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tooling import environment, places
from tooling.problem import Problem


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with its own requirements and an environment that looks complete."""
    runtime, development = tmp_path / "requirements.txt", tmp_path / "requirements-dev.txt"
    runtime.write_text("one==1.0\n", "utf8")
    development.write_text("-r requirements.txt\ntwo==2.0\n", "utf8")
    monkeypatch.setattr(places, "RUNTIME", runtime)
    monkeypatch.setattr(places, "DEVELOPMENT", development)
    python = places.environment_python(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def stamp(project: Path, development: bool) -> None:
    import json

    (project / ".venv" / environment.STAMP).write_text(json.dumps(environment.wanted(development)), "utf8")


def test_an_environment_without_a_stamp_is_incomplete(project: Path) -> None:
    assert not environment.is_complete(project / ".venv", development=False)


def test_a_stamp_of_the_same_pins_makes_a_second_start_install_nothing(project: Path) -> None:
    stamp(project, development=False)
    assert environment.is_complete(project / ".venv", development=False)


def test_what_is_installed_for_running_is_not_enough_for_testing(project: Path) -> None:
    stamp(project, development=False)
    assert not environment.is_complete(project / ".venv", development=True)
    stamp(project, development=True)
    assert environment.is_complete(project / ".venv", development=True)
    assert environment.is_complete(project / ".venv", development=False)


def test_a_changed_pin_is_installed(project: Path) -> None:
    stamp(project, development=True)
    places.RUNTIME.write_text("one==1.1\n", "utf8")
    assert not environment.is_complete(project / ".venv", development=False)
    assert not environment.is_complete(project / ".venv", development=True)


def test_line_ends_of_windows_change_no_pin(project: Path) -> None:
    before = environment.digest([places.RUNTIME])
    places.RUNTIME.write_bytes(b"one==1.0\r\n")
    assert environment.digest([places.RUNTIME]) == before


def test_an_interrupted_installation_is_noticed_in_spite_of_its_stamp(project: Path) -> None:
    stamp(project, development=False)
    (project / ".venv" / environment.MARK).touch()
    assert not environment.is_complete(project / ".venv", development=False)


def test_a_damaged_stamp_counts_as_none(project: Path) -> None:
    (project / ".venv" / environment.STAMP).write_text("{half", "utf8")
    assert environment.read_stamp(project / ".venv") == {}


def test_an_environment_whose_python_is_gone_does_not_work(project: Path) -> None:
    assert not environment.python_works(project / ".venv")


def test_a_bundle_installs_from_its_wheels_without_internet(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    command = environment.install_command(Path("python"), tmp_path / "requirements.txt", wheels)
    assert "--no-index" in command
    assert command[command.index("--find-links") + 1] == wheels


def test_without_wheels_the_usual_source_is_asked(tmp_path: Path) -> None:
    command = environment.install_command(Path("python"), tmp_path / "requirements.txt", tmp_path / "wheels")
    assert "--no-index" not in command
    assert "--find-links" not in command


def test_tools_for_tests_are_fetched_as_a_bundle_does_not_carry_them(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    command = environment.install_command(Path("python"), tmp_path / "requirements-dev.txt", tmp_path / "wheels")
    assert "--find-links" in command
    assert "--no-index" not in command


@pytest.mark.parametrize(
    ("last_words", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution for one\n(from versions: 0.8, 0.9)", "Python 3.11, 3.12 and 3.13"),
        ("ERROR: Could not find it (from versions: none)\nNo matching distribution", "connected to the internet"),
        ("ConnectionResetError", "connected to the internet"),
    ],
)
def test_a_failed_installation_shows_its_last_words_and_says_what_to_do(last_words: str, advice: str) -> None:
    message = environment.failure_words(last_words.splitlines())
    assert last_words.splitlines()[0] in message
    assert advice in message


def test_a_full_disk_is_refused_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "NEEDED_BYTES", 10**18)
    with pytest.raises(Problem, match="Too little room on the disk"):
        environment.check_space(tmp_path)


def test_the_python_of_an_environment_is_found_on_every_system() -> None:
    assert places.environment_python(Path("e"), windows=True) == Path("e", "Scripts", "python.exe")
    assert places.environment_python(Path("e"), windows=False) == Path("e", "bin", "python")
