"""What the tests of documents share: hand-outs of the library, a hostile title, words of a PDF."""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import replace
from functools import cache

from pypdf import PdfReader

from sp_app.data.scenario_files import load_scenario
from sp_app.export.handout import Handout, handout
from sp_core.records import Text

DAY = datetime.date(2026, 11, 25)
PAID, UNPAID = "high_road", "social_pension_65"  # with and without a word on who pays
HOSTILE = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> ]]> &amp; \x00\x0b\x1b\u202e\ufffe\ud800 {page} {nb} %s \\n "
    "<w:t>x</w:t> ໜ້າ" + "ຍາວ" * 300 + "W" * 3000
)
CONSONANT = re.compile("[\u0e81-\u0eae\u0edc-\u0edf]")


@cache
def told(name: str, language: str) -> Handout:
    """Return the hand-out of a scenario of the library."""
    return handout(load_scenario(name), None, language, DAY)


def hostile(name: str = PAID, language: str = "lo") -> Handout:
    """Return a hand-out whose title somebody wrote to do harm."""
    h = told(name, language)
    scenario = replace(h.scenario, title=Text(HOSTILE, HOSTILE), description=Text(HOSTILE, HOSTILE))
    return replace(h, scenario=scenario)


def words(pdf: bytes) -> str:
    """Return the words of a PDF in the order they were drawn, one space between them."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def skeleton(text: str) -> str:
    """Return the Lao consonants of a text: what survives how readers of PDF place vowels."""
    return "".join(CONSONANT.findall(text))


def grouped(value: float, digits: int, language: str) -> str:
    """Return a number as the language prints it, written here apart from the product's own formats."""
    english = f"{value:,.{digits}f}".replace("-", "\u2212")
    return english if language == "en" else english.translate(str.maketrans(",.", ".,"))
