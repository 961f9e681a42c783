"""The header at every width: the menu and the switch of the language never lie on each other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from sp_app.i18n import texts
from tests.e2e.conftest import visit

# Parts of the menu that reach into the language switch, or under the product's name.
COVERED = """() => {
  const left = document.querySelector('.sp-brand').getBoundingClientRect().right;
  const right = document.querySelector('.st-key-sp_language').getBoundingClientRect().left;
  const parts = document.querySelectorAll('[data-testid="stTopNavLinkContainer"], [data-testid="stTopNavSection"]');
  return [...parts].filter((part) => {
    const box = part.getBoundingClientRect();
    return box.width && (box.right > right || box.left < left);
  }).map((part) => part.textContent);
}"""


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("width", [800, 900, 1024, 1180, 1366, 1920])
def test_the_menu_leaves_room_for_the_name_and_the_language(
    server: str, browser: Browser, width: int, language: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    visit(page, f"{server}/coverage?lang={language}")
    page.wait_for_timeout(400)
    assert page.locator('[data-testid="stTopNavLinkContainer"]').count() >= 1
    assert page.evaluate(COVERED) == []
    page.close()


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_first_key_offers_the_way_past_the_menu_and_offers_it_once(server: str, page: Page, language: str) -> None:
    words = texts(language)("widgets.skip")
    visit(page, f"{server}/coverage?lang={language}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=words)
    expect(skip).to_have_count(1)
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(2):  # the language, then the first choice of the page
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.st-key-choice_f') !== null")
