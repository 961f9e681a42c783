"""The uncertainty file: its spreads and correlations are computed again from the published figures."""

from __future__ import annotations

import re
import shutil
import statistics
from itertools import combinations
from pathlib import Path

import pytest

from sp_app.data.places import DATA
from sp_app.data.queries import Queries
from sp_app.data.scenario_files import load_assumptions, load_scenario, scenario_ids
from sp_app.data.uncertainty_files import load_uncertainty
from sp_core.analysis import Draws, History, TwoPiece, Variants, uncertain_ranges
from sp_core.analysis.draws import settings
from sp_core.analysis.history import score_correlation, two_piece_spread
from sp_core.errors import DataError

LAO = re.compile("[\u0e80-\u0eff]")
DAMAGE = re.compile("[\u200b-\u200f\u0e00-\u0e7f]|\u0ecd\u0eb2|  ")
PERCENT = 100.0


def yearly(queries: Queries, history: History) -> list[float]:
    """Return the published yearly figures behind a spread, as shares."""

    def value(year: int) -> float:
        found = queries.observation(history.indicator, "LAO", year, "T", "all")
        assert found is not None and found.status == "estimate", f"{history.indicator} {year}"
        return found.value

    years = range(history.first, history.last + 1)
    if history.growth:
        return [value(year) / value(year - 1) - 1.0 for year in years]
    return [value(year) / PERCENT for year in years]


def test_every_spread_with_a_history_is_that_of_the_published_figures(queries: Queries) -> None:
    sourced = [one for one in load_uncertainty().inputs if one.history is not None]
    assert len(sourced) == 4
    for one in sourced:
        assert isinstance(one.distribution, TwoPiece)
        down, up = two_piece_spread(yearly(queries, one.history), one.history.averaged)
        assert (one.distribution.down, one.distribution.up) == pytest.approx((down, up), abs=5.1e-5), one.lever


def test_every_correlation_is_that_of_the_published_figures(queries: Queries) -> None:
    found = load_uncertainty()
    histories = {one.lever: one.history for one in found.inputs}
    series = [yearly(queries, histories[name]) for name in found.correlated]
    for one, other in combinations(range(len(series)), 2):
        expected = score_correlation(series[one], series[other])
        assert found.correlation[one][other] == pytest.approx(expected, abs=0.0051), (one, other)


def test_every_uncertain_input_says_why_and_where_from_or_is_illustrative(queries: Queries) -> None:
    origins = {origin.key for origin in queries.origins()}
    for one in load_uncertainty().inputs:
        for text in (one.name, one.reason):
            assert text.en and LAO.search(text.lo) and not DAMAGE.search(text.lo), one.lever
        assert one.origin in origins and one.locator
        assert (one.status == "illustrative") == (one.origin == "own_assumption")
        derived = isinstance(one.distribution, Variants)
        assert (one.history is None) == (one.status == "illustrative" or derived)


def test_the_share_of_a_population_variant_is_that_of_the_published_intervals(queries: Queries) -> None:
    """The low and high variant lie as far as this from the middle of the interval; half way the nearest changes."""

    def wide(ends: tuple[str, str], year: int) -> float:
        low, high = (queries.observation(f"tfr_{end}", "LAO", year, "F") for end in ends)
        assert low is not None and high is not None
        return high.value - low.value

    interval = statistics.mean(wide(("80l", "80u"), y) / wide(("low", "high"), y) for y in range(2026, 2041))
    standard = statistics.NormalDist()
    found = next(one for one in load_uncertainty().inputs if one.lever == "population_variant").distribution
    assert found == Variants(round(standard.cdf(-0.5 * standard.inv_cdf(0.9) / interval), 2))


def test_every_uncertain_lever_exists() -> None:
    levers = {lever.id for lever in load_assumptions("base").levers}
    roles = {lever.role for name in scenario_ids() for one in load_scenario(name).programmes for lever in one.levers}
    for one in load_uncertainty().inputs:
        assert one.lever in (roles if one.by_role else levers)


@pytest.mark.parametrize("name", scenario_ids())
def test_no_more_than_one_draw_in_ten_is_held_at_the_end_of_a_range(name: str) -> None:
    scenario, spread = load_scenario(name), load_uncertainty()
    found = settings(scenario, scenario.overrides, Draws(spread, spread.draws, spread.seed))
    assert set(found.clipped) == set(uncertain_ranges(scenario, scenario.overrides, spread))
    assert max(found.clipped.values()) < 0.1


BROKEN = {
    "correlation_one_sided": ("[1.0, -0.76, 0.68, -0.81]", "[1.0, 0.76, 0.68, -0.81]", "symmetric"),
    "correlation_too_large": ("-0.76", "-7.6", r"correlation"),
    "lever_not_listed": ('correlated = ["growth_offset"', 'correlated = ["rain"', "rain is not among"),
    "kind_unknown": ('kind = "beta"', 'kind = "gamma"', r"roles\.take_up\.kind"),
    "number_of_another_kind": ("sd = 0.07", "sigma = 0.07", "needs mean and sd"),
    "no_reason": ('reason_en = "Spread of real', 'reason_en = ""\nx = "', "reason_en"),
    "no_source": ('origin = "imf_weo_2025_10"\n', "", "either a source"),
    "too_few_draws": ("draws = 10000", "draws = 10", "field draws is 10"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_with_file_and_field(tmp_path: Path, case: str) -> None:
    shutil.copytree(DATA / "uncertainty", tmp_path / "uncertainty")
    path = tmp_path / "uncertainty" / "base.toml"
    text = path.read_text(encoding="utf-8")
    pattern, instead, said = BROKEN[case]
    broken = text.replace(pattern, instead)
    assert broken != text
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(DataError, match=r"base\.toml.*" + said):
        load_uncertainty("base", tmp_path)


def test_an_unknown_file_is_named() -> None:
    with pytest.raises(DataError, match=r"wild\.toml: no such file in uncertainty/"):
        load_uncertainty("wild")
