"""The model is written once: as floats, as arrays and as a replayed tape it is the same number.

Only a geometric phase-out of partners holds a power, which NumPy rounds differently (within 1e-12);
everything else is compared bit by bit.
One run projects 40 random structures at 50 random settings of their levers: 2,000 scenarios.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sp_core.model import project, trace_scenario
from sp_core.programme import IN_KIP, OPTIONAL, Indexation, Programme
from sp_core.scenario import Scenario
from sp_core.tape import Tape
from tests.core import ground
from tests.core.ground_financing import financing

ROWS = 50
INPUTS = ground.inputs()

indexations = st.builds(
    Indexation,
    kind=st.sampled_from(["none", "cpi", "wage", "gdp_head", "mixed"]),
    lag=st.integers(0, 1),
    every=st.integers(1, 4),
    ratchet=st.booleans(),
    cpi_weight=st.sampled_from([0.0, 0.3, 1.0]),
)


@st.composite
def programmes(draw: Any, name: str) -> Programme:
    """Return a programme of random structure."""
    kinds = ["fixed", "fixed", "fixed_day", "fixed_usd", "gdp_head", "minimum_wage", "contribution"]
    benefit = draw(st.sampled_from(kinds))
    return ground.programme(
        name,
        target=draw(st.sampled_from(sorted(ground.TARGETS))),
        benefit=benefit,
        indexation=draw(indexations) if benefit in IN_KIP else None,
        basis=draw(st.sampled_from(["on_benefits", "of_total"])),
        coverage_today=draw(st.floats(0, 1)),
        optional=draw(st.lists(st.sampled_from(OPTIONAL), unique=True)),
        contributory=draw(st.booleans()),
    )


@st.composite
def scenarios(draw: Any) -> Scenario:
    """Return a scenario of one to three programmes of random structure, with and without financing."""
    phase_out = draw(st.sampled_from([None, "linear", "step"]))
    chosen = [draw(programmes(f"p{number}")) for number in range(draw(st.integers(1, 3)))]
    return ground.scenario(*chosen, paid_by=financing(phase_out) if phase_out else None)


def row_bits(results: Mapping[str, tuple[float, ...]]) -> bytes:
    """Return the results of one run as the bytes of their floats: equal means to the last bit, signs of zero too."""
    return array("d", [value for name in sorted(results) for value in results[name]]).tobytes()


def array_bits(results: Mapping[str, tuple[Any, ...]]) -> bytes:
    """Return the results of a run over ROWS draws, row by row, as the bytes of their floats."""
    cells = [np.broadcast_to(value, ROWS) for name in sorted(results) for value in results[name]]
    return np.array(cells, dtype=float).T.tobytes()


@settings(max_examples=40, deadline=None)
@given(scenarios(), st.integers(0, 2**32 - 1))
def test_float_array_and_replayed_tape_are_identical_to_the_last_bit(model: Scenario, seed: int) -> None:
    draws = ground.draws(model, ROWS, seed)
    tape = Tape.from_json(trace_scenario(model, INPUTS).to_json())
    rows = [{name: float(values[row]) for name, values in draws.items()} for row in range(ROWS)]
    floats = b"".join(row_bits(project(model, INPUTS, levers).results) for levers in rows)
    assert floats == b"".join(row_bits(tape.replay(levers)) for levers in rows)
    assert floats == array_bits(project(model, INPUTS, draws).results)
    assert floats == array_bits(tape.replay(draws))


@settings(max_examples=40, deadline=None)
@given(scenarios(), st.integers(0, 2**32 - 1))
def test_results_are_finite_and_within_reason_all_over_the_box(model: Scenario, seed: int) -> None:
    results = project(model, INPUTS, ground.draws(model, 200, seed)).results
    for values in results.values():
        assert all(np.all(np.isfinite(value)) for value in values)
    for one in model.programmes:
        for target, got in zip(results[f"target.{one.id}"], results[f"recipients.{one.id}"], strict=True):
            assert np.all(np.asarray(got) >= 0.0)
            assert np.all(np.asarray(got) <= np.asarray(target) * (1.0 + 1e-12))
        for cost in results[f"cost_lak.{one.id}"]:
            assert np.all(np.asarray(cost) >= 0.0)


@settings(max_examples=25, deadline=None)
@given(scenarios(), st.integers(0, 2**32 - 1))
def test_even_years_in_the_wrong_order_give_finite_results_in_the_browser(model: Scenario, seed: int) -> None:
    draws = ground.draws(model, 100, seed)
    for one in model.programmes:
        draws[f"{one.id}.full_year"] = draws[f"{one.id}.full_year"] - 14.0
    for values in trace_scenario(model, INPUTS).replay(draws).values():
        assert all(np.all(np.isfinite(value)) for value in values)


@settings(max_examples=30, deadline=None)
@given(scenarios(), st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_cost_rises_with_the_benefit_and_with_nothing_else_changed(model: Scenario, seed: int, part: float) -> None:
    draws = ground.draws(model, 50, seed)
    more = dict(draws)
    for one in model.programmes:
        name, most = f"{one.id}.benefit", one.lever("benefit").maximum
        more[name] = np.minimum(draws[name] + (most - draws[name]) * part, most)  # rounding may pass the maximum
    low, high = project(model, INPUTS, draws).results["cost_lak"], project(model, INPUTS, more).results["cost_lak"]
    assert all(np.all(np.asarray(a) <= np.asarray(b)) for a, b in zip(low, high, strict=True))


def test_the_tape_does_not_depend_on_the_levers() -> None:
    first = ground.scenario(ground.programme(), overrides={"grant.coverage": 0.2})
    second = ground.scenario(ground.programme(), overrides={"grant.coverage": 0.9, "growth_offset": 0.01})
    assert trace_scenario(first, INPUTS).hash == trace_scenario(second, INPUTS).hash


def test_another_structure_makes_another_tape() -> None:
    cpi = ground.programme(indexation=Indexation(kind="cpi"))
    lagged = ground.programme(indexation=Indexation(kind="cpi", lag=1))
    hashes = {trace_scenario(ground.scenario(one), INPUTS).hash for one in (cpi, lagged, ground.programme())}
    assert len(hashes) == 3


@settings(max_examples=10, deadline=None)
@given(programmes("p0"), st.integers(0, 2**32 - 1))
def test_with_a_geometric_phase_out_the_three_agree_within_a_millionth_of_a_millionth(
    one: Programme, seed: int
) -> None:
    model = ground.scenario(one, paid_by=financing("geometric"))
    draws = ground.draws(model, ROWS, seed)
    tape = trace_scenario(model, INPUTS)
    rows = project(model, INPUTS, draws).results
    for row in (0, ROWS - 1):
        single = project(model, INPUTS, {name: float(values[row]) for name, values in draws.items()}).results
        replayed = tape.replay({name: float(values[row]) for name, values in draws.items()})
        for name, values in single.items():
            assert replayed[name] == values
            many = [np.broadcast_to(value, ROWS)[row] for value in rows[name]]
            # Differences of nearly equal amounts (a gap of zero) are judged against what they are made of.
            scale = 1e-12 * max(1.0, *(abs(value) for value in single["cost_lak"]))
            assert many == pytest.approx(values, rel=1e-12, abs=scale if name.endswith("_lak") else 1e-12), name
