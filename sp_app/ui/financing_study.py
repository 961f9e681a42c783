"""What the page on financing shows, calculated once per scenario, levers and build; no language in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from sp_app.data.database import open_database
from sp_app.data.last_actual import LastActual, last_actual
from sp_app.figures.framework import Statement, framework_years, statement
from sp_app.figures.money import VIEWS
from sp_app.live.link import LinkState
from sp_app.live.pack import last_published_year
from sp_app.ui.scenario_ground import Ground, ground
from sp_core.analysis import (
    DebtMoved,
    Delay,
    Explainer,
    Framework,
    Stressed,
    debt_change,
    delay,
    framework,
    stress,
)
from sp_core.analysis.plan import make_plan
from sp_core.errors import OutOfBounds
from sp_core.financing import OPTIONS
from sp_core.model import Projection, project, project_every_quantity
from sp_core.programme import Programme
from sp_core.scenario import Scenario

KEPT = 48  # states of levers; a meeting goes back and forth between a few


@dataclass(frozen=True)
class Study:
    """One state of the levers of one scenario with financing, on the figures of one build."""

    known: Ground
    values: Mapping[str, float]
    actual: LastActual

    @property
    def scenario(self) -> Scenario:
        """Return the scenario."""
        return self.known.scenario

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years of the projection."""
        return self.scenario.assumptions.years

    @cached_property
    def here(self) -> Projection:
        """Return every quantity under the levers as they stand."""
        return project_every_quantity(self.scenario, self.known.given, self.values)

    @cached_property
    def assumed(self) -> Projection:
        """Return every quantity of today's policies under these assumptions."""
        return project_every_quantity(self.scenario, self.known.given, self.scenario.modified_baseline(self.values))

    @cached_property
    def baseline(self) -> Projection:
        """Return the results of today's policies under the published assumptions."""
        return project(self.scenario, self.known.given, {})

    @cached_property
    def table(self) -> Framework:
        """Return the framework of all years, nominal kip."""
        return framework(self.scenario, self.known.given, self.values, self.years)

    @cached_property
    def explained(self) -> Explainer:
        """Return what explains the results."""
        return Explainer(self.scenario, self.known.given, self.values)

    @cached_property
    def explained_assumed(self) -> Explainer:
        """Return what explains the results of today's policies under these assumptions."""
        return Explainer(self.scenario, self.known.given, self.scenario.modified_baseline(self.values))

    @cached_property
    def _statements(self) -> dict[tuple[int, str], Statement]:
        return {}

    def statement(self, year: int, view: str) -> Statement:
        """Return the framework in print, with a column for `year`, in the unit of `view`."""
        key = (year, view)
        if key not in self._statements:
            before = {one.id: one.value for one in self.actual.parameters}
            years = framework_years(self.scenario, year)
            self._statements[key] = statement(self.table, years, before, self.actual.year, VIEWS[view])
        return self._statements[key]

    def debt(self, first: int, last: int) -> DebtMoved:
        """Return what moves public debt between two years."""
        return debt_change(self.here, self.known.inputs, first, last)

    def at(self, result: str, year: int) -> float:
        """Return one quantity in one year."""
        return float(self.here.at(result, year))

    def first_year_of(self, programme: str) -> int:
        """Return the first year in which the scenario adds to what a programme costs today."""
        values = self.table.line("new_policy", programme).values
        return next(year for year, value in zip(self.years, values, strict=True) if value > 0.0)

    @cached_property
    def _delays(self) -> dict[str, Delay | None]:
        return {}

    def delay(self, programme: str) -> Delay | None:
        """Return what a year's delay of a programme means, None where its levers allow no later year."""
        if programme not in self._delays:
            try:
                self._delays[programme] = delay(self.scenario, self.known.tape, self.values, programme)
            except OutOfBounds:
                self._delays[programme] = None
        return self._delays[programme]

    def stressed(
        self, shocks: Mapping[str, Mapping[str, float]], results: Sequence[str], year: int
    ) -> dict[tuple[str, str], Stressed]:
        """Return results in `year` by shock and result."""
        key = (year, tuple(results))
        if key not in self._stressed:
            rows = stress(self.scenario, self.known.tape, self.values, shocks, results, [year])
            self._stressed[key] = {(row.shock, row.result): row for row in rows}
        return self._stressed[key]

    @cached_property
    def _stressed(self) -> dict[tuple[int, tuple[str, ...]], dict[tuple[str, str], Stressed]]:
        return {}

    @cached_property
    def _steps_more(self) -> dict[int, dict[str, float]]:
        return {}

    def one_step_more(self, year: int) -> dict[str, float]:
        """Return what one coarse step more of each fiscal-space option would bring in `year`, kip."""
        if year not in self._steps_more:
            plan = make_plan(self.known.tape, self.values, OPTIONS, (("space_lak", year),))
            rows = {name: np.full(1 + len(OPTIONS), self.values[name]) for name in OPTIONS}
            for number, name in enumerate(OPTIONS, start=1):
                lever = self.scenario.lever(name)
                rows[name][number] = min(lever.maximum, self.values[name] + lever.coarse_step)
            brought = np.broadcast_to(plan.run(rows)[0], 1 + len(OPTIONS))
            found = {name: float(brought[n] - brought[0]) for n, name in enumerate(OPTIONS, start=1)}
            self._steps_more[year] = found
        return self._steps_more[year]

    @property
    def assumed_after(self) -> int:
        """Return the last year that rests on published projections."""
        return last_published_year(self.known.inputs)

    @property
    def options(self) -> tuple[Programme, ...]:
        """Return the programmes that this scenario adds or enlarges, in its order."""
        return tuple(p for p in self.scenario.programmes if self.added(p.id) > 0.0)

    def added(self, programme: str) -> float:
        """Return the most that a programme costs beyond today's policies in one year, kip."""
        name = f"cost_lak.{programme}"
        return max(a - b for a, b in zip(self.here.results[name], self.assumed.results[name], strict=True))


def study(state: LinkState) -> Study:
    """Return the study of a state of the levers; the scenario must have financing."""
    moved = tuple(sorted((name, float(value)) for name, value in state.values.items()))
    return _study(state.scenario.id, moved, open_database().build_id)


@lru_cache(maxsize=KEPT)
def _study(name: str, values: tuple[tuple[str, float], ...], _build: str) -> Study:
    known = ground(name)
    return Study(known, dict(values), last_actual(open_database().queries(), known.scenario))
