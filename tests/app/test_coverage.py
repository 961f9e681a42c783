"""The coverage page: every function, path and area to compare, in both languages; the choice lives in the address."""

from __future__ import annotations

import pytest

from sp_app.data.database import open_database
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.ui.coverage_choices import FUNCTIONS, TOWARD, Choice, Toward, areas_to_compare
from sp_app.ui.coverage_view import gather, reference, sentence
from sp_app.ui.page import Context
from sp_app.ui.women_men import by_sex
from tests.app.test_asean import MEMBERS, heading
from tests.app.test_every_page import html_of, opened


@pytest.fixture(scope="module")
def ctx() -> Context:
    database = open_database()
    return Context("coverage", "en", texts("en"), numbers("en"), database.queries(), database.build_id)


@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_function_is_shown_toward_every_end(language: str) -> None:
    app = opened("coverage", language)
    for function in FUNCTIONS:
        for toward in TOWARD:
            app.query_params["f"], app.query_params["r"] = function, toward
            app.run()
            assert not app.exception and "sp-error" not in html_of(app), (function, toward)
            assert app.button_group(key="choice_f").value == function
            assert any("\u0e80" <= letter <= "\u0eff" for letter in heading(app)) == (language == "lo")


def test_every_area_of_the_edition_can_be_compared(ctx: Context) -> None:
    areas = areas_to_compare(ctx, MEMBERS)
    assert next(iter(areas)) == "ASEAN" and "LAO" not in areas
    assert set(MEMBERS) - {"LAO"} < set(areas) and {"WLD", "LMIC", "SEA"} < set(areas)
    app = opened("coverage", "en")
    for area in areas:
        app.query_params["c"] = area
        app.run()
        assert not app.exception and "sp-error" not in html_of(app), area
        assert app.selectbox(key="choice_c").value == area


def test_a_choice_is_written_into_the_address() -> None:
    app = opened("coverage", "en")
    app.button_group(key="choice_f").set_value("old_age").run()
    app.button_group(key="choice_r").set_value("latest").run()
    app.selectbox(key="choice_c").set_value("THA").run()
    assert {key: app.query_params[key] for key in "frc"} == {"f": "old_age", "r": "latest", "c": "THA"}
    assert "7.0% in the Lao PDR, 45.2% in ASEAN" in heading(app)


def test_an_unknown_choice_is_ignored() -> None:
    app = opened("coverage", "en")
    app.query_params["f"], app.query_params["c"] = "../../etc/passwd", "XXX"
    app.run()
    assert not app.exception
    assert "6.30 of 7.45 million people in the Lao PDR are covered by no cash benefit" in heading(app)


@pytest.mark.parametrize(
    ("toward", "area", "year"), [("same", "ASEAN", 2021), ("latest", "ASEAN", 2023), ("world", "WLD", 2021)]
)
def test_the_path_leads_toward_what_was_chosen(ctx: Context, toward: Toward, area: str, year: int) -> None:
    found = reference(gather(ctx, Choice(function="any", compared="ASEAN")), toward)
    assert found is not None and (found.area, found.year) == (area, year)


def test_no_target_is_invented(ctx: Context) -> None:
    assert reference(gather(ctx, Choice(function="any", compared="ASEAN")), "target") is None


@pytest.mark.parametrize("function", FUNCTIONS)
def test_two_areas_in_one_sentence_are_of_the_same_year(ctx: Context, function: str) -> None:
    view = gather(ctx, Choice(function=function, compared="ASEAN"))
    if view.last and view.asean:
        assert view.last.year == view.asean.year
    assert sentence(ctx, view)


def test_members_are_set_beside_the_chosen_group_of_countries(ctx: Context) -> None:
    def beside(compared: str) -> str | None:
        found = gather(ctx, Choice(function="any", compared=compared)).beside
        return found and found.area

    assert (beside("LMIC"), beside("ASEAN"), beside("THA")) == ("LMIC", "ASEAN", "ASEAN")


def test_women_and_men_are_shown_where_both_exist_and_said_where_not(ctx: Context) -> None:
    both = by_sex(ctx, "sdg131_any", "ASEAN", 2021)
    assert both is not None and (both[0].sex, both[1].sex, both[0].year, both[1].year) == ("F", "M", 2021, 2021)
    assert by_sex(ctx, "sdg131_any", "LAO", None) is None
    app = opened("coverage", "en")
    assert "ILO publishes no figure by sex for the Lao PDR here" in html_of(app)
    app.query_params["f"] = "maternity"
    app.run()
    assert "women only: 8.1% in 2021, 12.7% in 2019" in html_of(app)
