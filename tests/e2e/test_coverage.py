"""The coverage page in a browser: links that hold, words that do not collide, data that say their source."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.choices import choose, chosen, downloaded, findings_of_axe, keeps_its_choice, overlapping, picture
from tests.e2e.conftest import SIZES, visit

LOADED = """() => { window.__shift = 0; new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.__shift += e.value;
}).observe({ type: 'layout-shift', buffered: true }); }"""


def test_a_link_keeps_its_choice_through_reload_and_language(server: str, page: Page) -> None:
    keeps_its_choice(page, f"{server}/coverage?f=disability&r=world&c=THA", "f", "Disability", "ຄົນພິການ")
    assert chosen(page, "r") == "ໂລກ ປີດຽວກັນ"
    assert all(part in page.url for part in ("f=disability", "r=world", "c=THA", "lang=lo"))


def test_a_hostile_address_shows_the_first_function(server: str, page: Page) -> None:
    visit(page, f"{server}/coverage?lang=en&f=%3Cscript%3Ealert(1)%3C/script%3E&r=1e999&c=%00")
    assert chosen(page, "f") == "Any benefit" and chosen(page, "r") == "Toward ASEAN, same year"
    expect(page.locator("h1")).to_have_text("6.30 of 7.45 million people in the Lao PDR are covered by no cash benefit")


def test_the_latest_asean_year_is_a_switch_with_its_year_in_the_title(server: str, page: Page) -> None:
    visit(page, f"{server}/coverage?lang=en")
    title = page.get_by_test_id("figure-coverage_trend").locator("h2")
    expect(title).to_have_text("At this pace 30.8% in 2030; ASEAN had 44.7% in 2021")
    choose(page, "r", "ASEAN, latest year")
    expect(title).to_have_text("At this pace 30.8% in 2030; ASEAN had 46.0% in 2023")


def test_the_data_of_the_trend_say_source_and_what_is_computed(server: str, page: Page) -> None:
    visit(page, f"{server}/coverage?lang=en")
    content = downloaded(page, "coverage_trend")
    assert "sdg131_any,LAO,2021,T,all,15.5,percent,official" in content and "ILOSTAT" in content
    required = next(line for line in content.splitlines() if "required" in line)
    assert "2030" in required and "44.7" in required and "computed here" in required


def test_the_table_twin_of_the_ranking_holds_every_member(server: str, page: Page) -> None:
    visit(page, f"{server}/coverage?lang=en&f=children")
    figure = page.get_by_test_id("figure-coverage_members")
    figure.get_by_role("button", name="Table").click()
    expect(figure.locator("tbody tr")).to_have_count(12)
    assert "no figure" in figure.locator("tbody").inner_text()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_words_at_the_ends_of_lines_never_lie_on_each_other(server: str, page: Page, size: str, language: str) -> None:
    for function in ("any", "disability"):
        visit(page, f"{server}/coverage?lang={language}&f={function}")
        assert not overlapping(page, "coverage_trend", "svg .annotation-text"), function


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", ["coverage?f=children", "asean?i=cofog10_gdp"])
def test_nothing_jumps_from_the_first_paint_on_and_nothing_is_wider_than_the_screen(
    server: str, page: Page, size: str, address: str
) -> None:
    page.add_init_script(f"({LOADED})()")
    visit(page, f"{server}/{address}&lang=lo")
    page.wait_for_timeout(600)
    assert page.evaluate("window.__shift") <= 0.02
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1


@pytest.mark.parametrize("function", ["maternity", "children", "poor"])
def test_axe_finds_nothing_in_any_position(server: str, page: Page, function: str) -> None:
    visit(page, f"{server}/coverage?lang=en&f={function}")
    assert not findings_of_axe(page)


def test_labels_are_moved_as_little_as_possible_and_keep_their_order(server: str, page: Page) -> None:
    visit(page, f"{server}/coverage?lang=en")
    spread = "async ([y, h]) => (await import('/assets/js/apart.js')).spread(y, h, 0, 300)"
    assert page.evaluate(spread, [[50, 200], [20, 20]]) == [50, 200]
    assert page.evaluate(spread, [[100, 100], [20, 40]]) == [80, 110]
    moved = page.evaluate(spread, [[298, 290, 10], [20, 20, 20]])
    assert moved == [290, 270, 10]


def test_a_picture_is_set_in_our_own_fonts_from_the_first_time(server: str, page: Page) -> None:
    """Fonts of a picture load late: the first one once came out without half of its words."""
    visit(page, f"{server}/coverage?lang=lo")
    first, second = (picture(page, "coverage_members", "PNG") for _ in range(2))
    assert first == second
    svg = picture(page, "coverage_members", "SVG").decode("utf8")
    assert svg.count("@font-face") == 4 and "data:font/woff2" in svg and "ສິງກະໂປ" in svg


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_on_a_phone_no_card_leaves_a_hole_and_the_table_is_whole(
    server: str, page: Page, size: str, language: str
) -> None:
    visit(page, f"{server}/coverage?lang={language}")
    holes = page.evaluate(
        """() => [...document.querySelectorAll("[class*='st-key-figure_']")].map((place) =>
        [place.className, place.getBoundingClientRect().height, place.querySelector(".sp-figure").offsetHeight])"""
    )
    assert holes and [one for one in holes if one[1] - one[2] > 4] == []
    twin = page.get_by_test_id("figure-coverage_functions").locator(".sp-twin")
    assert twin.evaluate("(t) => t.scrollHeight - t.clientHeight") <= 1


@pytest.mark.parametrize("size", SIZES)
def test_women_and_men_are_measured_from_one_line(server: str, page: Page, size: str) -> None:
    visit(page, f"{server}/coverage?lang=en")
    starts = {round(bar.bounding_box()["x"]) for bar in page.locator(".sp-pair .sp-bar").all()}  # type: ignore[index]
    assert len(starts) == 1
