"""Where things are: the project, its environment, the Python inside it."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEELS = ROOT / "wheels"
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"


def environment_folder(root: Path = ROOT) -> Path:
    """Return the folder of the environment."""
    return root / ".venv"


def environment_python(environment: Path, windows: bool = os.name == "nt") -> Path:
    """Return the Python of an environment: Windows keeps it elsewhere."""
    return environment / "Scripts" / "python.exe" if windows else environment / "bin" / "python"


def start_command(windows: bool = os.name == "nt") -> str:
    """Return how a person starts run.py on this system."""
    return "py run.py" if windows else "python3 run.py"
