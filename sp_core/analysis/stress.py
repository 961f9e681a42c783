"""Stress: the same scenario struck by each recorded shock, and what its main results become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sp_core.errors import InvalidInput
from sp_core.scenario import Scenario
from sp_core.tape import Tape

CALM = "none"


@dataclass(frozen=True, slots=True)
class Stressed:
    """One result in one year under one shock, beside the same without any shock."""

    shock: str
    result: str
    year: int
    calm: float
    value: float

    @property
    def change(self) -> float:
        """Return what the shock changes, in the result's unit."""
        return self.value - self.calm


def stress(
    scenario: Scenario,
    tape: Tape,
    values: Mapping[str, float],
    shocks: Mapping[str, Mapping[str, float]],
    results: Sequence[str],
    years: Sequence[int],
) -> tuple[Stressed, ...]:
    """Return every result × year under every shock; `shocks` maps a name to lever values.

    A shock may move assumption levers only, so that its effect is never one of policy. `values`
    are the scenario's levers; shocks that they already hold are taken out of the calm case.
    """
    assumed = {lever.id for lever in scenario.assumptions.levers}
    for name, moved in shocks.items():
        foreign = [lever for lever in moved if lever not in assumed]
        if foreign:
            raise InvalidInput(f"shock {name}: {foreign[0]} is not an assumption")
    unknown = [name for name in results if name not in dict(tape.results)]
    if unknown:
        raise InvalidInput(f"no result {unknown[0]!r} to look at under stress")
    outside = [year for year in years if year not in tape.years]
    if outside:
        raise InvalidInput(f"year {outside[0]} is outside {tape.years[0]}..{tape.years[-1]}")
    sizes = {lever: 0.0 for lever in assumed if lever.endswith("_shock_size")}
    calm = tape.replay(scenario.values({**values, **sizes}))
    struck = {name: tape.replay(scenario.values({**values, **sizes, **moved})) for name, moved in shocks.items()}
    return tuple(
        Stressed(shock, result, year, calm[result][at], found[result][at])
        for shock, found in struck.items()
        for result in results
        for year, at in ((year, tape.years.index(year)) for year in years)
    )
