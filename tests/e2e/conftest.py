"""A real server and a real browser: the page fixture fails on any request that leaves the machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from sp_app.store import editor_code
from tests.browser import FLAGS
from tests.e2e.editor import CODE

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
# The page is no longer held back (app.css hides it while it is put together), and every element that was mounted has
# been filled by its script.
COMPLETE = """() => [...document.querySelectorAll("[data-testid=stMainBlockContainer]")]
    .every((r) => getComputedStyle(r).visibility === "visible")
  && [...document.querySelectorAll(".sp-figure-root")]
    .every((r) => r.querySelector(".sp-figure[data-drawn]"))
  && [...document.querySelectorAll(".sp-cards-root")].every((r) => r.querySelector(".sp-tile"))
  && [...document.querySelectorAll(".sp-listing-root")].every((r) => r.querySelector(".sp-entries"))"""
KEPT = "cookies,local_storage,indexeddb,cache_storage,service_workers"  # by a visitor, beside the cache
SIZES = {"projector": (1920, 1080), "laptop": (1366, 768), "phone": (390, 844)}


def chromium_path() -> str | None:
    """Return the browser run.py found, or one that is installed."""
    return os.environ.get("SP_CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say "not run: reason" when there is no browser; under CI that is a failure, not a skip."""
    if chromium_path() or os.environ.get("CI"):
        return
    reason = os.environ.get("SP_CHROMIUM_MISSING", "no Chromium was found")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"not run: {reason}"))


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(port: int, log: Path) -> subprocess.Popen[bytes]:
    """Start the dashboard on loopback and wait until it answers."""
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        "--server.address=127.0.0.1",
    ]
    with log.open("wb") as written:
        process = subprocess.Popen(command, cwd=ROOT, stdout=written, stderr=subprocess.STDOUT)
    for _ in range(240):
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped at once:\n{log.read_text()}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
            return process
        except OSError:
            time.sleep(0.25)
    raise RuntimeError(f"the server did not answer:\n{log.read_text()}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one running dashboard for the whole session."""
    port = free_port()
    process = start_server(port, tmp_path_factory.mktemp("server") / "log.txt")
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


class Server:
    """A dashboard of its own that can be killed and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.port, self.log = free_port(), folder / "log.txt"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = start_server(self.port, self.log)

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait(20)
        self.process = None


@pytest.fixture
def mortal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A dashboard that a test may kill: an empty store, and a code that somebody may type."""
    monkeypatch.setenv("SP_STORE", str(tmp_path / "store"))
    monkeypatch.setenv(editor_code.VARIABLE, editor_code.seal(CODE))
    found = Server(tmp_path)
    found.start()
    yield found
    found.kill()


@pytest.fixture
def desk(mortal: Server) -> str:
    """The address of a dashboard of its own, which nobody kills."""
    return mortal.address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page that is not watched: a killed server leaves errors of the connection in the console."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    yield context.new_page()
    context.close()


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start Chromium and stop it again, and with it the event loop that drives it."""
    path = chromium_path()
    if path is None:
        pytest.fail("browser tests: not run: " + os.environ.get("SP_CHROMIUM_MISSING", "no Chromium was found"))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file's tests: its event loop must be gone when the next file runs in this process."""
    with open_browser() as chromium:
        yield chromium


def allowed_message(message: ConsoleMessage) -> bool:
    """Streamlit probes /<page>/_stcore/… on deep links and gets 404: its own, known and harmless."""
    return "_stcore" in (message.location or {}).get("url", "")


class Watch:
    """Collect what a page must not do."""

    def __init__(self, page: Page) -> None:
        self.origins: set[str] = set()
        self.outside: list[str] = []
        self.errors: list[str] = []
        page.on("request", self.request)
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("http", "https", "ws", "wss"):
            return
        self.origins.add(f"{address.scheme}://{address.netloc}")
        if address.hostname not in ("127.0.0.1", "localhost"):
            self.outside.append(request.url)

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not allowed_message(message):
            self.errors.append(f"{message.text} ({(message.location or {}).get('url', '')})")


@pytest.fixture
def size() -> str:
    """The screen a test runs on; parametrise to change it."""
    return "projector"


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor for a file's tests, who keeps the scripts, style sheets and fonts, and nothing else."""
    context = browser.new_context()
    yield context
    context.close()


def forget(context: BrowserContext, origins: set[str]) -> None:
    """Close every page of a visitor, and forget what they kept there and how they were answered."""
    context.unroute_all()
    for page in context.pages:
        page.close()  # first, for a page that is still there would write again
    blank = context.new_page()
    storage = context.new_cdp_session(blank)
    for origin in origins:
        storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT})
    blank.close()


@pytest.fixture
def page(visitor: BrowserContext, size: str) -> Iterator[Page]:
    """A page of a visitor who was never here, which must not speak to another host nor log an error."""
    width, height = SIZES[size]
    opened = visitor.new_page()
    opened.set_viewport_size({"width": width, "height": height})
    watch = Watch(opened)
    yield opened
    forget(visitor, watch.origins)
    assert not watch.outside, f"requests left the machine: {watch.outside}"
    assert not watch.errors, f"console errors: {watch.errors}"


def settle(page: Page) -> None:
    """Wait until the script has run, nothing is stale, and every figure is drawn and shown."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)
    page.wait_for_function("document.querySelectorAll('[data-stale=\"true\"]').length === 0", timeout=30_000)
    page.wait_for_function(COMPLETE, timeout=30_000)


def visit(page: Page, address: str) -> None:
    """Open `address` and wait until it is complete."""
    page.goto(address)
    page.wait_for_selector(".sp-headline h1, .sp-error, h1", timeout=30_000)
    settle(page)
