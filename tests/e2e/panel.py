"""Hands for the tests of the live panel: open it, drag a lever, read tiles, the address and Python's table."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import settle, visit

USUAL = "mecg_to_scale"
# Counts what changes inside charts and tiles, and in which frames.
WATCH = """() => {
  window.__panel = { frames: new Set(), changes: 0 };
  const inside = '[data-testid^="chart-"], [data-testid^="tile-"]';
  new MutationObserver((list) => {
    const mine = list.filter((m) => (m.target.nodeType === 1 ? m.target : m.target.parentElement)?.closest(inside));
    if (!mine.length) return;
    window.__panel.changes += mine.length;
    window.__panel.frames.add(document.timeline.currentTime);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}"""


def open_panel(page: Page, server: str, query: str = f"s={USUAL}", language: str = "en") -> None:
    """Open the scenarios page and wait until the panel is drawn and quiet."""
    visit(page, f"{server}/scenarios?lang={language}&{query}")
    ready(page, language)


def ready(page: Page, language: str = "en") -> None:
    """Wait until the panel of `language` is drawn and nothing glides any more."""
    page.wait_for_selector(f'.sp-panel-root[data-ready="{language}"]', timeout=30_000)
    settle(page)
    page.wait_for_timeout(250)
    assert page.locator(".sp-error").count() == 0


def lever(page: Page, name: str) -> Locator:
    return page.get_by_test_id(f"lever-{name}")


def number(page: Page, name: str) -> Locator:
    return page.get_by_test_id(f"number-{name}")


def tile(page: Page, name: str) -> str:
    """Return the printed value of a tile."""
    return page.get_by_test_id(f"tile-{name}").locator(".sp-lp-value").inner_text()


def asked(page: Page) -> dict[str, str]:
    """Return the query of the address."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def place(page: Page, name: str, share: float) -> tuple[float, float]:
    """Return the point of a slider at `share` of its range, reckoning with the width of the thumb."""
    box = lever(page, name).bounding_box()
    assert box
    return box["x"] + 12 + share * (box["width"] - 24), box["y"] + box["height"] / 2


def grab(page: Page, name: str, share: float) -> None:
    """Press the mouse on a slider where its thumb stands (or at `share`)."""
    page.mouse.move(*place(page, name, share))
    page.mouse.down()


def python_row(page: Page, year: str) -> list[str]:
    """Return the cells of Python's table in one year."""
    return page.locator(".sp-results tbody tr").filter(has_text=year).first.locator("td").all_inner_texts()


def heard(page: Page, cell: int, text: str, year: str = "2030") -> None:
    """Wait until Python's table shows `text` in a column of a year."""
    row = page.locator(".sp-results tbody tr").filter(has_text=year).first
    expect(row.locator("td").nth(cell)).to_have_text(text, timeout=15_000)


def recipients(coverage: float) -> str:
    """Return the recipients of the grant in 2030 by hand, as printed in English.

    Births of 2030 (UN World Population Prospects 2024) times 18 months, four sixths of the way to full reach.
    """
    return f"{154_942 * 18 / 12 * (0.004 + (coverage - 0.004) * 4 / 6):,.0f}"


def results(page: Page) -> dict[str, Any]:
    """Return what the tiles print."""
    return {name: tile(page, name) for name in ("people", "cost", "cost_gdp", "cost_revenue", "min_wage", "gdp_head")}
