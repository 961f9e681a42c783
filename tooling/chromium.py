"""A browser for the browser tests: one that is installed, else the system's, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tooling import apt
from tooling.process import run_quietly, say, starts

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
MAC_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def obtain(python: Path) -> tuple[str | None, str]:
    """Return the path of a browser and "", or None and the reason why there is none."""
    found = installed()
    if found:
        return found, ""
    reasons = []
    for way in (install_by_apt, lambda: install_by_playwright(python)):
        found, reason = way()
        if found:
            return found, ""
        reasons.append(reason)
    return None, "; ".join(["no Chromium is installed", *reasons])


def installed() -> str | None:
    """Return a browser of the Chromium family that is on this computer and starts."""
    given = os.environ.get("SP_CHROMIUM")
    candidates = [given] if given else []
    candidates += [path for name in NAMES if (path := shutil.which(name))]
    if sys.platform == "darwin":
        candidates += MAC_PLACES
    if os.name == "nt":
        folders = [os.environ[name] for name in WINDOWS_FOLDERS if name in os.environ]
        candidates += [str(Path(folder, place)) for folder in folders for place in WINDOWS_PLACES]
    return next((path for path in candidates if starts(path)), None)


def install_by_apt() -> tuple[str | None, str]:
    """Install the distribution's Chromium where that needs no question."""
    reason = apt.install(["chromium"], "Chromium", "the browser tests")
    found = installed()
    return (found, "") if found else (None, reason or "what apt-get installed starts no browser")


def install_by_playwright(python: Path) -> tuple[str | None, str]:
    """Let Playwright fetch its own Chromium."""
    say("Fetching Playwright's own Chromium; this happens once …")
    code, last = run_quietly([python, "-m", "playwright", "install", "chromium"])
    if code != 0:
        said = next((line.strip() for line in last if "rror" in line or "ailed" in line), "it did not say why")
        return None, f"Playwright could not fetch its own ({said})"
    _, answer = run_quietly([python, "-c", ASK_PLAYWRIGHT])
    path = answer[-1] if answer else ""
    return (path, "") if starts(path) else (None, "Playwright's own does not start here")
