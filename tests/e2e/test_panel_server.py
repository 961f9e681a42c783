"""The server goes away and comes back: the panel works on, says so, and what was moved meanwhile is committed."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.panel import asked, grab, heard, number, open_panel, place, recipients, tile

COVERAGE = "mecg.coverage"
PEOPLE = 1


def typed(page: Page, text: str) -> None:
    number(page, COVERAGE).fill(text)
    number(page, COVERAGE).press("Enter")


def test_a_server_killed_in_the_middle_of_a_drag_and_started_again(mortal: Server, tab: Page) -> None:
    open_panel(tab, mortal.address)
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    grab(tab, COVERAGE, 0.8)
    tab.mouse.move(*place(tab, COVERAGE, 0.7))
    mortal.kill()
    expect(tab.get_by_test_id("offline")).to_be_visible(timeout=10_000)
    expect(tab.get_by_test_id("offline")).to_contain_text("The panel works on")
    seen = set()
    for step in range(1, 11):
        tab.mouse.move(*place(tab, COVERAGE, 0.7 - 0.02 * step))
        tab.wait_for_timeout(40)
        seen.add(tile(tab, "cost"))
    assert len(seen) >= 8
    tab.mouse.up()
    expect(number(tab, COVERAGE)).to_have_value("50")
    assert asked(tab)[COVERAGE] == "0.5"
    tab.get_by_test_id("undo").click()
    expect(number(tab, COVERAGE)).to_have_value("80")
    tab.get_by_test_id("redo").click()
    mortal.start()
    expect(tab.get_by_test_id("offline")).to_be_hidden(timeout=60_000)
    expect(number(tab, COVERAGE)).to_have_value("50")
    heard(tab, PEOPLE, recipients(0.5))
    typed(tab, "55")
    heard(tab, PEOPLE, recipients(0.55))
    assert not errors


def test_a_restart_without_a_move_loses_nothing(mortal: Server, tab: Page) -> None:
    open_panel(tab, mortal.address)
    typed(tab, "55")
    heard(tab, PEOPLE, recipients(0.55))
    mortal.kill()
    expect(tab.get_by_test_id("offline")).to_be_visible(timeout=10_000)
    mortal.start()
    expect(tab.get_by_test_id("offline")).to_be_hidden(timeout=60_000)
    tab.wait_for_timeout(1500)
    expect(number(tab, COVERAGE)).to_have_value("55")
    heard(tab, PEOPLE, recipients(0.55))
    tab.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    expect(tab.locator('.sp-panel-root[data-ready="lo"]')).to_be_visible(timeout=15_000)
    expect(number(tab, COVERAGE)).to_have_value("55")
    # On a slow machine the language may be asked for before the new server heard of the levers.
    expect(tab).to_have_url(re.compile(re.escape(f"{COVERAGE}=0.55")), timeout=15_000)


def test_a_long_absence_puts_no_dialog_over_the_panel(mortal: Server, tab: Page) -> None:
    open_panel(tab, mortal.address)
    mortal.kill()
    expect(tab.get_by_test_id("offline")).to_be_visible(timeout=10_000)
    tab.wait_for_timeout(40_000)
    typed(tab, "40")
    expect(tab.get_by_test_id("tile-people").locator(".sp-lp-value")).to_have_text("62")
    tab.get_by_test_id("undo").click(timeout=3000)
    expect(number(tab, COVERAGE)).to_have_value("80")
