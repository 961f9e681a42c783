"""The folder for a USB stick: the project's files and the wheels, from which run.py installs without internet.

The fonts and the drawing library are among the project's files and wheels already.
Python itself is not in the bundle: it has to be on the computer that starts from it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tooling import environment
from tooling.places import ROOT, RUNTIME
from tooling.problem import Problem
from tooling.process import indented, run_quietly, say

NOT_CARRIED = {
    ".git",
    ".venv",
    "__pycache__",
    "bundle",
    "wheels",
    ".pytest_cache",
    ".ruff_cache",
    ".mypy_cache",
    ".hypothesis",
}
NOT_SHARED = ("data/build", "data/store")  # made here; what people saved stays with them
# Wheels are chosen by these names, the widest first.
PLATFORMS = {
    "windows": ("win_amd64",),
    "macos-arm": ("macosx_15_0_arm64",),
    "macos-intel": ("macosx_15_0_x86_64",),
    "linux": ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
}
NOTE = """How to start without internet

1. Copy this whole folder from the stick to the computer.
2. Python has to be installed there, in a version named below for its system.
3. In the folder, type:   python3 run.py      (on Windows:   py run.py)

Packages are carried for: {platforms}.
The first start installs them from the folder "wheels" and takes a few minutes.
"""


def bundle(target: Path, platforms: list[str], pythons: list[str]) -> int:
    """Make the folder anew; also for other systems and Pythons when they are named.

    Raises
    ------
    Problem
        The target is something else than an earlier bundle, or a wheel could not be had.
    """
    python = environment.ensure()
    check_target(target)
    shutil.rmtree(target, ignore_errors=True)
    files = project_files()
    copy_files(files, target)
    wheels = target / "wheels"
    download(own_command(python, wheels), "this computer")
    for platform in platforms:
        for version in pythons:
            requirements = without_markers(RUNTIME.read_text("utf8"))
            download(foreign_command(python, wheels, platform, version, requirements), f"{platform}, Python {version}")
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    said = ", ".join([f"{sys.platform} (Python {own})", *(f"{p} (Python {', '.join(pythons)})" for p in platforms)])
    (target / "START.txt").write_text(NOTE.format(platforms=said), "utf8")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    say(f"{target}: {len(files)} project files, {len(list(wheels.iterdir()))} packages, {size / 1e6:.0f} MB")
    return 0


def check_target(target: Path) -> None:
    """Refuse to replace a folder that is not an earlier bundle, or one in which somebody saved something."""
    if target.exists() and any(target.iterdir()) and not (target / "wheels").is_dir():
        raise Problem(f"{target} exists and is not an earlier bundle. Choose another folder with --to.")
    if (target / "data" / "store").exists():
        raise Problem(
            f"{target} holds what people saved: move its folder data/store away first, or choose another --to."
        )


def project_files(root: Path = ROOT) -> list[Path]:
    """Return the project's files, relative to it: what version control keeps, else all but what programs made."""
    try:
        listed = (
            subprocess.run(
                ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                cwd=root,
                capture_output=True,
                check=True,
            )
            .stdout.decode("utf8")
            .split("\0")
        )
        found = [Path(name) for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        found = []
        for folder, inner, names in os.walk(root):
            inner[:] = [name for name in inner if name not in NOT_CARRIED]
            found += [Path(folder, name).relative_to(root) for name in names]
    kept = [path for path in found if (root / path).is_file() and not NOT_CARRIED & set(path.parts)]
    return sorted(path for path in kept if not any(map(path.is_relative_to, NOT_SHARED)))


def copy_files(files: list[Path], target: Path, root: Path = ROOT) -> None:
    """Copy files, keeping their folders."""
    for path in files:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, target / path)


def own_command(python: Path, wheels: Path) -> list[str | Path]:
    """Return the command that fetches the wheels for this computer."""
    command: list[str | Path] = [python, "-m", "pip", "download", "-q", "--disable-pip-version-check"]
    return [*command, "--only-binary=:all:", "-d", wheels, "-r", RUNTIME]


def foreign_command(python: Path, wheels: Path, platform: str, version: str, names: list[str]) -> list[str | Path]:
    """Return the command that fetches the wheels for another system and Python; the pins are complete, so no others."""
    command: list[str | Path] = [python, "-m", "pip", "download", "-q", "--disable-pip-version-check"]
    command += ["--only-binary=:all:", "--no-deps", "--implementation", "cp", "--python-version", version]
    for tag in PLATFORMS[platform]:
        command += ["--platform", tag]
    return [*command, "-d", wheels, *names]


def without_markers(requirements: str) -> list[str]:
    """Return the pins alone: pip judges "only on Windows" by the system it runs on, not the one it fetches for."""
    lines = (line.split("#")[0].split(";")[0].strip() for line in requirements.splitlines())
    return [line for line in lines if line]


def download(command: list[str | Path], whom: str) -> None:
    """Fetch wheels, or say in words why not."""
    say(f"Fetching the packages for {whom} …")
    code, last = run_quietly(command)
    if code != 0:
        raise Problem(f"The packages for {whom} could not be fetched:\n{indented(last)}")
