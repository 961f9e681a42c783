"""The expenditure page in a browser: views and countries that hold, data that say their source, nothing cut off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.choices import (
    choose,
    chosen,
    cut_words,
    downloaded,
    drawn_words,
    findings_of_axe,
    keeps_its_choice,
    overlapping,
)
from tests.e2e.conftest import SIZES, visit
from tests.e2e.test_overview import CUT, LOADED

VIEWS = ("spending", "health", "aid", "envelope")


def test_a_view_holds_through_reload_and_language(server: str, page: Page) -> None:
    keeps_its_choice(page, f"{server}/expenditure?lang=en&v=aid", "v", "Aid", "ການຊ່ວຍເຫຼືອ")
    assert "v=aid" in page.url and "lang=lo" in page.url


def test_the_country_of_health_holds_through_reload_and_language(server: str, page: Page) -> None:
    visit(page, f"{server}/expenditure?lang=en&v=health&country=KHM")
    title = page.get_by_test_id("figure-health_paid_by_year").locator("h2")
    expect(title).to_contain_text("Cambodia")
    page.reload()
    expect(title).to_contain_text("Cambodia")
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    expect(title).to_contain_text("ກຳປູເຈຍ")
    assert "country=KHM" in page.url and "v=health" in page.url


def test_a_chosen_country_stands_in_the_address(server: str, page: Page) -> None:
    visit(page, f"{server}/expenditure?lang=en&v=health")
    page.locator(".st-key-choice_country input").click()
    page.get_by_role("option", name="Thailand").click()
    expect(page.get_by_test_id("figure-health_paid_by_year").locator("h2")).to_contain_text("Thailand")
    assert "country=THA" in page.url


def test_a_hostile_address_shows_the_first_view(server: str, page: Page) -> None:
    visit(page, f"{server}/expenditure?lang=en&v=%3Cscript%3Ealert(1)%3C/script%3E&country=%00&lang=xx")
    assert chosen(page, "v") == "Spending"
    expect(page.get_by_test_id("figure-spending_of_members")).to_be_visible()
    assert page.locator(".sp-error").count() == 0


def test_the_break_of_2021_is_said_beside_the_gap(server: str, page: Page) -> None:
    visit(page, f"{server}/expenditure?lang=en&v=health")
    words = " ".join(drawn_words(page, "health_paid_by_year"))
    assert "External 17.7% in 2020, 38.0% in 2021: the source gives no reason" in words
    choose(page, "v", "Spending")
    assert "Lao PDR: not published" in " ".join(drawn_words(page, "spending_of_members"))


@pytest.mark.parametrize(
    ("view", "figure", "source"),
    [
        ("spending", "spending_of_members", "Government Finance Statistics"),
        ("health", "ranked_che", "Global Health Expenditure Database"),
        ("aid", "aid_by_year", "Creditor Reporting System"),
        ("aid", "aid_of_income", "World Development Indicators"),
        ("envelope", "envelope", "World Economic Outlook"),
    ],
)
def test_every_file_names_its_source_in_every_row(server: str, page: Page, view: str, figure: str, source: str) -> None:
    visit(page, f"{server}/expenditure?lang=en&v={view}")
    rows = [line for line in downloaded(page, figure).splitlines() if not line.startswith("#")]
    assert len(rows) > 5 and all(source in row for row in rows[1:])


def test_the_table_twin_says_what_the_lao_pdr_does_not_publish(server: str, page: Page) -> None:
    visit(page, f"{server}/expenditure?lang=en")
    figure = page.get_by_test_id("figure-spending_of_members")
    figure.get_by_role("button", name="Table").click()
    expect(figure.locator("thead th").last).to_have_text("Lao PDR")
    assert figure.locator("tbody tr").first.locator("td").last.inner_text() == "Not published"


def test_a_card_opens_by_keyboard_and_says_how_aid_becomes_kip(server: str, page: Page) -> None:
    visit(page, f"{server}/expenditure?lang=en")
    page.get_by_test_id("card-aid").press("Enter")
    words = page.locator("dialog[open]").inner_text()
    assert "kip per dollar (official average of 2022) = LAK 109 bn" in words and "2018" in words
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_off_or_wider_than_the_screen(
    server: str, page: Page, view: str, language: str, size: str
) -> None:
    visit(page, f"{server}/expenditure?lang={language}&v={view}")
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1
    assert page.evaluate(CUT) == []
    assert cut_words(page) == []


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("figure", ["health_paid_by_year", "health_paid_by_member", "ranked_gge"])
def test_words_of_health_financing_do_not_lie_on_each_other(
    server: str, page: Page, figure: str, language: str
) -> None:
    visit(page, f"{server}/expenditure?lang={language}&v=health")
    assert not overlapping(page, figure, "svg .annotation-text, svg .ytick text")


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_any_view(server: str, page: Page, view: str) -> None:
    visit(page, f"{server}/expenditure?lang=lo&v={view}")
    assert not findings_of_axe(page)


@pytest.mark.parametrize("view", ["spending", "aid"])
def test_nothing_moves_while_a_view_arrives(server: str, page: Page, view: str) -> None:
    page.add_init_script(f"({LOADED})()")
    visit(page, f"{server}/expenditure?lang=en&v={view}")
    page.wait_for_timeout(400)
    assert page.evaluate("window.__shift") <= 0.02
