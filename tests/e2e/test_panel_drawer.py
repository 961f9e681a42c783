"""All levers in a drawer, what a lever's card says, and the last change shown once more."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from sp_app.ui.scenario_ground import ground
from tests.e2e.panel import WATCH, asked, heard, lever, number, open_panel, tile

FLOOR = "universal_floor"
HIDDEN = "child_grant.take_up"  # not among the headline levers
COVERAGE = "mecg.coverage"
COST = 3


def open_drawer(page: Page) -> None:
    page.get_by_test_id("all-levers").press("Enter")
    expect(page.get_by_test_id("search-levers")).to_be_focused()
    expect(page.get_by_test_id(f"all-lever-{HIDDEN}")).to_be_attached()


def test_the_drawer_holds_every_lever_and_moves_results_address_and_python(server: str, page: Page) -> None:
    open_panel(page, server, f"s={FLOOR}")
    open_drawer(page)
    levers = ground(FLOOR).scenario.levers
    assert page.locator("[data-testid^=all-lever-]").count() == len(levers)
    before = tile(page, "cost")
    page.get_by_test_id(f"all-number-{HIDDEN}").fill("60")
    page.get_by_test_id(f"all-number-{HIDDEN}").press("Enter")
    assert asked(page)[HIDDEN] == "0.6" and tile(page, "cost") != before
    expect(page.locator(".sp-results tbody")).to_contain_text(tile(page, "cost"), timeout=15_000)
    page.locator(".sp-lp-lever", has=page.get_by_test_id(f"all-lever-{HIDDEN}")).get_by_role(
        "button", name="Back to today"
    ).click()
    assert HIDDEN not in asked(page) and tile(page, "cost") == before
    page.get_by_test_id(f"all-lever-{HIDDEN}").press("Home")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("all-levers")).to_be_focused()
    expect(page.get_by_test_id("all-levers")).to_contain_text("changed here")


@pytest.mark.parametrize(("language", "typed"), [("en", "TAKE-UP child grant"), ("en", "child_grant.take"), ("lo", "")])
def test_the_search_finds_by_name_programme_and_id(server: str, page: Page, language: str, typed: str) -> None:
    known = ground(FLOOR).scenario
    open_panel(page, server, f"s={FLOOR}", language)
    open_drawer(page)
    title = next(one.title for one in known.programmes if one.id == "child_grant").get(language)
    typed = (typed or title).replace("child grant", title.split()[0])
    page.get_by_test_id("search-levers").fill(typed)
    expect(page.get_by_test_id(f"all-lever-{HIDDEN}")).to_be_visible()
    expect(page.get_by_test_id("all-lever-social_pension.coverage")).to_be_hidden()
    page.get_by_test_id("search-levers").fill("nothing of the kind")
    expect(page.get_by_test_id(f"all-lever-{HIDDEN}")).to_be_hidden()


@pytest.mark.parametrize("size", ["phone"])
def test_on_a_phone_the_drawer_leaves_the_tiles_in_sight(server: str, page: Page, size: str) -> None:
    open_panel(page, server, f"s={FLOOR}")
    open_drawer(page)
    page.get_by_test_id("search-levers").fill("take-up universal child")
    expect(page.get_by_test_id(f"all-lever-{HIDDEN}")).to_be_in_viewport()
    expect(page.get_by_test_id("tile-cost")).to_be_in_viewport()
    heights = page.locator(".sp-lp-drawer :is(button:visible, input:visible)").evaluate_all(
        "(all) => all.filter((one) => !one.matches('.sp-lp-name, .sp-lp-number'))"
        ".map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_a_card_says_why_the_range_and_what_is_not_known_and_leads_back_to_today(server: str, page: Page) -> None:
    open_panel(page, server)
    page.get_by_role("button", name="Coverage reached").first.click()
    card = page.get_by_test_id("lever-card")
    for words in ("From nothing to all.", "Other ASEAN members", "No comparable figure", "Source"):
        expect(card).to_contain_text(words)
    card.get_by_role("button", name="Back to today").click()
    expect(card).to_be_hidden()
    expect(number(page, COVERAGE)).to_have_value("0.4")
    assert asked(page)[COVERAGE] == "0.004"


def change(page: Page) -> tuple[str, str]:
    """Move the coverage; return the cost before and after."""
    before = tile(page, "cost")
    number(page, COVERAGE).fill("20")
    number(page, COVERAGE).press("Enter")
    heard(page, COST, tile(page, "cost"))
    return before, tile(page, "cost")


def test_replay_shows_the_last_change_three_times_and_commits_nothing(server: str, page: Page) -> None:
    open_panel(page, server)
    replay = page.get_by_test_id("replay")
    expect(replay).to_be_disabled()
    old, new = change(page)
    address = page.url
    page.evaluate(WATCH)
    replay.click()
    page.wait_for_function(
        f"document.querySelector('[data-testid=tile-cost] .sp-lp-value').textContent === '{old}'", timeout=2000
    )
    expect(number(page, COVERAGE)).not_to_have_value("20")
    expect(replay).to_have_attribute("aria-pressed", "true")
    expect(replay).to_have_attribute("aria-pressed", "false", timeout=9000)
    assert page.evaluate("window.__panel.frames.size") > 60
    assert tile(page, "cost") == new and page.url == address
    expect(number(page, COVERAGE)).to_have_value("20")
    page.get_by_test_id("undo").click()
    expect(number(page, COVERAGE)).to_have_value("80")
    expect(page.get_by_test_id("undo")).to_be_disabled()


def test_a_hand_on_a_lever_ends_the_replay_where_the_levers_stand(server: str, page: Page) -> None:
    open_panel(page, server)
    change(page)
    page.get_by_test_id("replay").click()
    page.wait_for_timeout(400)
    lever(page, COVERAGE).press("ArrowRight")
    expect(number(page, COVERAGE)).to_have_value("21")
    expect(page.get_by_test_id("replay")).to_have_attribute("aria-pressed", "false")


def test_without_motion_the_replay_only_steps(server: str, browser: Browser) -> None:
    page = browser.new_context(reduced_motion="reduce", viewport={"width": 1920, "height": 1080}).new_page()
    open_panel(page, server)
    change(page)
    page.evaluate(WATCH)
    page.get_by_test_id("replay").click()
    expect(page.get_by_test_id("replay")).to_have_attribute("aria-pressed", "false", timeout=9000)
    assert 3 <= page.evaluate("window.__panel.frames.size") <= 12
    page.context.close()
