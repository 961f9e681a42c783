"""Expenditure: four views, bounds and statements in their scopes, what is not published; both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.i18n import LANGUAGES
from tests.app.test_every_page import FRAME, ROOT, html_of
from tests.app.test_overview import cards, elements

LAO = re.compile("[\u0e80-\u0eff]")
FIGURES = {
    "spending": ("spending_of_members",),
    "health": ("health_paid_by_year", "health_paid_by_member", "ranked_gge", "ranked_che"),
    "aid": ("aid_by_year", "aid_of_income", "aid_of_members"),
    "envelope": ("envelope",),
}


def opened(language: str, **query: str) -> AppTest:
    """Open the page as a deep link with `query` would."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page(str(Path(ROOT) / "pages" / "expenditure.py")).run()
    return app


def figures(app: AppTest) -> dict[str, dict[str, object]]:
    return {str(given["key"]): given for given in elements(app) if "plotly" in given}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", FIGURES)
def test_a_view_draws_its_figures_with_source_and_alternative_text(view: str, language: str) -> None:
    app = opened(language, v=view)
    assert not app.exception and "sp-error" not in html_of(app)
    drawn = figures(app)
    assert tuple(drawn) == FIGURES[view]
    for given in drawn.values():
        assert given["source"] and given["alt"] and given["measure"]
        assert bool(LAO.search(str(given["title"]))) == (language == "lo")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_says_that_nothing_is_published_but_a_bound(language: str) -> None:
    heading = html_of(opened(language)).split("<h1>")[1].split("</h1>")[0]
    assert "1%" in heading and "2015" in heading and "ADB" in heading
    assert "not published" in heading or LAO.search(heading)


def test_statements_stand_each_in_its_own_scope_and_never_as_bars() -> None:
    html = html_of(opened("en"))
    statements = html.split("sp-statements")[1].split("</section>")[0]
    assert statements.count('<li class="sp-item">') == 3
    assert "less than 1% (2015)" in statements and "around 2% (2015, 2019), most of it health" in statements
    assert "? Lao PDR: not published" in statements
    assert "19.3% (2023)†" in statements and "only the level suggests it" in statements


def test_functions_that_are_not_published_are_drawn_as_unknown() -> None:
    html = html_of(opened("en"))
    functions = html.split("What is published by function")[1].split("</section>")[0]
    assert '<b class="none">? Not published</b>' in functions and "1.4%" in functions and "0.6%" in functions


def test_the_bound_is_no_bar_and_aid_says_how_it_was_calculated() -> None:
    found = cards(opened("en"))
    assert found["bound"]["value"] == "< 1" and found["bound"]["share"] is None
    working = " ".join(found["aid"]["method"])
    assert "648.4" in working and "1.2%" in working and "LAK 109 bn" in working and "kip per dollar" in working


def test_health_of_another_member_and_a_country_that_is_none_of_them() -> None:
    assert "Thailand" in str(figures(opened("en", v="health", country="THA"))["health_paid_by_year"]["title"])
    assert "Lao PDR" in str(figures(opened("en", v="health", country="<script>"))["health_paid_by_year"]["title"])


@pytest.mark.parametrize("hostile", ["", "nothing", "<img src=x onerror=alert(1)>", "spending;--", "health\x00"])
def test_a_view_that_does_not_exist_shows_the_first(hostile: str) -> None:
    app = opened("en", v=hostile)
    assert tuple(figures(app)) == FIGURES["spending"]
    assert "onerror" not in html_of(app)


def test_one_percent_uses_the_latest_actual_year_and_its_own_population() -> None:
    html = html_of(opened("en", v="envelope"))
    card = html.split("What one percent means")[1].split("</section>")[0]
    assert "2024" in card and "LAK 3,430 bn" in card and "US$ 159 m" in card and "not a proposal" in card
