"""The brief, opened again: numbers of the model in tables and native charts, Lao as complex script, real styles."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from sp_app.export.brief_docx import MOST_CHANGES, brief_docx
from sp_app.export.plain import plain
from sp_app.export.telling import headline, key_figures
from sp_app.export.word_order import PLACES
from sp_app.export.wording import ZERO_WIDTH_SPACE
from tests.export.papers import PAID, UNPAID, grouped, hostile, told

LANGUAGES = ("en", "lo")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def briefs() -> dict[tuple[str, str], bytes]:
    return {(name, lang): brief_docx(told(name, lang)) for name in (PAID, UNPAID) for lang in LANGUAGES}


def opened(made: bytes) -> Document:
    return Document(io.BytesIO(made))


def said(text: str) -> str:
    return text.replace(ZERO_WIDTH_SPACE, "").replace("\u00a0", " ")


def rows(made: bytes, number: int) -> list[list[str]]:
    return [[said(cell.text) for cell in row.cells] for row in opened(made).tables[number].rows]


def paths(made: bytes, number: int) -> dict[str, list[float | None]]:
    """Return the values of a native chart by name of the series."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(f"word/charts/chart{number}.xml"))
    found: dict[str, list[float | None]] = {}
    for series in root.iter(f"{C}ser"):
        values = series.find(f"{C}val/{C}numRef/{C}numCache")
        points = {int(p.get("idx")): float(p.findtext(f"{C}v")) for p in values.iter(f"{C}pt")}
        name = series.findtext(f"{C}tx//{C}v") or ""
        found[name] = [points.get(at) for at in range(int(values.find(f"{C}ptCount").get("val")))]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [PAID, UNPAID])
def test_key_figures_are_those_of_the_model(briefs: dict, name: str, language: str) -> None:
    h = told(name, language)
    table = rows(briefs[name, language], 0)
    for row, result, scale in ((1, "recipients", 1.0), (2, "cost_lak", 1e-9), (3, "cost_constant_lak", 1e-9)):
        columns = ((h.baseline, 2030), (h.modified, 2030), (h.here, 2030), (h.here, 2040))
        expected = [grouped(it.at(result, year) * scale, 0, language) for it, year in columns]
        assert table[row][1:] == expected
    assert [row[1:] for row in table[1:]] == [[said(c) for c in r[1:]] for r in key_figures(h).rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_are_native_and_hold_the_exact_values(briefs: dict, language: str) -> None:
    h, made = told(PAID, language), briefs[PAID, language]
    cost = list(paths(made, 1).values())
    assert cost[0] == pytest.approx([value / 1e9 for value in h.baseline.results["cost_lak"]], rel=1e-12)
    assert cost[-1] == pytest.approx([value / 1e9 for value in h.here.results["cost_lak"]], rel=1e-12)
    payers = paths(made, 2)
    paid = h.t("financing.source_partners")
    assert payers[paid] == pytest.approx([value / 1e9 for value in h.here.results["partners_lak"]], rel=1e-12)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert {"word/embeddings/chart1.xlsx", "word/embeddings/chart2.xlsx"} <= set(names)  # edited in Word
    assert "word/charts/_rels/chart1.xml.rels" in names


def test_it_says_its_finding_marks_build_changes_and_sources(briefs: dict) -> None:
    h, document = told(PAID, "en"), opened(briefs[PAID, "en"])
    text = said("\n".join(p.text for p in document.paragraphs))
    assert said(headline(h)) in text and h.t("handout.has_illustrative") in text and h.build_id in text
    for credit in h.credits:
        assert credit in text
    assert h.simulated in document.sections[0].header.paragraphs[0].text
    assert h.edition in document.sections[0].footer.paragraphs[0].text
    moved = rows(briefs[PAID, "en"], 1)[1:]
    shown = h.changes[:MOST_CHANGES]
    assert [[r[0], r[2], r[3]] for r in moved] == [[c.name, said(c.old), said(c.new)] for c in shown]
    assert f"And {len(h.changes) - MOST_CHANGES} more changes" in text


def test_a_scenario_that_does_not_say_who_pays_says_that(briefs: dict) -> None:
    text = "\n".join(p.text for p in opened(briefs[UNPAID, "en"]).paragraphs)
    assert told(UNPAID, "en").t("handout.no_financing") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_are_real_and_lao_is_set_as_complex_script(briefs: dict, language: str) -> None:
    document = opened(briefs[PAID, language])
    names = {p.style.name for p in document.paragraphs}
    assert {"Title", "Heading 1", "List Bullet", "Caption"} <= names
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        properties = document.styles[name].element.rPr
        assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == "Phetsarath OT"
        assert properties.find(qn("w:szCs")).get(qn("w:val")) == properties.find(qn("w:sz")).get(qn("w:val"))
        bold = properties.find(qn("w:bCs"))
        assert (bold.get(qn("w:val")) == "1") is bool(document.styles[name].font.bold)
    language_tag = next(document.styles.element.iter(qn("w:lang")))
    assert language_tag.get(qn("w:bidi")) == "lo-LA"
    fonts = zipfile.ZipFile(io.BytesIO(briefs[PAID, language])).read("word/fontTable.xml").decode()
    assert re.search('w:name="Phetsarath OT"><w:altName w:val="Noto Sans Lao"', fonts)


def test_heads_of_tables_repeat_pages_are_numbered_and_charts_have_words(briefs: dict) -> None:
    made = briefs[PAID, "lo"]
    for table in opened(made).tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    footer = opened(made).sections[0].footer._element.xml
    assert " PAGE " in footer and " NUMPAGES " in footer
    pictures = list(opened(made).element.iter(qn("wp:docPr")))
    assert len(pictures) == 2 and all(len(it.get("descr")) > 40 for it in pictures)


def test_lao_lines_may_break_between_words(briefs: dict) -> None:
    h, document = told(PAID, "lo"), opened(briefs[PAID, "lo"])
    (found,) = [p.text for p in document.paragraphs if said(p.text) == said(plain(h.scenario.description.lo))]
    assert found.count(ZERO_WIDTH_SPACE) > 20


def test_properties_stand_in_the_order_of_the_schema(briefs: dict) -> None:
    for owner, places in PLACES.items():
        for properties in opened(briefs[PAID, "lo"]).element.iter(owner):
            order = [places[child.tag] for child in properties]
            assert order == sorted(order)


def test_a_hostile_title_is_words_and_nothing_else() -> None:
    made = brief_docx(hostile())
    document = opened(made)
    (title,) = [p.text for p in document.paragraphs if p.style.name == "Title"]
    assert "<script>alert(1)</script>" in said(title) and len(said(title)) <= 210
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    assert "<script>" not in xml and "\u202e" not in xml and "<w:t>x</w:t>" not in xml
    assert "INCLUDETEXT" not in xml and "DDE" not in xml


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proposer_is_named_or_has_a_line_to_be_written_on(briefs: dict, language: str) -> None:
    named = brief_docx(replace(told(UNPAID, language), proposer="ກະຊວງແຮງງານ \x00<b>&\u202e" + "x" * 5000))
    (line,) = [p for p in map(lambda p: said(p.text), opened(named).paragraphs) if "ກະຊວງແຮງງານ <b>&" in p]
    assert len(line) < 200 and "\u202e" not in line
    assert any(said(p.text).endswith(": " + "_" * 40) for p in opened(briefs[UNPAID, language]).paragraphs)
