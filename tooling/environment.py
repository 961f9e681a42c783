"""The environment .venv: making it, installing into it, knowing that it is complete.

A stamp inside it names what was installed, as a hash of the requirements files, so a
second start installs nothing. A mark is set while an installation runs: an environment
that still carries it was left half made and is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tooling import places
from tooling.problem import Problem
from tooling.process import indented, run_quietly, say

STAMP = "installed.json"
MARK = "installing"
NEEDED_BYTES = 1_800_000_000  # the environment takes 1.1 GB, the downloads beside it a third of that


def digest(files: list[Path]) -> str:
    """Return a hash of the contents of requirements files, whatever their line ends."""
    content = b"\0".join(path.read_bytes().replace(b"\r\n", b"\n") for path in files)
    return hashlib.sha256(content).hexdigest()


def wanted(development: bool) -> dict[str, str]:
    """Return what a complete environment's stamp says: requirements file → hash."""
    stamp = {places.RUNTIME.name: digest([places.RUNTIME])}
    if development:
        stamp[places.DEVELOPMENT.name] = digest([places.RUNTIME, places.DEVELOPMENT])
    return stamp


def read_stamp(environment: Path) -> dict[str, str]:
    """Return what was installed, or nothing when the stamp is absent or damaged."""
    try:
        stamp = json.loads((environment / STAMP).read_text("utf8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_complete(environment: Path, development: bool) -> bool:
    """Say whether everything wanted is installed and nothing was interrupted."""
    if (environment / MARK).exists() or not places.environment_python(environment).exists():
        return False
    stamp = read_stamp(environment)
    return all(stamp.get(name) == value for name, value in wanted(development).items())


def python_works(environment: Path) -> bool:
    """Say whether the environment's Python still starts, is new enough and can install."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        code, _ = run_quietly([places.environment_python(environment), "-c", probe])
    except OSError:
        return False
    return code == 0


def install_command(python: Path, requirements: Path, wheels: Path) -> list[str | Path]:
    """Return the command that installs a requirements file; from `wheels`, without internet, if they are there.

    A bundle holds the wheels of the dashboard, not those of the tools for tests: for these
    its wheels help, and the rest is fetched.
    """
    command: list[str | Path] = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if wheels.is_dir():
        command += ["--find-links", wheels]
        if requirements.name == places.RUNTIME.name:
            command.append("--no-index")
    return [*command, "-r", requirements]


@contextmanager
def one_at_a_time(environment: Path) -> Iterator[None]:
    """Let one run.py at a time install; another waits. The system frees the lock of one that died."""
    name = "social-protection-" + hashlib.sha256(str(environment).encode()).hexdigest()[:16] + ".lock"
    with (Path(tempfile.gettempdir()) / name).open("a+") as handle:
        if os.name == "nt":
            import msvcrt

            while True:
                handle.seek(0)
                with suppress(OSError):  # it gives up after ten seconds; an installation takes longer
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def make(environment: Path) -> None:
    """Make an empty environment, in place of what is there."""
    if environment.exists():
        say("An earlier installation was left incomplete; it is made anew.")
        shutil.rmtree(environment)
    code, last = run_quietly([sys.executable, "-m", "venv", environment])
    if code != 0:
        raise Problem(
            "Python could not make its environment (.venv).\n"
            + indented(last)
            + "\nOn Debian and Ubuntu install the package python3-venv; elsewhere install Python again, complete."
        )


def check_space(folder: Path) -> None:
    """Refuse to begin what the disk cannot hold."""
    free = shutil.disk_usage(folder).free
    if free < NEEDED_BYTES:
        raise Problem(
            f"Too little room on the disk: {free / 1e9:.1f} GB are free, about {NEEDED_BYTES / 1e9:.1f} GB are needed."
            "\nFree some space and start again."
        )


def install(environment: Path, requirements: Path) -> None:
    """Install a requirements file, showing how far it is, or say in words why it failed."""
    files = {places.RUNTIME, requirements}  # the tools for tests come on top of what the dashboard needs
    total = sum("==" in line.split("#")[0] for path in files for line in path.read_text("utf8").splitlines())
    source = "from the folder wheels" if places.WHEELS.is_dir() else "over the internet"
    say(f"Installing {total} packages {source}; this happens once and may take some minutes …")
    seen = 0

    def progress(line: str) -> None:
        nonlocal seen
        if line.startswith("Collecting"):
            seen += 1
            if seen % 10 == 0:
                say(f"  {seen} found")
        elif line.startswith("Installing collected"):
            say("  all found; unpacking")

    python = places.environment_python(environment)
    code, last = run_quietly(install_command(python, requirements, places.WHEELS), progress)
    if code != 0:
        raise Problem(failure_words(last))


def failure_words(last: list[str]) -> str:
    """Say what an installation that failed needs, judged by its last words."""
    words = "\n".join(last)
    if "No space left" in words or "Errno 28" in words:
        advice = "The disk is full. Free about 2 GB and start again."
    elif places.WHEELS.is_dir():
        advice = "The folder wheels may be for other systems or Pythons than this one; START.txt says for which."
    elif "No matching distribution" in words and "from versions: none" not in words:
        advice = "A package was not found for this Python and system. Python 3.11, 3.12 and 3.13 are known to work."
    else:
        advice = (
            "Is this computer connected to the internet? Behind a proxy, set HTTPS_PROXY and start again.\n"
            f"Without internet, start from a folder made with `{places.start_command()} bundle`."
        )
    return f"Installing failed. Its last words:\n{indented(last)}\n{advice}"


def ensure(development: bool = False) -> Path:
    """Return the Python of a complete environment, making or completing it first.

    Raises
    ------
    Problem
        The disk is too full, the environment cannot be made, or installing failed.
    """
    environment = places.environment_folder()
    python = places.environment_python(environment)
    if is_complete(environment, development) and python_works(environment):
        return python
    with one_at_a_time(environment):
        if is_complete(environment, development) and python_works(environment):
            return python
        check_space(places.ROOT)
        if (environment / MARK).exists() or not python_works(environment):
            make(environment)
        (environment / MARK).touch()
        install(environment, places.DEVELOPMENT if development else places.RUNTIME)
        stamp = environment / STAMP
        stamp.with_suffix(".new").write_text(json.dumps({**read_stamp(environment), **wanted(development)}), "utf8")
        stamp.with_suffix(".new").replace(stamp)
        (environment / MARK).unlink()
    return python
