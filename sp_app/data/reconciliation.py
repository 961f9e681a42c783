"""Published coverage beside the registers: TOML in data/reconciliation and the figures -> sp_core.reconciliation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Protocol, Self

from pydantic import Field, model_validator

from sp_app.data.places import DATA
from sp_app.data.registry_files import Function, load_registry
from sp_app.data.scenario_schema import Sentence, Table, Word, Year
from sp_app.data.toml_files import fail_unless_named_after_its_id, read_table
from sp_core.errors import DataError
from sp_core.reconciliation import Line, Published, reconcile
from sp_core.records import Observation, Text

AREA = "LAO"
NAME = "sdg131_2021"
PERCENT = 100.0


class Figures(Protocol):
    """The part of the queries that is used here."""

    def observation(
        self, indicator: str, area: str, year: int, sex: str = "T", age: str = "all"
    ) -> Observation | None: ...

    def population(
        self, area: str, year: int, ages: tuple[str, ...] | None = None, sex: str = "T"
    ) -> Observation | None: ...


class PeopleTable(Table):
    """A part of a group: a series of persons, or ages of the population of one sex."""

    indicator: Word = "population"
    sex: Literal["T", "F", "M"] = "T"
    ages: list[str] = Field(default_factory=list)


class ShareTable(Table):
    """A published share, in percent, by which the group is multiplied."""

    indicator: Word
    year: Year


class FunctionTable(Table):
    """One function: its indicator, and the group it is a share of; without people the group is not known."""

    id: Function
    indicator: Word
    what_en: Sentence
    what_lo: Sentence
    people: list[PeopleTable] = Field(default_factory=list)
    share: ShareTable | None = None

    @model_validator(mode="after")
    def _shares_something(self) -> Self:
        if self.share and not self.people:
            raise ValueError("a share needs people")
        return self


class ReconciliationTable(Table):
    """One reconciliation file."""

    id: Word
    year: Year
    functions: Annotated[list[FunctionTable], Field(min_length=1)]


def load_reconciliation(queries: Figures, data: Path = DATA) -> tuple[Line, ...]:
    """Return the lines of the reconciliation, one per function."""
    path = data / "reconciliation" / f"{NAME}.toml"
    table = read_table(path, ReconciliationTable)
    fail_unless_named_after_its_id(path, table.id)
    published = [_published(queries, row, table.year, path.name) for row in table.functions]
    return reconcile(published, load_registry(data))


def _published(queries: Figures, row: FunctionTable, year: int, file: str) -> Published:
    rate = queries.observation(row.indicator, AREA, year, sex="F" if row.id == "maternity" else "T")
    parts = [_part(queries, part, year, f"{file}: functions.{row.id}") for part in row.people]
    group = sum(part.value for part in parts) if parts else None
    used = [*([rate] if rate else []), *parts]
    if row.share is not None and group is not None:
        share = queries.observation(row.share.indicator, AREA, row.share.year)
        if share is None:
            raise DataError(f"{file}: functions.{row.id}: no {row.share.indicator} of {AREA} for {row.share.year}")
        group *= share.value / PERCENT
        used.append(share)
    return Published(
        function=row.id,
        rate=rate.value / PERCENT if rate else None,
        year=year,
        what=Text(row.what_en, row.what_lo),
        group=group,
        origins=tuple(dict.fromkeys(one.origin for one in used)),
    )


def _part(queries: Figures, part: PeopleTable, year: int, where: str) -> Observation:
    if part.ages:
        found = queries.population(AREA, year, tuple(part.ages), part.sex)
    else:
        found = queries.observation(part.indicator, AREA, year, part.sex)
    if found is None:
        raise DataError(f"{where}: no {part.indicator} of {AREA} for {year}, {part.sex}, {', '.join(part.ages)}")
    return found
