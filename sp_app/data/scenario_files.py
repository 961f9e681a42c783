"""Scenario files: TOML in data/scenarios, programmes, assumptions and parameters -> core objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sp_app.data.scenario_schema import (
    AssumptionsTable,
    FinancingTable,
    LeverTable,
    ParameterTable,
    ProgrammeTable,
    ScenarioTable,
    StepTable,
)
from sp_app.data.toml_files import fail_unless_named_after_its_id, read_table
from sp_core.assumptions import Assumptions, LongRun
from sp_core.errors import BadScenario, DataError, InvalidInput
from sp_core.financing import Financing
from sp_core.lever import Group, Lever
from sp_core.parameter import Parameter
from sp_core.programme import Indexation, Programme, TargetGroup
from sp_core.records import Text
from sp_core.scenario import Scenario

DATA = Path(__file__).resolve().parents[2] / "data"
OWN_ASSUMPTION = "own_assumption"  # origin of the values this project chose itself


def scenario_ids(data: Path = DATA) -> tuple[str, ...]:
    """Return the ids of the scenario files, in alphabetical order."""
    return tuple(sorted(path.stem for path in (data / "scenarios").glob("*.toml")))


def load_scenario(name: str, data: Path = DATA) -> Scenario:
    """Return the scenario of the library with this id; raise DataError that lists those there are."""
    if name not in scenario_ids(data):
        raise DataError(f"no scenario {name!r}; there are {', '.join(scenario_ids(data))}")
    path = data / "scenarios" / f"{name}.toml"
    scenario = load_scenario_file(path, data)
    fail_unless_named_after_its_id(path, scenario.id)
    return scenario


def load_scenario_file(path: Path, data: Path = DATA) -> Scenario:
    """Return the scenario written in `path`; programmes and assumptions come from `data`."""
    table = read_table(path, ScenarioTable)
    with _naming(path):
        return scenario_of(table, data)


def scenario_of(table: ScenarioTable, data: Path = DATA) -> Scenario:
    """Return the scenario of a checked table; programmes and assumptions come from `data`."""
    assumptions = load_assumptions(table.assumptions, data)
    programmes = tuple(load_programme(name, assumptions.first_year, data) for name in table.programmes)
    financing = load_financing(table.financing, assumptions.first_year, data) if table.financing else None
    return Scenario(
        id=table.id,
        title=Text(table.title_en, table.title_lo),
        description=Text(table.description_en, table.description_lo),
        status=table.status,
        reference=table.reference,
        programmes=programmes,
        assumptions=assumptions,
        overrides=dict(table.overrides),
        headline=tuple(table.headline),
        financing=financing,
    )


def load_programme(name: str, first_year: int, data: Path = DATA) -> Programme:
    """Return one programme; `first_year` is the year today's values stand for."""
    path = data / "programmes" / f"{name}.toml"
    table = read_table(path, ProgrammeTable)
    fail_unless_named_after_its_id(path, table.id)
    with _naming(path):
        return Programme(
            id=table.id,
            guarantee=table.guarantee,
            title=Text(table.title_en, table.title_lo),
            short=Text(table.short_en, table.short_lo),
            description=Text(table.description_en, table.description_lo),
            agency=Text(table.agency_en, table.agency_lo),
            target=TargetGroup(
                kind=table.target.kind,
                series=table.target.name,
                shares=tuple(table.target.shares),
                months=tuple(table.target.months),
                targeted=table.target.targeted,
                ages=tuple(table.target.ages),
                sex=table.target.sex,
                name=_count_name(table.target.count, data),
            ),
            pillar=table.pillar,
            existing=table.existing,
            contributory=table.contributory,
            benefit=table.benefit,
            indexation=Indexation(**table.indexation.model_dump()),
            administration_basis=table.administration_basis,
            coverage_today=_coverage_today(table, first_year),
            levers=_levers(table.levers, "policy", table.id, first_year, data),
        )


def load_financing(name: str, first_year: int, data: Path = DATA) -> Financing:
    """Return one set of financing levers."""
    path = data / "financing" / f"{name}.toml"
    table = read_table(path, FinancingTable)
    fail_unless_named_after_its_id(path, table.id)
    with _naming(path):
        return Financing(
            id=table.id,
            title=Text(table.title_en, table.title_lo),
            phase_out=table.phase_out,
            levers=_levers(table.levers, "policy", None, first_year, data),
        )


def load_assumptions(name: str, data: Path = DATA) -> Assumptions:
    """Return one set of assumptions."""
    path = data / "assumptions" / f"{name}.toml"
    table = read_table(path, AssumptionsTable)
    fail_unless_named_after_its_id(path, table.id)
    with _naming(path):
        return Assumptions(
            id=table.id,
            title=Text(table.title_en, table.title_lo),
            first_year=table.first_year,
            last_year=table.last_year,
            converge_years=table.converge_years,
            long_run={
                rate: LongRun(
                    rate=rate,
                    value=row.value,
                    reason=Text(row.reason_en, row.reason_lo),
                    origin=OWN_ASSUMPTION,
                    locator=f"assumptions/{table.id}.toml, long_run.{rate}",
                )
                for rate, row in table.long_run.items()
            },
            levers=_levers(table.levers, "assumption", None, table.first_year, data),
            real_wage_growth=table.real_wage_growth.value,
        )


def load_parameter(name: str, data: Path = DATA) -> ParameterTable:
    """Return one parameter with its history."""
    path = data / "parameters" / f"{name}.toml"
    table = read_table(path, ParameterTable)
    fail_unless_named_after_its_id(path, table.id)
    return table


def parameter_ids(data: Path = DATA) -> tuple[str, ...]:
    """Return the ids of the parameter files, in alphabetical order."""
    return tuple(sorted(path.stem for path in (data / "parameters").glob("*.toml")))


def in_force(table: ParameterTable, day: date) -> StepTable:
    """Return the step of a parameter in force on `day`; raise DataError when none is yet."""
    steps = [step for step in table.value if step.from_ <= day]
    if not steps:
        raise DataError(f"{table.id}.toml: no value before {table.value[0].from_}, asked for {day}")
    return steps[-1]


def _count_name(count: str | None, data: Path) -> Text | None:
    if count is None:
        return None
    table = load_parameter(count, data)
    return Text(table.name_en, table.name_lo)


def _coverage_today(table: ProgrammeTable, first_year: int) -> Parameter:
    fact = table.coverage_today
    return Parameter(
        id=f"{table.id}.coverage_today",
        year=first_year,
        value=fact.value,
        unit=fact.unit,
        status=fact.status,
        origin=fact.origin,
        locator=f"{fact.locator} ({fact.year}, carried forward)",
    )


def _levers(
    tables: Mapping[str, LeverTable], group: Group, programme: str | None, year: int, data: Path
) -> tuple[Lever, ...]:
    return tuple(_lever(role, table, group, programme, year, data) for role, table in tables.items())


def _lever(role: str, table: LeverTable, group: Group, programme: str | None, year: int, data: Path) -> Lever:
    default, origin, locator = table.default, table.origin, table.locator
    if table.parameter is not None:
        step = in_force(load_parameter(table.parameter, data), date(year, 1, 1))
        default, origin, locator = step.value, step.origin, step.locator
    if table.illustrative:
        origin = OWN_ASSUMPTION
    texts: dict[str, Any] = {
        part: Text(getattr(table, f"{part}_en"), getattr(table, f"{part}_lo")) for part in ("name", "meaning", "today")
    }
    return Lever(
        id=f"{programme}.{role}" if programme else role,
        group=group,
        programme=programme,
        unit=table.unit,
        minimum=table.minimum,
        maximum=table.maximum,
        step=table.step,
        coarse_step=table.coarse_step,
        default=default if default is not None else table.minimum,
        integer=table.integer,
        illustrative=table.illustrative,
        origin=origin,
        locator=locator or f"{programme or group}: lever {role}",
        **texts,
    )


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Put the file's name before whatever the core refuses."""
    try:
        yield
    except (BadScenario, InvalidInput) as error:
        raise DataError(f"{path.name}: {error}") from error
