"""What a benefit is worth: the same shares as the projection, real value by its definition, no line no share."""

from __future__ import annotations

import pytest

from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_app.live.adequacy import COLUMNS, adequacy_table
from sp_app.live.results import Results, results
from sp_core.model import project
from tests.live.ground import USUAL, inputs, read

T, N = texts("en"), numbers("en")


def found(query: dict[str, str]) -> Results:
    state = read(query)
    given = inputs(state.scenario.id)
    return results(state, given, project(state.scenario, given, {}))


def row(query: dict[str, str], line: float | None) -> dict[str, str]:
    return dict(zip(COLUMNS, adequacy_table(found(query), line, T, N).rows[0], strict=True))


def test_a_frozen_benefit_loses_exactly_what_prices_gain() -> None:
    query = {"s": USUAL, "y": "2030", "v": "1", "mecg.indexation": "0"}
    run = found(query)
    prices = run.here.at("price_index", 2030) / run.here.at("price_index", run.here.years[0])
    worth = row(query, None)
    assert worth["month"] == "150,000"
    assert worth["real"] == N.integer(150_000 / prices)
    assert worth["real_change"] == N.percent((1 / prices - 1) * 100)


def test_the_line_of_the_first_year_is_carried_forward_with_prices() -> None:
    query = {"s": USUAL, "y": "2030"}
    run = found(query)
    prices = run.here.at("price_index", 2030) / run.here.at("price_index", run.here.years[0])
    benefit = run.here.at("benefit_month_lak.mecg", 2030)
    assert row(query, 600_000.0)["poverty_line"] == N.percent(benefit / (600_000.0 * prices) * 100)


def test_an_unknown_line_is_a_dash_and_never_a_share() -> None:
    assert row({"s": USUAL, "y": "2030"}, None)["poverty_line"] == "–"


@pytest.mark.parametrize("year", ["2025", "2035"])
def test_only_programmes_that_pay_in_the_year_have_a_row(year: str) -> None:
    run = found({"s": "universal_floor", "y": year})
    paying = [p for p in run.state.scenario.programmes if run.here.at(f"recipients.{p.id}", int(year)) > 0]
    assert [one[0] for one in adequacy_table(run, None, T, N).rows] == [p.title.get("en") for p in paying]
