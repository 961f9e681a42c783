"""Lao lines break between words, never inside a syllable; nothing that a user typed breaks a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from babel.messages.pofile import read_po

from sp_app.export.paper import Paper
from sp_app.export.plain import NO_BREAK, plain
from sp_app.export.wording import ZERO_WIDTH_SPACE, set_words
from sp_app.i18n.catalogue import FOLDER
from tests.export.papers import DAY, HOSTILE

CARRIED = "\u0eb0\u0eb1\u0eb2\u0eb3\u0eb4\u0eb5\u0eb6\u0eb7\u0eb8\u0eb9\u0eba\u0ebb\u0ebc\u0ebd\u0ec6" + "".join(
    map(chr, range(0x0EC8, 0x0ECE))
)  # vowels, marks of tone and signs that belong to the letter before
LEADING = "\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"  # vowels that belong to the letter after


def lao_texts() -> list[str]:
    found = []
    for path in sorted(FOLDER.glob("*.lo.po")):
        with path.open("rb") as source:
            found += [str(m.string) for m in read_po(source) if m.id]
    return found


def bare(text: str) -> str:
    """Return the letters of a text: without spaces, and with the signs that the fonts have."""
    return re.sub(r"\s", "", plain(text)).replace("→", "›").replace("≥", ">=").replace("≤", "<=")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ຄວາມຕ້ອງການງົບປະມານພາຍໃນປະເທດ", ["ຄວາມຕ້ອງການ", "ງົບປະມານ", "ພາຍໃນ", "ປະເທດ"]),
        ("ສົມມຸດຖານນີ້", ["ສົມມຸດຖານ", "ນີ້"]),
        ("8.378 ຕື້ກີບ", [f"8.378{NO_BREAK}ຕື້ກີບ"]),
        ("ສປປ ລາວ", [f"ສປປ{NO_BREAK}ລາວ"]),
        ("ຕ່າງໆ", ["ຕ່າງໆ"]),
    ],
)
def test_lines_may_break_between_lao_words_only(text: str, parts: list[str]) -> None:
    assert set_words(text).split(ZERO_WIDTH_SPACE) == parts


def test_no_place_to_break_tears_a_syllable_in_any_lao_text() -> None:
    for text in lao_texts():
        parts = set_words(text).split(ZERO_WIDTH_SPACE)
        assert bare("".join(parts)) == bare(text)
        for before, after in pairwise(parts):
            assert after[0] not in CARRIED, (text, before, after)
            assert before[-1] not in LEADING, (text, before, after)


@pytest.fixture
def paper() -> Iterator[Paper]:
    made = Paper("lo", "x", DAY)
    made.add_page()
    yield made
    made.close_fonts()


def test_lines_on_paper_fit_their_width_and_lose_no_letter(paper: Paper) -> None:
    for style, width in (("", 22.0), ("B", 55.0)):
        paper.type(8.0, style)
        for text in lao_texts()[::3]:
            lines = paper.lines(text, width)
            assert bare("".join(lines)) == bare(text)
            for line in lines:
                assert paper.get_string_width(line) <= width + 0.05, line
                assert not line or (line[0] not in CARRIED and line[-1] not in LEADING), line


def test_a_word_wider_than_a_line_is_parted_between_letters_with_their_marks(paper: Paper) -> None:
    paper.type(10.0)
    lines = paper.lines("W" * 300, 30.0)
    assert len(lines) > 5 and "".join(lines) == "W" * 300


def test_leading_holds_the_tallest_cluster_of_the_font() -> None:
    """Letters with vowel and tone reach 1.11 font sizes above the line and 0.28 below it."""
    from sp_app.export.paper import LEADING as OF_LINES

    assert OF_LINES["lo"] >= 1.11 + 0.28 + 0.1


def test_a_text_loses_what_no_document_can_hold() -> None:
    clean = plain(HOSTILE, 200)
    assert len(clean) == 200 and clean.endswith("…")
    assert not [sign for sign in clean if (ord(sign) < 32 and sign != "\n") or sign in "\u202e\ufffe\ud800"]
    assert "<script>alert(1)</script>" in clean  # said, not run: every writer escapes it


def test_a_text_keeps_lines_and_spaces_that_must_not_break() -> None:
    assert plain(" 1\u00a0pt \t x\r\ny ") == "1\u00a0pt x\ny"
