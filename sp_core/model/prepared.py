"""What a run needs besides the levers, worked out once per scenario and inputs: it takes longer than the run itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sp_core.model.checks import fail_if_a_denominator_can_vanish
from sp_core.model.debt_block import carried_quantities, debt_quantities
from sp_core.model.emergency_block import emergency_quantities
from sp_core.model.financing_block import financing_quantities
from sp_core.model.fiscal_space_block import fiscal_space_quantities
from sp_core.model.indexation_block import adjustment_years
from sp_core.model.macro import macro_quantities
from sp_core.model.programme_block import programme_quantities
from sp_core.model.quantity import Plan, Quantity, plan
from sp_core.model.sources_block import source_quantities
from sp_core.model.totals import total_quantities
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario

KEPT = 64  # scenarios: those of the library and what a few visitors made of them


@dataclass(frozen=True, slots=True)
class Prepared:
    """Quantities in order of calculation, how a run goes, and the complete, checked inputs."""

    quantities: tuple[Quantity, ...]
    plan: Plan
    inputs: ModelInputs


class Same:
    """Two objects compared by what they are, not by what they hold: hashing every programme would cost a run."""

    __slots__ = ("inputs", "scenario")

    def __init__(self, scenario: Scenario, inputs: ModelInputs) -> None:
        self.scenario, self.inputs = scenario, inputs

    def __hash__(self) -> int:
        return hash((id(self.scenario), id(self.inputs)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.scenario is other.scenario and self.inputs is other.inputs


def prepared(scenario: Scenario, inputs: ModelInputs) -> Prepared:
    """Return what a run of `scenario` on `inputs` needs; raise BadScenario where a denominator can vanish."""
    return _prepared(Same(scenario, inputs))


@lru_cache(maxsize=KEPT)
def _prepared(key: Same) -> Prepared:
    complete = with_structure(key.scenario, key.inputs)
    fail_if_a_denominator_can_vanish(key.scenario, complete)
    found = quantities(key.scenario)
    return Prepared(found, plan(found), complete)


def quantities(scenario: Scenario) -> tuple[Quantity, ...]:
    """Return every named quantity of the scenario's model, in order of calculation."""
    programmes = tuple(quantity for programme in scenario.programmes for quantity in programme_quantities(programme))
    ground = (*macro_quantities(), *programmes)
    if scenario.financing is None:
        return (*ground, *total_quantities(scenario.programmes))
    return (
        *ground,
        *total_quantities(scenario.programmes, emergency_quantities()),
        *source_quantities(scenario.programmes, scenario.financing),
        *carried_quantities(),
        *fiscal_space_quantities(scenario.programmes),
        *debt_quantities(),
        *financing_quantities(),
    )


def with_structure(scenario: Scenario, inputs: ModelInputs) -> ModelInputs:
    """Return the inputs together with the parameters that the programmes bring along."""
    years = scenario.assumptions.years
    own = [programme.coverage_today for programme in scenario.programmes]
    steps = [parameter for programme in scenario.programmes for parameter in adjustment_years(programme, years)]
    return inputs.with_more([*own, *steps])
