"""Moving levers: results follow the hand, Python follows the release; mouse, number field, keys, undo and resets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.panel import WATCH, asked, grab, heard, lever, number, open_panel, place, recipients, results, tile

COVERAGE = "mecg.coverage"
PEOPLE, COST = 1, 3  # columns of Python's table


def test_charts_and_tiles_change_during_the_drag_and_the_address_and_python_after_it(server: str, page: Page) -> None:
    open_panel(page, server)
    before, address = results(page), page.url
    page.evaluate(WATCH)
    grab(page, COVERAGE, 0.8)
    page.wait_for_timeout(300)
    page.evaluate("() => { window.__panel.frames.clear(); window.__panel.changes = 0; }")
    seen = set()
    for step in range(1, 31):
        page.mouse.move(*place(page, COVERAGE, 0.8 - 0.5 * step / 30))
        page.wait_for_timeout(25)
        seen.add(tile(page, "cost"))
    frames, changes = page.evaluate("[window.__panel.frames.size, window.__panel.changes]")
    assert frames >= 25 and changes > 500
    assert len(seen) >= 20, "the cost is printed anew while the hand moves"
    assert page.url == address, "nothing is committed before the release"
    page.mouse.up()
    expect(number(page, COVERAGE)).to_have_value("30")
    assert asked(page)[COVERAGE] == "0.3"
    assert results(page) != before
    heard(page, COST, tile(page, "cost"))
    assert page.locator(".sp-changes-table").inner_text().count("30%") == 1


def test_the_panel_is_not_mounted_anew_and_a_commit_is_a_small_message(server: str, page: Page) -> None:
    received: list[bytes] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda data: received.append(bytes(data))))
    with page.expect_response("**/assets/panel/mecg_to_scale.en.*.json") as fetched:
        open_panel(page, server)
    assert fetched.value.json()["tape"]["operations"], "the tape comes once, by itself"
    page.evaluate("document.querySelector('.sp-lp').dataset.same = 'yes'")
    received.clear()
    number(page, COVERAGE).fill("44")
    number(page, COVERAGE).press("Enter")
    heard(page, PEOPLE, recipients(0.44))
    assert page.locator(".sp-lp").get_attribute("data-same") == "yes"
    assert not any(b'"operations"' in data for data in received), "the tape is not sent again"
    mine = [data for data in received if b"sp_panel" in data]
    assert len(mine) == 1 and len(mine[0]) < 2_500, "where the levers stand, and no more"


def test_a_typed_number_is_taken_exactly(server: str, page: Page) -> None:
    open_panel(page, server)
    number(page, "mecg.benefit").fill("212.5")
    number(page, "mecg.benefit").press("Enter")
    assert asked(page)["mecg.benefit"] == "212500"
    expect(lever(page, "mecg.benefit")).to_have_attribute("aria-valuetext", re.compile("212.5"))


@pytest.mark.parametrize("typed", ["140", "-3", "lots", "", "1e9", "0x10", "<b>5</b>"])
def test_a_number_out_of_range_gets_the_range_in_words_and_the_last_good_value_stays(
    server: str, page: Page, typed: str
) -> None:
    open_panel(page, server)
    before = results(page)
    number(page, COVERAGE).fill(typed)
    number(page, COVERAGE).press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Between 0% and 100%")).to_be_visible()
    expect(number(page, COVERAGE)).to_have_value("80")
    expect(number(page, COVERAGE)).to_have_attribute("aria-invalid", "true")
    assert results(page) == before and COVERAGE not in asked(page)
    number(page, COVERAGE).fill("50")
    number(page, COVERAGE).press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Between")).to_have_count(0)
    assert asked(page)[COVERAGE] == "0.5"


def test_lao_numbers_are_read_as_lao_writes_them(server: str, page: Page) -> None:
    open_panel(page, server, language="lo")
    number(page, "mecg.administration").fill("7,5 %")
    number(page, "mecg.administration").press("Enter")
    assert asked(page)["mecg.administration"] == "0.075"
    number(page, "mecg.administration").fill("໑໐")
    number(page, "mecg.administration").press("Enter")
    assert asked(page)["mecg.administration"] == "0.1"


def test_keys_step_jump_and_return_to_today(server: str, page: Page) -> None:
    open_panel(page, server)
    slider = lever(page, COVERAGE)
    slider.focus()
    for key, value in (
        ("ArrowRight", "81"),
        ("ArrowLeft", "80"),
        ("Shift+ArrowRight", "85"),
        ("PageDown", "80"),
        ("End", "100"),
        ("Home", "0"),
        ("ArrowUp", "1"),
        ("Delete", "0.4"),
    ):
        slider.press(key)
        expect(number(page, COVERAGE)).to_have_value(value)
    heard(page, PEOPLE, "930")
    assert asked(page)[COVERAGE] == "0.004"


def test_undo_and_redo_walk_what_was_committed(server: str, page: Page) -> None:
    open_panel(page, server)
    undo, redo = page.get_by_test_id("undo"), page.get_by_test_id("redo")
    expect(undo).to_be_disabled()
    for value in ("60", "40"):
        number(page, COVERAGE).fill(value)
        number(page, COVERAGE).press("Enter")
    undo.click()
    expect(number(page, COVERAGE)).to_have_value("60")
    undo.click()
    expect(number(page, COVERAGE)).to_have_value("80")
    assert COVERAGE not in asked(page)
    expect(undo).to_be_disabled()
    lever(page, COVERAGE).focus()
    page.keyboard.press("Control+Shift+z")
    expect(number(page, COVERAGE)).to_have_value("60")
    redo.click()
    expect(number(page, COVERAGE)).to_have_value("40")
    expect(redo).to_be_disabled()
    page.keyboard.press("Control+z")
    number(page, COVERAGE).fill("10")
    number(page, COVERAGE).press("Enter")
    expect(redo).to_be_disabled()
    heard(page, COST, tile(page, "cost"))


def test_policies_and_assumptions_have_a_reset_each(server: str, page: Page) -> None:
    open_panel(page, server, "s=mecg_to_scale&v=1&growth_offset=0.02")
    page.get_by_test_id("reset-policy").click()
    expect(page.get_by_test_id("tile-people").locator(".sp-lp-value")).to_have_text("1")
    expect(number(page, "growth_offset")).to_have_value("+2.0")
    assert asked(page)["mecg.coverage"] == "0.004"
    page.get_by_test_id("reset-assumption").click()
    expect(number(page, "growth_offset")).to_have_value("0.0")
    expect(page.get_by_test_id("changes")).to_contain_text("0")
    page.get_by_test_id("restart").click()
    expect(number(page, COVERAGE)).to_have_value("80")
    assert set(asked(page)) == {"lang", "s", "v"}


def test_full_reach_never_comes_before_the_start(server: str, page: Page) -> None:
    open_panel(page, server)
    number(page, "mecg.start_year").fill("2034")
    number(page, "mecg.start_year").press("Enter")
    expect(number(page, "mecg.full_year")).to_have_value("2034")
    number(page, "mecg.full_year").fill("2028")
    number(page, "mecg.full_year").press("Enter")
    expect(number(page, "mecg.start_year")).to_have_value("2028")
    assert not page.locator(".sp-problem").count()


def test_three_lines_and_two_badges_tell_who_moved_it(server: str, page: Page) -> None:
    open_panel(page, server)
    chart = page.get_by_test_id("chart-benefit")
    expect(chart.locator(".sp-lp-end.modified")).to_be_hidden()
    number(page, "inflation_offset").fill("5")
    number(page, "inflation_offset").press("Enter")
    expect(chart.locator(".sp-lp-end.modified")).to_be_visible()
    printed = page.get_by_test_id("tile-min_wage")
    texts = [*printed.locator(".sp-lp-badge").all_inner_texts(), printed.locator(".sp-lp-base").inner_text()]
    policy, assumption, base = (float(re.sub(r"[^0-9.−]", "", text).replace("−", "-")) for text in texts)
    assert base + policy + assumption == pytest.approx(float(tile(page, "min_wage")))
    assert assumption < 0 < policy
    expect(page.get_by_test_id("chart-people")).to_contain_text("Your assumptions do not move this line.")
    expect(page.get_by_test_id("chart-cost")).to_contain_text("only your scenario")


def test_year_and_unit_of_the_cost_are_chosen_and_kept(server: str, page: Page) -> None:
    open_panel(page, server)
    page.get_by_test_id("year").select_option("2035")
    expect(page.get_by_test_id("tile-cost")).to_contain_text("Cost, 2035")
    page.get_by_test_id("cost-unit").get_by_role("button", name="US$").click()
    expect(page.get_by_test_id("chart-cost")).to_contain_text("million US dollars")
    assert asked(page)["y"] == "2035" and asked(page)["u"] == "cost_usd"
    page.reload()
    expect(page.get_by_test_id("chart-cost")).to_contain_text("million US dollars", timeout=15_000)
    expect(page.get_by_test_id("year")).to_have_value("2035")


def test_the_name_of_a_lever_opens_its_card(server: str, page: Page) -> None:
    open_panel(page, server)
    page.get_by_role("button", name="Monthly benefit").press("Enter")
    card = page.get_by_test_id("lever-card")
    expect(card).to_contain_text("Range")
    expect(card).to_contain_text("150 k LAK")
    expect(card).to_contain_text("Source")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
