"""Which words run.py understands, and what each does."""

from __future__ import annotations

import argparse
from pathlib import Path

from tooling import bundling, checking, serving
from tooling.network import FIRST_PORT
from tooling.places import ROOT
from tooling.problem import Problem, describe_system_error
from tooling.process import complain, end_on_request, say

INTERRUPTED = 130
COMMANDS = {
    "test": ("run the tests; further words go to pytest", checking.test),
    "check": ("run the linter and the type checker", checking.check),
    "bench": ("measure beside a bare app; further words choose what", checking.bench),
    "build": ("build the database from data/", serving.build),
}


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(prog="run.py", description="Without a command: install what is needed and start.")
    top.add_argument("--port", type=int, default=FIRST_PORT, help=f"port to listen on (default {FIRST_PORT})")
    top.add_argument("--no-browser", action="store_true", help="do not open the browser")
    top.add_argument("--lan", action="store_true", help="open to this network, to look only; prints a QR code")
    words = top.add_subparsers(dest="command", metavar="command")
    for name, (explanation, _) in COMMANDS.items():
        words.add_parser(name, help=explanation, add_help=False)
    stick = words.add_parser("bundle", help="make a folder for a USB stick that installs without internet")
    stick.add_argument("--to", type=Path, default=ROOT / "bundle", help="the folder (default: bundle)")
    stick.add_argument(
        "--for",
        dest="platforms",
        action="append",
        default=[],
        choices=bundling.PLATFORMS,
        help="carry packages for this system too; may be given several times",
    )
    stick.add_argument(
        "--python",
        dest="pythons",
        action="append",
        default=[],
        choices=("3.11", "3.12", "3.13"),
        help="Python of those systems (default 3.12); may be given several times",
    )
    return top


def dispatch(arguments: list[str]) -> int:
    """Do what the command line asks for."""
    chosen, further = parser().parse_known_args(arguments)
    if chosen.command in COMMANDS:
        return COMMANDS[chosen.command][1](further)
    if further:
        parser().error("unknown: " + " ".join(further))
    if chosen.command == "bundle":
        return bundling.bundle(chosen.to.resolve(), chosen.platforms, chosen.pythons or ["3.12"])
    return serving.start(chosen.port, not chosen.no_browser, chosen.lan)


def main(arguments: list[str]) -> int:
    """Run a command; every failure is said in words, with an exit code that is not 0."""
    end_on_request()
    try:
        return dispatch(arguments)
    except Problem as problem:
        complain(str(problem))
        return 1
    except OSError as error:
        complain(describe_system_error(error))
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 0 if not arguments or arguments[0].startswith("-") else INTERRUPTED
