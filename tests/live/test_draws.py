"""The draws that travel to the browser: few, fixed, short, and those of the stated distributions."""

from __future__ import annotations

import json

import numpy as np
import pytest

from sp_app.data.scenario_files import scenario_ids
from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.live.draws import COUNT, draws, panel_draws
from sp_core.analysis import Draws
from tests.live.ground import scenario

SPREAD = load_uncertainty()


@pytest.mark.parametrize("name", scenario_ids())
def test_every_uncertain_lever_travels_with_its_own_scores_and_no_other(name: str) -> None:
    found = draws(scenario(name), SPREAD)
    assert [one["id"] for one in found["levers"]] == [lever.id for lever, _ in SPREAD.of(scenario(name))]
    exact = Draws(SPREAD, COUNT, SPREAD.seed)
    for one in found["levers"]:
        assert np.abs(np.array(one["scores"]) - exact.scores(one["id"])).max() <= 5e-7
    assert len(json.dumps(found)) < 150_000


def test_the_scores_are_correlated_as_stated_and_the_same_every_time() -> None:
    known = panel_draws(scenario(), SPREAD)
    growth, inflation = known.scores("growth_offset"), known.scores("inflation_offset")
    assert np.corrcoef(growth, inflation)[0, 1] == pytest.approx(SPREAD.correlation[0][1], abs=0.1)
    assert draws(scenario(), SPREAD) == draws(scenario(), load_uncertainty())


def test_the_table_of_shares_holds_both_neighbours_of_every_score() -> None:
    found = draws(scenario(), SPREAD)
    table, shares = found["table"], [one for one in found["levers"] if one["kind"] == "beta"]
    low, high = (table["first"] + i * table["step"] for i in (table["from"], table["from"] + len(table["shares"]) - 1))
    scores = [score for one in shares for score in one["scores"]]
    assert low <= min(scores) and max(scores) < high
    assert table["shares"] == sorted(table["shares"])
