"""Save, reload, open, share, export, import, compare: what one editor does and what everybody then sees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.choices import findings_of_axe
from tests.e2e.conftest import SIZES, settle, visit
from tests.e2e.editor import become_editor
from tests.e2e.panel import asked, heard, number, open_panel, ready, recipients, results

COVERAGE = "mecg.coverage"
PEOPLE = 1
LAO_NAME = "ແຜນ ກ – ຂະຫຍາຍ 55%"


def typed(page: Page, text: str) -> None:
    number(page, COVERAGE).fill(text)
    number(page, COVERAGE).press("Enter")
    heard(page, PEOPLE, recipients(float(text) / 100.0))


def save_as(page: Page, name: str) -> None:
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Save what is on the screen").click()
    expect(page.get_by_test_id("library-said")).to_contain_text(f"“{name}” is saved as version 1", timeout=15_000)


def choose(page: Page, label: str, *names: str) -> None:
    """Choose in a list of Streamlit's that one types into."""
    field = page.get_by_role("combobox", name=re.compile(label))
    for name in names:
        field.click()
        page.get_by_role("option", name=name, exact=True).click()
        settle(page)
    page.keyboard.press("Escape")


def test_save_reload_open_share_export_import_compare(desk: str, page: Page, browser: Browser, tmp_path: Path) -> None:
    open_panel(page, desk)
    become_editor(page)
    typed(page, "55")
    save_as(page, LAO_NAME)

    page.reload()
    ready(page)
    expect(page.get_by_text("You are editing as ທ່ານ ສົມພອນ.")).to_be_visible()  # the cookie kept the place
    visit(page, f"{desk}/scenarios?lang=en")
    ready(page)
    expect(number(page, COVERAGE)).not_to_have_value("55")
    page.get_by_test_id("library").get_by_role("link", name=LAO_NAME).click()
    page.wait_for_url(f"**{COVERAGE}=0.55**")
    ready(page)
    expect(number(page, COVERAGE)).to_have_value("55")

    elsewhere = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    elsewhere.goto(page.get_by_test_id("share-address").inner_text())
    ready(elsewhere)
    assert results(elsewhere) == results(page)
    expect(elsewhere.get_by_text("Edit: with the one-time code")).to_be_visible()  # a viewer
    expect(elsewhere.get_by_role("button", name="Save what is on the screen")).to_have_count(0)
    elsewhere.context.close()

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Its file (TOML)").click()
    file = tmp_path / "plan.toml"
    waiting.value.save_as(file)
    written = file.read_text("utf8")
    assert LAO_NAME in written and '"mecg.coverage" = 0.55' in written

    hostile = tmp_path / "hostile.toml"
    hostile.write_text(written.replace("= 0.55", "= 55"), "utf8")
    page.get_by_role("tab", name="Import").click()
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(hostile)
    settle(page)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_test_id("library-said")).to_contain_text("mecg.coverage", timeout=15_000)
    expect(page.get_by_test_id("library").locator("tbody tr")).to_have_count(1)  # the last good state stays

    file.write_text(written.replace("= 0.55", "= 0.35").replace(LAO_NAME, "From a file"), "utf8")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    settle(page)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_test_id("library-said")).to_contain_text("“From a file” is imported", timeout=15_000)
    expect(page.get_by_test_id("library").locator("tbody tr")).to_have_count(2)

    choose(page, "Compare two to four", LAO_NAME, "From a file")
    levers = page.get_by_test_id("compare-levers")
    expect(levers).to_contain_text("55% → 35%")
    row = page.get_by_test_id("compare-results").locator("tbody tr").filter(has_text="Recipients")
    expect(row).to_contain_text(recipients(0.55))
    expect(row).to_contain_text(recipients(0.35))
    assert asked(page)[COVERAGE] == "0.55"


def test_the_share_link_follows_what_is_committed(desk: str, page: Page) -> None:
    open_panel(page, desk)
    address = page.get_by_test_id("share-address")
    expect(address).to_have_text(f"{desk}/scenarios?lang=en&s=mecg_to_scale&v=1")
    drawn = page.get_by_test_id("share-qr").get_attribute("src")
    typed(page, "40")
    expect(address).to_have_text(f"{desk}/scenarios?lang=en&s=mecg_to_scale&v=1&{COVERAGE}=0.4")
    assert page.get_by_test_id("share-qr").get_attribute("src") != drawn
    address.click()
    assert page.evaluate("window.getSelection().toString().trim()") == address.inner_text()


def test_a_commit_of_the_panel_takes_the_fan_away_and_undo_brings_it_back(desk: str, page: Page) -> None:
    open_panel(page, desk)
    page.get_by_role("button", name="Show the fan").click()
    fan = page.get_by_test_id("figure-scenario_fan")
    expect(fan).to_be_visible(timeout=20_000)
    expect(fan.get_by_text("SIMULATED")).to_be_visible()
    page.get_by_role("button", name="Which assumption matters most?").click()
    expect(page.get_by_test_id("figure-scenario_tornado")).to_contain_text("Inflation", timeout=20_000)
    typed(page, "40")
    expect(fan).to_have_count(0)
    expect(page.get_by_text("ask again").first).to_be_visible()
    page.get_by_test_id("undo").click()
    expect(fan).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_nothing_is_wider_than_a_phone(desk: str, page: Page, size: str, language: str) -> None:
    open_panel(page, desk, language=language)
    page.locator(".st-key-uncertainty_fan_ask button").click()
    page.locator(".st-key-uncertainty_tornado_ask button").click()
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


def test_axe_finds_nothing_in_the_tools_of_an_editor(desk: str, page: Page) -> None:
    open_panel(page, desk)
    become_editor(page)
    save_as(page, LAO_NAME)
    for tab in ("Rename, copy, delete", "History", "Save"):
        page.get_by_role("tab", name=tab).click()
        assert not findings_of_axe(page)
