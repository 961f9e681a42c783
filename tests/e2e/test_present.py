"""Presenting in a browser: keys turn pages at once, the address keeps the slide, notes follow, the way back works."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.choices import findings_of_axe
from tests.e2e.conftest import settle

CLOCK = re.compile(r"\d\d:\d\d")
NEXT = ("ArrowRight", "PageDown", "ArrowDown", "Space")


def present(page: Page, server: str, query: str = "lang=en") -> None:
    page.goto(f"{server}/present?{query}")
    page.wait_for_selector(".sp-slide.shown, .sp-notes", timeout=30_000)
    settle(page)


def at(page: Page) -> str:
    return str(page.get_by_test_id("present").get_attribute("data-at"))


def test_keys_turn_pages_without_the_server_and_the_address_keeps_the_slide(server: str, page: Page) -> None:
    present(page, server)
    assert at(page) == "opening"
    page.context.set_offline(True)  # nothing is asked of the server
    for key in NEXT:
        before = at(page)
        page.keyboard.press(key)
        assert at(page) != before, key
    page.keyboard.press("PageUp")
    page.context.set_offline(False)
    assert at(page) == "spending" and "slide=spending" in page.url
    page.keyboard.press("End")
    assert at(page) == "decision"
    page.keyboard.press("ArrowRight")
    assert at(page) == "decision"
    page.keyboard.press("Home")
    assert at(page) == "opening" and "slide=" not in page.url
    page.keyboard.press("ArrowLeft")
    assert at(page) == "opening"
    page.keyboard.press("ArrowRight")
    page.reload()
    page.wait_for_selector(".sp-slide.shown")
    assert at(page) == "coverage"


def test_blank_full_screen_and_overview(server: str, page: Page) -> None:
    present(page, server)
    black = page.locator(".sp-blank")
    page.keyboard.press("b")
    expect(black).to_be_visible()
    page.keyboard.press("b")
    expect(black).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement?.classList.contains('sp-present')")
    page.wait_for_function("document.querySelector('.sp-stage').getBoundingClientRect().width === 1920")
    page.keyboard.press("o")
    cards = page.locator(".sp-slide-grid button")
    expect(cards).to_have_count(14)
    cards.nth(11).click()
    expect(cards).to_have_count(0)
    assert at(page) == "framework"


PICTURES = """() => [...document.querySelectorAll('.sp-slide-picture')].map((picture) => {
  const slide = picture.querySelector('.sp-slide'), plot = slide?.querySelector('.sp-slide-plot:not(.as-table)');
  const room = picture.getBoundingClientRect(), size = slide?.getBoundingClientRect();
  return { width: size && Math.abs(size.width - room.width), height: size && Math.abs(size.height - room.height),
    drawn: !plot || [...plot.querySelectorAll('clipPath')].every(({ id }) =>
      getComputedStyle(document.getElementById(id).firstElementChild).visibility === 'visible') }; })"""


def test_the_overview_shows_every_slide_as_a_picture_that_keys_pass_by(server: str, page: Page) -> None:
    present(page, server, "lang=en&slide=coverage")
    page.keyboard.press("o")
    page.wait_for_function("document.querySelectorAll('.sp-slide-picture .sp-slide').length === 14", timeout=8_000)
    for picture in page.evaluate(PICTURES):
        assert picture["drawn"] and picture["width"] < 2 and picture["height"] < 2
    assert not findings_of_axe(page)
    cards = page.locator(".sp-slide-grid button")
    expect(cards.nth(1)).to_be_focused()
    for number in (2, 3):
        page.keyboard.press("Tab")
        expect(cards.nth(number)).to_be_focused()
    picture = page.locator(".sp-slide-picture").nth(7).bounding_box()
    assert picture
    page.mouse.click(picture["x"] + picture["width"] / 2, picture["y"] + picture["height"] / 2)
    expect(cards).to_have_count(0)
    assert page.locator(".sp-slide.shown .page").inner_text() == "8 / 14"


def test_the_notes_window_follows_and_turns_pages_too(server: str, page: Page) -> None:
    present(page, server)
    with page.expect_popup() as popup:
        page.keyboard.press("n")
    notes = popup.value
    notes.wait_for_selector(".sp-notes")
    page.keyboard.press("ArrowRight")
    expect(notes.locator(".sp-notes .place")).to_have_text("2 / 14")
    expect(notes.locator(".sp-notes .text")).to_contain_text("at least one cash benefit")
    expect(notes.locator(".sp-notes .clock")).to_have_text(CLOCK)
    notes.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('.sp-present').dataset.at === 'gap'")


def test_into_the_live_panel_with_its_scenario_and_back_to_the_same_slide(server: str, page: Page) -> None:
    present(page, server, "lang=en&slide=donors")
    page.locator(".sp-slide.shown .sp-slide-link").first.click()
    page.wait_for_url("**/scenarios?*s=donor_exit_2030*")
    back = page.locator(".sp-way-back")
    expect(back).to_have_text("← Back to slide 6", timeout=30_000)
    back.click()
    page.wait_for_selector(".sp-slide.shown", timeout=30_000)
    assert at(page) == "donors"
    expect(page.locator(".sp-way-back")).to_have_count(0)


@pytest.mark.parametrize("size", ["phone"])
def test_a_slide_flows_on_a_phone(server: str, page: Page) -> None:
    present(page, server, "lang=lo&slide=decide-mecg")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".sp-slide.shown dd").first.evaluate("(d) => parseFloat(getComputedStyle(d).fontSize)") >= 14


def test_a_lever_on_a_slide_moves_its_number_and_nothing_else(server: str, page: Page) -> None:
    present(page, server, "lang=en&slide=try")
    page.wait_for_selector('.sp-slide.shown .sp-slide-levers[data-drawn="1"]', timeout=30_000)
    live, address = page.get_by_test_id("slide-levers"), page.url
    value, line = live.locator(".sp-lp-value"), live.locator(".sp-lp-line.scenario")
    before, path = value.inner_text(), line.get_attribute("d")
    lever = page.get_by_test_id("lever-mecg.coverage")
    lever.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(value).not_to_have_text(before)
    assert at(page) == "try" and page.url == address and line.get_attribute("d") != path
    page.get_by_test_id("levers-back").click()
    expect(value).to_have_text(before)
    expect(page.get_by_test_id("levers-back")).to_be_disabled()
    page.locator(".sp-slide.shown > header h2").click()
    page.keyboard.press("PageDown")
    assert at(page) == "decide-mecg"
