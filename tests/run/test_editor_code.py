"""The code to edit: made at every start, printed on the terminal, handed to the server as a seal only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sp_app.store import editor_code
from tooling import network, serving

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(rf"[{editor_code.LETTERS}]{{4}}-[{editor_code.LETTERS}]{{4}}")


class Server:
    """Stands for the server's process; remembers what it was started with."""

    returncode = 0

    def __init__(self, command: list[str], env: dict[str, str], **_more: object) -> None:
        self.command, self.env = command, env

    def poll(self) -> int:
        return 0

    def wait(self, *_: object) -> int:
        return 0


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Server]:
    """Let `serving.start` run up to the server's process, which is only remembered."""
    servers: list[Server] = []

    def start(command: list[str], env: dict[str, str], **more: object) -> Server:
        servers.append(Server(command, env, **more))
        return servers[-1]

    monkeypatch.setattr(serving.subprocess, "Popen", start)
    monkeypatch.setattr(serving.environment, "ensure", lambda: Path(sys.executable))
    monkeypatch.setattr(serving, "build_figures", lambda _python: None)
    monkeypatch.setattr(serving, "wait_until_it_answers", lambda _server, _port: None)
    monkeypatch.setattr(serving, "print_qr_code", lambda _python, _text: 0)
    monkeypatch.setattr(network, "check_port", lambda _port, _address: None)
    return servers


@pytest.mark.parametrize("lan", [False, True], ids=["on this computer", "open to the room"])
def test_the_code_on_the_terminal_opens_the_seal_the_server_got_and_is_told_to_nobody_else(
    started: list[Server], capsys: pytest.CaptureFixture[str], lan: bool
) -> None:
    assert serving.start(8501, browser=False, lan=lan) == 0
    printed = capsys.readouterr().out
    (code,) = CODE.findall(printed)
    (server,) = started
    assert editor_code.opens(code, server.env[editor_code.VARIABLE])
    assert code not in " ".join([*server.command, *server.env.values()])
    assert code.replace("-", "") not in " ".join([*server.command, *server.env.values()])


def test_every_start_makes_another_code(started: list[Server], capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        serving.start(8501, browser=False, lan=False)
    codes = CODE.findall(capsys.readouterr().out)
    assert len(set(codes)) == 3
    assert not editor_code.opens(codes[0], started[1].env[editor_code.VARIABLE])


def test_a_seal_left_in_the_environment_does_not_open_a_new_server(
    started: list[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(editor_code.VARIABLE, editor_code.seal("AAAA-2222"))
    serving.start(8501, browser=False, lan=False)
    assert not editor_code.opens("AAAA-2222", started[0].env[editor_code.VARIABLE])


def test_run_py_can_make_the_code_before_any_package_is_installed() -> None:
    """-S leaves out site-packages: only the standard library is there, as on a fresh machine."""
    words = "from tooling.serving import editor_code as e; code = e.make_code(); print(e.opens(code, e.seal(code)))"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-S", "-c", words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "True", done.stderr
