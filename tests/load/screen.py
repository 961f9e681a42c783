"""A real browser: first chart, a native control to paint, a drag to paint, replay, bytes of the first load."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, TimeoutError, sync_playwright

from tests.browser import FLAGS
from tests.load.report import median, quantile

PLOTLY = ".js-plotly-plot"
PANEL_CHARTS = '[data-testid^="chart-"]'
TABLE = ".sp-results"
ACTS = ("pointerdown", "keydown")
SLOW_MBIT, SLOW_CPU = 20, 4  # the net of a ministry; a processor four times slower than this one
PATIENCE_MS = 30_000
QUIET_MS = 400
LOOK_MS = 100
STEPS = 60
STEP_MS = 33

# Looks only when something changed: a look in every frame leaves a slowed processor no time to load what it waits for.
FIRST_CHART = """(() => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.js-plotly-plot .trace')) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.__first = performance.now(); }));
  });
  watch.observe(document, { subtree: true, childList: true });
})()"""
# Notes when somebody acts, when the charts change, and when that is on the screen (the task after the next frame).
METER = """([charts, acts]) => {
  const meter = window.__meter = { acts: [], changes: [], paints: [], frames: new Set() };
  for (const type of acts) addEventListener(type, () => meter.acts.push(performance.now()), { capture: true });
  const inside = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(charts);
  const brings = (node) => node.nodeType === 1 && (node.matches(charts) || node.querySelector(charts));
  new MutationObserver((list) => {
    if (!list.some((m) => inside(m.target) || [...m.addedNodes].some(brings))) return;
    meter.changes.push(performance.now());
    meter.frames.add(document.timeline.currentTime);
    requestAnimationFrame(() => setTimeout(() => meter.paints.push(performance.now())));
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}"""
REPLAY = """async ([tape, values, times]) => {
  const { loadTape } = await import('/assets/js/panel/tape.js');
  const player = loadTape(tape), taken = [];
  for (let block = 0; block < 20; block += 1) {
    const began = performance.now();
    for (let i = 0; i < times; i += 1) player.replay(values);
    taken.push((performance.now() - began) / times);
  }
  return taken.sort((a, b) => a - b)[10];
}"""


@dataclass(frozen=True, slots=True)
class Reaction:
    """How fast the charts answered: milliseconds to the changed page and to the screen."""

    changed_ms: float
    painted_ms: float
    painted_p95_ms: float
    drawn: int = 0


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that run.py found."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("SP_CHROMIUM"), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    """Open a page that has nothing cached."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    yield context.new_page()
    context.close()


def settle(page: Page) -> None:
    """Wait until the script has run and nothing on the page is out of date."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=PATIENCE_MS)
    page.wait_for_function("document.querySelectorAll('[data-stale=\"true\"]').length === 0", timeout=PATIENCE_MS)


def first_load(browser: Browser, address: str, *, slow: bool = False) -> tuple[float, float]:
    """Return milliseconds until the first chart is on the screen, and the bytes fetched until the page rests.

    `slow`: over a net of SLOW_MBIT Mbit/s, on a processor SLOW_CPU times slower.
    """
    with fresh_page(browser) as page:
        fetched: list[float] = []
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: fetched.append(event["encodedDataLength"]))
        if slow:
            speed = {"downloadThroughput": SLOW_MBIT * 125_000, "uploadThroughput": SLOW_MBIT * 125_000}
            network.send("Network.emulateNetworkConditions", {"offline": False, "latency": 20, **speed})
            network.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
        page.add_init_script(FIRST_CHART)
        page.goto(address)
        page.wait_for_function("window.__first !== undefined", polling=LOOK_MS, timeout=PATIENCE_MS)
        settle(page)
        page.wait_for_timeout(QUIET_MS)
        return float(page.evaluate("window.__first")), sum(fetched)


def slow_load(browser: Browser, address: str) -> float:
    """Return milliseconds until the first chart on a slow computer; infinity when it never came.

    Chromium's slowed processor now and then holds a page for ever (seen with the bare app), which must not end the run.
    """
    try:
        return first_load(browser, address, slow=True)[0]
    except TimeoutError:
        return math.inf


def react(
    page: Page, action: Callable[[int], None], times: int, watched: str = PLOTLY, acts: tuple[str, ...] = ACTS
) -> Reaction:
    """Act `times` times on a page; each time wait for the last change of what is watched: its charts."""
    page.evaluate(METER, [watched, acts])
    changed, painted = [], []
    for number in range(times + 1):
        page.evaluate("for (const list of ['acts', 'changes', 'paints']) window.__meter[list].length = 0")
        action(number)
        page.wait_for_function("window.__meter.paints.length > 0", timeout=PATIENCE_MS)
        settle(page)
        page.wait_for_function(f"performance.now() - window.__meter.paints.at(-1) > {QUIET_MS}", timeout=PATIENCE_MS)
        if number:  # the first time warms up
            act, change, paint = page.evaluate("[__meter.acts[0], __meter.changes.at(-1), __meter.paints.at(-1)]")
            changed.append(change - act)
            painted.append(paint - act)
    return Reaction(median(changed), median(painted), quantile(painted, 0.95))


def press_slider(page: Page) -> Callable[[int], None]:
    """Return the action of the bare app: one step of its slider with a key."""
    page.locator('[data-testid="stSlider"] input').focus()
    return lambda number: page.keyboard.press("ArrowRight" if number % 2 else "ArrowLeft")


def press_lever(page: Page, name: str) -> Callable[[int], None]:
    """Return the action of the live panel: one step of a lever with a key, committed when the key is let go."""
    lever(page, name).focus()
    return lambda number: page.keyboard.press("ArrowRight" if number % 2 else "ArrowLeft")


def press_switch(page: Page, selector: str) -> Callable[[int], None]:
    """Return the action of a page: choose another part of its native switch in turn."""
    parts = page.locator(selector)
    parts.first.wait_for(timeout=PATIENCE_MS)
    return lambda number: parts.nth(1 - number % 2).click()


def lever(page: Page, name: str) -> Locator:
    """Return the slider of a lever of the live panel."""
    found = page.locator(f'[data-testid="lever-{name}"]')
    found.wait_for(timeout=PATIENCE_MS)
    return found


def drag(page: Page, name: str) -> Reaction:
    """Drag a lever across its range in STEPS moves of the mouse; count the frames that drew a change."""
    slider = lever(page, name)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    left, width, middle = box["x"] + 0.05 * box["width"], 0.9 * box["width"], box["y"] + box["height"] / 2
    page.mouse.move(left, middle)
    page.mouse.down()
    page.wait_for_timeout(QUIET_MS)
    page.evaluate(METER, [PANEL_CHARTS, ["input"]])
    for step in range(1, STEPS + 1):
        page.mouse.move(left + width * step / STEPS, middle)
        page.wait_for_timeout(STEP_MS)
    page.wait_for_timeout(QUIET_MS)
    meter = page.evaluate("({ ...__meter, frames: __meter.frames.size })")
    page.mouse.up()
    changed = delays(meter["acts"], meter["changes"])
    painted = delays(meter["acts"], meter["paints"])
    return Reaction(median(changed), median(painted), quantile(painted, 0.95), min(STEPS, meter["frames"]))


def delays(acts: list[float], answers: list[float]) -> list[float]:
    """Return how long after each act the next answer came; an act after the last answer counts for nothing."""
    return [min(t for t in answers if t >= act) - act for act in acts if answers and act <= answers[-1]]


def replay(page: Page, tape_json: str, values: dict[str, float]) -> float:
    """Return the milliseconds one replay of the tape takes in the browser."""
    return float(page.evaluate(REPLAY, [json.loads(tape_json), values, 50]))
