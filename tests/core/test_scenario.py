"""Levers, programmes and scenarios refuse what contradicts itself, and name it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest

from sp_core.assumptions import converge, extended
from sp_core.errors import BadScenario, InvalidInput, OutOfBounds
from sp_core.parameter import ModelInputs, Parameter
from sp_core.programme import Indexation
from sp_core.scenario import Scenario
from tests.core import ground


def test_a_scenario_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ground.scenario().id = "other"  # type: ignore[misc]  # the point of the test


def test_values_are_the_overrides_over_the_defaults() -> None:
    model = ground.scenario(ground.programme(), overrides={"grant.coverage": 0.5})
    assert model.values()["grant.coverage"] == 0.5
    assert model.defaults()["grant.coverage"] == 0.1
    assert model.values({})["grant.coverage"] == 0.1


def test_the_modified_baseline_keeps_assumptions_and_resets_policy() -> None:
    model = ground.scenario()
    values = model.modified_baseline(model.values({"grant.coverage": 0.5, "growth_offset": 0.01}))
    assert (values["grant.coverage"], values["growth_offset"]) == (0.1, 0.01)


def test_a_value_outside_its_range_names_the_lever_and_guesses_the_slip() -> None:
    with pytest.raises(OutOfBounds, match=r"grant\.coverage: 50 outside 0\.\.1; a percentage"):
        ground.scenario().values({"grant.coverage": 50})
    with pytest.raises(OutOfBounds, match=r"grant\.coverage"):
        ground.scenario().values({"grant.coverage": np.array([0.5, 1.5])})
    with pytest.raises(OutOfBounds, match=r"grant\.coverage"):
        ground.scenario().values({"grant.coverage": float("nan")})


def test_years_are_whole_numbers_in_order() -> None:
    with pytest.raises(OutOfBounds, match="whole number"):
        ground.scenario().values({"grant.start_year": 2027.5})
    with pytest.raises(OutOfBounds, match="whole number"):
        ground.scenario().values({"grant.start_year": np.array([2027.5])})
    with pytest.raises(InvalidInput, match=r"comes before \w+\.start_year"):
        ground.scenario().values({"grant.start_year": 2030, "grant.full_year": 2028})


def test_an_unknown_lever_is_named_beside_the_known_ones() -> None:
    with pytest.raises(BadScenario, match=r"'grant\.speed'; there are grant\.on"):
        ground.scenario().values({"grant.speed": 1})


def test_a_headline_names_known_levers_and_no_more_than_sixteen() -> None:
    with pytest.raises(BadScenario, match="no lever"):
        replace(ground.scenario(), headline=("speed",))
    with pytest.raises(BadScenario, match="at most 16"):
        replace(ground.scenario(), headline=tuple(f"x{number}" for number in range(17)))
    with pytest.raises(BadScenario, match="each once"):
        replace(ground.scenario(), headline=("growth_offset", "growth_offset"))


def test_a_scenario_has_programmes_each_once() -> None:
    with pytest.raises(BadScenario, match="no programme"):
        Scenario(
            id="empty",
            title=ground.text("x"),
            description=ground.text("x"),
            status="illustrative",
            reference="x",
            programmes=(),
            assumptions=ground.assumptions(),
        )
    with pytest.raises(BadScenario, match="twice"):
        ground.scenario(ground.programme(), ground.programme())


def test_a_lever_needs_room_a_default_inside_and_a_source() -> None:
    good = ground.lever("x.benefit", 0.0, 1.0, 0.5)
    with pytest.raises(BadScenario, match="default"):
        replace(good, default=2.0)
    with pytest.raises(BadScenario, match="nothing can be moved"):
        replace(good, minimum=0.5, maximum=0.5)
    with pytest.raises(BadScenario, match="steps"):
        replace(good, step=0.0)
    with pytest.raises(BadScenario, match="source"):
        replace(good, illustrative=False, origin="")


def test_a_programme_has_exactly_the_levers_its_structure_needs() -> None:
    good = ground.programme()
    with pytest.raises(BadScenario, match=r"no lever grant\.benefit"):
        replace(good, levers=tuple(lever for lever in good.levers if lever.role != "benefit"))
    with pytest.raises(BadScenario, match="no use"):
        replace(good, levers=(*good.levers, ground.lever("grant.indexation", 0, 1, 0)))
    with pytest.raises(BadScenario, match="twice"):
        replace(good, levers=(*good.levers, good.levers[0]))
    with pytest.raises(BadScenario, match="another programme"):
        replace(good, levers=(ground.lever("other.on", 0, 1, 1), *good.levers[1:]))


def test_a_programme_does_not_contradict_itself() -> None:
    with pytest.raises(BadScenario, match="cannot be indexed"):
        ground.programme(benefit="gdp_head", indexation=Indexation(kind="cpi"))
    with pytest.raises(BadScenario, match="coverage today"):
        ground.programme(coverage_today=1.2)
    with pytest.raises(BadScenario, match="below 1"):
        one = ground.programme(basis="of_total")
        levers = tuple(replace(x, maximum=1.0) if x.role == "administration" else x for x in one.levers)
        replace(one, levers=levers)


@pytest.mark.parametrize("rule", [{"lag": 2}, {"every": 0}, {"cpi_weight": 1.5}])
def test_an_indexation_rule_stays_within_what_the_model_can_do(rule: dict[str, float]) -> None:
    with pytest.raises(BadScenario, match="indexation"):
        Indexation(kind="cpi", **rule)  # type: ignore[arg-type]  # one wrong value at a time


def test_a_parameter_is_a_finite_number_with_a_source() -> None:
    with pytest.raises(BadScenario, match="finite"):
        ground.parameter("x", 2025, float("nan"))
    with pytest.raises(BadScenario, match="origin"):
        Parameter(id="x", year=2025, value=1.0, unit="share", status="official", origin="", locator="p. 1")


def test_inputs_name_the_parameter_and_year_that_is_missing_or_double() -> None:
    held = ModelInputs((ground.parameter("x", 2025, 1.0),))
    with pytest.raises(BadScenario, match=r"x has no value for 2030: it has 2025\.\.2025"):
        held.value("x", 2030)
    with pytest.raises(BadScenario, match="not among the inputs"):
        held.value("y", 2030)
    with pytest.raises(BadScenario, match="twice"):
        held.with_more(held).value("x", 2025)


def test_a_rate_converges_in_a_straight_line_and_then_stays() -> None:
    assert [round(converge(0.10, 0.05, after, 5), 12) for after in range(8)] == [
        0.10, 0.09, 0.08, 0.07, 0.06, 0.05, 0.05, 0.05,
    ]  # fmt: skip


def test_after_the_last_published_year_levels_follow_the_converging_rates_and_say_so() -> None:
    """2031 by hand: growth 2.458 -> 2.4664 %; deflator change 9.912 -> 8.930 %; one fifth of the way."""
    macro = ModelInputs(
        tuple(p for p in ground.inputs() if p.id in {**ground.PUBLISHED, **ground.FLAT} and p.year <= 2030)
    )
    found = {(p.id, p.year): p for p in extended(macro, ground.assumptions())}
    deflator = 617906.688 / 548698.328 / 1.02458 - 1
    growth_2031, deflator_2031 = 0.02458 + (0.025 - 0.02458) / 5, deflator + (0.05 - deflator) / 5
    expected = 617906.688e9 * (1 + growth_2031) * (1 + deflator_2031)
    assert found["gdp_path", 2031].value == pytest.approx(expected, rel=1e-12)
    assert found["growth_path", 2035].value == pytest.approx(0.025, rel=1e-12)
    assert found["cpi_path", 2040].value / found["cpi_path", 2039].value == pytest.approx(1.05, rel=1e-12)
    assert {parameter.status for parameter in found.values()} == {"illustrative"}
