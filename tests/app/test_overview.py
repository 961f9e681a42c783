"""The overview: eight cards with value, year, source and method, the story, what is not known; both languages."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.i18n import LANGUAGES
from tests.app.test_every_page import html_of, opened

LAO = re.compile("[\u0e80-\u0eff]")
CARDS = ("any", "pension", "health", "informal", "spending", "external", "prices", "poverty")


def elements(app: AppTest) -> list[dict[str, Any]]:
    """Return what the page gave its elements in the browser."""
    return [json.loads(one.proto.json) for one in app.get("bidi_component") if one.proto.json]


def cards(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return the number cards of a page by key."""
    return {card["key"]: card for given in elements(app) for card in given.get("cards", ())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_has_value_year_source_definition_method_and_all_years(language: str) -> None:
    found = cards(opened("overview", language))
    assert tuple(found) == CARDS
    for card in found.values():
        assert re.search(r"\d", card["value"]) and re.search(r"20\d\d", card["when"])
        assert card["definition"] and card["method"] and card["source"] and card["status"]
        assert card["reference"] or card["meaning"]
        assert card["years"]["rows"] and card["cite"].count("(") and card["more"].startswith("/sources?")
        assert bool(LAO.search(card["name"] + card["definition"])) == (language == "lo")


def test_the_facts_of_the_mission_have_their_place() -> None:
    found = cards(opened("overview", "en"))
    covered = found["any"]
    assert (covered["value"], covered["tick"]) == ("15.5", 44.7) and "2021" in covered["when"]
    assert covered["reference"] == "ASEAN 44.7%: 29.2 points more"
    assert any("−29.2 points" in line for line in covered["method"])
    assert any("6,297,948" in line for line in covered["method"])
    informal = found["informal"]
    assert informal["value"] == "90.4" and "ILO definition" in informal["short"]
    assert informal["reference"] == "86.4% by the national definition (2022)"
    assert found["spending"]["value"] == "< 1" and found["spending"]["share"] is None
    assert found["external"]["value"] == "36.3" and "14.1% in 2000" in found["external"]["meaning"]
    assert found["prices"]["meaning"] == "100 kip of 2021 = 50 kip in 2024"


def test_health_protection_stands_apart_and_says_legal() -> None:
    health = cards(opened("overview", "en"))["health"]
    assert health["style"] == "hatched" and "legal" in health["when"] and "apart" in health["meaning"]


def test_a_figure_to_be_read_with_care_is_marked_and_says_why() -> None:
    external = cards(opened("overview", "en"))["external"]
    assert external["when"].endswith("†") and "17.7" in external["flags"][0]
    assert not cards(opened("overview", "en"))["any"]["when"].endswith("†")


def test_a_year_without_a_lao_figure_is_said_in_words() -> None:
    rows = cards(opened("overview", "en"))["any"]["years"]["rows"]
    assert rows[0][:3] == ["2023", "Not published", "46.0"]
    assert ["2021", "15.5", "44.7", "official / estimate"] in [row[:4] for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_listed_with_a_way_to_all_of_it(language: str) -> None:
    html = html_of(opened("overview", language))
    assert html.count('class="sp-unknown') == 1 and html.count("<li>") == 6
    assert f"/sources?lang={language}&s=gaps" in html
    assert bool(LAO.search(html.split("sp-unknown")[1])) == (language == "lo")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_carries_source_table_and_file(language: str) -> None:
    story = next(
        given for given in elements(opened("overview", language)) if given.get("key") == "coverage_by_function"
    )
    assert "ILOSTAT" in story["source"] and len(story["table"]["rows"]) == 8
    assert story["csv"].startswith("# ") and "ILOSTAT" in story["csv"] and story["alt"]
