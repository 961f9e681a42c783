"""Registry files: TOML in data/registry -> sp_core.registry."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from sp_app.data.places import DATA
from sp_app.data.scenario_schema import Sentence, StatusWord, Table, Word, Year
from sp_app.data.toml_files import fail_unless_named_after_its_id, read_table
from sp_core.errors import BadScenario, DataError
from sp_core.programme import Pillar
from sp_core.records import Text
from sp_core.registry import (
    Agency,
    BenefitFact,
    BenefitUnit,
    Bound,
    Count,
    CountUnit,
    Entry,
    Fact,
    Kind,
    State,
)

Function = Literal[
    "any",
    "children",
    "maternity",
    "disability",
    "unemployment",
    "work_injury",
    "old_age",
    "vulnerable",
    "poor",
]
Positive = Annotated[float, Field(gt=0.0)]


class FactTable(Table):
    """A text with its source."""

    text_en: Sentence
    text_lo: Sentence
    origin: Sentence
    locator: Sentence


class AgencyTable(Table):
    """Who is in charge between two days."""

    name_en: Sentence
    name_lo: Sentence
    since: date | None = None
    until: date | None = None
    origin: Sentence
    locator: Sentence


class CountTable(Table):
    """How many are reached, of which year, by whose word."""

    what_en: Sentence
    what_lo: Sentence
    value: Positive
    year: Year
    unit: CountUnit = "persons"
    bound: Bound
    status: StatusWord
    functions: list[Function] = Field(default_factory=list)
    main: bool = False
    origin: Sentence
    locator: Sentence


class BenefitTable(Table):
    """What one recipient gets."""

    value: Positive
    unit: BenefitUnit
    year: Year
    periods: Positive
    periods_illustrative: bool = False
    status: StatusWord
    origin: Sentence
    locator: Sentence


class EntryTable(Table):
    """One registry file. What is not in it was not located."""

    id: Word
    title_en: Sentence
    title_lo: Sentence
    kind: Kind
    pillar: Pillar
    state: State
    programme: Word | None = None
    note_en: Sentence
    note_lo: Sentence
    agencies: Annotated[list[AgencyTable], Field(min_length=1)]
    funders: list[FactTable] = Field(default_factory=list)
    start: FactTable | None = None
    end: FactTable | None = None
    counts: list[CountTable] = Field(default_factory=list)
    benefit: BenefitTable | None = None


def registry_ids(data: Path = DATA) -> tuple[str, ...]:
    """Return the ids of the registry files, in alphabetical order."""
    return tuple(sorted(path.stem for path in (data / "registry").glob("*.toml")))


def load_registry(data: Path = DATA) -> tuple[Entry, ...]:
    """Return every entry of the registry."""
    return tuple(load_entry(name, data) for name in registry_ids(data))


def load_entry(name: str, data: Path = DATA) -> Entry:
    """Return one entry; raise DataError that names file, field and what would be right."""
    path = data / "registry" / f"{name}.toml"
    table = read_table(path, EntryTable)
    fail_unless_named_after_its_id(path, table.id)
    if table.programme and not (data / "programmes" / f"{table.programme}.toml").exists():
        raise DataError(f"{path.name}: field programme is {table.programme!r}: no such file in programmes/")
    try:
        return Entry(
            id=table.id,
            title=Text(table.title_en, table.title_lo),
            kind=table.kind,
            pillar=table.pillar,
            state=table.state,
            agencies=tuple(_agency(row) for row in table.agencies),
            funders=tuple(_fact(row) for row in table.funders),
            start=_fact(table.start) if table.start else None,
            end=_fact(table.end) if table.end else None,
            counts=tuple(_count(row) for row in table.counts),
            benefit=BenefitFact(**table.benefit.model_dump()) if table.benefit else None,
            programme=table.programme,
            note=Text(table.note_en, table.note_lo),
        )
    except BadScenario as error:
        raise DataError(f"{path.name}: {error}") from error


def _fact(row: FactTable) -> Fact:
    return Fact(text=Text(row.text_en, row.text_lo), origin=row.origin, locator=row.locator)


def _agency(row: AgencyTable) -> Agency:
    return Agency(
        name=Text(row.name_en, row.name_lo), since=row.since, until=row.until, origin=row.origin, locator=row.locator
    )


def _count(row: CountTable) -> Count:
    return Count(
        what=Text(row.what_en, row.what_lo),
        value=row.value,
        year=row.year,
        unit=row.unit,
        bound=row.bound,
        status=row.status,
        functions=tuple(row.functions),
        main=row.main,
        origin=row.origin,
        locator=row.locator,
    )
