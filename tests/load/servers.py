"""A server as a child process: starting it, reading its memory, stopping it."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tooling.network import is_free

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app.py"
BARE = Path(__file__).with_name("bare_app.py")
FIRST_PORT = 8700
SECONDS_TO_ANSWER = 90
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True, slots=True)
class Server:
    """A running server and how long it took until it said it is well."""

    process: subprocess.Popen[bytes]
    port: int
    ready_ms: float

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory_mib(self) -> float:
        """Return the memory the server holds now, in MiB; NaN where the system does not tell (only Linux does)."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return float("nan")
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@contextmanager
def serving(script: Path) -> Iterator[Server]:
    """Serve `script` with the project's own settings, for as long as the block lasts."""
    port = next(p for p in range(FIRST_PORT, FIRST_PORT + 100) if is_free(p))
    began = time.perf_counter()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(script),
            f"--server.port={port}",
            "--server.address=127.0.0.1",
            "--server.headless=true",
            "--logger.hideWelcomeMessage=true",
        ],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_well(process, port)
        yield Server(process, port, (time.perf_counter() - began) * 1000)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_well(process: subprocess.Popen[bytes], port: int) -> None:
    """Return once the server says it is well; raise when it ends or takes too long."""
    end = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with code {process.returncode}")
        try:
            DIRECT.open(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"the server did not answer within {SECONDS_TO_ANSWER} seconds")
