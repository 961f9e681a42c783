"""Financing in the browser: links, language, year and unit, files, number cards, keyboard, phone, nothing leaves."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sp_app.ui.financing_parts import PARTS
from tests.e2e.choices import choose, chosen, cut_words, findings_of_axe, overlapping
from tests.e2e.conftest import settle, visit

LANGUAGES = ("en", "lo")
LINK = "financing?lang=en&s=universal_floor&v=1"


def heading(page: Page) -> str:
    return page.locator("h1").inner_text().replace("\u00a0", " ")


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).first.click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_a_deep_link_opens_scenario_part_year_and_unit_and_axe_finds_nothing(
    server: str, page: Page, part: str, language: str
) -> None:
    visit(page, f"{server}/financing?lang={language}&part={part}&s=high_road&v=1&y=2029&u=cost_usd")
    expect(page.locator("h1")).to_have_count(1)
    assert "2029" in heading(page) and page.locator(".sp-error").count() == 0
    assert any("\u0e80" <= letter <= "\u0eff" for letter in heading(page)) == (language == "lo")
    assert "US$" in page.locator(".st-key-financing_view button[aria-checked='true']").inner_text()
    assert f"part={part}" in page.url or part == "framework"
    assert not findings_of_axe(page)


def test_year_and_unit_change_the_numbers_and_the_address_and_a_reload_keeps_them(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}")
    need, gap = "1.24% of GDP is needed (LAK 7,651 bn)", "1.20% (LAK 7,395 bn) has no identified source"
    assert heading(page) == f"In 2030, {need}; {gap}"
    page.locator(".st-key-financing_year [data-baseweb='select'], .st-key-financing_year input").first.click()
    page.get_by_role("option", name="2028").click()
    expect(page.locator("h1")).to_contain_text("In 2028")
    settle(page)
    page.locator(".st-key-financing_view button").filter(has_text="LAK of 2025").click()
    expect(page.locator(".sp-mtef .sp-measure")).to_contain_text("prices of 2025")
    settle(page)
    assert "y=2028" in page.url and "u=cost_constant" in page.url
    kept = heading(page)
    page.reload()
    expect(page.locator("h1")).to_contain_text("In 2028")
    settle(page)
    assert heading(page) == kept
    page.locator(".st-key-sp_language").get_by_text("ລາວ").click()
    expect(page.locator("h1")).to_contain_text("ປີ 2028")
    settle(page)
    assert "ລາຄາປີ 2025" in page.locator(".sp-mtef .sp-measure").inner_text()


def test_back_returns_to_the_year_before(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}")
    page.locator(".st-key-financing_year [data-baseweb='select'], .st-key-financing_year input").first.click()
    page.get_by_role("option", name="2027").click()
    expect(page.locator("h1")).to_contain_text("In 2027")
    settle(page)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("In 2030")


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_carries_exact_values_scenario_build_and_sources(server: str, page: Page, language: str) -> None:
    visit(page, f"{server}/financing?lang={language}&s=universal_floor&v=1&state_allocation=0.004")
    text = downloaded(page, "CSV").decode("utf-8-sig")
    notes = [line for line in text.splitlines() if line.startswith("#")]
    joined = "\n".join(notes)
    assert "s=universal_floor&v=1&state_allocation=0.004" in joined and "IMF, World Economic Outlook" in joined
    build = page.locator(".sp-footer").inner_text().split()[-1]
    assert build in joined and ("SIMULATED" in joined or "ຜົນຈາກແບບຈຳລອງ" in joined)
    rows = {row[0]: row for row in csv.reader(io.StringIO("\n".join(text.splitlines()[len(notes) :])))}
    assert rows["line"][3:] == ["2024", "2025", "2026", "2027", "2028", "2029", "2030"]
    assert float(rows["need.cost_lak"][-1]) == pytest.approx(7651.0776, abs=0.001)
    assert float(rows["sources.state_central_lak"][-1]) == pytest.approx(0.004 * 617906.688, abs=0.001)
    assert not re.search(r"\d", rows["need.cost_lak"][3])


def test_the_workbook_has_every_unit_and_no_formula(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}")
    with zipfile.ZipFile(io.BytesIO(downloaded(page, "Excel"))) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        words = book.read("xl/sharedStrings.xml").decode()
    assert names[:4] == ["LAK", "LAK of 2025", "US$", "% of GDP"] and len(names) == len(sheets) == 8
    assert not any("<f>" in sheet for sheet in sheets)
    assert "7651.07" in sheets[0] and "SIMULATED" in words and "Universal social protection floor" in words


def test_a_number_opens_its_card_its_parts_open_in_turn_and_focus_comes_back(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}")
    number = page.locator('.sp-goal-foot [data-ask="result.financing_gap_lak"]')
    number.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("7,395 billion kip")
    expect(dialog).to_contain_text("cost − identified financing")
    assert dialog.locator("tbody tr").count() == 2 + 16
    dialog.get_by_role("button", name="identified financing, 2030").click()
    expect(dialog.locator("h2")).to_have_text("Identified financing")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert number.evaluate("node => node === document.activeElement")


def test_arrows_walk_the_numbers_of_the_table(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}")
    start = page.locator('.sp-mtef [data-ask="result.gdp_lak"][data-year="2030"]')
    start.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    where = page.evaluate("[document.activeElement.dataset.ask, document.activeElement.dataset.year]")
    assert where == ["result.revenue_lak", "2029"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.ask") == "today.cost_lak.mecg"


def test_printed_columns_add_up_for_whoever_adds_them(server: str, page: Page) -> None:
    visit(page, f"{server}/financing?lang=en&s=high_road&v=1")

    def shown(section: str) -> list[int]:
        texts = page.locator(f".sp-mtef tr.{section} td:last-child").all_inner_texts()
        return [int(text.replace(",", "").replace("−", "-").replace("–", "0")) for text in texts]

    *base, total_base = shown("baseline")
    *new, total_new = shown("new_policy")
    (saved,), (need,) = shown("savings"), shown("need")
    *sources, identified, gap = shown("sources")
    assert sum(base) == total_base and sum(new) == total_new and total_base + total_new - saved == need
    assert sum(sources) == identified and identified + gap == need


def test_the_levers_are_one_click_away_and_the_scenario_comes_along(server: str, page: Page) -> None:
    visit(page, f"{server}/financing?lang=en&s=universal_floor&v=1&state_allocation=0.004")
    kept = heading(page)
    page.get_by_role("link", name="Move the levers").click()
    page.wait_for_url("**/scenarios**")
    expect(page.locator("h1")).to_have_text("Universal social protection floor")
    settle(page)
    page.get_by_role("link", name="Financing").first.click()
    page.wait_for_url("**/financing**")
    expect(page.locator("h1")).to_contain_text("has no identified source")
    settle(page)
    assert heading(page) == kept and "state_allocation=0.004" in page.url


def test_the_parts_of_the_page_are_a_switch_that_the_address_remembers(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}")
    choose(page, "part", "Debt and shocks")
    assert "part=risks" in page.url and page.locator(".sp-stress").count() == 1
    page.reload()
    expect(page.locator(".sp-stress")).to_have_count(1)
    settle(page)
    assert chosen(page, "part") == "Debt and shocks"


def test_a_question_is_solved_and_its_answer_taken_over(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}&part=options")
    expect(page.locator(".sp-answer")).to_contain_text("1.20% – then the financing gap is 0.00% of GDP.")
    page.get_by_role("button", name="Use this value").click()
    expect(page.locator("h1")).to_contain_text("all of it has a source")
    settle(page)
    assert "state_allocation=0.0119" in page.url


@pytest.mark.parametrize(
    "query", ["s=%3Cscript%3Ealert(1)%3C/script%3E", "s=universal_floor&state_allocation=99", "s=donor_exit_2030&y=1"]
)
def test_a_hostile_or_wrong_address_is_a_sentence_and_nothing_runs(server: str, page: Page, query: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    visit(page, f"{server}/financing?lang=en&v=1&{query}")
    expect(page.locator(".sp-problem")).to_have_count(1)
    assert page.locator(".sp-error").count() == 0 and page.locator(".sp-mtef").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["laptop", "phone"])
@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_wider_than_the_screen_and_words_of_figures_stay_apart(
    server: str, page: Page, part: str, size: str, language: str
) -> None:
    visit(page, f"{server}/financing?lang={language}&part={part}&s=high_road&v=1")
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1
    for figure in page.locator(".sp-figure").all():
        key = str(figure.get_attribute("data-testid")).removeprefix("figure-")
        assert not overlapping(page, key, "svg .annotation-text"), key
    assert cut_words(page) == []


@pytest.mark.parametrize("size", ["phone"])
def test_on_a_phone_the_framework_shows_the_chosen_year_only(server: str, page: Page, size: str) -> None:
    visit(page, f"{server}/{LINK}&y=2028")
    shown = [text for text in page.locator(".sp-mtef thead th:visible").all_inner_texts()]
    assert len(shown) == 2 and shown[1].startswith("2028")
    row = page.locator(".sp-mtef tr.need")
    assert row.locator("td:visible").all_inner_texts() == ["3,169"]


def test_nothing_jumps_while_a_year_is_chosen(server: str, page: Page) -> None:
    visit(page, f"{server}/{LINK}")
    page.wait_for_timeout(600)
    page.evaluate(
        """() => { window.__shift = 0; new PerformanceObserver((list) => {
             for (const e of list.getEntries()) window.__shift += e.value;
           }).observe({ type: 'layout-shift' }); }"""
    )
    page.locator(".st-key-financing_view button").filter(has_text="% GDP").click()
    expect(page.locator(".sp-mtef .sp-measure")).to_contain_text("% of GDP")
    settle(page)
    page.wait_for_timeout(500)
    assert page.evaluate("window.__shift") <= 0.02
