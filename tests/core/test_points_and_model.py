"""The point formulas and the traced model state the same equations: they must give the same numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sp_core import adequacy, costing, expenditure
from sp_core.indexation import constant_prices, indexed_path, mixed_change
from sp_core.model import project_every_quantity
from sp_core.phase_in import phase_in
from sp_core.programme import Indexation, Programme
from tests.core import ground

INPUTS = ground.inputs()
SEEDS = st.integers(0, 2**32 - 1)


def projected(programme: Programme, seed: int) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Return every quantity by year and the levers of one random valid setting."""
    model = ground.scenario(programme)
    levers = {name: float(values[0]) for name, values in ground.draws(model, 1, seed).items()}
    results = project_every_quantity(model, INPUTS, levers).results
    return {name: np.array(values) for name, values in results.items()}, levers


@settings(max_examples=60)
@given(SEEDS, st.sampled_from(["on_benefits", "of_total"]))
def test_recipients_cost_and_adequacy_agree(seed: int, basis: str) -> None:
    got, levers = projected(ground.programme(basis=basis, optional=("months_paid",)), seed)
    years = np.arange(2025, 2041)
    reached = phase_in(years, levers["grant.start_year"], levers["grant.full_year"])
    share = levers["grant.on"] * (0.1 + (levers["grant.coverage"] - 0.1) * reached)
    receiving = costing.recipients(got["target.grant"], take_up=share)
    assert got["recipients.grant"] == pytest.approx(receiving, rel=1e-12)
    paid = costing.benefits(receiving, got["benefit_month_lak.grant"] * 12, levers["grant.months_paid"])
    cost = costing.with_administration(paid, levers["grant.administration"], basis)  # type: ignore[arg-type]
    assert got["cost_lak.grant"] == pytest.approx(cost, rel=1e-12)
    assert got["cost_gdp"] == pytest.approx(costing.share_of_gdp(cost, got["gdp_lak"]), rel=1e-12)
    assert got["cost_usd"] == pytest.approx(expenditure.dollars(cost, got["exchange_rate"]), rel=1e-12)
    real = constant_prices(cost, got["price_index"], got["price_index"][:1])
    assert got["cost_constant_lak"] == pytest.approx(real, rel=1e-12)
    month = got["benefit_month_lak.grant"]
    wage = adequacy.share_of_monthly(month, got["minimum_wage_lak"])
    assert got["benefit_min_wage.grant"] == pytest.approx(wage, rel=1e-12)
    head = adequacy.share_of_gdp_head(month, got["gdp_lak"], got["population_persons"])
    assert got["benefit_gdp_head.grant"] == pytest.approx(head, rel=1e-12)


@settings(max_examples=60)
@given(
    SEEDS,
    st.sampled_from(["cpi", "wage", "gdp_head", "mixed"]),
    st.integers(0, 1),
    st.integers(1, 4),
    st.booleans(),
)
def test_indexation_agrees_for_every_rule(seed: int, kind: str, lag: int, every: int, ratchet: bool) -> None:
    rule = Indexation(kind=kind, lag=lag, every=every, ratchet=ratchet, cpi_weight=0.7)  # type: ignore[arg-type]
    got, levers = projected(ground.programme(indexation=rule), seed)
    growth = {
        "cpi": got["inflation"],
        "wage": got["wage_growth"],
        "gdp_head": got["gdp_head_growth"],
        "mixed": mixed_change(got["inflation"], got["wage_growth"], 0.7),
    }[kind]
    changes = dict(zip(range(2025, 2041), levers["grant.indexation"] * growth, strict=True))
    path = indexed_path(levers["grant.benefit"], changes, range(2025, 2041), lag=lag, every=every, ratchet=ratchet)
    assert got["benefit_month_lak.grant"] == pytest.approx(path, rel=1e-12)


@settings(max_examples=60)
@given(SEEDS)
def test_a_benefit_tied_to_income_costs_what_the_identity_says(seed: int) -> None:
    got, levers = projected(ground.programme(benefit="gdp_head"), seed)
    assume(levers["grant.on"] == 1.0)
    identity = costing.share_of_gdp_without_gdp(
        levers["grant.benefit"],
        got["target.grant"] / got["population_persons"],
        got["coverage.grant"],
        rate=levers["grant.administration"],
    )
    assert got["cost_gdp"] == pytest.approx(identity, rel=1e-12)
    assert not math.isnan(float(np.sum(identity)))
