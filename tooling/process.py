"""Running other programs: their words, their end, and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tooling.places import ROOT

KEPT_LINES = 15
SECONDS_TO_STOP = 15


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment variables for a child: UTF-8 everywhere, Lao on a Windows console too."""
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", **(extra or {})}


def run(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
    """Run a program on this terminal and return its exit code."""
    child = subprocess.Popen([str(part) for part in command], cwd=ROOT, env=child_environment(extra))
    return wait(child)


def wait(child: subprocess.Popen[bytes]) -> int:
    """Wait for a child; Ctrl-C stops it and counts as a clean end of ours."""
    try:
        return child.wait()
    except KeyboardInterrupt:
        stop(child)
        raise


def stop(child: subprocess.Popen[bytes]) -> None:
    """Ask a child to stop, and insist if it does not."""
    if child.poll() is not None:
        return
    child.terminate()
    try:
        child.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def run_quietly(
    command: Sequence[str | Path], on_line: Callable[[str], None] | None = None, folder: Path = ROOT
) -> tuple[int, list[str]]:
    """Run a program without showing it; return its exit code and its last lines."""
    last: deque[str] = deque(maxlen=KEPT_LINES)
    child = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        assert child.stdout is not None
        for raw in child.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            last.append(line)
            if on_line:
                on_line(line)
        return child.wait(), list(last)
    except BaseException:
        stop(child)
        raise


def end_on_request() -> None:
    """Make a polite request to end (SIGTERM) stop our children too, as Ctrl-C does."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)


def say(text: str) -> None:
    """Print a line now, also when the output goes to a file."""
    print(text, flush=True)


def complain(text: str) -> None:
    """Print a line about something wrong."""
    print(text, file=sys.stderr, flush=True)


def indented(lines: Sequence[str]) -> str:
    """Set the words of another program off from our own."""
    return "\n".join("    " + line for line in lines)


def starts(path: str) -> bool:
    """Say whether a program is there and tells its version; on Windows asking would open a window."""
    if not Path(path).is_file():
        return False
    if os.name == "nt":
        return True
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
