"""Tests without a browser say so, and fail where nobody reads along."""

from __future__ import annotations

from pathlib import Path

import pytest

from tooling import apt, checking, chromium, office, process


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """All tests pass, but there is no browser to be had."""
    monkeypatch.setattr(checking.environment, "ensure", lambda development: Path("python"))
    monkeypatch.setattr(checking.chromium, "obtain", lambda python: (None, "no Chromium is installed"))
    monkeypatch.setattr(checking.office, "obtain", lambda: ("soffice", ""))
    monkeypatch.setattr(checking, "run", lambda command, extra: 0)


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """All tests pass, but there is no LibreOffice to be had."""
    monkeypatch.setattr(checking.environment, "ensure", lambda development: Path("python"))
    monkeypatch.setattr(checking.chromium, "obtain", lambda python: ("chromium", ""))
    monkeypatch.setattr(checking.office, "obtain", lambda: (None, "no LibreOffice is installed"))
    monkeypatch.setattr(checking, "run", lambda command, extra: 0)


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_the_workbooks_are_named_and_fail_under_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert checking.test(["tests/office"]) == 0
    assert "tests of workbooks: not run: no LibreOffice is installed" in capsys.readouterr().err
    monkeypatch.setenv("CI", "true")
    assert checking.test(["tests/office"]) == 1
    assert checking.test(["tests/core"]) == 0


@pytest.mark.usefixtures("no_browser")
def test_a_suite_that_cannot_run_is_named_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert checking.test([]) == 0
    assert "browser tests: not run: no Chromium is installed" in capsys.readouterr().err


@pytest.mark.usefixtures("no_browser")
def test_a_suite_that_cannot_run_fails_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert checking.test([]) == 1


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        ([], True),
        (["-x", "-k", "lever"], True),
        (["tests"], True),
        (["tests/e2e"], True),
        (["tests/e2e/test_pages.py::test_x"], True),
        (["tests/core"], False),
        (["tests/core", "tests/e2e"], True),
        (["-q", "tests/run"], False),
    ],
)
def test_a_browser_is_fetched_only_for_tests_that_may_need_it(arguments: list[str], needed: bool) -> None:
    assert checking.may_hold(arguments, checking.IN_BROWSER) is needed


def test_check_fails_when_only_one_of_its_tools_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking.environment, "ensure", lambda development: Path("python"))
    for failing in ("ruff", "mypy"):
        monkeypatch.setattr(checking, "run", lambda command, failing=failing: int(failing in command))
        assert checking.check([]) == 1


def test_the_reasons_for_a_missing_browser_name_every_way_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "installed", lambda: None)
    monkeypatch.setattr(chromium, "install_by_apt", lambda: (None, "this system has no apt-get"))
    monkeypatch.setattr(chromium, "install_by_playwright", lambda python: (None, "Playwright could not fetch its own"))
    path, reason = chromium.obtain(Path("python"))
    assert path is None
    assert reason == "no Chromium is installed; this system has no apt-get; Playwright could not fetch its own"


def test_a_browser_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n", "utf8")
    broken.chmod(0o755)
    assert not process.starts(str(broken))
    assert not process.starts(str(tmp_path / "absent"))


def test_a_missing_libreoffice_says_what_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "installed", lambda: None)
    monkeypatch.setattr(apt, "install", lambda packages, name, purpose: "apt-get needs an administrator")
    assert office.obtain() == (None, "no LibreOffice is installed; apt-get needs an administrator")
