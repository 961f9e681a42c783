"""Editing a deck in a browser: order, Lao texts, faults in words, nothing typed is lost, files, saving under a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from sp_app.data.deck_schema import LETTERS
from tests.e2e.conftest import settle
from tests.e2e.editor import become_editor
from tests.e2e.test_present_slides import OUTSIDE

TITLE = "ພວກເຮົາຢູ່ໃສ ແລະ ຕ້ອງການຫຍັງ?"
DECK = "ຊຸດຂອງຄະນະ"


def edit(page: Page, server: str, query: str = "lang=en") -> None:
    page.goto(f"{server}/present?{query}&edit=1")
    ready(page)


def ready(page: Page) -> None:
    page.wait_for_selector(".sp-slide.shown", timeout=30_000)
    page.wait_for_selector('[data-testid="deck-editor"]', timeout=30_000)
    settle(page)


def order(page: Page) -> list[str]:
    return page.locator(".sp-de-list li").evaluate_all("(rows) => rows.map((row) => row.dataset.slide)")


def field(page: Page, name: str) -> Locator:
    return page.locator(f'.sp-de-form [data-field="{name}"]').first


def heading(page: Page) -> Locator:
    return page.locator(".sp-slide.shown h2")


def choose(page: Page, slide: str) -> Locator:
    row = page.locator(f'.sp-de-list li[data-slide="{slide}"]')
    row.locator(".choose").click()
    return row


def test_slides_are_moved_copied_taken_out_added_and_brought_back(server: str, page: Page) -> None:
    edit(page, server, "lang=en&deck=asean_seminar")
    before = order(page)
    first, second = before[:2]
    choose(page, second).locator('[data-act="up"]').click()
    assert order(page)[:2] == [second, first]
    choose(page, second).locator('[data-act="copy"]').click()
    assert order(page)[:3] == [second, f"{second}_2", first]
    page.locator(".sp-de-list li.chosen [data-act=remove]").click()
    page.get_by_test_id("add-points").click()
    expect(heading(page)).to_have_text("New slide", timeout=15_000)
    assert order(page).count("points_2") == 1 and len(order(page)) == len(before) + 1
    page.get_by_test_id("deck-undo").click()
    assert "points_2" not in order(page)
    page.get_by_test_id("deck-back").click()
    assert order(page) == before
    expect(page.get_by_test_id("deck-said")).to_have_text("As the file says.")


def test_a_title_in_lao_is_shown_and_survives_reload_and_another_language(server: str, page: Page) -> None:
    edit(page, server, "lang=lo&slide=decision")
    choose(page, "decision")
    field(page, "title_lo").press_sequentially(" ກ໋ ຕໍ່")
    field(page, "title_lo").fill(TITLE)
    expect(heading(page)).to_have_text(TITLE, timeout=15_000)
    field(page, "notes_lo").fill("ບັນທຶກໃໝ່ທີ່ຍັງບໍ່ໄດ້ບັນທຶກ")
    page.reload()  # at once: nothing waits for Python
    ready(page)
    expect(heading(page)).to_have_text(TITLE, timeout=15_000)
    choose(page, "decision")
    expect(field(page, "notes_lo")).to_have_value("ບັນທຶກໃໝ່ທີ່ຍັງບໍ່ໄດ້ບັນທຶກ")
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_test_id("deck-said")).to_contain_text("Kept in this browser", timeout=15_000)
    choose(page, "decision")
    expect(field(page, "title_lo")).to_have_value(TITLE)
    expect(page.locator(".sp-slide.shown .second").first).to_have_text(TITLE, timeout=15_000)


def test_a_bad_value_is_named_and_the_last_good_state_stays(server: str, page: Page) -> None:
    edit(page, server, "lang=en&slide=decision")
    choose(page, "decision")
    good = heading(page).inner_text()
    field(page, "title_en").fill("We cover 15 %")
    problem = page.get_by_test_id("deck-problems")
    expect(problem).to_contain_text("Slide decision, title in English (title_en): 15 is a typed number", timeout=15_000)
    expect(heading(page)).to_have_text(good)
    page.reload()
    ready(page)
    choose(page, "decision")
    expect(field(page, "title_en")).to_have_value("We cover 15 %")
    field(page, "title_en").fill("We cover {covered}")
    expect(problem).to_be_hidden(timeout=15_000)
    expect(heading(page)).to_contain_text("We cover ", timeout=15_000)


def test_a_deck_is_taken_along_and_brought_in_as_a_file(server: str, page: Page, tmp_path: Path) -> None:
    edit(page, server, "lang=en&slide=decision")
    choose(page, "decision")
    field(page, "title_lo").fill(TITLE)
    expect(page.locator(".sp-slide.shown .second").first).to_have_text(TITLE, timeout=15_000)
    with page.expect_download() as loading:
        page.get_by_role("button", name="This deck as a file (TOML)").click()
    file = tmp_path / "nspc.toml"
    loading.value.save_as(file)
    assert TITLE in file.read_text("utf-8")
    page.get_by_test_id("deck-back").click()
    expect(page.locator(".sp-slide.shown .second").first).not_to_have_text(TITLE, timeout=15_000)
    bad = tmp_path / "bad.toml"
    bad.write_text(file.read_text("utf-8").replace('figure = "cost"', 'figure = "costs"'), "utf-8")
    page.locator('input[type="file"]').set_input_files(bad)
    expect(page.get_by_test_id("library-said")).to_contain_text("there is no costs in the library", timeout=15_000)
    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_test_id("library-said")).to_contain_text("is shown; Undo brings back", timeout=15_000)
    choose(page, "decision")
    expect(field(page, "title_lo")).to_have_value(TITLE)
    expect(page.locator(".sp-slide.shown .second").first).to_have_text(TITLE, timeout=15_000)


def test_an_editor_saves_opens_and_renames_a_deck(desk: str, page: Page) -> None:
    edit(page, desk, "lang=en&slide=decision")
    choose(page, "decision")
    field(page, "title_lo").fill(TITLE)
    expect(page.get_by_test_id("deck-said")).to_contain_text("Kept in this browser")
    become_editor(page)
    page.get_by_label("Name", exact=True).fill(DECK)
    page.get_by_role("button", name="Save the deck as it is shown").click()
    expect(page.get_by_test_id("library-said")).to_contain_text(f"“{DECK}” is saved as version 1", timeout=15_000)
    expect(page.locator("h1")).to_have_text(DECK, timeout=15_000)
    assert "deck=saved_" in page.url
    page.reload()
    ready(page)
    expect(page.get_by_test_id("deck-said")).to_have_text("As the file says.")
    choose(page, "decision")
    expect(field(page, "title_lo")).to_have_value(TITLE)
    page.get_by_role("tab", name="Rename, copy, delete").click()
    page.get_by_label("New name").fill("ຊຸດໃໝ່")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_test_id("library-said")).to_contain_text("It is called “ຊຸດໃໝ່” now", timeout=15_000)
    expect(page.locator("h1")).to_have_text("ຊຸດໃໝ່", timeout=15_000)


@pytest.mark.parametrize("size", ["phone"])
def test_the_editor_fits_a_phone(server: str, page: Page) -> None:
    edit(page, server, "lang=lo")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_longest_title_stays_in_its_box_and_a_longer_one_is_refused(server: str, page: Page) -> None:
    edit(page, server, "lang=lo&slide=direction")
    choose(page, "direction")
    longest = ("ການປົກປ້ອງສັງຄົມສຳລັບທຸກຄົນໃນທົ່ວປະເທດ" * 6)[:LETTERS]
    field(page, "title_en").fill(("Social protection for all " * 9)[:LETTERS].strip())
    field(page, "title_lo").fill(longest)
    expect(heading(page)).to_have_text(longest, timeout=15_000)
    assert page.evaluate(OUTSIDE) == []
    plot = page.locator(".sp-slide.shown .sp-slide-plot")
    assert plot.evaluate("(box) => box.getBoundingClientRect().height") > 150
    field(page, "title_lo").fill("ກ" * 300)
    problem = page.get_by_test_id("deck-problems")
    expect(problem).to_contain_text("300", timeout=15_000)
    expect(heading(page)).to_have_text(longest)
