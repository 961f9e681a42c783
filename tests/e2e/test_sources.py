"""The page of sources in a browser: found while one types, kept in the address, opened by keyboard, on one screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.choices import findings_of_axe, keeps_its_choice
from tests.e2e.conftest import SIZES, settle, visit

SECTIONS = ("origins", "indicators", "registry", "parameters", "equations", "gaps", "corrections")


def shown(page: Page) -> int:
    return page.locator(".sp-entries > li:visible").count()


def test_a_section_holds_through_reload_and_language(server: str, page: Page) -> None:
    keeps_its_choice(page, f"{server}/sources?lang=en&s=gaps", "s", "Gaps", "ຊ່ອງຫວ່າງ")
    assert "s=gaps" in page.url


def test_words_filter_while_one_types_and_stand_in_the_address(server: str, page: Page) -> None:
    visit(page, f"{server}/sources?lang=en&s=indicators")
    everything = shown(page)
    page.locator(".sp-list-top input").press_sequentially("older persons pension")
    assert 0 < shown(page) < everything
    page.wait_for_url(re.compile("q=older"))
    page.reload()
    settle(page)
    expect(page.locator(".sp-list-top input")).to_have_value("older persons pension")
    assert 0 < shown(page) < everything
    page.locator(".sp-list-top input").fill("")
    assert shown(page) == everything
    page.wait_for_url(re.compile("^((?!q=).)*$"))


def test_lao_words_find_an_entry_on_the_english_page(server: str, page: Page) -> None:
    visit(page, f"{server}/sources?lang=en&s=indicators")
    page.locator(".sp-list-top input").fill("ຜູ້ໄດ້ຮັບເງິນອຸດໜູນຢ່າງໜ້ອຍໜຶ່ງປະເພດ")
    expect(page.locator("#indicator-sdg131_any")).to_be_visible()
    assert shown(page) == 1
    assert "contributes to, or receives" in page.locator("#indicator-sdg131_any dl").inner_text()


def test_a_group_holds_through_reload_and_language(server: str, page: Page) -> None:
    visit(page, f"{server}/sources?lang=en&s=parameters")
    page.get_by_role("button", name=re.compile("^assumption")).click()
    page.wait_for_url(re.compile("f=assumption"))
    few = shown(page)
    page.reload()
    settle(page)
    assert shown(page) == few
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    expect(page.locator("html")).to_have_attribute("lang", "lo")
    settle(page)
    expect(page.locator(".sp-chip[aria-pressed='true']")).to_have_attribute("data-group", "assumption")
    assert shown(page) == few


def test_nothing_found_is_said_in_words(server: str, page: Page) -> None:
    visit(page, f"{server}/sources?lang=en&q=zzzz")
    expect(page.get_by_text("Nothing in this list holds these words.")).to_be_visible()
    assert shown(page) == 0
    expect(page.locator(".sp-count")).to_contain_text("0 of")


def test_a_hostile_address_is_only_words(server: str, page: Page) -> None:
    hostile = "%3Cimg%20src=x%20onerror=alert(1)%3E"
    visit(page, f"{server}/sources?lang=en&s={hostile}&q={hostile}&f={hostile}")
    expect(page.locator(".sp-list-top input")).to_have_value("<img src=x onerror=alert(1)>")
    assert page.locator(".sp-listing-root img").count() == 0 and page.locator(".sp-error").count() == 0


def test_an_entry_opens_and_closes_by_keyboard_and_shows_where_it_is_from(server: str, page: Page) -> None:
    visit(page, f"{server}/sources?lang=en")
    entry = page.locator("#origin-who_ghed_2024_12")
    summary = entry.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    words = entry.locator("dl").inner_text()
    assert "non-commercial" in words and "2024-12" in words and "https://apps.who.int/nha/database" in words
    expect(entry.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    page.keyboard.press("Enter")
    expect(entry.locator("dl")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
def test_details_stand_under_the_words_they_belong_to(server: str, page: Page, size: str) -> None:
    visit(page, f"{server}/sources?lang=en&s=indicators")
    entry = page.locator(".sp-entries li").first
    entry.locator("summary").click()
    words, name = entry.locator(".sp-cell").first.bounding_box(), entry.locator("dt").first.bounding_box()
    assert words and name and abs(name["x"] - words["x"]) <= 1


def test_a_link_to_a_formula_opens_it(server: str, page: Page) -> None:
    visit(page, f"{server}/sources?lang=en&s=equations#spi")
    spi = page.locator("[id='spi']")
    expect(spi.locator("dl")).to_be_visible()
    assert spi.locator("sub").count() == 0 and spi.locator("var").count() > 5
    assert page.locator("[id='pace'] sub").first.inner_text() == "T"


def test_the_list_is_handed_out_whole(server: str, page: Page) -> None:
    visit(page, f"{server}/sources?lang=lo&s=gaps&q=asean")
    with page.expect_download() as waiting:
        page.locator(".sp-list-top .sp-button").click()
    rows = waiting.value.path().read_text("utf-8-sig").splitlines()
    assert len(rows) - 1 > shown(page) and rows[0].startswith("gap,topic")


@pytest.mark.parametrize("height", [1080, 940])
@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("section", ["origins", "equations"])
def test_a_long_list_scrolls_inside_one_screen(
    server: str, page: Page, section: str, language: str, height: int
) -> None:
    page.set_viewport_size({"width": 1920, "height": height})
    visit(page, f"{server}/sources?lang={language}&s={section}")
    assert page.get_by_test_id("stMain").evaluate("(m) => m.scrollHeight - m.clientHeight") <= 1
    assert page.locator(".sp-list-body").evaluate("(b) => b.scrollHeight - b.clientHeight") > 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_is_wider_than_the_screen(server: str, page: Page, section: str, size: str) -> None:
    visit(page, f"{server}/sources?lang=lo&s={section}")
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1
    assert page.locator(".sp-list-body").evaluate("(b) => b.scrollWidth - b.clientWidth") <= 1


@pytest.mark.parametrize("section", SECTIONS)
def test_axe_finds_nothing_in_any_section(server: str, page: Page, section: str) -> None:
    visit(page, f"{server}/sources?lang=en&s={section}")
    if section != "gaps":
        page.locator(".sp-entries summary").first.click()
    assert not findings_of_axe(page)
