"""The page in one file, opened by double click with the network off; the files of a scenario from its page."""

from __future__ import annotations

import datetime
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from sp_app.data.scenario_files import load_scenario
from sp_app.export.formats import FORMATS
from sp_app.export.handout import Handout, handout
from sp_app.export.live_page import live_page
from sp_app.i18n import LANGUAGES, texts
from sp_app.i18n.numbers import numbers
from sp_app.ui.financing_parts import PARTS
from sp_core.records import Text
from tests.e2e.conftest import ROOT, SIZES, Watch, free_port, settle, start_server, visit
from tests.e2e.panel import USUAL, grab, lever, open_panel, place, tile
from tests.export.spreadsheet import cells

DAY = datetime.date(2026, 11, 25)
# Figures, cards of words, what is not known; words over several cards, the question that is solved.
WITH_A_TITLE = ":is(.sp-figure, .sp-card:not(.sp-library), .sp-unknown, .sp-over, .st-key-sp_solve) h2"
EVIL = "</script><script>window.evil = 1</script><img src=x onerror='window.evil = 1'>"


@pytest.fixture
def alone(browser: Browser, size: str) -> Iterator[Page]:
    """A page without any network that must neither ask for anything nor log an error."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
    opened = context.new_page()
    watch = Watch(opened)
    failed: list[str] = []
    opened.on("requestfailed", lambda request: failed.append(request.url))
    yield opened
    context.close()
    assert not watch.outside and not watch.errors and not failed


def scenario(name: str = USUAL, language: str = "en") -> Handout:
    return handout(load_scenario(name), None, language, DAY)


def open_file(page: Page, folder: Path, asked: Handout) -> None:
    """Open a hand-out as a file."""
    path = folder / "handout.html"
    path.write_bytes(live_page(asked))
    page.goto(path.as_uri())
    page.wait_for_selector(f'#panel[data-ready="{asked.language}"]', timeout=30_000)
    page.wait_for_timeout(400)


def people(asked: Handout, **moved: float) -> str:
    """Return the recipients of 2030 as Python prints them."""
    values = {**asked.values, **{name.replace("__", "."): value for name, value in moved.items()}}
    return numbers(asked.language).decimal(replace(asked, values=values).here.at("recipients", 2030) / 1e3, 0)


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_a_lever_dragged_in_the_file_gives_what_python_gives(alone: Page, tmp_path: Path) -> None:
    asked = scenario()
    open_file(alone, tmp_path, asked)
    assert tile(alone, "people") == people(asked)
    grab(alone, "mecg.coverage", asked.values["mecg.coverage"])
    alone.mouse.move(*place(alone, "mecg.coverage", 0.3), steps=8)
    alone.mouse.up()
    alone.wait_for_timeout(700)
    reached = float(lever(alone, "mecg.coverage").input_value())
    assert reached != asked.values["mecg.coverage"]
    assert tile(alone, "people") == people(asked, mecg__coverage=reached)
    alone.locator(".sp-lp-toolbar button").first.click()  # undo
    alone.wait_for_timeout(700)
    assert tile(alone, "people") == people(asked)


def test_the_language_changes_and_the_levers_stay(alone: Page, tmp_path: Path) -> None:
    asked = scenario(language="lo")
    open_file(alone, tmp_path, asked)
    lever(alone, "mecg.coverage").fill("0.25")
    alone.wait_for_timeout(400)
    alone.locator('[data-language="en"]').click()
    alone.wait_for_selector('#panel[data-ready="en"]')
    alone.wait_for_timeout(600)
    assert alone.locator("html").get_attribute("lang") == "en"
    assert lever(alone, "mecg.coverage").input_value() == "0.25"
    english = scenario()
    assert tile(alone, "people") == people(english, mecg__coverage=0.25)
    assert alone.get_by_role("heading", level=1).inner_text() == english.title


def test_a_number_opens_its_formula_without_a_server(alone: Page, tmp_path: Path) -> None:
    open_file(alone, tmp_path, scenario())
    alone.get_by_test_id("tile-cost").locator(".sp-lp-open").click()
    card = alone.get_by_test_id("number-card")
    expect(card).to_contain_text("cost, 2030 = cost, Mother and Early Childhood Grant")


def test_a_hostile_title_is_only_read(alone: Page, tmp_path: Path) -> None:
    asked = scenario()
    evil = replace(asked, scenario=replace(asked.scenario, title=Text(EVIL, EVIL), description=Text(EVIL, EVIL)))
    open_file(alone, tmp_path, evil)
    assert alone.evaluate("window.evil") is None
    assert alone.get_by_role("heading", level=1).inner_text() == EVIL
    assert tile(alone, "people") == people(asked)


@pytest.mark.parametrize("size", ["projector", "phone"])
def test_nothing_runs_over_the_edge(alone: Page, tmp_path: Path) -> None:
    open_file(alone, tmp_path, scenario("high_road", "lo"))
    width = alone.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1]


def test_every_file_of_a_moved_scenario_is_offered_and_says_what_it_is(server: str, page: Page) -> None:
    open_panel(page, server, f"s={USUAL}&v=1&mecg.coverage=0.5")
    for key, one in FORMATS.items():
        with page.expect_download(timeout=30_000) as found:
            page.locator(f".st-key-sp_take_away_{key} button").click()
        assert found.value.suggested_filename.endswith(f".{one.extension}")
        content = Path(found.value.path()).read_bytes()
        if key == "csv":
            with zipfile.ZipFile(io.BytesIO(content)) as file:
                assert "mecg.coverage" in file.read("levers.csv").decode("utf8")
                assert ",policy,share,0.5," in file.read("levers.csv").decode("utf8")


FULL_DISK = """import sys
class Full:
    def find_spec(self, name, path=None, target=None):
        if name == "sp_app.export.data_package":
            raise OSError(28, "No space left on device")
sys.meta_path.insert(0, Full())
"""


SLOW_COMPUTER = """import time
from sp_app.export import steps
swift = steps.each
def slow(parts, step):
    for part in swift(parts, step):
        time.sleep(0.6)
        yield part
steps.each = slow
"""


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A dashboard on a computer that needs its time for every part of a file."""
    (tmp_path / "sitecustomize.py").write_text(SLOW_COMPUTER, "utf8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{ROOT}")
    port = free_port()
    process = start_server(port, tmp_path / "log.txt")
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_file_says_how_far_it_is_and_can_be_cancelled(
    slow: str, page: Page, language: str, tmp_path: Path
) -> None:
    open_panel(page, slow, language=language)
    t = texts(language)
    downloads: list[object] = []
    page.on("download", lambda download: downloads.append(download))
    pdf = page.get_by_role("button", name=t("export.format_pdf"), exact=True)
    pdf.focus()
    page.keyboard.press("Enter")
    strip = page.locator(".sp-making")
    expect(strip.get_by_role("status")).to_have_text(t("export.making", name=t("export.format_pdf")))
    page.wait_for_function("document.querySelector('.sp-making progress')?.value >= 2")
    told = re.escape(t("export.making_part", part=0, parts=11)).replace("0", "[2-9]")
    expect(strip).to_contain_text(re.compile(told))
    cancel = strip.get_by_role("button")
    expect(cancel).to_be_focused()  # the button that was pressed takes no focus while it works
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stDownloadButtonError")).to_have_text(t("export.stopped"))
    expect(strip.get_by_role("button")).to_have_count(0)
    expect(pdf).to_be_enabled()
    expect(pdf).to_be_focused()
    assert not downloads
    log = (tmp_path / "log.txt").read_text("utf8")
    assert "A file was stopped" in log and "Traceback" not in log
    with page.expect_download(timeout=30_000) as waiting:  # another one is made, and told
        page.get_by_role("button", name=t("export.format_csv"), exact=True).click()
    assert zipfile.is_zipfile(waiting.value.path())
    with page.expect_download(timeout=30_000) as waiting:
        pdf.click()
    assert Path(waiting.value.path()).read_bytes().rstrip().endswith(b"%%EOF")
    expect(strip.get_by_role("button")).to_have_count(0)
    assert len(downloads) == 2


def test_the_slides_of_a_deck_can_be_cancelled_while_others_are_shown(slow: str, page: Page) -> None:
    visit(page, f"{slow}/present?lang=en")
    page.get_by_role("button", name=texts("en")("present.download")).click()
    strip = page.locator(".sp-making")
    expect(strip).to_contain_text(re.compile("part [0-9]+ of 12"))
    strip.get_by_role("button").click()
    expect(page.get_by_test_id("stDownloadButtonError")).to_have_text("Cancelled: no file was made.")
    expect(page.get_by_role("button", name=texts("en")("present.download"))).to_be_enabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_cannot_be_made_is_told_in_the_readers_language_and_the_others_are_made(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(FULL_DISK, "utf8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    port = free_port()
    process = start_server(port, tmp_path / "log.txt")
    page = browser.new_page()
    try:
        open_panel(page, f"http://127.0.0.1:{port}", language=language)
        t = texts(language)
        page.get_by_role("button", name=t("export.format_csv"), exact=True).click()
        expect(page.get_by_test_id("stDownloadButtonError")).to_have_text(t("frame.file_failed"))
        with page.expect_download() as waiting:
            page.get_by_role("button", name=t("export.format_html"), exact=True).click()
        assert Path(waiting.value.path()).stat().st_size > 100_000
    finally:
        page.close()
        process.terminate()
        process.wait(20)
    assert "No space left on device" in (tmp_path / "log.txt").read_text("utf8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_taken_away_as_it_is_shown_now(server: str, page: Page, language: str) -> None:
    t = texts(language)
    visit(page, f"{server}/coverage?lang={language}&r=target")
    page.locator(".st-key-choice_f button").nth(1).click()  # another function: everything is drawn anew
    page.wait_for_timeout(300)
    settle(page)
    files = {}
    for key in ("csv", "xlsx", "pptx"):
        with page.expect_download() as waiting:
            page.locator(f".st-key-sp_page_away_{key} button").click()
        files[key] = Path(waiting.value.path()).read_bytes()
        assert re.fullmatch(rf"coverage_{language}_\w+\.(zip|xlsx|pptx)", waiting.value.suggested_filename)
    with zipfile.ZipFile(io.BytesIO(files["csv"])) as package:
        told = json.loads(package.read("datapackage.json"))
        assert {it["path"] for it in told["resources"]} == set(package.namelist()) - {"datapackage.json"}
    titles = [it["title"] for it in told["resources"]]
    assert sorted(titles) == sorted(page.locator(WITH_A_TITLE).all_inner_texts()) and len(titles) > 6
    assert told["version"] in page.locator(".sp-footer").inner_text()
    assert told["title"].startswith(t("frame.coverage"))
    assert len(Presentation(io.BytesIO(files["pptx"])).slides) >= len(titles)
    assert len(cells(files["xlsx"])) == len(titles)


@pytest.mark.parametrize("name", ["", "expenditure", "asean"])
def test_every_page_of_figures_hands_out_what_one_view_shows(server: str, page: Page, name: str) -> None:
    visit(page, f"{server}/{name}?lang=en")
    if name == "expenditure":  # the figures of the view before are gone
        page.locator(".st-key-choice_v button").nth(1).click()
        page.wait_for_timeout(300)
        settle(page)
    with page.expect_download() as waiting:
        page.locator(".st-key-sp_page_away_csv button").click()
    with zipfile.ZipFile(waiting.value.path()) as package:
        told = json.loads(package.read("datapackage.json"))["resources"]
    titles = [it["title"] for it in told if not it["name"].startswith("cards_")]
    assert sorted(titles) == sorted(page.locator(WITH_A_TITLE).all_inner_texts())
    cards = [it["name"] for it in told if it["name"].startswith("cards_")]
    assert len(cards) == page.locator(".sp-cards-root").count()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_financing_hands_out_what_it_shows_with_its_scenario(server: str, page: Page, part: str) -> None:
    visit(page, f"{server}/financing?lang=lo&part={part}&s=high_road&v=1&y=2029")
    with page.expect_download() as waiting:
        page.locator(".st-key-sp_page_away_csv button").click()
    with zipfile.ZipFile(waiting.value.path()) as package:
        first, *others = json.loads(package.read("datapackage.json"))["resources"]
        changes = package.read("scenario.csv").decode()
    assert first["title"] == page.locator("h1").inner_text() and first["status"] == "simulated"
    source = first["sources"][0]["title"]
    assert "s=high_road" in source and texts("lo")("scenarios.csv_illustrative", names="") in source
    assert "IMF, World Economic Outlook" in source and changes.count("\n") > 10
    assert sorted(it["title"] for it in others) == sorted(page.locator(WITH_A_TITLE).all_inner_texts())
    assert all(it.get("status") == "simulated" for it in others) == (part != "today")
