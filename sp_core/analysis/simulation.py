"""Simulate: all draws through the scenario's tape, in batches, keeping only what was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sp_core.analysis.draws import Array, Draws, batches, settings
from sp_core.analysis.plan import make_plan
from sp_core.errors import InvalidInput, OutOfBounds
from sp_core.scenario import Scenario
from sp_core.tape import Tape

BATCH = 5_000  # draws at once: few passes through the operations, and arrays that stay in the cache


@dataclass(frozen=True)
class Simulation:
    """Draws of some results: per name an array years x draws, and the scenario's own line without any draw."""

    years: tuple[int, ...]
    seed: int
    count: int
    results: Mapping[str, Array]
    central: Mapping[str, tuple[float, ...]]
    clipped: Mapping[str, float]  # lever -> share of draws held at an end of its range


def simulate(
    scenario: Scenario,
    tape: Tape,
    values: Mapping[str, float],
    draws: Draws,
    names: Sequence[str],
    batch: int = BATCH,
) -> Simulation:
    """Run the draws around `values`; the tape must be the scenario's own.

    Raises InvalidInput for a result the tape does not have, OutOfBounds when a draw gives no finite number.
    """
    setting = settings(scenario, values, draws)
    wanted = [(name, year) for name in names for year in tape.years]
    plan = make_plan(tape, {**setting.levers, **dict.fromkeys(setting.varying, 0.0)}, setting.varying, wanted)
    found = np.empty((len(wanted), draws.count))
    for part in batches(draws.count, batch):
        for row, value in enumerate(plan.run({name: setting.levers[name][part] for name in setting.varying})):
            found[row, part] = value
    if not np.isfinite(found).all():
        raise OutOfBounds(f"scenario {scenario.id}: a draw gives a result that is not a finite number")
    own = plan.run({name: float(scenario.values(values)[name]) for name in setting.varying})
    size = len(tape.years)
    return Simulation(
        years=tape.years,
        seed=draws.seed,
        count=draws.count,
        results={name: found[at * size : (at + 1) * size] for at, name in enumerate(names)},
        central={name: tuple(map(float, own[at * size : (at + 1) * size])) for at, name in enumerate(names)},
        clipped=setting.clipped,
    )


def difference(one: Simulation, other: Simulation) -> Simulation:
    """Return `one` minus `other`, draw by draw, for the results they share; both need the same draws."""
    if (one.years, one.seed, one.count) != (other.years, other.seed, other.count):
        raise InvalidInput("two simulations can be compared only over the same years, seed and number of draws")
    names = [name for name in one.results if name in other.results]
    return Simulation(
        years=one.years,
        seed=one.seed,
        count=one.count,
        results={name: one.results[name] - other.results[name] for name in names},
        central={
            name: tuple(a - b for a, b in zip(one.central[name], other.central[name], strict=True)) for name in names
        },
        clipped={
            name: max(one.clipped.get(name, 0.0), other.clipped.get(name, 0.0))
            for name in {**one.clipped, **other.clipped}
        },
    )
