"""Present: both decks in both languages on the real figures; every slide with source, year, status and its marks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.data.database import open_database
from sp_app.i18n import LANGUAGES
from tests.app.test_every_page import FRAME, ROOT, html_of
from tests.app.test_overview import elements

LAO = re.compile("[\u0e80-\u0eff]")
DECKS = ("nspc", "asean_seminar")
Deck = dict[str, Any]


def opened(language: str, **query: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(str(Path(ROOT) / "pages" / "present.py")).run()


def shown(app: AppTest) -> Deck:
    assert not app.exception and "sp-error" not in html_of(app)
    (deck,) = [given for given in elements(app) if "slides" in given]
    return deck


def slides(app: AppTest) -> dict[str, dict[str, Any]]:
    return {str(slide["id"]): slide for slide in shown(app)["slides"]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("deck", DECKS)
def test_every_slide_speaks_both_languages_and_names_its_sources(deck: str, language: str) -> None:
    app = opened(language, deck=deck)
    build = open_database().build_id
    assert build in str(shown(app)["frozen"])
    for name, slide in slides(app).items():
        lao, other = (slide["title"], slide["second"]) if language == "lo" else (slide["second"], slide["title"])
        assert LAO.search(str(lao)) and not LAO.search(str(other)), name
        if slide["figure"] or slide["numbers"] or slide["kind"] == "decision":
            assert slide["source"], name
        for number in slide["numbers"]:
            assert re.match(r"\d{4} · \S", number["when"]) and number["value"] and number["second"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commission_goes_from_coverage_to_the_decision(language: str) -> None:
    order = list(slides(opened(language)))
    asked = ["coverage", "gap", "spending", "donors", "decide-mecg", "framework", "payment", "decision"]
    assert [name for name in order if name in asked] == asked


def test_one_slide_asks_for_each_decision_with_act_ministry_budget_line_delay_and_place() -> None:
    found = slides(opened("en"))
    decisions = {name: slide for name, slide in found.items() if slide["kind"] == "decision"}
    assert list(decisions) == ["decide-mecg", "decide-school_meals", "decide-school_meals_more"]
    for slide in decisions.values():
        facts = {fact[0]: fact for fact in slide["facts"]}
        assert list(facts) == [
            "Legal act needed",
            "Responsible",
            "First budget line",
            "Cost of a year’s delay",
            "Where it must be delivered",
        ]
        assert re.search(r"20\d\d: .*billion", facts["First budget line"][2])
        assert re.search(r"20\d\d: .*ຕື້ກີບ", facts["First budget line"][3])
        assert "SIMULATED" in slide["marks"] and "Illustrative inputs" in slide["marks"]
    where = {name: slide["facts"][4][2] for name, slide in decisions.items()}
    assert "Sanamxay" in where["decide-mecg"] and "No place is named yet" in where["decide-school_meals_more"]


def test_a_simulated_slide_is_marked_and_a_published_one_is_not() -> None:
    found = slides(opened("en"))
    assert found["coverage"]["marks"] == [] and found["coverage"]["scenario"] == ""
    assert "SIMULATED" in found["donors"]["marks"] and found["donors"]["scenario"] == "Partners leave by 2030"


def test_levers_of_the_address_move_the_slides_and_the_link_into_the_panel() -> None:
    usual, moved = opened("en"), opened("en", s="nsps_direction", v="1", **{"mecg.coverage": "0.5"})
    cost = [slides(app)["direction"]["numbers"][1]["value"] for app in (usual, moved)]
    assert int(cost[1].replace(",", "")) > int(cost[0].replace(",", ""))
    assert "mecg.coverage=0.5" in str(slides(moved)["direction"]["panel"])
    assert "levers as in the address" in str(shown(moved)["frozen"])
    assert "levers" not in str(shown(usual)["frozen"])


@pytest.mark.parametrize(
    "query", [{"deck": "<script>"}, {"slide": "x' onerror='"}, {"s": "nsps_direction", "mecg.coverage": "7"}]
)
def test_a_hostile_address_shows_the_deck_as_its_file_says(query: dict[str, str]) -> None:
    app = opened("en", **query)
    assert shown(app)["deck"] == "nspc"
    assert json.dumps(slides(app)) == json.dumps(slides(opened("en")))


def test_the_notes_window_has_the_same_slides() -> None:
    deck = shown(opened("lo", notes="1"))
    assert deck["notes"] is True and LAO.search(str(deck["slides"][1]["notes"]))


def test_another_deck_begins_with_its_first_slide() -> None:
    app = opened("en", slide="spending")
    assert shown(app)["slide"] == "spending"
    app.query_params["deck"] = "asean_seminar"
    app.run()
    assert shown(app)["deck"] == "asean_seminar" and shown(app)["slide"] == ""
