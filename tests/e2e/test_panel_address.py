"""The scenario lives in the address: reload, Back, other pages, languages, tabs, and links that nobody can trust."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from sp_app.ui.scenario_ground import library, packed
from tests.e2e.conftest import settle
from tests.e2e.panel import asked, heard, lever, number, open_panel, ready, recipients, results, tile

COVERAGE = "mecg.coverage"
PEOPLE = 1


def typed(page: Page, name: str, text: str) -> None:
    number(page, name).fill(text)
    number(page, name).press("Enter")


def choose(page: Page, title: str) -> None:
    """Choose a scenario behind the page's heading."""
    page.get_by_test_id("stPopover").get_by_role("button").click()
    page.get_by_text(title, exact=True).last.click()


def test_reload_keeps_levers_results_and_table(server: str, page: Page) -> None:
    open_panel(page, server)
    typed(page, COVERAGE, "55")
    typed(page, "inflation_offset", "2.5")
    heard(page, PEOPLE, recipients(0.55))
    before, address = results(page), page.url
    page.reload()
    ready(page)
    assert results(page) == before and page.url == address
    heard(page, PEOPLE, recipients(0.55))
    expect(page.get_by_test_id("undo")).to_be_disabled()


def test_a_link_opens_the_same_for_somebody_else(server: str, page: Page, browser: Browser) -> None:
    open_panel(page, server)
    typed(page, COVERAGE, "33")
    elsewhere = browser.new_context().new_page()
    elsewhere.goto(page.url)
    ready(elsewhere)
    assert results(elsewhere) == results(page)
    elsewhere.context.close()


def test_the_language_switch_keeps_the_scenario(server: str, page: Page) -> None:
    open_panel(page, server)
    typed(page, COVERAGE, "55")
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    ready(page, "lo")
    expect(number(page, COVERAGE)).to_have_value("55")
    expect(page.get_by_test_id("tile-cost")).to_contain_text("ຕື້ກີບ")
    page.wait_for_timeout(300)
    assert asked(page) == {"lang": "lo", "s": "mecg_to_scale", "v": "1", COVERAGE: "0.55"}
    page.get_by_test_id("undo").click()
    expect(number(page, COVERAGE)).to_have_value("80")


def test_another_page_and_back_by_menu_and_by_the_browser(server: str, page: Page) -> None:
    open_panel(page, server)
    typed(page, COVERAGE, "55")
    heard(page, PEOPLE, recipients(0.55))
    page.get_by_role("link", name="Coverage").first.click()
    page.wait_for_url("**/coverage**")
    settle(page)
    page.get_by_role("link", name="Scenarios").first.click()
    ready(page)
    expect(number(page, COVERAGE)).to_have_value("55")
    page.wait_for_timeout(300)
    assert asked(page)[COVERAGE] == "0.55"
    page.get_by_role("link", name="Coverage").first.click()
    page.wait_for_url("**/coverage**")
    settle(page)
    page.go_back()
    ready(page)
    expect(number(page, COVERAGE)).to_have_value("55")
    assert asked(page)[COVERAGE] == "0.55"


def test_each_scenario_is_kept_as_it_was_left_and_back_walks_them(server: str, page: Page) -> None:
    open_panel(page, server)
    typed(page, COVERAGE, "55")
    choose(page, "Social pension from 65")
    expect(page.locator("h1")).to_have_text("Social pension from 65")
    ready(page)
    expect(lever(page, "social_pension.coverage")).to_be_visible()
    assert asked(page)["s"] == "social_pension_65"
    typed(page, "social_pension.coverage", "70")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Mother and Early Childhood Grant to scale")
    expect(number(page, COVERAGE)).to_have_value("55")
    heard(page, PEOPLE, recipients(0.55))
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Social pension from 65")
    expect(number(page, "social_pension.coverage")).to_have_value("70")
    choose(page, "Mother and Early Childhood Grant to scale")
    expect(number(page, COVERAGE)).to_have_value("55")


def test_back_within_the_page_returns_to_the_levers_of_that_address(server: str, page: Page) -> None:
    open_panel(page, server)
    typed(page, COVERAGE, "55")
    heard(page, PEOPLE, recipients(0.55))
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    ready(page, "lo")
    typed(page, COVERAGE, "20")
    heard(page, PEOPLE, recipients(0.2).replace(",", "."))
    page.go_back()
    ready(page, "en")
    expect(number(page, COVERAGE)).to_have_value("55")
    heard(page, PEOPLE, recipients(0.55))


def test_two_tabs_do_not_know_of_each_other(server: str, page: Page) -> None:
    open_panel(page, server)
    other = page.context.new_page()
    open_panel(other, server)
    typed(page, COVERAGE, "20")
    typed(other, COVERAGE, "90")
    heard(other, PEOPLE, recipients(0.9))
    heard(page, PEOPLE, recipients(0.2))
    assert (tile(page, "people"), tile(other, "people")) == ("31", "140")
    other.close()


HOSTILE = {
    "out_of_range": ("mecg.coverage=7", "Coverage reached: “7” is out of range. Accepted: 0% to 100%"),
    "not_a_number": ("mecg.benefit=alert(1)", "Monthly benefit: “alert(1)” is not a number. Accepted: 50"),
    "infinite": ("mecg.coverage=1e999", "Coverage reached: “1e999” is not a number"),
    "half_a_year": ("mecg.start_year=2026.5", "“2026.5” is out of range. Accepted: 2026 to 2035"),
    "unknown_field": ("mecg.speed=1", "does not know: “mecg.speed”"),
    "unknown_scenario": ("s=../../etc/passwd", "does not exist: “../../etc/passwd”"),
    "unknown_version": ("v=99", "made by another version: “99”"),
    "year": ("y=1500", "a year that is not projected: “1500”"),
    "goal": ("goal.cost_gdp=-1", "a goal that does not fit: “goal.cost_gdp” with “-1”"),
    "order": ("mecg.start_year=2030&mecg.full_year=2027", "before the year in which it begins"),
    "markup": ("mecg.coverage=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "“<img src=x onerror=alert(1)>” is not"),
}


@pytest.mark.parametrize("link", HOSTILE)
def test_a_hostile_or_stale_link_is_answered_in_a_sentence(server: str, page: Page, link: str) -> None:
    query, sentence = HOSTILE[link]
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    open_panel(page, server, query if query.startswith("s=") else f"s=mecg_to_scale&{query}")
    expect(page.locator(".sp-problem")).to_contain_text(sentence)
    expect(number(page, COVERAGE)).to_have_value("80")
    assert tile(page, "people") == "124"
    typed(page, COVERAGE, "55")
    heard(page, PEOPLE, recipients(0.55))
    expect(page.locator(".sp-problem")).to_have_count(0)
    assert asked(page) == {"lang": "en", "s": "mecg_to_scale", "v": "1", COVERAGE: "0.55"}


MOUNTED_LATE = """async ([pack, before, now]) => {
  const { default: panel } = await import("/assets/js/panel.js");
  const parentElement = document.body.appendChild(document.createElement("div")), said = [];
  const data = { pack, year: 2030, view: "lak", heard: "somebody.1", failed: "" };
  for (const values of [before, now]) {
    panel({ parentElement, data: { ...data, values }, setTriggerValue: (...told) => said.push(told) });
    await new Promise((done) => setTimeout(done, 1500));
  }
  return [parentElement.querySelector('[data-testid="number-mecg.coverage"]').value, said.length];
}"""


def test_a_panel_that_was_mounted_with_old_values_follows_python(server: str, page: Page) -> None:
    """While a page runs anew its parts may be built again from what they were told before."""
    open_panel(page, server)
    start = dict(library()["mecg_to_scale"].values())
    found = page.evaluate(MOUNTED_LATE, [packed("mecg_to_scale", "en").address, start, {**start, COVERAGE: 0.55}])
    assert found == ["55", 0]


def test_what_fits_of_a_link_is_taken_over(server: str, page: Page) -> None:
    open_panel(page, server, "s=mecg_to_scale&v=1&mecg.coverage=0.5&mecg.benefit=9&nonsense=1")
    expect(number(page, COVERAGE)).to_have_value("50")
    expect(number(page, "mecg.benefit")).to_have_value("150")
    expect(page.locator(".sp-problem")).to_have_count(2)


def test_the_file_of_results_says_what_it_is(server: str, page: Page) -> None:
    open_panel(page, server)
    typed(page, COVERAGE, "55")
    heard(page, PEOPLE, recipients(0.55))
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Results as CSV").click()
    with open(waiting.value.path(), encoding="utf-8-sig") as file:
        lines = file.read().splitlines()
    head = "\n".join(line for line in lines if line.startswith("#"))
    for words in ("SIMULATED", "mecg.coverage=0.55", "Figures build", "Illustrative inputs", "IMF", "0.4% → 55%"):
        assert words in head
    rows = [line for line in lines if not line.startswith("#")]
    assert re.match(r"year,status,recipients,cost_lak", rows[0]) and len(rows) == 17
    assert all(",simulated," in row for row in rows[1:])
