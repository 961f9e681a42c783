"""Figures of financing on real presets: steps end at the gap, stacks end at the need, titles say what is certain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario
from sp_app.figures.debt import debt_moved, debt_path, power_of_ten
from sp_app.figures.financing import Span, need_to_gap, who_pays
from sp_app.figures.money import VIEWS
from sp_app.figures.render import render
from sp_app.figures.sources import Paid, Part, paid
from sp_app.figures.spec import FigureSpec, Series
from sp_app.figures.wording import Words
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_core.analysis import debt_change
from sp_core.model import Projection, project_every_quantity, with_structure
from tests.figures.test_financing_framework import printed

YEARS = tuple(range(2025, 2041))
LANGUAGES = ("en", "lo")


def words(language: str = "en") -> Words:
    return Words(t=texts(language), n=numbers(language), areas={}, credits={}, source="Source: data/")


def projected(name: str, **levers: float) -> Projection:
    scenario = load_scenario(name)
    inputs = model_inputs(open_database().queries(), scenario)
    return project_every_quantity(scenario, inputs, {**scenario.overrides, **levers})


def stacked(name: str, language: str = "en", last: int = 2035, view: str = "cost", **levers: float) -> FigureSpec:
    years = tuple(year for year in YEARS if year <= last)
    span = Span(years=years, chosen=2030, assumed_after=2030, phase_out="Partners leave")
    return who_pays(projected(name, **levers).results, span, VIEWS[view], words(language))


def of(spec: FigureSpec, key: str) -> Series:
    return next(series for series in spec.series if series.key == key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_lead_from_the_need_to_the_financing_gap(language: str) -> None:
    found = paid(printed("high_road", "cost", 2028)[0], 2028)
    spec = need_to_gap(found, VIEWS["cost"], words(language), 2025)
    drawn = render(spec)
    bars = drawn["data"]
    assert (spec.series[0].key, spec.series[-1].key) == ("need", "gap")
    ends = [bar["base"][0] + bar["x"][0] for bar in bars]
    for before, bar in zip(ends, bars[1:-1], strict=False):
        assert bar["base"][0] == pytest.approx(before)
    assert ends[-2] == pytest.approx(bars[-1]["x"][0])
    assert bars[-1]["marker"]["pattern"]["shape"] == "/"
    assert spec.simulated


def test_more_money_than_need_makes_a_negative_last_step_and_says_covered() -> None:
    part = Part("state", 12.0, 12.0)
    found = Paid(2030, Part("need", 10.0, 10.0), (part,), Part("gap", -2.0, -2.0))
    spec = need_to_gap(found, VIEWS["cost"], words(), 2025)
    assert spec.title == "All of the 2030 need has a source"
    assert render(spec)["data"][-1]["x"] == [-2.0]
    assert found.covered_words(numbers("en")) == "100%"


def test_a_need_is_covered_in_full_only_when_nothing_is_missing() -> None:
    part = Part("state", 9.99, 10.0)
    found = Paid(2030, Part("need", 10.0, 10.0), (part,), Part("gap", 0.01, 0.0))
    assert found.covered_words(numbers("en")) == "> 99%"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["high_road", "donor_exit_2030", "informal_extension"])
def test_the_stack_of_a_year_with_a_gap_ends_at_the_need(name: str, view: str) -> None:
    spec = stacked(name, view=view)
    results = projected(name).results
    divisors = VIEWS[view].divisors(results)
    parts = [series for series in spec.series if series.key != "need"]
    for at, year in enumerate(range(2025, 2036)):
        need = results["cost_lak"][at] / divisors[at]
        if results["financing_gap_lak"][at] >= 0.0:
            assert sum(series.y[at] or 0.0 for series in parts) == pytest.approx(need), year
            assert of(spec, "need").y[at] is None
        else:
            assert of(spec, "need").y[at] == pytest.approx(need)


def test_partners_who_leave_have_no_name_at_the_last_bar() -> None:
    spec = stacked("donor_exit_2030")
    assert of(spec, "partners").y[-1] == 0.0 and of(spec, "partners").end_label == ""
    assert any(note.text == "Partners leave" for note in spec.notes)
    texts_drawn = [a["text"] for a in render(spec)["layout"]["annotations"]]
    assert all(texts_drawn)


def test_titles_say_only_what_holds_for_every_year() -> None:
    assert stacked("donor_exit_2030").title == "No year to 2035 has sources for the whole need"
    paid_by_all = stacked("donor_exit_2030", state_allocation=0.03)
    assert paid_by_all.title == "Identified financing covers the need to 2035"
    from_a_year = stacked("donor_exit_2030", state_allocation=0.0003)
    assert from_a_year.title.startswith("From 202") and "outgrows" in from_a_year.title


def test_the_years_named_below_the_bars_leave_room_for_each_other() -> None:
    assert stacked("high_road").x_ticks == (2025.0, 2030.0, 2035.0)
    span = Span(years=YEARS[:11], chosen=2028, assumed_after=2030)
    named = who_pays(projected("high_road").results, span, VIEWS["cost"], words()).x_ticks
    assert named == (2025.0, 2028.0, 2030.0, 2035.0)


def test_debt_falls_below_its_limit_and_lines_that_coincide_say_so() -> None:
    here = projected("universal_floor").results["debt_gdp"]
    spec = debt_path(YEARS, here, here, 0.9, words(), 2030)
    assert [series.key for series in spec.series] == ["scenario", "limit"]
    assert "one line" in spec.measure and "falls" in spec.title
    borrowed = projected("universal_floor", borrowing=0.02, debt_limit=1.3).results["debt_gdp"]
    moved = debt_path(YEARS, borrowed, here, 0.9, words("lo"), 2030)
    assert [series.key for series in moved.series] == ["scenario", "baseline", "limit"]
    above = debt_path(YEARS, [1.0] * 16, here, 0.9, words(), 2030)
    assert "above the limit" in above.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_moves_debt_adds_up_on_the_screen_and_leaves_nothing(language: str) -> None:
    scenario = load_scenario("universal_floor")
    inputs = model_inputs(open_database().queries(), scenario)
    every = project_every_quantity(scenario, inputs)
    moved = debt_change(every, with_structure(scenario, inputs), 2025, 2030)
    assert abs(moved.residual) <= 1e-12
    spec = debt_moved(moved, words(language))
    steps = [series.y[0] or 0.0 for series in spec.series]
    assert steps[0] + sum(steps[1:-1]) == pytest.approx(steps[-1])
    assert (steps[0], steps[-1]) == (pytest.approx(90.675, abs=0.01), pytest.approx(65.366, abs=0.01))
    assert all(not name.isdigit() for series in spec.series for name in series.x if isinstance(name, str))
    borrowed = replace(moved, parts={**moved.parts, "borrowing": 0.01})
    assert len(debt_moved(borrowed, words(language)).series) == len(spec.series) + 1


def test_tiny_numbers_are_printed_as_powers_of_ten() -> None:
    assert (power_of_ten(0.0), power_of_ten(-6.4e-17), power_of_ten(1e-5)) == ("0", "6×10⁻¹⁷", "1×10⁻⁵")
