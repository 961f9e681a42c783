"""Levers on a slide: on a wall and on a laptop nothing lies on anything else; its picture is like it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.e2e.test_present import present

READY = '.sp-slide.shown .sp-slide-levers[data-drawn="1"]'
# Parts that lie on each other, words that are cut, and what a chart draws nearer to the source than half a letter.
CROWDED = """(slide) => {
  const box = (node) => node.getBoundingClientRect();
  const named = ".sp-lp-tile > :is(h2, p, footer), .sp-lp-lever > *, .sp-slide-hand > button";
  const parts = [...slide.querySelectorAll(named)]
    .filter((node) => node.getClientRects().length && node.textContent.trim());
  const on = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const crossed = parts.flatMap((one, i) => parts.slice(i + 1).filter((other) => on(box(one), box(other)))
    .map((other) => `${one.textContent} on ${other.textContent}`));
  const cut = [...slide.querySelectorAll(".sp-lp-tile :is(h2, p), .sp-lp-name, .sp-lp-today, .sp-lp-number")]
    .filter((node) => node.scrollWidth > node.clientWidth + 1 || (box(node).height < 2))
    .map((node) => `cut: ${node.textContent || node.value}`);
  const source = box(slide.querySelector(".sp-slide-source")), letter = parseFloat(getComputedStyle(slide).fontSize);
  const scale = box(slide).width / slide.offsetWidth;
  const near = [...slide.querySelectorAll(".sp-lp-plot :is(text, span)")]
    .filter((node) => node.textContent && box(node).height && box(node).bottom > source.top - letter / 2 * scale)
    .map((node) => `near the source: ${node.textContent}`);
  return [...crossed, ...cut, ...near];
}"""


@pytest.mark.parametrize("size", ["projector", "laptop"])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_nothing_of_the_levers_is_cut_or_lies_on_anything_else(
    server: str, page: Page, language: str, size: str
) -> None:
    present(page, server, f"lang={language}&slide=try")
    page.keyboard.press("f")
    page.wait_for_function("document.querySelector('.sp-stage').getBoundingClientRect().width >= 1360")
    page.wait_for_selector(READY)
    assert page.locator(".sp-slide.shown").evaluate(CROWDED) == []


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_picture_of_levers_never_seen_is_like_the_slide(server: str, page: Page, language: str) -> None:
    present(page, server, f"lang={language}")
    page.keyboard.press("o")
    picture = page.locator(".sp-slide-picture .sp-slide[data-slide=try]")
    picture.locator("text").first.wait_for(state="attached")
    assert picture.evaluate(CROWDED) == []
    fits = "(plot) => plot.querySelector('svg').getAttribute('height') / plot.offsetHeight"
    assert picture.locator(".sp-lp-plot").evaluate(fits) == pytest.approx(1, abs=0.01)
    dressed = """(node) => { const { padding, borderTopWidth, fontSize } = getComputedStyle(node);
      return [padding, borderTopWidth, fontSize]; }"""
    for part in (".sp-lp-name", ".sp-lp-button"):
        of_slide = page.locator(f".sp-stage .sp-slide[data-slide=try] {part}").first.evaluate(dressed)
        assert picture.locator(part).first.evaluate(dressed) == of_slide


def test_pictures_are_drawn_anew_for_a_window_of_another_size(server: str, page: Page) -> None:
    present(page, server, "lang=en")
    page.keyboard.press("o")
    picture = page.locator(".sp-slide-picture .sp-slide[data-slide=coverage]")
    picture.locator("svg text").first.wait_for(state="attached")
    picture.evaluate("(slide) => slide.dataset.old = 1")
    page.set_viewport_size({"width": 1366, "height": 768})
    page.wait_for_selector(
        ".sp-slide-picture .sp-slide[data-slide=coverage]:not([data-old]) svg text", state="attached"
    )
    sides = "(slide) => [slide, slide.parentElement].map((node) => node.getBoundingClientRect().width)"
    slide, frame = picture.evaluate(sides)
    assert slide == pytest.approx(frame, abs=1)
