"""One broken file per rule: the build stops and names file, line, column, value and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from sp_app.data.build import build
from sp_app.data.checks import CHECKS
from sp_app.data.load import load
from sp_app.data.text_checks import TEXT_CHECKS
from sp_core.errors import DataError
from tests.data.small_tree import edit

COVER, PEOPLE = "observations/coverage.csv", "observations/people.csv"
LAO_2021 = "any,LAO,2021,T,all,15.5,percent,official,ilo_2026,table 1,"

# Rule: file, what stands there, what is put there instead, and what the message must say.
CELLS: dict[str, tuple[str, str, str, str]] = {
    "a year is a year": (COVER, "LAO,2021", "LAO,20x1", f"{COVER}, line 3, column year: '20x1'; right would be a year"),
    "a year is no percentage": (COVER, "LAO,2021", "LAO,21", "column year: '21'"),
    "a value is a number": (COVER, "15.5", '"15,5"', "column value: '15,5'; right would be a number with a dot"),
    "a value is finite": (COVER, "15.5", "nan", "column value: 'nan'"),
    "a value is there": (COVER, "15.5", "", "column value: ''"),
    "sex is T, F or M": (COVER, "2021,T", "2021,total", "column sex: 'total'; right would be T, F or M"),
    "an age has a form": (COVER, "T,all,15.5", "T,adults,15.5", "column age: 'adults'"),
    "a status is one of four": (COVER, "percent,official", "percent,final", "right would be official, estimate"),
    "a locator is there": (COVER, "ilo_2026,table 1", "ilo_2026,", "column locator: ''; right would be a text"),
    "a row has as many cells as the header": (COVER, LAO_2021, LAO_2021 + ",more", "12 cells; right would be 11"),
    "a header is complete": (COVER, "locator,note", "locator", f"{COVER}, line 1: the header is"),
    "quotes are closed": (COVER, "table 1,\n", '"table 1,\n', "not CSV"),
    "a kind is one of three": ("areas.csv", "aggregate", "region", "right would be country, aggregate or province"),
    "drawn is one of four": ("indicators.csv", ",up,dots", ",up,bars", "right would be line, dots, bound or text"),
    "a name is there": ("indicators.csv", "Any benefit", "", "column name_en: ''"),
    "a flag is a known one": ("flags.csv", "not_a_trend", "wobbly", "column flag: 'wobbly'"),
    "yes is not true": ("origins.csv", ",no,", ",true,", "column licence_verified: 'true'; right would be yes or no"),
    "a day is a day": ("memberships.csv", "2025-10-26", "26 October", "column from: '26 October'"),
    "a topic is a page": ("gaps.csv", "children,coverage", "children,misc", "column topic: 'misc'"),
    "a publication date has a form": ("origins.csv", "October 2020,2020", "October 2020,October", "column published"),
}
ACROSS: dict[str, tuple[str, str, str, str]] = {
    "every_key_stands_once": (
        "areas.csv",
        "TLS,Timor",
        "LAO,Timor",
        "areas.csv, line 3: the key LAO stands twice; right would be one row",
    ),
    "no_two_figures_share_a_key": (
        COVER,
        "any,LAO,2019",
        "any,LAO,2021",
        "line 3: the key any LAO 2021 T all stands twice",
    ),
    "every_observation_has_a_known_indicator": (
        COVER,
        LAO_2021,
        LAO_2021.replace("any", "some"),
        "column indicator: 'some'",
    ),
    "every_row_names_a_known_origin": (COVER, "ilo_2026", "ilo_2025", "line 2, column origin: 'ilo_2025'"),
    "every_row_names_a_known_area": (COVER, "any,LAO", "any,LOA", "line 2, column area: 'LOA'"),
    "every_indicator_has_a_known_unit": ("indicators.csv", "yes,percent", "yes,share", "column unit: 'share'"),
    "every_observation_is_in_the_unit_of_its_indicator": (
        COVER,
        "12.1,percent",
        "12.1,persons",
        "column unit: 'persons'; right would be percent, the unit of any",
    ),
    "percentages_lie_between_0_and_100_unless_signed": (
        COVER,
        "15.5",
        "155",
        "column value: '155.0'; right would be from 0 up to 100, as unit percent allows",
    ),
    "editions_are_never_mixed_within_an_indicator": (
        COVER,
        "2019,T,all,12.1,percent,official,ilo_2026",
        "2019,T,all,12.1,percent,official,ilo_2020",
        "right would be ilo_2020, the edition of the other figures of any",
    ),
    "aggregates_are_never_official": (
        COVER,
        "44.7,percent,estimate",
        "44.7,percent,official",
        "right would be estimate",
    ),
    "figures_after_publication_are_projections": (
        PEOPLE,
        "1000,persons,projection",
        "1000,persons,estimate",
        "own_ages was published in 2026",
    ),
    "derived_figures_say_so": (PEOPLE, "DERIVED: sum", "a sum", "right would be a note that begins with DERIVED"),
    "every_flag_meets_a_figure": ("flags.csv", "any,LAO,2021", "any,LAO,2020", "flags.csv, line 3, column indicator"),
    "every_indicator_has_figures": (
        "indicators.csv",
        "people,",
        "other,O,ອ,O,ອ,yes,persons,,none,none,line,,,o\npeople,",
        "column indicator: 'other'",
    ),
    "provinces_are_areas_of_kind_province": (
        "areas.csv",
        "no,province",
        "no,country",
        "right would be an area of kind province",
    ),
    "memberships_end_after_they_begin": (
        "memberships.csv",
        "2025-10-26,,",
        "2025-10-26,2024-01-01,",
        "a day after 2025-10-26",
    ),
    "every_text_stands_in_both_languages": (
        "indicators.csv",
        "One edition.,ສະບັບ.",
        "One edition.,",
        "column comparability_lo",
    ),
    "lao_texts_are_lao": ("areas.csv", "ອາຊຽນ", "ASEAN", "right would be a text in Lao letters"),
    "lao_texts_are_free_of_typical_damage": ("gaps.csv", "ເດັກນ້ອຍ.", "ຈໍານວນ.", "right would be ຳ as one letter"),
}


def test_the_tiny_tree_is_right(tree: Path) -> None:
    assert len(load(tree).observations) == 6


@pytest.mark.parametrize("rule", [*CELLS, *ACROSS])
def test_a_broken_file_stops_the_build(tree: Path, out: Path, rule: str) -> None:
    name, old, new, expected = {**CELLS, **ACROSS}[rule]
    edit(tree, name, old, new)
    with pytest.raises(DataError) as error:
        build(tree, out)
    assert expected in str(error.value)
    assert not list(out.glob("figures-*"))


def test_every_rule_has_its_broken_file() -> None:
    assert {check.__name__ for check in (*CHECKS, *TEXT_CHECKS)} == set(ACROSS)


def test_a_missing_file_is_named(tree: Path) -> None:
    (tree / "gaps.csv").unlink()
    with pytest.raises(DataError, match=r"gaps\.csv, line 0: the file is missing"):
        load(tree)


def test_a_file_in_another_encoding_is_named(tree: Path) -> None:
    (tree / "gaps.csv").write_bytes("é".encode("latin-1"))
    with pytest.raises(DataError, match=r"gaps\.csv.*not UTF-8 at byte 0"):
        load(tree)


def test_a_thousand_faults_are_told_in_twenty_lines(tree: Path) -> None:
    path = tree / COVER
    path.write_text(
        path.read_text(encoding="utf-8") + "any,LAO,x,T,all,1,percent,official,ilo_2026,t,\n" * 1000, encoding="utf-8"
    )
    with pytest.raises(DataError) as error:
        load(tree)
    assert len(str(error.value).splitlines()) == 21
    assert "… and 980 more" in str(error.value)
