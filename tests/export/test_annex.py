"""The committee annex, read again: the numbers of the model, every change, marks, and Lao that is not garbled."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from sp_app.export.annex_pdf import annex_pdf
from sp_app.export.framework_grid import framework_grid
from sp_app.export.telling import given, not_known
from sp_core.records import Text
from tests.export.papers import PAID, UNPAID, grouped, hostile, skeleton, told, words

LANGUAGES = ("en", "lo")


@pytest.fixture(scope="module")
def annexes() -> dict[tuple[str, str], bytes]:
    return {(name, lang): annex_pdf(told(name, lang)) for name in (PAID, UNPAID) for lang in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_every_year_reads_as_the_model_says(annexes: dict, name: str, language: str) -> None:
    h, read = told(name, language), words(annexes[name, language])
    for at, year in enumerate(h.years):
        here, base = ({k: v[at] for k, v in it.results.items()} for it in (h.here, h.baseline))
        row = [
            str(year),
            grouped(here["recipients"], 0, language),
            grouped(base["recipients"], 0, language),
            grouped(here["cost_lak"] / 1e9, 0, language),
            grouped(base["cost_lak"] / 1e9, 0, language),
            grouped(here["cost_constant_lak"] / 1e9, 0, language),
        ]
        assert " ".join(row) in read, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_framework_reads_as_printed_on_the_screen(annexes: dict, language: str) -> None:
    h, read = told(PAID, language), words(annexes[PAID, language])
    table = framework_grid(h, 2030)
    assert table
    for cells, look in zip(table.rows, table.looks_of_rows, strict=True):
        numbers = " ".join(cells[1:]).strip()
        assert look == "section" or numbers in read, cells
    need = h.framework.line("need", "cost_lak").values[h.years.index(2030)]
    assert grouped(need / 1e9, 0, language) in read


def test_without_financing_there_is_no_framework_and_it_says_so(annexes: dict) -> None:
    assert framework_grid(told(UNPAID, "en"), 2030) is None
    read = words(annexes[UNPAID, "en"])
    assert told(UNPAID, "en").t("handout.no_financing") in read
    assert "Medium-term expenditure framework" not in read


def test_every_change_every_source_and_every_mark_is_there(annexes: dict) -> None:
    h, read = told(PAID, "en"), words(annexes[PAID, "en"])
    assert len(h.changes) == 23
    for change in h.changes:
        kind = {"policy": "Policy", "assumption": "Assumptions"}[change.lever.group]
        assert f"{change.name} {kind} {change.old} {change.new}" in read
    for credit in h.credits:
        assert credit in read
    for name in h.illustrative:
        assert name in read
    pages = PdfReader(io.BytesIO(annexes[PAID, "en"])).pages
    for number, page in enumerate(pages, start=1):
        text = " ".join(page.extract_text().split())
        assert h.simulated in text and h.build_id in text and h.model_version in text
        assert f"Page {number} of {len(pages)}" in text


def test_there_is_room_to_propose_decide_and_sign(annexes: dict) -> None:
    read = words(annexes[PAID, "en"])
    for said in ("Proposed by", "noted", "to be costed", "adopted", "Signatures", "Name and position"):
        assert said in read
    named = words(annex_pdf(replace(told(PAID, "en"), proposer="Ministry of Labour and Social Welfare, Department X")))
    assert "Proposed by Ministry of Labour and Social Welfare, Department X" in named


@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_lao_is_drawn_in_its_own_font_throughout(annexes: dict, name: str) -> None:
    """A line drawn with the glyph numbers of another font reads as other letters."""
    h, read = told(name, "lo"), skeleton(words(annexes[name, "lo"]))
    expected = [h.title, h.scenario.description.get("lo"), h.simulated, *not_known(h), *given(h).notes]
    expected += [row[0] for row in given(h).rows] + [change.name for change in h.changes]
    for text in expected:
        assert skeleton(text) in read, text


def test_every_font_is_embedded(annexes: dict) -> None:
    for pdf in annexes.values():
        for page in PdfReader(io.BytesIO(pdf)).pages:
            for font in page["/Resources"]["/Font"].values():
                (inner,) = font.get_object()["/DescendantFonts"]
                assert "/FontFile2" in inner.get_object()["/FontDescriptor"]


def test_no_sign_of_the_library_is_missing_from_the_fonts(caplog: pytest.LogCaptureFixture) -> None:
    for language in LANGUAGES:
        annex_pdf(told(PAID, language))
    assert not [it for it in caplog.records if "missing" in it.getMessage()]


def test_the_same_scenario_gives_the_same_paper(annexes: dict) -> None:
    assert annex_pdf(told(UNPAID, "lo")) == annexes[UNPAID, "lo"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_title_is_words_and_nothing_else(language: str) -> None:
    pdf = annex_pdf(replace(hostile(PAID, language), proposer="\x00=1+1 <b>&\u202e" + "x" * 5000))
    read = words(pdf)
    assert "<script>alert(1)</script>" in read and "=cmd|" in read and "{page} {nb} %s" in read
    assert not [key for key in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/AA") if key in pdf]
    title = PdfReader(io.BytesIO(pdf)).metadata.title
    assert title and len(title) < 400 and "\x00" not in title
    assert read.count(told(PAID, language).build_id) >= 5  # the foot stands on every page all the same


def test_an_empty_title_makes_an_annex_too() -> None:
    h = told(UNPAID, "en")
    bare = replace(h, scenario=replace(h.scenario, title=Text("\x07", "\x07"), description=Text("", "")))
    assert "SIMULATED" in words(annex_pdf(bare))
