"""Starting the dashboard, waiting until it answers, opening the browser."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

from sp_app.store import editor_code  # standard library only, as everything here
from tooling import environment, network
from tooling.places import ROOT
from tooling.problem import Problem
from tooling.process import child_environment, complain, indented, run, run_quietly, say, stop

SECONDS_TO_ANSWER = 90
# Straight to the computer itself, also where a proxy is set for the internet.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def start(port: int, browser: bool, lan: bool) -> int:
    """Start the dashboard and stay until it is stopped.

    Raises
    ------
    Problem
        The port is taken, installing failed, there are no figures, or the server did not come up.
    """
    address = network.EVERYWHERE if lan else network.LOOPBACK
    network.check_port(port, address)
    python = environment.ensure()
    build_figures(python)
    lan_addresses = network.addresses_in_network() if lan else []
    code = editor_code.make_code()
    server = start_server(python, port, address, lan_addresses, editor_code.seal(code))
    try:
        wait_until_it_answers(server, port)
        home = f"http://{network.LOOPBACK}:{port}"
        say(f"The dashboard runs at {home}   (stop it with Ctrl-C)")
        say(f"Code to edit, for one person, until this stops: {code}   (everybody else can only look)")
        if lan:
            invite(python, port, lan_addresses)
        if browser:
            open_browser(home)
        return server.wait()
    finally:
        stop(server)


def build_figures(python: Path) -> None:
    """Build the database from data/; when that fails an earlier one may still serve."""
    code, last = run_quietly([python, "-m", "sp_app.cli", "build"])
    if code == 0:
        return
    words = indented(last)
    if any((ROOT / "data" / "build").glob("figures-*.duckdb")):
        complain(f"The figures in data/ could not be read; the last good ones are shown.\n{words}")
        return
    raise Problem(f"The figures in data/ could not be read:\n{words}\nCorrect the file it names and start again.")


def build(arguments: list[str]) -> int:
    """Build the database on this terminal."""
    return run([environment.ensure(), "-m", "sp_app.cli", "build", *arguments])


def server_command(python: Path, port: int, address: str, lan_addresses: list[str]) -> list[str]:
    """Return the command that starts the server.

    The welcome text is hidden because, for a server open to the room, writing it asks a
    computer on the internet for our address. Naming our own address keeps the check of
    a visitor's origin from asking too.
    """
    command = [
        str(python),
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        f"--server.address={address}",
        "--server.headless=true",
        "--logger.hideWelcomeMessage=true",
    ]
    if lan_addresses:
        command.append(f"--browser.serverAddress={lan_addresses[0]}")
    return command


def start_server(python: Path, port: int, address: str, lan_addresses: list[str], seal: str) -> subprocess.Popen[bytes]:
    """Start the server; who can edit is whoever has the code behind `seal`, wherever they sit."""
    return subprocess.Popen(
        server_command(python, port, address, lan_addresses),
        cwd=ROOT,
        env=child_environment({editor_code.VARIABLE: seal}),
        stdin=subprocess.DEVNULL,
    )


def wait_until_it_answers(server: subprocess.Popen[bytes], port: int) -> None:
    """Return once the server says it is well."""
    address = f"http://{network.LOOPBACK}:{port}/_stcore/health"
    end = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < end:
        if server.poll() is not None:
            raise Problem(f"The dashboard stopped while starting (code {server.returncode}); its words are above.")
        try:
            DIRECT.open(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Problem(f"The dashboard did not answer within {SECONDS_TO_ANSWER} seconds.")


def invite(python: Path, port: int, addresses: list[str]) -> None:
    """Print the addresses for the room, and the first as a QR code."""
    if not addresses:
        complain("This computer has no address in a network: connect it to the Wi-Fi of the room and start again.")
        return
    say("Open to everybody in this network, to look only:")
    for address in addresses:
        say(f"    http://{address}:{port}")
    print_qr_code(python, f"http://{addresses[0]}:{port}")
    say("If a phone cannot open it, allow Python in this computer's firewall.")


def print_qr_code(python: Path, text: str) -> int:
    """Print `text` as a QR code on this terminal."""
    code = "import sys, segno; segno.make(sys.argv[1], micro=False).terminal(compact=True, border=2)"
    return run([python, "-c", code, text])


def open_browser(address: str) -> None:
    """Open the browser, unless there is no screen to open it on: then a text browser would take this terminal."""
    no_screen = sys.platform.startswith("linux") and not any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))
    if no_screen or not webbrowser.open(address):
        say("No browser could be opened from here: open the address above in one.")
