"""Slides on a wall of 1920 × 1080: every text that is drawn is large enough, nothing is cut, nothing shows through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_present import at, present

LEAST = 24  # CSS px in effect at 1920 × 1080
DRAWN = "() => document.querySelector('.sp-slide.shown .sp-slide-plot')?.dataset.drawn === '1'"
# The size in effect of a text: its font size times what its drawing and its ancestors make of it. Left out are what
# only a screen reader hears (.sp-heard, cut to nothing) and the presenter's buttons, which full screen does not show.
LETTERS = """() => {
  const grown = ({ a, b, c, d }) => Math.sqrt(Math.abs(a * d - b * c));
  const transformed = (node) => !node ? 1 : transformed(node.parentElement)
    * (getComputedStyle(node).transform === "none" ? 1 : grown(new DOMMatrix(getComputedStyle(node).transform)));
  const scale = (node) => node instanceof SVGGraphicsElement ? grown(node.getScreenCTM()) : transformed(node);
  const seen = (node) => !node.closest(".sp-heard")
    && node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const told = (node, text) => [parseFloat(getComputedStyle(node).fontSize) * scale(node), text.trim(), node.tagName];
  const found = [], root = document.fullscreenElement ?? document.body;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, node = text.parentElement, range = document.createRange();
    range.selectNodeContents(text);
    const room = [...range.getClientRects()].some(({ width, height }) => width && height);
    if (text.textContent.trim() && room && seen(node)) found.push(told(node, text.textContent));
  }
  for (const field of root.querySelectorAll("input:not([type=range]), textarea, select"))
    if (seen(field)) found.push(told(field, field.value));
  return found;
}"""
OUTSIDE = """() => { const slide = document.querySelector('.sp-slide.shown'), room = slide.getBoundingClientRect();
  const foot = slide.querySelector(':scope > footer').getBoundingClientRect().top;
  return [...slide.querySelectorAll('h2, p, li, dt, dd, table, b, span')].filter((node) => {
    const box = node.getBoundingClientRect(), body = node.closest('.sp-slide-body') && !node.closest('.sp-slide-plot');
    return box.width && (box.right > room.right + 1 || box.bottom > (body ? foot : room.bottom) + 2);
  }).map((node) => node.textContent.slice(0, 40)); }"""
THROUGH = """() => [...document.querySelectorAll('.sp-slide:not(.shown) *')].filter((node) =>
  !node.closest('defs') && node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length)
  .map((node) => `${node.closest('.sp-slide').dataset.slide}: ${node.tagName} ${node.getAttribute('class')}`)"""
SCALED = """<svg width="100" height="100" viewBox="0 0 200 200"><text y="50" font-size="40">drawing</text></svg>
<div style="transform: scale(0.5); font-size: 30px">turned <svg width="90" height="90" viewBox="0 0 180 180">
<text y="90" font-size="40" transform="rotate(-45)">both</text></svg></div>
<p style="font-size: 9px; visibility: hidden">unseen</p><input value="typed" style="font-size: 11px">"""


def small(page: Page) -> list[str]:
    """Return the texts that are drawn smaller than a slide allows, with their size in effect."""
    return [f"{size:.1f} px: {text[:40]}" for size, text, _ in page.evaluate(LETTERS) if size < LEAST - 0.05]


def full(page: Page, server: str, query: str) -> None:
    present(page, server, query)
    page.keyboard.press("f")
    page.wait_for_function("document.querySelector('.sp-stage').getBoundingClientRect().width === 1920")


def complete(page: Page) -> None:
    """Wait until the slide that is shown is drawn."""
    if page.locator(".sp-slide.shown .sp-slide-plot:not(.as-table)").count():
        page.wait_for_function(DRAWN)
    if page.locator(".sp-slide.shown .sp-slide-levers").count():
        page.wait_for_selector('.sp-slide.shown .sp-slide-levers[data-drawn="1"]')


def walk(page: Page) -> Iterator[str]:
    """Show one slide after the other, each complete; yield its id."""
    count = int(page.locator(".sp-slide.shown .page").inner_text().split("/")[1])
    for _ in range(count):
        complete(page)
        yield at(page)
        page.keyboard.press("PageDown")


def test_the_size_in_effect_counts_what_drawings_and_transforms_make_of_it(page: Page) -> None:
    page.set_content(SCALED)
    sizes = {text: size for size, text, _ in page.evaluate(LETTERS)}
    assert sizes == pytest.approx({"drawing": 20, "turned": 15, "both": 10, "typed": 11})


@pytest.mark.parametrize("deck", ["nspc", "asean_seminar"])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_slide_reads_from_the_back_and_nothing_is_cut(server: str, page: Page, deck: str, language: str) -> None:
    full(page, server, f"lang={language}&deck={deck}")
    for name in walk(page):
        assert small(page) == [], name
        assert page.evaluate(OUTSIDE) == [], name
        assert page.evaluate(THROUGH) == [], name
        scroll = page.locator(".sp-slide.shown .as-table")
        assert scroll.count() == 0 or scroll.evaluate("(t) => t.scrollHeight - t.clientHeight") <= 1


@pytest.mark.parametrize("language", ["en", "lo"])
def test_what_a_lever_says_while_it_moves_is_as_large(server: str, page: Page, language: str) -> None:
    full(page, server, f"lang={language}&slide=try")
    complete(page)
    field = page.get_by_test_id("number-mecg.coverage")
    for typed in ("100", "100000"):  # the second is out of range, and it is said
        field.fill(typed)
        field.press("Enter")
        assert small(page) == [], typed
    expect(page.locator(".sp-slide.shown .sp-lp-problem").first).to_be_visible()
