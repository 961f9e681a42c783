"""Files that are broken, huge or meant to harm: one plain sentence each, at once, and nothing else happens."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from sp_app.data.scenario_files import load_scenario
from sp_app.i18n import texts
from sp_app.store.changing import save
from sp_app.store.exchange import import_scenario
from sp_app.store.file_guard import MOST_BYTES
from sp_app.store.opening import Store
from sp_app.store.permission import Editor
from sp_app.store.problem import Refused
from sp_app.store.scenario_text import read_scenario, write_scenario
from sp_core.scenario import Scenario
from tests.store.drafts import EDITION, content, draft

SCENARIO = load_scenario("mecg_to_scale")
VALUES = SCENARIO.values() | {"mecg.coverage": 0.55, "mecg.start_year": 2027.0}
GOOD = write_scenario(SCENARIO, VALUES)
LAO = re.compile("[\u0e80-\u0eff]")


def changed(pattern: str, replacement: str) -> bytes:
    """Return the good file with one thing changed."""
    found, number = re.subn(pattern, lambda _: replacement, GOOD, count=1, flags=re.MULTILINE)
    assert number == 1, "the change itself failed"
    return found.encode("utf-8", "surrogateescape")


def override(value: str) -> bytes:
    return changed(r'^"mecg.coverage" = 0.55$', f'"mecg.coverage" = {value}')


def padded(piece: str, end: str = "") -> bytes:
    """Return a piece repeated until the file is as large as is accepted."""
    return (piece * (MOST_BYTES // len(piece.encode())))[: MOST_BYTES - len(end)].encode() + end.encode()


# What is wrong → the file, and what its one sentence says: the field, and what is accepted there.
HOSTILE: dict[str, tuple[bytes, str]] = {
    # keys
    "unknown key": (changed("^status", 'colour = "red"\nstatus'), r"colour: there is no such field; accepted are .*id"),
    "unknown table": (GOOD.encode() + b'\n[run]\ncommand = "rm"\n', "run: there is no such field; accepted are"),
    "key missing": (changed("^status = .*\n", ""), "status: this field is missing"),
    "overrides missing": (GOOD.partition("[overrides]")[0].encode(), "overrides: this field is missing"),
    "key given twice": (changed("^status", 'id = "x"\nstatus'), r"Line \d+ .*: id is there already; .* accepted once"),
    "table given twice": (GOOD.encode() + b"\n[overrides]\n", r"Line \d+ .*: overrides is there already"),
    "inline key given twice": (changed("^id = .*", "id = { a = 1, a = 2 }"), "id is there already"),
    # types
    "text for a number": (override('"high"'), r"mecg\.coverage .*: high is not a number; accepted: 0 to 1"),
    "true for a number": (override("true"), "true is not a number; accepted: 0 to 1"),
    "a list for a number": (override("[0.5]"), "is not a number; accepted: 0 to 1"),
    "a date for a number": (override("2026-01-01"), "2026-01-01 is not a number; accepted: 0 to 1"),
    "a table for a number": (override("{ x = 1 }"), "is not a number; accepted: 0 to 1"),
    "a key without quotes": (changed(r'^"mecg.coverage" =', "mecg.coverage ="), 'mecg is no lever .*"mecg.on"'),
    "a number for a title": (changed("^title_lo = .*", "title_lo = 7"), "title_lo: 7 does not fit; accepted is a text"),
    "a text for a list": (changed(r"^programmes = \[\n.*\n\]", 'programmes = "mecg"'),
                          "programmes: .* accepted is a list"),
    "a text for overrides": (GOOD.partition("[overrides]")[0].replace("status", 'overrides = "x"\nstatus', 1).encode(),
                             r"overrides: x does not fit; accepted is a table"),
    "unknown status": (changed("^status = .*", 'status = "law"'), "status: law .*illustrative, proposal, adopted"),
    "empty title": (changed("^title_lo = .*", 'title_lo = ""'), "title_lo: this is empty"),
    "blank title": (changed("^title_lo = .*", 'title_lo = "  "'), "title_lo: this is empty"),
    "long title": (changed("^title_lo = .*", f'title_lo = "{"ກ" * 121}"'), "title_lo: 121 .* at most 120"),
    "hidden signs in a title": (changed("^title_lo = .*", 'title_lo = "a\\u202Eb"'), "title_lo: it holds hidden"),
    "a break in a title": (changed("^title_lo = .*", 'title_lo = "a\\nb"'), "title_lo: it holds hidden"),
    "long id": (changed("^id = .*", f'id = "{"a" * 5000}"'), "id: 5000 characters .* at most 80"),
    "no headline": (changed(r"^headline = \[[^]]*\]", "headline = []"), "headline: .* accepted is at least 1"),
    "seventeen headlines": (changed(r"^headline = \[", "headline = [" + '"a",' * 17), "headline: .* at most 16"),
    "unknown headline": (changed(r'^    "growth_offset"', '    "growth"'), 'growth is no lever .*"growth_offset"'),
    "headline twice": (changed(r'^    "growth_offset"', '    "mecg.on"'), r"headline: mecg\.on is listed twice"),
    # ranges
    "percent for a share": (override("55"), r"55 is out of range; accepted: 0 to 1\. .* as a share: 0.55"),
    "below the range": (override("-0.1"), r"-0.1 is out of range; accepted: 0 to 1\.$"),
    "not a number": (override("nan"), "nan is not a number; accepted: 0 to 1"),
    "infinite": (override("-inf"), "-inf is not a number; accepted: 0 to 1"),
    "beyond all floats": (override("1e999"), "inf is not a number; accepted: 0 to 1"),
    "a whole number beyond all floats": (override("9" * 400), "out of range; accepted: 0 to 1"),
    "a whole number that cannot be written": (override("0x" + "f" * 9000), "… is out of range; accepted: 0 to 1"),
    "a whole number of too many digits": (override("9" * 9000), "cannot be read"),
    "half a year": (changed("2027", "2027.5"),
                    "2027.5 is not a whole number; accepted: a whole number from 2026 to 2035"),
    "end before start": (changed('^"mecg.start_year" = 2027', '"mecg.start_year" = 2034'),
                         r"mecg\.full_year .*: 2032 comes before .*, 2034; accepted: 2034 to 2040"),
    "unknown lever": (GOOD.encode() + b'"mecg.speed" = 1\n', r'mecg\.speed is no lever .*"mecg\.'),
    # versions
    "a later version": (changed("^format_version = 1", "format_version = 2"),
                        "format_version: .* version 2, .* newer .* up to 1"),
    "a later version with anything in it": (b'format_version = 99\nnew = { a = [1] }\n', "version 99"),
    "version zero": (changed("^format_version = 1", "format_version = 0"), "0 is no version .* from 1 to 1"),
    "version as text": (changed("^format_version = 1", 'format_version = "1"'), "1 is no version of the format"),
    "version true": (changed("^format_version = 1", "format_version = true"), "true is no version"),
    # names that are paths
    "a path for a programme": (changed('^    "mecg",$', '    "../../../etc/passwd",'),
                               "passwd does not fit; accepted is an id"),
    "a path for assumptions": (changed("^assumptions = .*", 'assumptions = "../parameters/minimum_wage"'),
                               "accepted is an id"),
    "a path for financing": (changed("^status", 'financing = "/dev/zero"\nstatus'), "financing: .* accepted is an id"),
    "a device for a programme": (changed('^    "mecg",$', '    "nul",'),
                                 "there is no nul in the library; accepted are .*mecg"),
    "a device for assumptions": (changed("^assumptions = .*", 'assumptions = "con"'),
                                 "there is no con .* accepted are base"),
    "a path for an id": (changed("^id = .*", 'id = "../x"'), "id: ../x does not fit; accepted is an id"),
    "a break after an id": (changed("^id = .*", 'id = "mecg\\n"'), "id: .* does not fit; accepted is an id"),
    "a programme twice": (changed('^    "mecg",$', '    "mecg", "mecg",'), "programmes: mecg is listed twice"),
    # what is no text
    "empty": (b"", "id: this field is missing"),
    "zeros": (b"\0" * 500, "not a text"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "not a text"),
    "invalid UTF-8": (changed("^title_lo = .*", 'title_lo = "\udcff"'), r"Line \d+ of the file is not UTF-8"),
    "UTF-16": (GOOD.encode("utf-16"), "not a text"),
    "half a letter": (changed("^title_lo = .*", 'title_lo = "\\uD800"'), r"Line \d+ .* cannot be read: title_lo"),
    "a web page": (b"<!DOCTYPE html><html><script>alert(1)</script></html>", "Line 1 .* cannot be read: <!DOCTYPE"),
    "JSON": (b'{"id": "mecg"}', "Line 1 .* cannot be read"),
    "a pickle": (b"cos\nsystem\n(S'touch ran'\ntR.",
                 "Line 1 .* cannot be read: cos; a line is written as name = value"),
    "a line that stops": (changed("^id = .*", 'id = "mecg'), r"Line \d+ .* cannot be read: id"),
    # size
    "too large": (GOOD.encode() + b"#" * MOST_BYTES, r"holds 20\d kB; at most 200 kB"),
    "brackets in brackets": (padded("["), "Line 1 .* nested too deeply; at most 8"),
    "brackets in brackets in a value": (b"id = " + padded("[")[:-5], "Line 1 .* nested too deeply"),
    "tables in tables": (b"id = " + padded("{a=")[:-5], "nested too deeply"),
    "a key of a hundred thousand parts": (padded("a.", "a=1"), "nested too deeply"),
    "a heading of a hundred thousand parts": (padded("a.")[:-2].replace(b"a", b"[a", 1) + b"]", "nested too deeply"),
    "a key of quoted parts": (padded('"a".', '"a"=1'), "nested too deeply"),
    "quotes without end": (padded('"""\\"'), "cannot be read"),
    "many unfinished strings": (padded("'''\\'"), "cannot be read"),
    "many unknown levers": (GOOD.encode() + padded('"k%s"=1\n')[:100_000].replace(b"%s", b"") , "there already"),
}  # fmt: skip


def test_the_good_file_is_good() -> None:
    assert read_scenario(GOOD.encode()).values() == VALUES


@pytest.mark.parametrize(("file", "says"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_gets_one_plain_sentence_at_once_and_leaves_the_last_good_state(
    store: Store, folder: Path, editor: Editor, scenario: Scenario, file: bytes, says: str
) -> None:
    save(store, editor, draft(scenario))
    before = content(folder)
    started = time.perf_counter()
    with pytest.raises(Refused) as caught:
        import_scenario(store, editor, file, lambda _: EDITION)
    assert time.perf_counter() - started < 60  # it ends; how fast is for the benchmarks
    english, lao = (caught.value.sentences(texts(language)) for language in ("en", "lo"))
    assert re.search(says, english[0]), english
    assert all(len(sentence) < 400 and "\n" not in sentence and "Traceback" not in sentence for sentence in english)
    assert all(LAO.search(sentence) for sentence in lao)
    assert content(folder) == before


def test_many_faults_are_told_a_few_at_a_time() -> None:
    """Twenty thousand unknown levers: the first eight are named, quickly."""
    file = GOOD.encode() + "".join(f'"k{number}"=1\n' for number in range(15_000)).encode()
    assert len(file) < MOST_BYTES
    started = time.perf_counter()
    with pytest.raises(Refused) as caught:
        read_scenario(file)
    assert time.perf_counter() - started < 60  # it ends; how fast is for the benchmarks
    assert [problem.kind for problem in caught.value.problems] == ["unknown_lever"] * 8


def test_many_programmes_are_told_a_few_at_a_time() -> None:
    file = changed('^    "mecg",$', "    " + ",".join(f'"p{number}"' for number in range(20_000)) + ",")
    started = time.perf_counter()
    with pytest.raises(Refused) as caught:
        read_scenario(file)
    assert time.perf_counter() - started < 60  # it ends; how fast is for the benchmarks
    assert [problem.kind for problem in caught.value.problems] == ["unknown_part"] * 8


def test_every_fault_of_the_header_is_told_together() -> None:
    file = changed("^status = .*", 'status = "law"\ncolour = 1').replace(b"title_lo", b"title_la")
    with pytest.raises(Refused) as caught:
        read_scenario(file)
    told = {(problem.kind, problem.values["field"]) for problem in caught.value.problems}
    assert told == {
        ("wrong_value", "status"),
        ("unknown_field", "colour"),
        ("missing_field", "title_lo"),
        ("unknown_field", "title_la"),
    }


def test_dots_brackets_and_quotes_inside_strings_and_comments_are_no_nesting() -> None:
    signs = "[[[[[[[[[[[[ {{{{{{{{{{{{ a.b.c.d.e.f.g.h.i.j.k.l = 1 ''' # "
    file = changed("^reference = .*", f'reference = """{signs}\\" """ # {signs}')
    assert read_scenario(file).reference == signs + '" '


SIGNS = st.text("\"'\\\\#\n[{}].,=a ", max_size=12)
STRINGS = st.sampled_from(['"', "'", '"""', "'''"]).flatmap(lambda quote: SIGNS.map(lambda s: f"{quote}{s}{quote}"))
DEEP_KEY = ".".join("a" * 20) + " = 1\n"


@given(strings=st.lists(st.tuples(STRINGS, SIGNS.map(lambda text: text.replace("\n", ""))), min_size=1, max_size=3))
@example(strings=[('"""a""""', "\\")])
@example(strings=[("'''a'''''", "\\")])
@settings(max_examples=700, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_no_string_or_comment_hides_a_deep_key_that_follows_it(strings: list[tuple[str, str]]) -> None:
    """What the guard passes over must end where the TOML reader says it ends."""
    lines = "".join(f"k{number} = {text} #{comment}\n" for number, (text, comment) in enumerate(strings))
    try:
        tomllib.loads(lines)
    except tomllib.TOMLDecodeError:
        assume(False)
    with pytest.raises(Refused) as caught:
        read_scenario((lines + DEEP_KEY).encode())
    assert caught.value.problems[0].kind == "too_deep"


EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD.encode())), st.integers(0, 40), st.binary(max_size=12) | st.sampled_from(
        [b"=", b'"', b"[", b"]", b"{", b"}", b"\n", b".", b"#", b"'''", b"inf", b"nan", b"-", b"\\u", b"\0", b"2099"]
    )),
    min_size=1, max_size=4,
)  # fmt: skip


@given(edits=EDITS)
@example(edits=[(0, 0, b"\xff")])
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_is_refused_in_words_or_gives_a_scenario_that_holds(
    edits: list[tuple[int, int, bytes]],
) -> None:
    file = GOOD.encode()
    for place, length, piece in edits:
        file = file[:place] + piece + file[place + length :]
    _holds_or_is_refused(lambda: read_scenario(file))


@given(file=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=300, deadline=None)
def test_no_bytes_at_all_do_harm(file: bytes) -> None:
    _holds_or_is_refused(lambda: read_scenario(file))


def _holds_or_is_refused(read: Callable[[], Scenario]) -> None:
    try:
        scenario = read()
    except Refused as error:
        for language in ("en", "lo"):
            assert all(sentence.strip() for sentence in error.sentences(texts(language)))
        return
    values = scenario.values()
    assert all(lever.minimum <= values[lever.id] <= lever.maximum for lever in scenario.levers)
    assert read_scenario(write_scenario(scenario, values).encode()).values() == values
