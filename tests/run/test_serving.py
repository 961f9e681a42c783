"""Ports, addresses, the server's command line and the QR code."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tooling import network, serving
from tooling.problem import Problem

ROOT = Path(__file__).resolve().parents[2]


def test_a_taken_port_is_named_and_a_free_one_proposed() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(Problem, match=f"Port {taken} is taken") as caught:
            network.check_port(taken)
    proposed = int(str(caught.value).rsplit("--port ", 1)[1])
    assert proposed > taken
    assert network.is_free(proposed)


def test_a_port_that_was_just_left_is_free_again() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    assert network.is_free(port)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_number_that_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(Problem, match="from 1 to 65535"):
        network.check_port(port)


def test_addresses_for_the_room_leave_out_this_computer_itself() -> None:
    assert not [a for a in network.addresses_in_network() if a.startswith("127.")]


def test_the_server_listens_on_this_computer_only_unless_opened_to_the_room() -> None:
    command = serving.server_command(Path("python"), 8501, network.LOOPBACK, [])
    assert "--server.address=127.0.0.1" in command
    assert not [word for word in command if word.startswith("--browser.serverAddress")]


def test_a_server_open_to_the_room_knows_its_own_address_and_asks_nobody_for_it() -> None:
    command = serving.server_command(Path("python"), 8501, network.EVERYWHERE, ["192.0.2.7"])
    assert "--browser.serverAddress=192.0.2.7" in command
    assert "--logger.hideWelcomeMessage=true" in command


def test_the_qr_code_is_printed_as_blocks(capfd: pytest.CaptureFixture[str]) -> None:
    assert serving.print_qr_code(Path(sys.executable), "http://192.0.2.7:8501") == 0
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) > 10
    assert set("".join(lines)) <= set("█▀▄ ")


def test_without_a_network_the_room_is_not_invited(capsys: pytest.CaptureFixture[str]) -> None:
    serving.invite(Path("python"), 8501, [])
    assert "connect it to the Wi-Fi" in capsys.readouterr().err


def test_a_server_that_dies_while_starting_is_noticed_at_once() -> None:
    dead = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    dead.wait()
    with pytest.raises(Problem, match="code 3"):
        serving.wait_until_it_answers(dead, 1)
