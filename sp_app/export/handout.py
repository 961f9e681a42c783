"""What every hand-out of a scenario says: levers, results, sources, marks, build, model, date; in one language.

A hand-out depends on nothing but what is written here, so two made from the same scenario,
levers, language, date and build of the figures are the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sp_app.data.database import open_database
from sp_app.data.last_actual import LastActual, last_actual
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import OWN_ASSUMPTION
from sp_app.i18n import Texts, texts
from sp_app.i18n.numbers import Numbers, numbers
from sp_app.live.lever_names import full_name, illustrative_note
from sp_app.live.link import LinkState, start
from sp_app.live.units import lever_unit
from sp_core.analysis import Framework, framework
from sp_core.lever import Lever
from sp_core.model import Projection, project_every_quantity, quantities, trace_scenario, with_structure
from sp_core.model.quantity import Quantity
from sp_core.model.version import model_version
from sp_core.parameter import ModelInputs
from sp_core.records import Origin
from sp_core.scenario import Scenario
from sp_core.tape import Tape

LONGEST_NAME = 160  # letters of a proposer that are printed


@dataclass(frozen=True, slots=True)
class Change:
    """A lever that does not stand at today's value: its full name, old and new in print and exactly."""

    lever: Lever
    name: str
    old: str
    new: str
    old_value: float
    new_value: float


@dataclass(frozen=True, kw_only=True)
class Handout:
    """One scenario at one setting of its levers, ready to be written in any format.

    `values` names every lever. `given` is what the model is run with. `origins` are those behind a given
    figure or a lever, `credit_of` holds their printed credits by key (and that of this project's own
    choices, which are no publication). `day` is the date the caller gives.
    """

    scenario: Scenario
    values: Mapping[str, float]
    given: ModelInputs
    language: str
    day: datetime.date
    build_id: str
    credit_of: Mapping[str, str]
    origins: tuple[Origin, ...]
    actual: LastActual
    proposer: str = ""  # as typed; empty: to be written in by hand

    @cached_property
    def t(self) -> Texts:
        """Return the texts of the language."""
        return texts(self.language)

    @cached_property
    def n(self) -> Numbers:
        """Return the number formats of the language."""
        return numbers(self.language)

    @property
    def title(self) -> str:
        """Return the scenario's title; it may be what a user typed."""
        return self.scenario.title.get(self.language)

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years of the projection."""
        return self.scenario.assumptions.years

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return every named quantity, in order of calculation."""
        return quantities(self.scenario)

    @cached_property
    def model_version(self) -> str:
        """Return the name of the equations."""
        return model_version(self.quantities)

    @cached_property
    def here(self) -> Projection:
        """Return every quantity under the levers as they stand."""
        return project_every_quantity(self.scenario, self.given, self.values)

    @cached_property
    def baseline(self) -> Projection:
        """Return every quantity of today's policies under the published assumptions."""
        return project_every_quantity(self.scenario, self.given, {})

    @cached_property
    def modified(self) -> Projection:
        """Return every quantity of today's policies under this scenario's assumptions."""
        return project_every_quantity(self.scenario, self.given, self.scenario.modified_baseline(self.values))

    @cached_property
    def framework(self) -> Framework | None:
        """Return the medium-term framework of all years in nominal kip, None where nobody is said to pay."""
        if self.scenario.financing is None:
            return None
        return framework(self.scenario, self.given, self.values, self.years)

    @cached_property
    def tape(self) -> Tape:
        """Return the tape of the scenario."""
        return trace_scenario(self.scenario, self.given)

    @cached_property
    def inputs(self) -> ModelInputs:
        """Return the given figures that some result depends on, structure included."""
        used = set(self.tape.parameters)
        return ModelInputs(tuple(p for p in with_structure(self.scenario, self.given) if (p.id, p.year) in used))

    @property
    def state(self) -> LinkState:
        """Return the scenario as an address holds it."""
        first = start(self.scenario)
        return LinkState(self.scenario, self.values, first.year, first.view)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return every lever that was moved away from today: old → new."""
        moved = [lever for lever in self.scenario.levers if self.values[lever.id] != lever.default]
        return tuple(self._change(lever) for lever in moved)

    def _change(self, lever: Lever) -> Change:
        unit, new = lever_unit(lever, self.t), self.values[lever.id]
        words = (unit.text(self.n, lever.default), unit.text(self.n, new))
        return Change(lever, full_name(lever, self.scenario, self.t), *words, lever.default, new)

    @cached_property
    def credits(self) -> tuple[str, ...]:
        """Return the printed credit of every published figure behind the results, each once."""
        published = (p for p in self.inputs if p.status != "illustrative")
        return tuple(dict.fromkeys(self.credit_of[p.origin] for p in published))

    @cached_property
    def illustrative(self) -> tuple[str, ...]:
        """Return the names of the levers that no published figure stands behind."""
        return tuple(full_name(it, self.scenario, self.t) for it in self.scenario.levers if it.illustrative)

    @property
    def simulated(self) -> str:
        """Return the mark that stands wherever a result is shown."""
        return self.t("scenarios.csv_mark")

    @property
    def marks(self) -> tuple[str, ...]:
        """Return what has to be known beside any number of this hand-out, one sentence each."""
        return (self.simulated, *illustrative_note(self.scenario, self.t))

    @property
    def edition(self) -> str:
        """Return date, build of the figures and model in one line."""
        return self.t("export.edition", day=self.n.date(self.day), build=self.build_id, model=self.model_version)


def in_language(one: Handout, language: str) -> Handout:
    """Return the same hand-out in another language."""
    if language == one.language:
        return one
    own = {OWN_ASSUMPTION: texts(language)("scenarios.own_choice")}
    return replace(one, language=language, credit_of={**one.credit_of, **own})


def handout(
    scenario: Scenario,
    values: Mapping[str, float] | None,
    language: str,
    day: datetime.date,
    given: ModelInputs | None = None,
    proposer: str = "",
) -> Handout:
    """Gather what a hand-out of `scenario` says on the figures of this build.

    `values` moves levers away from their defaults (None: as the scenario's file says) and is
    checked; `given` spares reading the model's inputs again;
    `proposer` is who brings it before the committee. Nothing is calculated yet.
    """
    database = open_database()
    queries, t = database.queries(), texts(language)
    known = given if given is not None else model_inputs(queries, scenario)
    actual = last_actual(queries, scenario)
    keys = [p.origin for p in (*with_structure(scenario, known), *actual.parameters)]
    keys += [lever.origin for lever in scenario.levers if lever.origin]
    origins = tuple(queries.origin(key) for key in dict.fromkeys(keys) if key != OWN_ASSUMPTION)
    return Handout(
        scenario=scenario,
        values=scenario.values(values),
        given=known,
        language=language,
        day=day,
        build_id=database.build_id,
        credit_of={OWN_ASSUMPTION: t("scenarios.own_choice")} | {origin.key: origin.credit for origin in origins},
        origins=origins,
        actual=actual,
        proposer=proposer,
    )
