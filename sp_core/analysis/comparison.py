"""Compare scenarios: what a difference owes to assumptions and what to policy.

baseline  ->  baseline under the scenario's assumptions  ->  scenario
          assumption effect                        policy effect
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sp_core.errors import InvalidInput
from sp_core.model import Projection, project, result_names, result_units
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario


@dataclass(frozen=True)
class Run:
    """One scenario to compare: with its inputs and its lever values (default: its overrides)."""

    scenario: Scenario
    inputs: ModelInputs
    values: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One result of one scenario in one year, and how it gets there from the baseline.

    `against_first` is the distance to the same result of the first scenario, None where it has no such result.
    """

    result: str
    unit: str
    year: int
    scenario: str
    baseline: float
    modified_baseline: float
    value: float
    against_first: float | None

    @property
    def assumption_effect(self) -> float:
        """Return what the assumptions alone change."""
        return self.modified_baseline - self.baseline

    @property
    def policy_effect(self) -> float:
        """Return what the policies change under these assumptions."""
        return self.value - self.modified_baseline


def compare(
    runs: Sequence[Run], names: Sequence[str] | None = None, years: Sequence[int] | None = None
) -> tuple[Row, ...]:
    """Return rows by result, year and scenario. Default: the results and years that all scenarios have.

    Raises InvalidInput for a result or year that no scenario has.
    """
    if not runs:
        raise InvalidInput("no scenario to compare")
    projections = [_three(run) for run in runs]
    wanted = names if names is not None else _shared([result_names(run.scenario) for run in runs])
    when = years if years is not None else _shared([run.scenario.assumptions.years for run in runs])
    _fail_if_nobody_has(wanted, when, runs)
    units = [result_units(run.scenario) for run in runs]
    return tuple(row for name in wanted for year in when for row in _rows(name, year, runs, projections, units))


T = TypeVar("T")
Three = tuple[Projection, Projection, Projection]


def _three(run: Run) -> Three:
    values = run.scenario.values(run.values)
    return (
        project(run.scenario, run.inputs, {}),
        project(run.scenario, run.inputs, run.scenario.modified_baseline(values)),
        project(run.scenario, run.inputs, values),
    )


def _rows(
    name: str, year: int, runs: Sequence[Run], projections: Sequence[Three], units: Sequence[Mapping[str, str]]
) -> Iterator[Row]:
    first = _at(projections[0][2], name, year)
    for run, three, unit in zip(runs, projections, units, strict=True):
        value = _at(three[2], name, year)
        if value is None:
            continue
        yield Row(
            result=name,
            unit=unit[name],
            year=year,
            scenario=run.scenario.id,
            baseline=float(three[0].at(name, year)),
            modified_baseline=float(three[1].at(name, year)),
            value=value,
            against_first=None if first is None else value - first,
        )


def _at(projection: Projection, name: str, year: int) -> float | None:
    known = name in projection.results and year in projection.years
    return float(projection.at(name, year)) if known else None


def _shared(sets: Sequence[Sequence[T]]) -> list[T]:
    return [one for one in sets[0] if all(one in other for other in sets[1:])]


def _fail_if_nobody_has(names: Sequence[str], years: Sequence[int], runs: Sequence[Run]) -> None:
    known = dict.fromkeys(name for run in runs for name in result_names(run.scenario))
    for name in names:
        if name not in known:
            raise InvalidInput(f"no result {name!r}; there are {', '.join(known)}")
    spans = {year for run in runs for year in run.scenario.assumptions.years}
    for year in years:
        if year not in spans:
            raise InvalidInput(f"year {year} is outside {min(spans)}..{max(spans)}")
