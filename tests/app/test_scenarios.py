"""The scenarios page without a browser: addresses, the choice among scenarios, Python's tables, both languages."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.data.scenario_files import load_scenario, scenario_ids
from tests.app.test_every_page import FRAME, ROOT, html_of

PAGE = str(Path(ROOT) / "pages" / "scenarios.py")


def opened(language: str = "en", **query: str) -> AppTest:
    """Open the page by an address."""
    app = AppTest.from_file(FRAME, default_timeout=90)
    app.query_params["lang"] = language
    app.run()
    app.switch_page(PAGE)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def heading(app: AppTest) -> str:
    return html_of(app).split("<h1>")[1].split("</h1>")[0]


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", scenario_ids())
def test_every_scenario_opens_by_its_address_with_its_tables(name: str, language: str) -> None:
    app = opened(language, s=name, v="1")
    html = html_of(app)
    assert "sp-error" not in html and "sp-problem" not in html
    assert heading(app) == load_scenario(name).title.get(language)
    assert "sp-simulated" in html and "sp-results" in html
    assert escape(load_scenario(name).description.get(language)) in html


def test_an_address_moves_the_levers_of_pythons_table() -> None:
    app = opened(**{"s": "mecg_to_scale", "mecg.coverage": "0.5", "y": "2032"})
    html = html_of(app)
    assert '<tr class="marked"><td>2032</td>' in html
    assert "<td class=n>50%</td>" in html


def test_a_wrong_address_is_answered_with_field_and_range_and_escaped() -> None:
    app = opened(**{"s": "mecg_to_scale", "mecg.coverage": "<script>", "mecg.benefit": "9"})
    html = html_of(app)
    assert "&lt;script&gt;" in html and "<script>" not in html
    assert "Accepted: 0% to 100%" in html and "Accepted: 50" in html
    assert "<td class=n>80%</td>" in html, "the last good value stays"


def test_a_scenario_is_chosen_and_found_again_as_it_was_left() -> None:
    app = opened(**{"s": "mecg_to_scale", "mecg.coverage": "0.5"})
    choice = app.radio(key="scenario_pick")
    assert choice.value == "mecg_to_scale"
    choice.set_value("social_pension_65").run()
    assert heading(app) == "Social pension from 65"
    app.radio(key="scenario_pick").set_value("mecg_to_scale").run()
    assert "<td class=n>50%</td>" in html_of(app)


def test_another_page_and_back_keeps_the_scenario() -> None:
    app = opened(**{"s": "social_pension_65", "social_pension.coverage": "0.4"})
    app.query_params.clear()
    app.switch_page(str(Path(ROOT) / "pages" / "coverage.py")).run()
    app.switch_page(PAGE).run()
    assert heading(app) == "Social pension from 65"
    assert "<td class=n>40%</td>" in html_of(app)


@pytest.mark.parametrize("language", ["en", "lo"])
def test_levers_and_given_figures_are_listed_with_their_sources_when_asked_for(language: str) -> None:
    app = opened(language, s="mecg_to_scale", v="1")
    closed = html_of(app)
    app.session_state["scenario_inputs"] = True
    app.run()
    assert not app.exception
    more = html_of(app).removeprefix(closed)
    assert more.count("<table") - closed.count("<table") == 2
    assert "ILO" in more
