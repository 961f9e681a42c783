"""What the panel says to a screen reader: the headline results before a move and after it, once, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.panel import grab, lever, number, open_panel, place, tile

COVERAGE = "mecg.coverage"
HEARD = """() => { window.__heard = []; new MutationObserver(() => {
  window.__heard.push(document.querySelector('[data-testid="spoken"]').textContent);
}).observe(document.querySelector('[data-testid="spoken"]'), { childList: true, subtree: true }); }"""
WORDS = {"en": ("Cost", "from {} to {} bn LAK"), "lo": ("ຄ່າໃຊ້ຈ່າຍ", "ຈາກ {} ເປັນ {} ຕື້ກີບ")}


def spoken(page: Page) -> Locator:
    return page.get_by_test_id("spoken")


def cost(language: str, old: str, new: str) -> str:
    name, words = WORDS[language]
    return f"{name}, 2030: {words.format(old, new)}."


def heard(page: Page) -> list[str]:
    """Return what was said since the last call."""
    found: list[str] = page.evaluate("() => window.__heard.splice(0)")
    return found


@pytest.mark.parametrize("language", ["en", "lo"])
def test_each_kind_of_move_is_told_once_from_what_was_to_what_is(server: str, page: Page, language: str) -> None:
    open_panel(page, server, language=language)
    page.evaluate(HEARD)
    before = tile(page, "cost")
    grab(page, COVERAGE, 0.8)
    for step in range(1, 11):
        page.mouse.move(*place(page, COVERAGE, 0.8 - 0.03 * step))
        page.wait_for_timeout(30)
    assert heard(page) == [], "nothing is said while the hand moves"
    page.mouse.up()
    expect(spoken(page)).to_contain_text(cost(language, before, tile(page, "cost")))
    for move in (
        lambda: lever(page, COVERAGE).press("Shift+ArrowRight"),
        lambda: page.get_by_test_id("undo").click(),
        lambda: page.get_by_test_id("redo").click(),
        lambda: number(page, COVERAGE).fill("20"),
        lambda: page.get_by_test_id("reset-policy").click(),
        lambda: page.get_by_test_id("restart").click(),
    ):
        heard(page)
        before = tile(page, "cost")
        move()
        number(page, COVERAGE).press("Enter")
        expect(spoken(page)).to_contain_text(cost(language, before, tile(page, "cost")))
        page.wait_for_timeout(250)
        assert len(heard(page)) == 1, "once after a move ended"
    assert spoken(page).get_attribute("aria-live") == "polite"


def test_only_what_is_printed_otherwise_is_told(server: str, page: Page) -> None:
    open_panel(page, server, "s=social_pension_65")
    old = [tile(page, name) for name in ("cost", "min_wage")]
    number(page, "growth_offset").fill("2")
    number(page, "growth_offset").press("Enter")
    new = [tile(page, name) for name in ("cost", "min_wage")]
    expect(spoken(page)).to_have_text(
        f"Cost, 2030: from {old[0]} to {new[0]} bn LAK. Benefit, 2030: from {old[1]} to {new[1]} % of minimum wage."
    )
    number(page, "growth_offset").fill("2.001")
    number(page, "growth_offset").press("Enter")
    expect(spoken(page)).to_have_text("2030: the results stay as printed.")


def test_in_another_year_the_results_of_that_year_are_told(server: str, page: Page) -> None:
    open_panel(page, server)
    page.get_by_test_id("year").select_option("2035")
    expect(spoken(page)).to_contain_text(f"Cost, 2035: {tile(page, 'cost')} bn LAK.")
    expect(spoken(page)).not_to_contain_text("from")
