"""Financing: both numbers in the heading, five parts, every preset in both languages, bad addresses, cards."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.i18n import LANGUAGES, texts
from sp_app.i18n.numbers import numbers
from sp_app.live.link import start
from sp_app.ui.financing_parts import PARTS
from sp_app.ui.financing_study import study
from sp_app.ui.scenario_visit import KEY
from tests.app.test_every_page import FRAME, ROOT, html_of

LAO = re.compile("[\u0e80-\u0eff]")
PRESETS = tuple(name for name in scenario_ids() if load_scenario(name).financing is not None)
ASKED = re.compile(r'data-ask="([^"]+)" data-year="([0-9]+)"')


def opened(language: str = "en", **query: str) -> AppTest:
    """Open the page as a deep link with `query` would."""
    app = AppTest.from_file(FRAME, default_timeout=90)
    app.query_params["lang"] = language
    app.run()
    for name, value in query.items():
        app.query_params[name.replace("__", ".")] = value
    app.switch_page(str(ROOT / "pages" / "financing.py")).run()
    return app


def heading(app: AppTest) -> str:
    return unescape(html_of(app).split("<h1>")[1].split("</h1>")[0]).replace("\u00a0", " ")


def words_of(app: AppTest) -> str:
    """Return the words of all HTML, tags left out."""
    return unescape(re.sub(r"<[^>]+>", " ", html_of(app)))


def test_there_are_presets_to_show() -> None:
    assert {"current_policies", "universal_floor", "donor_exit_2030", "shock_and_recovery"} <= set(PRESETS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_says_need_and_financing_gap_and_is_marked_simulated(name: str, language: str) -> None:
    app = opened(language, s=name)
    assert not app.exception and "sp-error" not in html_of(app)
    here, n = study(start(load_scenario(name))), numbers(language)
    assert n.billion_lak(here.at("cost_lak", 2030)) in heading(app)
    assert n.percent(100.0 * here.at("cost_gdp", 2030), 2) in heading(app)
    assert n.billion_lak(abs(here.at("financing_gap_lak", 2030))) in heading(app)
    assert bool(LAO.search(heading(app))) == (language == "lo")
    assert texts(language)("frame.simulated") in words_of(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", ["high_road", "current_policies", "shock_and_recovery"])
def test_every_part_runs(name: str, part: str, language: str) -> None:
    app = opened(language, s=name, part=part, y="2032")
    assert not app.exception and "sp-error" not in html_of(app), html_of(app)[-600:]
    assert html_of(app).count("<h1") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_spending_of_the_last_actual_year_is_said_to_be_unpublished_once(language: str) -> None:
    html = html_of(opened(language, s="universal_floor"))
    assert html.count(texts(language)("financing.not_published")) == 1
    assert html.count("rowspan=") == 1


def test_a_ceiling_that_nobody_named_is_not_known_and_never_a_zero() -> None:
    unknown = texts("en")("financing.no_ceiling")
    assert html_of(opened(s="universal_floor")).count(unknown) == 3
    named = opened(s="universal_floor", ceiling="0.01")
    assert unknown not in html_of(named) and "Fiscal space" in words_of(named)


def test_unit_and_year_are_those_of_the_address_and_of_the_controls() -> None:
    app = opened(s="universal_floor", y="2028", u="cost_gdp")
    assert heading(app).startswith("In 2028") and "% of GDP" in words_of(app)
    app.selectbox(key="financing_year").set_value(2027)
    app.run()
    assert heading(app).startswith("In 2027") and app.query_params["y"] == "2027"
    app.button_group(key="financing_view").set_value("cost_constant")
    app.run()
    assert "prices of 2025" in words_of(app) and app.query_params["u"] == "cost_constant"


def test_a_scenario_moved_elsewhere_is_the_one_shown_here_and_stays_in_the_address() -> None:
    app = opened(s="universal_floor", state_allocation="0.004")
    before = heading(app)
    assert app.query_params["state_allocation"] == "0.004"
    app.query_params.clear()
    app.query_params["lang"] = "en"
    app.switch_page(str(ROOT / "pages" / "scenarios.py")).run()
    app.query_params.clear()
    app.query_params["lang"] = "en"
    app.switch_page(str(ROOT / "pages" / "financing.py")).run()
    assert heading(app) == before and app.query_params["state_allocation"] == "0.004"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"s": "nowhere"}, "does not exist: “nowhere”"),
        ({"s": "universal_floor", "state_allocation": "7"}, "Accepted: 0.00% to 3.00%"),
        ({"s": "universal_floor", "state_allocation": "1e9"}, "is not a number"),
        ({"s": "universal_floor", "y": "1999"}, "not projected: “1999”"),
        ({"s": "universal_floor", "x": "<script>"}, "does not know: “x”"),
        ({"s": "universal_floor", "v": "99"}, "another version"),
        ({"s": "universal_floor", "u": "euro"}, "does not know: “u”"),
        ({"s": "donor_exit_2030", "exit_start": "2039"}, "is before the year in which it begins"),
    ],
)
def test_a_bad_address_is_answered_in_a_sentence_and_the_page_stands(query: dict[str, str], said: str) -> None:
    app = opened(**query)
    assert not app.exception and "sp-error" not in html_of(app)
    assert said in words_of(app), words_of(app)[:400]
    assert "<script>" not in html_of(app) and html_of(app).count("<h1") == 1


def test_a_bad_value_leaves_the_last_good_state() -> None:
    app = opened(s="universal_floor", state_allocation="0.004")
    before = heading(app)
    app.query_params["state_allocation"] = "9"
    app.run()
    assert heading(app) == before and "The last good value stays" in words_of(app)


@pytest.mark.parametrize("moved", [False, True])
def test_coming_from_a_scenario_that_does_not_say_who_pays_one_that_does_is_shown_unless_levers_were_moved(
    moved: bool,
) -> None:
    app = opened(s="current_policies")
    visit = app.session_state[KEY]
    state = start(load_scenario("mecg_to_scale"))
    visit.show(replace(state, values={**state.values, "mecg.coverage": 0.3}) if moved else state)
    for name in [name for name in app.query_params if name != "lang"]:
        del app.query_params[name]
    app.run()
    assert not app.exception
    assert (texts("en")("financing.headline_without") in heading(app)) == moved
    assert (visit.state.scenario.financing is None) == moved


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_without_financing_says_so_and_offers_those_that_have(language: str) -> None:
    app = opened(language, s="mecg_to_scale")
    assert not app.exception and texts(language)("financing.headline_without") in heading(app)
    assert set(app.radio(key="financing_pick").options) == {load_scenario(name).title.get(language) for name in PRESETS}
    app.radio(key="financing_pick").set_value("donor_exit_2030")
    app.run()
    assert "277" in heading(app)


def cards_asked(app: AppTest, name: str, language: str) -> list[dict[str, Any]]:
    """Return the card of every number that the page lets one ask for."""
    from sp_app.data.database import open_database
    from sp_app.ui.financing_cards import card
    from sp_app.ui.page import Context

    database = open_database()
    ctx = Context("financing", language, texts(language), numbers(language), database.queries(), database.build_id)
    here = study(start(load_scenario(name)))
    asked = dict.fromkeys((unescape(ask), int(year)) for ask, year in ASKED.findall(html_of(app)))
    assert asked
    return [card(ctx, here, *one) for one in asked]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_number_that_can_be_opened_explains_itself(part: str, language: str) -> None:
    app = opened(language, s="high_road", part=part)
    for card in cards_asked(app, "high_road", language):
        assert card["name"] and card["value"] and all(card["method"])
        assert card["status"] == texts(language)("frame.simulated")
        assert len(card["years"]["rows"]) == 16
        assert len(card["parts"]["columns"]) == len(card["parts"]["rows"][0]["cells"])


def test_headline_cards_are_defined_in_words_and_sum_up_in_numbers() -> None:
    app = opened(s="high_road")
    cards = {card["name"]: card for card in cards_asked(app, "high_road", "en")}
    for name in ("Cost", "Financing gap", "Identified financing", "Domestic need", "Interest on public debt"):
        assert cards[name]["definition"], name
    assert cards["Financing gap"]["method"][0].endswith(" = cost − identified financing")
    assert "new policy" in cards["B · New policy (this scenario)"]["name"].lower()


def test_delay_legal_act_ministry_and_interest_stand_on_every_decision() -> None:
    app = opened(s="universal_floor", part="decisions")
    html = html_of(app)
    assert html.count("sp-decision") - html.count("sp-decisions") == 4
    said = words_of(app)
    assert said.count("to be named by the Ministry of Labour and Social Welfare") == 4
    assert said.count("persons left out in") == 4 and said.count("interest only") == 4
    assert "2027: 457.5 billion kip" in re.sub(r"\s+", " ", said)


def test_a_scenario_that_adds_nothing_has_nothing_to_decide() -> None:
    assert "there is nothing to decide" in words_of(opened(s="current_policies", part="decisions"))


def test_the_question_solved_for_has_an_answer_or_none_in_range() -> None:
    app = opened(s="universal_floor", part="options")
    assert "1.20% – then the financing gap is 0.00% of GDP." in words_of(app)
    app.selectbox(key="financing_solve_lever").set_value("social_pension.coverage")
    app.run()
    assert "85.08% – then the cost of this programme is 0.50% of GDP." in words_of(app)
    app.number_input(key="financing_solve_target_own_cost").set_value(9.0)
    app.run()
    assert "None in range: from 0% to 100%" in words_of(app)


@pytest.mark.parametrize(("part", "card"), [("options", "solve"), ("decisions", "decisions")])
def test_a_card_taken_away_as_a_table_names_every_column(part: str, card: str) -> None:
    shown = opened(s="universal_floor", part=part).session_state["sp_shown"]
    (table,) = [figure.table for figure in shown.now() if figure.key == card]
    assert all(table.columns) and len(set(table.columns)) == len(table.columns)


def test_an_answer_can_be_taken_over_and_moves_the_scenario() -> None:
    app = opened(s="universal_floor", part="options")
    app.button(key="financing_solve_use").click()
    app.run()
    assert "all of it has a source" in heading(app) or "< 0.01%" in heading(app)
    assert float(app.query_params["state_allocation"]) == pytest.approx(0.01197, abs=1e-4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_recorded_shocks_stand_in_the_stress_table(language: str) -> None:
    from sp_app.data.shock_files import load_shocks

    said = words_of(opened(language, s="universal_floor", part="risks"))
    assert all(shock.title.get(language) in said for shock in load_shocks())
    early = words_of(opened(language, s="universal_floor", part="risks", y="2026"))
    assert texts(language)("financing.stress_before", strikes=2027, year=2026) in early


@pytest.mark.parametrize("language", LANGUAGES)
def test_todays_programmes_are_all_listed_with_a_cost_or_the_reason_why_not(language: str) -> None:
    from sp_app.data.registry_files import load_registry

    said = words_of(opened(language, part="today"))
    assert all(entry.title.get(language) in said for entry in load_registry())
    assert texts(language)("financing.reason_benefit_unknown") in said
