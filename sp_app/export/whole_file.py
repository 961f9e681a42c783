"""Writing a file whole or not at all: what was there before stays until the new content is complete."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from sp_core.errors import ExportError


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`; raises ExportError that says why not, with nothing half-written left behind."""
    if path.is_dir():
        raise ExportError(f"{path} is a folder; name a file in it")
    try:
        _replace(path, content)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from None


def _replace(path: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)  # mkstemp's own is for nobody but its maker
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
