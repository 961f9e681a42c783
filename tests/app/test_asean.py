"""The ASEAN page: every measure under every rule, in both languages; the choice lives in the address."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.data.database import open_database
from sp_app.figures.standing import HOME, comparable
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.ui.asean_differences import joined, warnings
from sp_app.ui.asean_measures import MEASURES, figures, published, reference
from sp_app.ui.page import Context
from tests.app.test_every_page import html_of, opened

CODES = [code for several in MEASURES.values() for code in several]
MEMBERS = ("LAO", "BRN", "KHM", "IDN", "MYS", "MMR", "PHL", "SGP", "THA", "TLS", "VNM")


def heading(app: AppTest) -> str:
    return html_of(app).split("<h1>")[1].split("</h1>")[0]


@pytest.fixture(scope="module")
def ctx() -> Context:
    database = open_database()
    return Context("asean", "en", texts("en"), numbers("en"), database.queries(), database.build_id)


@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_measure_is_shown_under_every_rule(language: str) -> None:
    app = opened("asean", language)
    for code in CODES:
        for rule in ("all", "same", "year"):
            app.query_params["i"], app.query_params["d"] = code, rule
            app.run()
            assert not app.exception and "sp-error" not in html_of(app), (code, rule)
            assert app.button_group(key="choice_i").value == code
            assert any("\u0e80" <= letter <= "\u0eff" for letter in heading(app)) == (language == "lo")


def test_a_choice_is_written_into_the_address() -> None:
    app = opened("asean", "en")
    app.button_group(key="choice_i").set_value("children").run()
    app.button_group(key="choice_d").set_value("same").run()
    assert (app.query_params["i"], app.query_params["d"]) == ("children", "same")
    assert "No Lao figure to compare" in heading(app)


def test_another_subject_begins_with_its_first_measure() -> None:
    app = opened("asean", "en")
    app.button_group(key="asean_group").set_value("health").run()
    assert app.query_params["i"] == "gghed_che"
    assert app.button_group(key="choice_i").value == "gghed_che"


def test_an_unknown_choice_is_ignored() -> None:
    app = opened("asean", "en")
    app.query_params["i"], app.query_params["d"] = "'; drop table observation", "<script>"
    app.run()
    assert not app.exception and "Only the figure of Myanmar is lower" in heading(app)
    assert "<script>" not in html_of(app)


def test_the_reference_is_of_the_lao_year(ctx: Context) -> None:
    for code, measure in MEASURES["coverage"].items():
        found = figures(ctx, measure, MEMBERS, "all")
        against, home = reference(ctx, measure, found), found[HOME]
        if home and against:
            assert against.year == home.year and against.area == "ASEAN", code


def test_without_an_asean_aggregate_the_world_of_the_same_year_is_the_reference(ctx: Context) -> None:
    measure = MEASURES["health"]["gghed_che"]
    against = reference(ctx, measure, figures(ctx, measure, MEMBERS, "all"))
    assert against is not None and (against.area, against.year) == ("WLD", 2022)
    measure = MEASURES["work"]["informal_ilo"]
    assert reference(ctx, measure, figures(ctx, measure, MEMBERS, "all")) is None


def test_the_same_definition_leaves_out_legal_coverage_and_other_scopes(ctx: Context) -> None:
    measure = MEASURES["coverage"]["maternity"]
    assert figures(ctx, measure, MEMBERS, "all")["SGP"] is not None
    assert figures(ctx, measure, MEMBERS, "same")["SGP"] is None
    measure = MEASURES["spending"]["cofog10_gdp"]
    bound = figures(ctx, measure, MEMBERS, "all")[HOME]
    assert bound is not None and bound.has("bound_upper")
    assert figures(ctx, measure, MEMBERS, "same")[HOME] is None


@pytest.mark.parametrize("code", CODES)
def test_the_same_year_is_one_year_of_comparable_figures(ctx: Context, code: str) -> None:
    measure = next(several[code] for several in MEASURES.values() if code in several)
    shown = [o for o in figures(ctx, measure, MEMBERS, "year").values() if o is not None]
    assert shown and len({o.year for o in shown}) == 1
    assert all(comparable(o) for o in shown)


@pytest.mark.parametrize("code", CODES)
def test_figures_of_one_measure_are_of_one_edition_and_never_projections(ctx: Context, code: str) -> None:
    measure = next(several[code] for several in MEASURES.values() if code in several)
    shown = [o for o in figures(ctx, measure, MEMBERS, "same").values() if o is not None]
    assert len({(o.indicator, o.origin, o.unit) for o in shown}) == 1
    assert all(o.status != "projection" for o in shown)


def test_population_shares_are_computed_by_hand(ctx: Context) -> None:
    """Lao PDR 2023: 347,642 of 7,664,992 persons are 65 and over."""
    home = published(ctx, MEASURES["population"]["age_65"], HOME)[-1]
    assert home.year == 2023 and home.value == pytest.approx(100 * 347_642 / 7_664_992)
    assert home.unit == "percent" and home.note.startswith("DERIVED")


def test_the_share_of_all_members_is_that_of_their_persons_together(ctx: Context) -> None:
    measure = MEASURES["population"]["age_65"]
    against = reference(ctx, measure, figures(ctx, measure, MEMBERS, "all"))
    old, everybody = (
        sum(o.value for o in ctx.q.observations("population", MEMBERS, [2023], age=age)) for age in ("65+", "all")
    )
    assert against is not None and against.value == pytest.approx(100 * old / everybody)


def test_what_differs_is_said_in_words(ctx: Context) -> None:
    found = figures(ctx, MEASURES["coverage"]["work_injury"], MEMBERS, "all")
    assert {reason: names for reason, names in warnings(ctx, found).items() if "legal coverage" in reason} == {
        "Estimated by the ILO from legal coverage: not effective coverage.": "Singapore"
    }


def test_a_warning_about_all_figures_names_nobody(ctx: Context) -> None:
    found = figures(ctx, MEASURES["health"]["uhc_index"], MEMBERS, "all")
    assert set(warnings(ctx, found).values()) == {""}


def test_a_later_accession_is_said_beside_an_older_figure(ctx: Context) -> None:
    found = figures(ctx, MEASURES["coverage"]["any"], MEMBERS, "all")
    (words,) = joined(ctx, found)
    assert "Timor-Leste" in words and "26 Oct 2025" in words and "2019" in words
    assert joined(ctx, {area: o for area, o in found.items() if area != "TLS"}) == []
