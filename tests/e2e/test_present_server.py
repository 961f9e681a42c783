"""A server killed while a deck is edited, and started again: it is said, nothing typed is lost, saving works."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.editor import become_editor
from tests.e2e.test_present import present
from tests.e2e.test_present_editing import TITLE, choose, edit, field, heading, order

AWAY, LATER = "Typed while the server was away", "ຊຸດຂອງຄະນະ"


def test_a_server_killed_while_a_deck_is_edited_and_started_again(mortal: Server, tab: Page) -> None:
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    edit(tab, mortal.address, "lang=en&slide=decision")
    become_editor(tab)
    choose(tab, "decision")
    tab.get_by_label("Name", exact=True).fill(LATER)
    field(tab, "title_lo").fill(TITLE)
    mortal.kill()  # before Python heard of it
    before = order(tab)
    field(tab, "title_en").fill(AWAY)
    field(tab, "notes_en").fill(AWAY)
    tab.locator(".sp-de-list li.chosen [data-act=up]").click()
    said = tab.get_by_test_id("deck-said")
    expect(said).to_contain_text("what you type is kept in this browser", timeout=10_000)
    expect(tab.locator(".sp-offline")).to_be_visible()
    moved = order(tab)
    assert moved != before and sorted(moved) == sorted(before)
    mortal.start()
    expect(heading(tab)).to_have_text(AWAY, timeout=60_000)
    expect(tab.locator(".sp-slide.shown .second").first).to_have_text(TITLE)
    expect(said).to_contain_text("Kept in this browser", timeout=15_000)
    expect(tab.locator(".sp-offline")).to_be_hidden()
    assert order(tab) == moved
    expect(field(tab, "notes_en")).to_have_value(AWAY)
    expect(tab.get_by_text("You are not signed in any more")).to_be_visible()
    become_editor(tab)
    expect(tab.get_by_label("Name", exact=True)).to_have_value(LATER)
    tab.get_by_role("button", name="Save the deck as it is shown").click()
    expect(tab.get_by_test_id("library-said")).to_contain_text(f"“{LATER}” is saved as version 1", timeout=15_000)
    expect(said).to_have_text("As the file says.", timeout=15_000)
    assert order(tab) == moved
    choose(tab, "decision")
    expect(field(tab, "title_en")).to_have_value(AWAY)
    expect(field(tab, "title_lo")).to_have_value(TITLE)
    assert not errors


def test_a_server_that_is_gone_is_said_on_a_slide_with_levers_too(mortal: Server, tab: Page) -> None:
    present(tab, mortal.address, "lang=en&slide=try")
    tab.wait_for_selector('.sp-slide.shown .sp-slide-levers[data-drawn="1"]', timeout=30_000)
    mortal.kill()
    expect(tab.locator(".sp-offline")).to_be_visible(timeout=10_000)
    value = tab.locator(".sp-slide.shown .sp-lp-value")
    before = value.inner_text()
    tab.get_by_test_id("lever-mecg.coverage").press("ArrowRight")
    expect(value).not_to_have_text(before)  # the slide works on
