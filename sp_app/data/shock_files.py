"""Shock files: TOML in data/shocks -> sp_core.shock_preset."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sp_app.data.places import DATA
from sp_app.data.scenario_files import OWN_ASSUMPTION
from sp_app.data.scenario_schema import Sentence, Table, Word, Year
from sp_app.data.toml_files import fail_unless_named_after_its_id, read_table
from sp_core.errors import BadScenario, DataError
from sp_core.records import Text
from sp_core.shock_preset import ShockPreset, ShockSize


class SizeTable(Table):
    """What one lever is set to, by which rule from which figures."""

    value: Annotated[float, Field(ge=-1.0, le=1.0)]
    rule: Literal["difference", "difference_of_changes", "planned_over", "chosen"]
    indicator: Word | None = None
    before: Year | None = None
    after: Year | None = None
    planned: Annotated[list[float], Field(min_length=2, max_length=2)] | None = None
    how_en: Sentence
    how_lo: Sentence
    origin: str = ""
    locator: str = ""

    @model_validator(mode="after")
    def _has_its_figures_and_a_source_or_is_chosen(self) -> Self:
        given = (self.indicator, self.before, self.after, self.origin, self.locator)
        if self.rule == "chosen" and any(given):
            raise ValueError('rule "chosen" takes neither figures nor a source')
        if self.rule != "chosen" and not all(given):
            raise ValueError(f'rule "{self.rule}" needs indicator, before, after, origin and locator')
        return self


class ShockTable(Table):
    """One shock file."""

    id: Word
    title_en: Sentence
    title_lo: Sentence
    description_en: Sentence
    description_lo: Sentence
    sizes: dict[Word, SizeTable]


def shock_ids(data: Path = DATA) -> tuple[str, ...]:
    """Return the ids of the shock files, in alphabetical order."""
    return tuple(sorted(path.stem for path in (data / "shocks").glob("*.toml")))


def load_shocks(data: Path = DATA) -> tuple[ShockPreset, ...]:
    """Return every recorded shock."""
    return tuple(load_shock(name, data) for name in shock_ids(data))


def load_shock(name: str, data: Path = DATA) -> ShockPreset:
    """Return one recorded shock; raise DataError that names file, field and what would be right."""
    path = data / "shocks" / f"{name}.toml"
    table = read_table(path, ShockTable)
    fail_unless_named_after_its_id(path, table.id)
    try:
        return ShockPreset(
            id=table.id,
            title=Text(table.title_en, table.title_lo),
            description=Text(table.description_en, table.description_lo),
            sizes=tuple(_size(table.id, lever, row) for lever, row in table.sizes.items()),
        )
    except BadScenario as error:
        raise DataError(f"{path.name}: {error}") from error


def _size(file: str, lever: str, row: SizeTable) -> ShockSize:
    return ShockSize(
        lever=lever,
        value=row.value,
        rule=row.rule,
        how=Text(row.how_en, row.how_lo),
        indicator=row.indicator or "",
        before=row.before or 0,
        after=row.after or 0,
        planned=None if row.planned is None else (row.planned[0], row.planned[1]),
        origin=row.origin or OWN_ASSUMPTION,
        locator=row.locator or f"shocks/{file}.toml, sizes.{lever}",
    )
