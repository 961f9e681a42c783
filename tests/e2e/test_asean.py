"""The ASEAN page in a browser: links that hold, a map that names members only, data that say their source."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.choices import choose, chosen, downloaded, drawn_words, findings_of_axe, keeps_its_choice, overlapping
from tests.e2e.conftest import SIZES, settle, visit

SWITCHED = ("maternity", "cofog10_gdp", "informal_ilo&d=year")


def test_a_link_keeps_its_choice_through_reload_and_language(server: str, page: Page) -> None:
    keeps_its_choice(page, f"{server}/asean?i=old_age&d=same", "i", "Pension", "ບຳນານ")
    assert chosen(page, "d") == "ນິຍາມດຽວກັນ"
    assert "i=old_age" in page.url and "d=same" in page.url


def test_switching_writes_the_address_and_another_subject_begins_anew(server: str, page: Page) -> None:
    visit(page, f"{server}/asean?lang=en")
    choose(page, "i", "Children")
    assert "i=children" in page.url
    expect(page.locator("h1")).to_contain_text("No Lao figure to compare")
    page.locator(".st-key-asean_group button").filter(has_text="Health").click()
    page.wait_for_url("**i=gghed_che**")
    settle(page)
    assert chosen(page, "i") == "Paid by government"


def test_a_hostile_address_shows_the_first_measure(server: str, page: Page) -> None:
    visit(page, f"{server}/asean?lang=en&i=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&d=__proto__")
    assert chosen(page, "i") == "Any benefit" and chosen(page, "d") == "All, marked"
    expect(page.locator("h1")).to_contain_text("Only the figure of Myanmar is lower")


def test_the_data_say_year_source_and_place(server: str, page: Page) -> None:
    visit(page, f"{server}/asean?lang=en&i=maternity")
    content = downloaded(page, "asean_members")
    assert (
        content.startswith("# ")
        and "indicator,area,year,sex,age,value,unit,status,flags,source,locator,note" in content
    )
    singapore = next(line for line in content.splitlines() if line.startswith("sdg131_maternity,SGP"))
    assert "legal_based" in singapore and "ILOSTAT" in singapore and ",2021," in singapore
    assert "sdg131_maternity,ASEAN,2021" in content


def test_the_map_names_members_and_nobody_else(server: str, page: Page) -> None:
    visit(page, f"{server}/asean?lang=en")
    words = " ".join(drawn_words(page, "asean_map"))
    for name in ("Lao PDR", "Myanmar", "Singapore", "Timor-Leste", "Brunei Darussalam"):
        assert name in words
    for name in ("China", "Taiwan", "India", "Bangladesh", "Australia", "Papua"):
        assert name not in words


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_names_on_the_map_never_lie_on_each_other(server: str, page: Page, size: str, language: str) -> None:
    for code in ("any", "cofog10_gdp"):
        visit(page, f"{server}/asean?lang={language}&i={code}")
        assert not overlapping(page, "asean_map", "svg .annotation-text")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_no_name_on_the_map_is_cut(server: str, page: Page, size: str, language: str) -> None:
    visit(page, f"{server}/asean?lang={language}")
    cut = page.evaluate(
        """() => { const plot = document.querySelector("[data-testid='figure-asean_map'] .sp-plot");
        const end = plot.getBoundingClientRect();
        return [...plot.querySelectorAll("svg text")].filter((one) => { const box = one.getBoundingClientRect();
          return box.bottom > end.bottom - 2 || box.top < end.top || box.left < end.left || box.right > end.right; })
          .map((one) => one.textContent); }"""
    )
    assert cut == []


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("code", SWITCHED)
def test_nothing_is_wider_than_a_phone(server: str, page: Page, code: str) -> None:
    visit(page, f"{server}/asean?lang=lo&i={code}")
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1


@pytest.mark.parametrize("code", SWITCHED)
def test_axe_finds_nothing_in_any_position(server: str, page: Page, code: str) -> None:
    visit(page, f"{server}/asean?lang=en&i={code}")
    assert not findings_of_axe(page)
