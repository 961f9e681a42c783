"""A goal for one result: set by hand or by a link, followed while a lever moves, kept in the address, told aloud."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.panel import asked, grab, heard, lever, number, open_panel, place, ready, recipients, tile

COVERAGE = "mecg.coverage"
PENSION = "s=social_pension_65"
PEOPLE = 1


def meter(page: Page) -> Locator:
    return page.get_by_test_id("goal-meter")


def set_goal(page: Page, result: str, value: str) -> None:
    page.get_by_test_id("goal").click()
    page.get_by_test_id("goal-result").select_option(result)
    page.get_by_test_id("goal-value").fill(value)
    page.get_by_test_id("goal-value").press("Enter")


def parts(page: Page) -> tuple[float, float, float]:
    """Return where the own part ends, how wide the hatched one is and where the mark stands, as shares of the bar."""
    found: list[float] = page.evaluate("""() => {
      const bar = document.querySelector('.sp-lp-goal-bar'), inside = bar.clientWidth;
      const width = (name) => bar.querySelector(name).getBoundingClientRect().width / inside;
      return [width('.own'), width('.gap'), (bar.querySelector('.need').offsetLeft) / inside];
    }""")
    return found[0], found[1], found[2]


def test_a_goal_is_set_followed_during_the_drag_and_kept(server: str, page: Page) -> None:
    open_panel(page, server, PENSION)
    expect(meter(page)).to_be_hidden()
    set_goal(page, "cost_gdp", "0.4")
    expect(page.get_by_test_id("goal-dialog")).to_be_hidden()
    expect(meter(page)).to_contain_text("Goal 2030: Cost, at most 0.40 % of GDP")
    expect(meter(page)).to_contain_text("Not reached: 0.07 % of GDP too much")
    assert asked(page)["goal.cost_gdp"] == "0.004"
    name, seen = "social_pension.coverage", set()
    grab(page, name, 1.0)
    for step in range(1, 21):
        page.mouse.move(*place(page, name, 1.0 - 0.02 * step))
        page.wait_for_timeout(25)
        seen.add(meter(page).locator(".sp-lp-goal-verdict").inner_text())
    page.mouse.up()
    assert {text.split(":")[0] for text in seen} == {"Not reached", "Reached"} and len(seen) > 5
    to_spare = round(0.4 - float(tile(page, "cost_gdp")), 2)
    expect(meter(page)).to_contain_text(f"Reached: {to_spare:.2f} % of GDP to spare")
    page.reload()
    ready(page)
    expect(meter(page)).to_contain_text(f"Reached: {to_spare:.2f} % of GDP to spare")
    page.get_by_test_id("year").select_option("2040")
    expect(meter(page)).to_contain_text("Goal 2040")


def test_the_bar_shows_the_share_that_is_missing_or_too_much(server: str, page: Page) -> None:
    open_panel(page, server, f"{PENSION}&goal.people=748000")
    page.wait_for_timeout(200)
    own, gap, need = parts(page)
    assert own / need == pytest.approx(374 / 748, abs=0.02) and own + gap == pytest.approx(need, abs=0.02)
    expect(meter(page)).to_contain_text("374 thousand missing")
    set_goal(page, "cost", "1452.5")
    own, gap, need = parts(page)
    assert own == pytest.approx(need, abs=0.02) and gap == pytest.approx(own, abs=0.03)
    expect(meter(page)).to_contain_text("at most 1,452.5 bn LAK")
    assert asked(page)["goal.cost"] == "1452500000000" and "goal.people" not in asked(page)


def test_reaching_and_missing_a_goal_is_told_once(server: str, page: Page) -> None:
    open_panel(page, server)
    spoken = page.get_by_test_id("spoken")
    set_goal(page, "people", "100")
    expect(spoken).to_have_text("Goal 2030: People, at least 100 thousand. Reached: 24 thousand more than asked.")
    number(page, COVERAGE).fill("70")
    number(page, COVERAGE).press("Enter")
    expect(spoken).to_contain_text("People, 2030: from 124 to ")
    expect(spoken).not_to_contain_text("Goal")
    lever(page, COVERAGE).press("Home")
    expect(spoken).to_contain_text("Goal 2030: People, at least 100 thousand. Not reached: 100 thousand missing.")
    page.get_by_test_id("undo").click()
    expect(spoken).to_contain_text("thousand more than asked")


def test_a_financing_gap_of_nothing_can_be_the_goal(server: str, page: Page) -> None:
    open_panel(page, server, "s=universal_floor")
    set_goal(page, "unfunded", "0")
    assert asked(page)["goal.unfunded"] == "0"
    missing = tile(page, "unfunded")
    expect(meter(page)).to_contain_text(f"Not reached: {missing} bn LAK too much")


@pytest.mark.parametrize("typed", ["-1", "lots", "", "101"])
def test_what_cannot_be_a_goal_is_answered_with_what_can(server: str, page: Page, typed: str) -> None:
    open_panel(page, server)
    set_goal(page, "cost_gdp", typed)
    expect(page.get_by_role("alert").filter(has_text="A number from 0 to 100")).to_be_visible()
    expect(page.get_by_test_id("goal-value")).to_have_attribute("aria-invalid", "true")
    assert not any(name.startswith("goal") for name in asked(page))


def test_a_goal_is_taken_back_and_survives_levers_language_and_python(server: str, page: Page) -> None:
    open_panel(page, server)
    set_goal(page, "people", "130.5")
    number(page, COVERAGE).fill("55")
    number(page, COVERAGE).press("Enter")
    heard(page, PEOPLE, recipients(0.55))
    expect(meter(page)).to_contain_text("at least 130.5 thousand")
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    ready(page, "lo")
    expect(meter(page)).to_contain_text("ຢ່າງໜ້ອຍ 130,5 ພັນຄົນ")
    meter(page).press("Enter")
    expect(page.get_by_test_id("goal-value")).to_have_value("130,5")
    page.get_by_role("button", name="ບໍ່ມີເປົ້າໝາຍ").click()
    expect(meter(page)).to_be_hidden()
    assert asked(page) == {"lang": "lo", "s": "mecg_to_scale", "v": "1", COVERAGE: "0.55"}


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_phone_shows_the_goal_above_the_chart(server: str, page: Page, size: str, language: str) -> None:
    open_panel(page, server, f"{PENSION}&goal.cost_gdp=0.004", language)
    expect(meter(page)).to_be_in_viewport(ratio=1.0)
    box, chart = meter(page).bounding_box(), page.get_by_test_id("chart-cost").bounding_box()
    assert box and chart and box["y"] + box["height"] <= chart["y"] and box["height"] >= 44
    assert meter(page).evaluate("(m) => m.scrollWidth <= m.clientWidth + 1")
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1
    for part in ("undo", "goal", "changes", "year"):
        expect(page.get_by_test_id(part)).to_be_in_viewport(ratio=0.9)
    page.get_by_test_id("goal").click()
    expect(page.get_by_test_id("goal-value")).to_be_in_viewport(ratio=1.0)
