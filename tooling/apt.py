"""Installing a program of the distribution, where that needs no question."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress

from tooling.process import run_quietly, say


def administrator() -> list[str] | None:
    """Return what precedes a command that installs for the whole system, or None if we may not."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        with suppress(OSError):
            if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
                return ["sudo", "-n"]
    return None


def install(packages: list[str], name: str, purpose: str) -> str:
    """Install packages with apt-get; return "" or, when that is not possible, why."""
    if not shutil.which("apt-get"):
        return "this system has no apt-get"
    prefix = administrator()
    if prefix is None:
        return "apt-get needs an administrator"
    say(f"Installing {name} for {purpose} with apt-get; this happens once …")
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    run_quietly([*quiet, "update"])  # a list that is partly out of date may still hold it
    code, last = run_quietly([*quiet, "install", "--no-install-recommends", *packages])
    return f"apt-get installed none ({last[-1] if last else 'it did not say why'})" if code else ""
