"""What every page with choices in its address promises, as steps its tests share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.conftest import settle, visit

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf8")


def chosen(page: Page, name: str) -> str:
    """Return the printed word of the option in force of the switch `name`."""
    return page.locator(f".st-key-choice_{name} button[aria-checked='true']").inner_text()


def choose(page: Page, name: str, word: str) -> None:
    """Click the option `word` of the switch `name` and wait until the page is complete."""
    page.locator(f".st-key-choice_{name} button").filter(has_text=word).first.click()
    page.wait_for_timeout(200)
    settle(page)


def downloaded(page: Page, figure: str) -> str:
    """Return the CSV that the figure hands out."""
    shown = page.get_by_test_id(f"figure-{figure}")
    shown.get_by_role("button", name="Download").click()
    with page.expect_download() as waiting:
        shown.get_by_role("button", name="CSV").click()
    return Path(waiting.value.path()).read_text("utf-8-sig")


def picture(page: Page, figure: str, form: str) -> bytes:
    """Return the file that the figure hands out as a picture, in either language."""
    shown = page.get_by_test_id(f"figure-{figure}")
    shown.locator("button[aria-expanded]").click()
    with page.expect_download() as waiting:
        shown.locator(".sp-menu button").filter(has_text=form).click()
    return Path(waiting.value.path()).read_bytes()


def findings_of_axe(page: Page) -> list[tuple[str, str]]:
    """Return what axe-core finds on the page as it stands."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run(document)).violations")
    return [(violation["id"], node["html"][:160]) for violation in found for node in violation["nodes"]]


def keeps_its_choice(page: Page, address: str, name: str, english: str, lao: str) -> None:
    """Open `address`, reload it, switch the language: the choice of the switch `name` stays."""
    visit(page, address)
    assert chosen(page, name) == english
    page.reload()
    settle(page)
    assert chosen(page, name) == english
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    expect(page.locator("html")).to_have_attribute("lang", "lo")
    settle(page)
    assert chosen(page, name) == lao


def drawn_words(page: Page, figure: str) -> list[str]:
    """Return every word that a figure's plot shows."""
    return page.get_by_test_id(f"figure-{figure}").locator("svg text").all_text_contents()


def overlapping(page: Page, figure: str, among: str) -> list[list[str]]:
    """Return pairs of words of a plot that lie on each other; `among` selects the words to look at."""
    script = """([id, among]) => {
      const boxes = [...document.querySelectorAll(`[data-testid="figure-${id}"] ${among}`)]
        .map((node) => [node.textContent, node.getBoundingClientRect()]).filter(([, box]) => box.width);
      const found = [];
      boxes.forEach(([a, x], i) => boxes.slice(i + 1).forEach(([b, y]) => {
        const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
        const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
        if (wide > 2 && high > 3) found.push([a, b]);
      }));
      return found;
    }"""
    return page.evaluate(script, [figure, among])


def cut_words(page: Page) -> list[str]:
    """Return the words that run out of their plot at its left or right edge, of all figures on the page."""
    script = """() => [...document.querySelectorAll(".sp-plot")].flatMap((plot) => {
      const room = plot.getBoundingClientRect();
      return [...plot.querySelectorAll("svg text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.width && (box.left < room.left - 1 || box.right > room.right + 1);
      }).map((text) => text.textContent);
    })"""
    return page.evaluate(script)
