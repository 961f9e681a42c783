"""Both languages, always: keys and placeholders in parity, Lao spelled as the glossary asks."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from sp_app.i18n import texts
from sp_core.errors import MissingText

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "sp_app" / "i18n" / "texts"
DOMAINS = sorted(path.name.split(".")[0] for path in FOLDER.glob("*.en.po"))
LAO = re.compile("[\u0e80-\u0eff]")
# Words that may follow a word ending in ຳ. Another letter after "ຳ " is a word torn apart ("ສຳ ລັບ", "ຈຳ ເປັນ").
WORDS_AFTER = "|".join(("ປີ", "ຫຼື", "ແລະ", "ຫາ", "ເກີນລາຄາ", "ຕາມນິຍາມຂອງ"))
LETTER = "[\u0e80-\u0eff]"
FAULTS = {
    "a space inside a word after ຳ": re.compile(f"\u0eb3 (?!(?:{WORDS_AFTER})(?!{LETTER})){LETTER}"),
    "ໍ + າ instead of ຳ": re.compile("\u0ecd\u0eb2"),
    "two ເ instead of ແ": re.compile("\u0ec0\u0ec0"),
    "a Thai letter": re.compile("[\u0e00-\u0e7f]"),
    "an invisible space": re.compile("[\u200b-\u200f]"),
    "a double space": re.compile("  "),
    "the old spelling ຫນ, ຫມ or ຫລ": re.compile("\u0eab[\u0e99\u0ea1\u0ea5]"),
}


def entries(domain: str, language: str) -> dict[str, str]:
    with (FOLDER / f"{domain}.{language}.po").open("rb") as source:
        return {str(m.id): str(m.string) for m in read_po(source) if m.id}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("domain", DOMAINS)
def test_english_and_lao_have_the_same_keys(domain: str) -> None:
    assert entries(domain, "en").keys() == entries(domain, "lo").keys()


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_key_is_written_twice(domain: str, language: str) -> None:
    """The second would replace the first without a word."""
    keys = re.findall(r'^msgid "(.+)"$', (FOLDER / f"{domain}.{language}.po").read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)), sorted(key for key in set(keys) if keys.count(key) > 1)


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_text_is_empty_and_placeholders_agree(domain: str) -> None:
    lao = entries(domain, "lo")
    for key, english in entries(domain, "en").items():
        assert english and lao[key], key
        assert fields(english) == fields(lao[key]), key


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_key_begins_with_its_domain(domain: str) -> None:
    assert all(key.startswith(domain + ".") for key in entries(domain, "en"))


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_lao_texts_are_free_of(fault: str, domain: str) -> None:
    faulty = {key: text for key, text in entries(domain, "lo").items() if FAULTS[fault].search(text)}
    assert not faulty


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("ສຳ ລັບເດັກ", True),
        ("ຈຳ ເປັນ", True),
        ("ກຳ ນົດ", True),
        ("ຄ່າແຮງງານຂັ້ນຕ່ຳ ປີດຽວ", True),
        ("ຄ່າແຮງງານຂັ້ນຕ່ຳ ປີ {year}", False),
        ("ຄຳ ຫຼື ຕາຕະລາງ", False),
        ("ສຳລັບ", False),
        ("ຂັ້ນຕ່ຳ (2025)", False),
    ],
)
def test_a_torn_word_is_told_from_two_words(text: str, torn: bool) -> None:
    assert bool(FAULTS["a space inside a word after ຳ"].search(text)) is torn


@pytest.mark.parametrize("domain", DOMAINS)
def test_lao_sentences_await_a_native_reader(domain: str) -> None:
    """A sentence assembled from known words is new text, so it is flagged fuzzy in the Lao file."""
    with (FOLDER / f"{domain}.lo.po").open("rb") as source:
        for message in read_po(source):
            words = str(message.string)
            if message.id and LAO.search(words) and len(words.split()) > 6:
                assert message.fuzzy, message.id


def test_a_missing_key_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingText, match=r"frame\.nothing"):
        texts("lo")("frame.nothing")


def test_a_missing_placeholder_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingText, match="amount"):
        texts("en")("frame.lak_billion", other=1)


def test_fuzzy_texts_are_shown() -> None:
    assert texts("lo")("frame.scenarios") == "ສະຖານະການສົມມຸດ"


def keys_in_code() -> set[str]:
    """Return every literal key that pages and interface code ask for."""
    files = [*(ROOT / "sp_app").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    pattern = re.compile(r"""\bt\(\s*f?["']([a-z_]+\.[a-z0-9_.]+)["']""")
    return {key for path in files for key in pattern.findall(path.read_text("utf8"))}


def test_every_key_that_code_asks_for_exists() -> None:
    assert not {key for key in keys_in_code() if not texts("en").has(key)}


def glossary() -> dict[str, dict[str, str]]:
    with (ROOT / "sp_app" / "i18n" / "glossary.csv").open(encoding="utf8", newline="") as source:
        return {row["key"]: row for row in csv.DictReader(source)}


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_text_that_names_a_glossary_term_uses_it(domain: str) -> None:
    """The comment `glossary: key` is a promise: the Lao text contains the glossary's Lao word."""
    terms = glossary()
    with (FOLDER / f"{domain}.lo.po").open("rb") as source:
        for message in read_po(source):
            for comment in message.auto_comments:
                key = comment.removeprefix("glossary:").strip()
                assert key in terms, f"{message.id}: {key} is not in the glossary"
                assert terms[key]["lo"] in str(message.string), f"{message.id} does not use {terms[key]['lo']}"


@pytest.mark.parametrize("domain", DOMAINS)
def test_uncertain_glossary_words_are_flagged_for_review(domain: str) -> None:
    terms = glossary()
    with (FOLDER / f"{domain}.lo.po").open("rb") as source:
        for message in read_po(source):
            for comment in message.auto_comments:
                term = terms[comment.removeprefix("glossary:").strip()]
                assert message.fuzzy or term["confidence"] == "H", message.id
