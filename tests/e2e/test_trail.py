"""The audit trail in a browser: led to from the history, closed to a viewer, taken along as a file."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.choices import findings_of_axe
from tests.e2e.conftest import SIZES, settle, visit
from tests.e2e.editor import become_editor


def test_an_editor_comes_from_the_history_to_the_whole_trail_and_takes_it_along(desk: str, page: Page) -> None:
    visit(page, f"{desk}/sources?lang=en&s=trail")
    expect(page.get_by_test_id("trail-closed")).to_be_visible()
    become_editor(page)
    expect(page.get_by_test_id("trail-empty")).to_be_visible()
    visit(page, f"{desk}/scenarios?lang=en")
    page.get_by_label("Name", exact=True).fill("Plan of the committee")
    page.get_by_role("button", name="Save what is on the screen").click()
    expect(page.get_by_text("“Plan of the committee” is saved as version 1.")).to_be_visible(timeout=15_000)
    page.get_by_role("tab", name="History").click()
    page.get_by_text("Show who did what").click()
    page.get_by_role("link", name="The whole audit trail").click()
    page.wait_for_url(re.compile("/sources.*s=trail"))
    settle(page)
    entry = page.locator(".sp-entries > li")
    expect(entry).to_have_count(1)
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entry.locator("dl")).to_contain_text("mecg.coverage")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the list (CSV)").click()
    rows = list(csv.DictReader(waiting.value.path().read_text("utf-8-sig").splitlines()))
    assert [(row["act"], row["kind"], row["name_en"]) for row in rows] == [
        ("save", "scenario", "Plan of the committee")
    ]
    assert not findings_of_axe(page)


@pytest.mark.parametrize("size", SIZES)
def test_why_it_is_closed_fits_every_screen(server: str, page: Page, size: str) -> None:
    visit(page, f"{server}/sources?lang=lo&s=trail")
    expect(page.get_by_test_id("trail-closed")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1
