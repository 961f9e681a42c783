"""Streamlit's own words in the reader's language: in open lists, while a file is chosen, in the drawer of a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sp_app.i18n import texts
from sp_app.ui.foreign_words import KEYS, PARTS, foreign_words
from tests.e2e.conftest import settle, visit
from tests.e2e.editor import CODE
from tests.e2e.panel import ready

LAO = texts("lo")
# Everything outside our own elements that is shown or read out: texts, names and placeholders.
SAID = """() => {
  const ours = ".sp-root, [data-testid='stHtml'], [data-testid='stIconMaterial'], script, style, noscript";
  const found = [];
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return found.push(node.data.trim());
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(ours)) return;
    for (const name of ["aria-label", "placeholder"]) found.push(node.getAttribute(name) ?? "");
    node.childNodes.forEach(look);
  };
  look(document.body);
  return found.filter(Boolean);
}"""
FIXED = {theirs for theirs, _ in foreign_words("lo") if "{" not in theirs}
VARYING = ("option available", "options available", "Remove ", "Help for", "Press ", "per file", "File must be")


def english_left(page: Page) -> list[str]:
    """Return what Streamlit still says in English."""
    return [words for words in page.evaluate(SAID) if words in FIXED or any(part in words for part in VARYING)]


def test_in_english_nothing_is_replaced() -> None:
    assert foreign_words("en") == []
    assert len(foreign_words("lo")) == len(KEYS)


def test_a_list_that_finds_nothing_says_so_in_lao_and_again_in_english(server: str, page: Page) -> None:
    visit(page, f"{server}/coverage?lang=lo")
    box = page.get_by_test_id("stSelectbox").locator("input")
    box.fill("zzzz")
    expect(page.get_by_text(LAO("widgets.nothing"))).to_be_visible()
    expect(page.get_by_text("No results")).to_have_count(0)
    assert english_left(page) == []
    page.keyboard.press("Escape")
    page.locator(".st-key-sp_language").get_by_text("English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en", timeout=20_000)
    settle(page)
    expect(page.get_by_test_id("stSelectbox").get_by_label("Open", exact=True)).to_have_count(1)
    page.get_by_test_id("stSelectbox").locator("input").fill("zzzz")
    expect(page.get_by_text("No results")).to_be_visible()


@pytest.mark.parametrize("path", ["", "coverage", "expenditure?v=health", "asean", "sources", "financing", "scenarios"])
def test_no_page_says_any_of_it_in_english(server: str, page: Page, path: str) -> None:
    visit(page, f"{server}/{path}{'&' if '?' in path else '?'}lang=lo")
    assert english_left(page) == []


def test_forms_and_files_of_an_editor_speak_lao(desk: str, page: Page, tmp_path: Path) -> None:
    visit(page, f"{desk}/scenarios?lang=lo")
    ready(page, "lo")
    page.get_by_text(LAO("library.door")).click()
    page.locator(".st-key-editor_name input").fill("ທ່ານ ສົມພອນ")
    page.locator(".st-key-editor_code input").fill(CODE)
    expect(page.get_by_text(LAO("widgets.enter_form")).first).to_be_visible()
    page.get_by_role("button", name=LAO("library.door_enter")).click()
    expect(page.get_by_text(LAO("library.editing", name="ທ່ານ ສົມພອນ"))).to_be_visible(timeout=15_000)
    page.get_by_role("tab", name=LAO("library.tab_import")).click()
    expect(page.get_by_text(LAO("widgets.upload_size", **PARTS | {"size": "20MB"}))).to_be_visible()
    file = tmp_path / "plan.toml"
    file.write_text("a = 1")
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
    expect(page.get_by_role("button", name=LAO("widgets.remove", **PARTS | {"name": "plan.toml"}))).to_be_visible()
    assert english_left(page) == []


@pytest.mark.parametrize("size", ["phone"])
def test_the_drawer_of_a_phone_speaks_lao(server: str, page: Page, size: str) -> None:
    visit(page, f"{server}/coverage?lang=lo")
    page.get_by_role("button", name=LAO("widgets.sidebar_open")).click()
    expect(page.get_by_role("button", name=LAO("widgets.sidebar_close"))).to_be_visible()
    assert min(link.bounding_box()["height"] for link in page.get_by_test_id("stSidebarNavLink").all()) >= 44  # type: ignore[index]
    assert english_left(page) == []
