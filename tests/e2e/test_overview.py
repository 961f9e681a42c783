"""The overview in a browser: one screen, cards that open by keyboard, a figure that keeps its words and its source."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.choices import downloaded, findings_of_axe, overlapping
from tests.e2e.conftest import SIZES, visit

LANGUAGES = ("en", "lo")
CARDS = ("any", "pension", "health", "informal", "spending", "external", "prices", "poverty")
STORY = "coverage_by_function"
LOADED = """() => { window.__shift = 0; new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.__shift += e.value;
}).observe({ type: 'layout-shift', buffered: true }); }"""
# Text of a card that is cut off or runs out of it.
CUT = """() => [...document.querySelectorAll(".sp-tile")].filter((tile) => {
  const room = tile.getBoundingClientRect();
  return [...tile.querySelectorAll("span, b, small")].some((word) => {
    const box = word.getBoundingClientRect(), inside = word.clientWidth;
    const out = box.right > room.right + 1 || box.bottom > room.bottom + 1;
    return box.width && (out || inside && word.scrollWidth > inside + 1);
  });
}).map((tile) => tile.dataset.testid)"""


@pytest.mark.parametrize("height", [1080, 940])
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_on_one_screen_of_a_meeting_room(server: str, page: Page, language: str, height: int) -> None:
    page.set_viewport_size({"width": 1920, "height": height})
    visit(page, f"{server}/?lang={language}")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("(m) => m.scrollHeight - m.clientHeight") <= 1
    for part in (*(f"card-{key}" for key in CARDS), f"figure-{STORY}"):
        box = page.get_by_test_id(part).bounding_box()
        assert box and box["y"] + box["height"] <= height, part
    unknown = page.locator(".sp-unknown")
    assert unknown.evaluate("(u) => u.scrollHeight - u.clientHeight") <= 1
    assert unknown.locator("li:visible").count() >= 4


@pytest.mark.parametrize("size", ["phone"])
def test_the_list_of_unknowns_is_as_high_as_its_words_on_a_phone(server: str, page: Page) -> None:
    visit(page, f"{server}/?lang=lo")
    gap = page.locator(".sp-unknown").evaluate(
        "(u) => u.getBoundingClientRect().bottom - u.querySelector('ul').getBoundingClientRect().bottom"
    )
    assert 0 < gap < 40


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_card_is_cut_or_runs_out_of_it(server: str, page: Page, size: str, language: str) -> None:
    visit(page, f"{server}/?lang={language}")
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_story_is_cut_or_lies_on_another(server: str, page: Page, size: str, language: str) -> None:
    visit(page, f"{server}/?lang={language}")
    plot = page.get_by_test_id(f"figure-{STORY}").locator(".sp-plot").bounding_box()
    labels = page.locator(f"[data-testid='figure-{STORY}'] svg .ytick text")
    assert plot and labels.count() == 8
    for at in range(8):
        box = labels.nth(at).bounding_box()
        assert box and box["x"] >= plot["x"] - 1, labels.nth(at).text_content()
    assert not overlapping(page, STORY, "svg .ytick text, .annotation-text")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_opens_and_closes_by_keyboard_and_shows_everything_behind_its_number(
    server: str, page: Page, language: str
) -> None:
    visit(page, f"{server}/?lang={language}")
    for key in CARDS:
        card = page.get_by_test_id(f"card-{key}")
        value = card.locator(".sp-value b").inner_text()
        card.focus()
        page.keyboard.press("Enter")
        dialog = page.locator("dialog[open]")
        expect(dialog).to_be_visible()
        assert dialog.locator(".sp-card-value b").inner_text() == value
        assert dialog.locator("section").count() >= 4, key
        assert dialog.locator("tbody tr").count() >= 1, key
        assert dialog.locator("footer a").count() == 2, key
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(card).to_be_focused()


def test_the_card_of_coverage_says_definition_method_source_and_both_series(server: str, page: Page) -> None:
    visit(page, f"{server}/?lang=en")
    page.get_by_test_id("card-any").press("Space")
    words = page.locator("dialog[open]").inner_text()
    for part in (
        "at least one social protection cash benefit",
        "15.5 − 44.7 = −29.2 points",
        "ILOSTAT",
        "12.1",
        "46.0",
    ):
        assert part in words, part


def test_a_card_closes_by_its_button_and_by_a_click_beside_it(server: str, page: Page) -> None:
    visit(page, f"{server}/?lang=lo")
    for close in ("button", "beside"):
        page.get_by_test_id("card-pension").click()
        expect(page.locator("dialog[open]")).to_be_visible()
        if close == "button":
            page.locator("dialog[open] .sp-close").click()
        else:
            page.mouse.click(20, 500)
        expect(page.locator("dialog[open]")).to_have_count(0)


def test_copy_with_source_gives_words_even_without_a_clipboard(server: str, page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visit(page, f"{server}/?lang=en")
    page.get_by_test_id("card-informal").click()
    page.locator("dialog[open]").get_by_role("button", name="Copy with source").click()
    cited = page.locator("dialog[open] textarea").input_value()
    assert "90.4 %" in cited and "2022" in cited and "ILOSTAT" in cited


@pytest.mark.parametrize("size", SIZES)
def test_an_open_card_fits_the_screen_and_axe_finds_nothing(server: str, page: Page, size: str) -> None:
    visit(page, f"{server}/?lang=lo")
    page.get_by_test_id("card-external").click()
    width, height = SIZES[size]
    box = page.locator("dialog[open]").bounding_box()
    assert box and box["x"] >= 0 and box["width"] <= width and box["height"] <= height
    assert page.locator("dialog[open]").evaluate("(d) => d.scrollWidth - d.clientWidth") <= 1
    assert not findings_of_axe(page)


def test_the_link_of_a_card_leads_to_its_indicator(server: str, page: Page) -> None:
    visit(page, f"{server}/?lang=en")
    page.get_by_test_id("card-any").click()
    page.locator("dialog[open] footer a").nth(1).click()
    page.wait_for_url("**/sources?**")
    expect(page.locator("#indicator-sdg131_any")).to_be_visible()


def test_the_data_of_the_story_say_unit_status_source_and_place(server: str, page: Page) -> None:
    visit(page, f"{server}/?lang=lo")
    rows = downloaded_in_lao(page)
    assert any("sdg131_any,LAO,2021,T,all,15.5,percent,official" in row and "ILOSTAT" in row for row in rows)


def downloaded_in_lao(page: Page) -> list[str]:
    """Return the lines of the story's file, taken from the Lao page."""
    figure = page.get_by_test_id(f"figure-{STORY}")
    figure.locator("button[aria-expanded]").click()
    with page.expect_download() as waiting:
        figure.locator(".sp-menu button").first.click()
    return waiting.value.path().read_text("utf-8-sig").splitlines()


def test_the_file_opens_with_what_it_shows(server: str, page: Page) -> None:
    visit(page, f"{server}/?lang=en")
    assert downloaded(page, STORY).startswith("# Furthest below ASEAN: Pensions of older persons")


@pytest.mark.parametrize("size", ["projector", "laptop"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_while_the_page_arrives(server: str, page: Page, size: str, language: str) -> None:
    page.add_init_script(f"({LOADED})()")
    visit(page, f"{server}/?lang={language}")
    page.wait_for_timeout(400)
    assert page.evaluate("window.__shift") <= 0.02
