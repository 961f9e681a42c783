"""LibreOffice for the tests that recalculate workbooks: one that is installed, else the distribution's."""

from __future__ import annotations

import os
import shutil

from tooling import apt
from tooling.process import starts

NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
PACKAGES = ["libreoffice-calc-nogui"]


def obtain() -> tuple[str | None, str]:
    """Return the path of LibreOffice and "", or None and the reason why there is none."""
    found = installed()
    if found:
        return found, ""
    reason = apt.install(PACKAGES, "LibreOffice", "the tests of workbooks")
    found = installed()
    if found:
        return found, ""
    return None, f"no LibreOffice is installed; {reason or 'what apt-get installed does not start'}"


def installed() -> str | None:
    """Return a LibreOffice that is on this computer and starts."""
    given = os.environ.get("SP_OFFICE")
    candidates = [*([given] if given else []), *(path for name in NAMES if (path := shutil.which(name))), *PLACES]
    return next((path for path in candidates if starts(path)), None)
