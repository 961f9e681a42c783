"""Run the model: as floats or arrays (`project`), or traced into a tape (`trace_scenario`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sp_core.model.checks import fail_if_not_a_number
from sp_core.model.fiscal_space_block import YIELDS
from sp_core.model.prepared import prepared, quantities
from sp_core.model.quantity import evaluate
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape, make_tape
from sp_core.trace import Recorder, Traced

KEPT = (
    "recipients",
    "cost_lak",
    "cost_gdp",
    "cost_revenue",
    "cost_constant_lak",
    "cost_usd",
    "gdp_lak",
    "revenue_lak",
    "price_index",
    "exchange_rate",
    "gdp_head_lak",
    "minimum_wage_lak",
)
KEPT_BY_PROGRAMME = (
    "target",
    "coverage",
    "recipients",
    "benefit_month_lak",
    "benefits_lak",
    "cost_lak",
    "benefit_min_wage",
    "benefit_gdp_head",
)
KEPT_OF_FINANCING = (
    "emergency_lak",
    "partners_lak",
    "contributions_lak",
    "state_central_lak",
    "state_provincial_lak",
    *YIELDS,
    "borrowing_lak",
    "space_lak",
    "ceiling_lak",
    "domestic_need_lak",
    "identified_lak",
    "financing_gap_lak",
    "fiscal_space_lak",
    "domestic_need_gdp",
    "identified_gdp",
    "financing_gap_gdp",
    "fiscal_space_gdp",
    "unfunded_lak",
    "unfunded_gdp",
    "expenditure_lak",
    "primary_balance_lak",
    "interest_lak",
    "debt_lak",
    "debt_gdp",
    "debt_stabilising_balance",
)


@dataclass(frozen=True)
class Projection:
    """The results of one run: per name, one value (or array of K draws) per year."""

    years: tuple[int, ...]
    results: Mapping[str, tuple[Any, ...]]

    def at(self, name: str, year: int) -> Any:
        """Return one result in one year."""
        return self.results[name][self.years.index(year)]


def result_names(scenario: Scenario) -> tuple[str, ...]:
    """Return the names of the results that are kept."""
    own = [f"{name}.{programme.id}" for name in KEPT_BY_PROGRAMME for programme in scenario.programmes]
    own += [f"leakage.{programme.id}" for programme in scenario.programmes if programme.target.targeted]
    if scenario.financing is None:
        return (*KEPT, *own)
    own += [f"partners_lak.{programme.id}" for programme in scenario.programmes if programme.has("partners_usd")]
    insured = [programme.id for programme in scenario.programmes if programme.contributory]
    own += [f"{name}.{one}" for name in ("contribution_income_lak", "contributions_lak") for one in insured]
    return (*KEPT, *KEPT_OF_FINANCING, *own)


def result_units(scenario: Scenario) -> dict[str, str]:
    """Return the unit of every result that is kept."""
    units = {quantity.name: quantity.unit for quantity in quantities(scenario)}
    return {name: units[name] for name in result_names(scenario)}


def project(scenario: Scenario, inputs: ModelInputs, levers: Mapping[str, Any] | None = None) -> Projection:
    """Project the scenario year by year.

    `levers` replaces the scenario's overrides (levers not named stand at their
    defaults); its values are floats or arrays of K draws. {} gives the baseline.
    """
    found = project_every_quantity(scenario, inputs, levers)
    return Projection(found.years, {name: found.results[name] for name in result_names(scenario)})


def project_every_quantity(
    scenario: Scenario, inputs: ModelInputs, levers: Mapping[str, Any] | None = None
) -> Projection:
    """Project as `project` does, and keep the quantities in between too (for explanations)."""
    ready = prepared(scenario, inputs)
    years = scenario.assumptions.years
    found = evaluate(ready.plan, years, PlainLeaves(scenario.values(levers), ready.inputs))
    results = {name: tuple(values) for name, values in found.items()}
    fail_if_not_a_number(scenario.id, years, results)
    return Projection(years, results)


def trace_scenario(scenario: Scenario, inputs: ModelInputs, *, every: bool = False) -> Tape:
    """Trace the scenario's structure into a tape; lever values play no part in it.

    `every` keeps the quantities in between too (for explanations).
    """
    ready = prepared(scenario, inputs)
    recorder = Recorder()
    years = scenario.assumptions.years
    found = evaluate(ready.plan, years, TracedLeaves(recorder, ready.inputs))
    results = found if every else {name: found[name] for name in result_names(scenario)}
    return make_tape(recorder, years, [lever.id for lever in scenario.levers], results)


class PlainLeaves:
    """Leaves as floats or arrays."""

    def __init__(self, levers: Mapping[str, Any], inputs: ModelInputs) -> None:
        self._levers, self._inputs = levers, inputs

    def lever(self, lever: str, /) -> Any:
        return self._levers[lever]

    def parameter(self, parameter: str, year: int, /) -> float:
        return self._inputs.value(parameter, year)

    def path(self, parameter: str, years: tuple[int, ...], /) -> tuple[float, ...]:
        return self._inputs.path(parameter, years)


class TracedLeaves:
    """Leaves as traced numbers."""

    def __init__(self, recorder: Recorder, inputs: ModelInputs) -> None:
        self._recorder, self._inputs = recorder, inputs

    def lever(self, lever: str, /) -> Traced:
        return self._recorder.lever(lever)

    def parameter(self, parameter: str, year: int, /) -> Traced:
        return self._recorder.parameter(parameter, year, self._inputs.value(parameter, year))

    def path(self, parameter: str, years: tuple[int, ...], /) -> tuple[Traced, ...]:
        return tuple(self.parameter(parameter, year) for year in years)
