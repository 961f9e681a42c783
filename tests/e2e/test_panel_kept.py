"""What the browser keeps: pinned scenarios on the charts, and where one left; and when programmes begin."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import visit
from tests.e2e.panel import asked, number, open_panel, ready, tile

COVERAGE = "mecg.coverage"


def move(page: Page, text: str) -> None:
    number(page, COVERAGE).fill(text)
    number(page, COVERAGE).press("Enter")


def test_three_scenarios_are_pinned_with_letter_and_value_and_a_reload_keeps_them(server: str, page: Page) -> None:
    open_panel(page, server)
    pinned = page.get_by_test_id("chart-cost").locator(".sp-lp-end.pinned:visible")
    values = []
    for text in ("80", "50", "20"):
        move(page, text)
        values.append(tile(page, "cost"))
        page.get_by_test_id("pin").click()
    expect(page.get_by_test_id("pin")).to_be_disabled()
    expect(pinned).to_have_count(3)
    move(page, "10")
    for letter, value in zip("ABC", values, strict=True):
        expect(page.get_by_test_id(f"pin-{letter}")).to_have_text(f"{letter} · {value} bn LAK")
    page.reload()
    ready(page)
    expect(pinned).to_have_count(3)
    assert re.fullmatch(r"A [\d,]+", pinned.first.inner_text())
    page.get_by_test_id("pin-B").click()
    expect(number(page, COVERAGE)).to_have_value("50")
    assert asked(page)[COVERAGE] == "0.5" and tile(page, "cost") == values[1]
    page.get_by_role("button", name="Take B off the charts").click()
    expect(pinned).to_have_count(2)
    expect(page.get_by_test_id("pin")).to_be_enabled()


@pytest.mark.parametrize("left", ["7", "null", '[{"letter":"<b>"},{"letter":"A","values":{"mecg.coverage":9}}]', "{"])
def test_pins_that_nobody_can_trust_are_left_out(server: str, page: Page, left: str) -> None:
    page.goto(f"{server}/assets/icon.svg")
    page.evaluate("(text) => localStorage.setItem('sp.panel.pins.mecg_to_scale', text)", left)
    open_panel(page, server)
    expect(page.get_by_test_id("pins")).to_be_hidden()
    assert tile(page, "people") == "124"


def come_back(page: Page, server: str) -> Page:
    """Close the tab and open the page again in a new one, without a link."""
    again = page.context.new_page()
    page.close()
    visit(again, f"{server}/scenarios?lang=en")
    ready(again)
    return again


def test_who_comes_back_without_a_link_is_asked_and_continues(server: str, page: Page) -> None:
    open_panel(page, server)
    move(page, "55")
    expected = tile(page, "cost")
    again = come_back(page, server)
    expect(number(again, COVERAGE)).to_have_value("80")
    offer = again.get_by_test_id("continue")
    expect(offer).to_contain_text("Mother and Early Childhood Grant to scale")
    offer.get_by_role("button", name="Continue").click()
    expect(number(again, COVERAGE)).to_have_value("55")
    expect(offer).to_have_count(0)
    assert tile(again, "cost") == expected and asked(again)[COVERAGE] == "0.55"
    again.get_by_test_id("undo").click()
    expect(number(again, COVERAGE)).to_have_value("80")


def test_another_scenario_is_continued_as_well_and_a_link_is_never_overruled(server: str, page: Page) -> None:
    open_panel(page, server, "s=social_pension_65")
    number(page, "social_pension.coverage").fill("33")
    number(page, "social_pension.coverage").press("Enter")
    linked = page.context.new_page()
    open_panel(linked, server)
    expect(linked.get_by_test_id("continue")).to_have_count(0)
    again = come_back(page, server)
    again.get_by_test_id("continue").get_by_role("button", name="Leave it").click()
    expect(number(again, COVERAGE)).to_have_value("80")
    again = come_back(again, server)
    again.get_by_test_id("continue").get_by_role("button", name="Continue").click()
    expect(number(again, "social_pension.coverage")).to_have_value("33", timeout=20_000)


def test_the_chart_of_the_cost_says_which_programmes_begin_when(server: str, page: Page) -> None:
    open_panel(page, server, "s=universal_floor")
    starts = page.get_by_test_id("chart-cost").locator(".sp-lp-starts text")
    expect(starts).to_have_text(re.compile(r"2027: Child 0–4, Maternity \+2"))
    number(page, "child_grant.coverage").fill("0")
    number(page, "child_grant.coverage").press("Enter")
    expect(starts).to_have_text(re.compile("2027: Maternity, Disability"))
    page.get_by_test_id("reset-policy").click()
    expect(starts).to_have_count(0)
