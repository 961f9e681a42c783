"""Every page by deep link on a fresh server, in both languages: right, calm, offline, accessible."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, WebSocketRoute, expect

from tests.e2e.conftest import SIZES, Watch, free_port, settle, start_server, visit

PAGES = ("", "coverage", "expenditure", "scenarios", "financing", "present", "asean", "sources")
LANGUAGES = ("en", "lo")
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf8")
# What axe finds in Streamlit's own parts: pale captions, the empty table header, the uploader's roles.
STREAMLITS_OWN = {
    "color-contrast": "stCaption",
    "empty-table-header": "stDataFrame",
    "nested-interactive": "stFileUploader",
}
# What moved without anybody's doing: how far in all, and each thing from where to where.
SHIFT = """() => { window.__shift = 0; window.__moved = [];
const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) {
    window.__shift += e.value;
    for (const { node, previousRect, currentRect } of e.sources) {
      const name = (node?.nodeType === 1 ? node : node?.parentElement)?.className ?? "";
      window.__moved.push(`${Math.round(e.startTime)} ms: ${node?.textContent?.slice(0, 40)} (${name}) `
        + `${place(previousRect)} → ${place(currentRect)}`);
    }
  }
}).observe({ type: 'layout-shift', buffered: true }); }"""


def address(server: str, name: str, language: str) -> str:
    return f"{server}/{name}?lang={language}"


@pytest.mark.parametrize("name", PAGES)
def test_a_deep_link_on_a_fresh_server_opens_that_page(name: str, browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    process = start_server(port, tmp_path / "log.txt")
    try:
        page = browser.new_page()
        watch = Watch(page)
        visit(page, f"http://127.0.0.1:{port}/{name}?lang=lo")
        expect(page.locator("h1")).to_have_count(1)
        assert page.locator(".sp-error").count() == 0
        assert not watch.outside and not watch.errors
        page.close()
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_one_heading_its_language_no_error_and_nothing_for_axe(
    server: str, page: Page, name: str, language: str
) -> None:
    visit(page, address(server, name, language))
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.locator(".sp-error").count() == 0
    heading = page.locator("h1").inner_text()
    assert any("\u0e80" <= letter <= "\u0eff" for letter in heading) == (language == "lo")
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run(document)).violations")
    ours = [
        (violation["id"], node["html"][:160], node["target"])
        for violation in found
        for node in violation["nodes"]
        if not is_streamlits_own(page, violation["id"], node["target"])
    ]
    assert not ours


def is_streamlits_own(page: Page, rule: str, target: list[Any]) -> bool:
    """Say whether a violation sits inside one of Streamlit's known three parts."""
    part = STREAMLITS_OWN.get(rule)
    selector = target[0] if isinstance(target[0], str) else target[0][0]
    return (
        bool(part)
        and page.locator(selector).first.locator(f"xpath=ancestor-or-self::*[@data-testid='{part}']").count() > 0
    )


def one_by_one(line: WebSocketRoute) -> None:
    """Let each message of the server wait, as it does on a slow line or behind a busy processor."""
    server = line.connect_to_server()

    def later(message: str | bytes) -> None:
        time.sleep(0.03)
        line.send(message)

    server.on_message(later)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_jumps_from_the_first_moment_and_nothing_is_wider_than_the_screen(
    server: str, page: Page, name: str, size: str
) -> None:
    """A phone's line is slow: the parts of the page come one by one."""
    if size == "phone":
        page.route_web_socket("**/_stcore/stream", one_by_one)
    page.add_init_script(f"({SHIFT})()")
    for language in LANGUAGES:
        visit(page, address(server, name, language))
        page.wait_for_timeout(600)
        assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1
        assert page.evaluate("window.__shift") <= 0.02, (language, page.evaluate("window.__moved"))


def test_letters_that_come_late_move_nothing(server: str, page: Page) -> None:
    def late(route: Route) -> None:
        time.sleep(1.0)
        route.continue_()

    page.add_init_script(f"({SHIFT})()")
    page.route("**/*.woff2", late)
    visit(page, address(server, "expenditure", "lo"))
    page.wait_for_timeout(1500)
    assert page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').length") >= 4
    assert page.evaluate("window.__shift") <= 0.02, page.evaluate("window.__moved")


def test_a_page_that_is_held_back_shows_nothing_of_it_also_no_label(server: str, page: Page) -> None:
    visit(page, address(server, "scenarios", "en"))
    label = page.get_by_test_id("stWidgetLabel").filter(has_text="Result")
    expect(label).to_be_visible()
    page.evaluate("""() => { const waiting = document.createElement("div"); waiting.dataset.testid = "stSkeleton";
      document.querySelector("[data-testid=stMain]").append(waiting); }""")
    expect(label).to_be_hidden()


def test_the_language_switch_keeps_the_page_and_reloads_keep_the_language(server: str, page: Page) -> None:
    visit(page, address(server, "coverage", "en"))
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    expect(page.locator("html")).to_have_attribute("lang", "lo")
    settle(page)
    assert "/coverage" in page.url and "lang=lo" in page.url
    page.reload()
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", "lo")


def test_a_number_opens_its_definition_source_and_all_years_and_escape_closes_it(server: str, page: Page) -> None:
    visit(page, address(server, "", "en"))
    card = page.get_by_test_id("card-any")
    card.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    assert "15.5" in dialog.inner_text() and "2019" in dialog.inner_text() and "ILO" in dialog.inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_figure_shows_its_table_twin_and_downloads_its_data_with_source(server: str, page: Page) -> None:
    visit(page, address(server, "", "en"))
    figure = page.get_by_test_id("figure-coverage_by_function")
    figure.get_by_role("button", name="Table").click()
    expect(figure.locator("table")).to_be_visible()
    assert figure.locator("tbody tr").count() == 8
    figure.get_by_role("button", name="Download").click()
    with page.expect_download() as waiting:
        figure.get_by_role("button", name="CSV").click()
    content = Path(waiting.value.path()).read_text("utf-8-sig")
    assert "ILO" in content and "15.5" in content


@pytest.mark.parametrize("form", ["PNG", "SVG"])
def test_a_figure_can_be_saved_as_a_picture(server: str, page: Page, form: str) -> None:
    visit(page, address(server, "", "lo"))
    figure = page.get_by_test_id("figure-coverage_by_function")
    figure.locator("button[aria-expanded]").click()
    with page.expect_download() as waiting:
        figure.locator(".sp-menu button").filter(has_text=form).click()
    assert Path(waiting.value.path()).stat().st_size > 5_000


def test_back_and_forward_walk_the_pages(server: str, page: Page) -> None:
    visit(page, address(server, "", "en"))
    page.get_by_role("link", name="Coverage").first.click()
    page.wait_for_url("**/coverage**")
    settle(page)
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("15.5%")
    page.go_forward()
    page.wait_for_url("**/coverage**")
