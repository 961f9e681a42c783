"""Uncertainty files: TOML in data/uncertainty -> sp_core.analysis.Uncertainty."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sp_app.data.places import DATA
from sp_app.data.scenario_files import OWN_ASSUMPTION
from sp_app.data.scenario_schema import Sentence, StatusWord, Table, Word, Year
from sp_app.data.toml_files import fail_unless_named_after_its_id, read_table
from sp_core.analysis import Beta, History, Lognormal, TwoPiece, Uncertain, Uncertainty, Variants
from sp_core.errors import BadScenario, DataError
from sp_core.records import Text

Positive = Annotated[float, Field(gt=0.0, lt=10.0)]
NUMBERS = {"two_piece": ("down", "up"), "lognormal": ("sigma",), "beta": ("mean", "sd"), "variants": ("share",)}


class HistoryTable(Table):
    """The published figures that a two-piece spread was computed from."""

    indicator: Word
    growth: bool
    first: Year
    last: Year
    averaged: Annotated[int, Field(ge=1, le=30)]


class UncertainTable(Table):
    """One uncertain input: a kind of distribution with its own numbers, and why these."""

    kind: Literal["two_piece", "lognormal", "beta", "variants"]
    down: Positive | None = None
    up: Positive | None = None
    sigma: Positive | None = None
    mean: Annotated[float, Field(gt=0.0, lt=1.0)] | None = None
    sd: Positive | None = None
    share: Annotated[float, Field(gt=0.0, lt=0.5)] | None = None
    history: HistoryTable | None = None
    name_en: Sentence
    name_lo: Sentence
    reason_en: Sentence
    reason_lo: Sentence
    status: StatusWord
    origin: str = ""
    locator: str = ""

    @model_validator(mode="after")
    def _has_the_numbers_of_its_kind_and_a_source(self) -> Self:
        given = {name for names in NUMBERS.values() for name in names if getattr(self, name) is not None}
        if given != set(NUMBERS[self.kind]):
            raise ValueError(f'kind "{self.kind}" needs {" and ".join(NUMBERS[self.kind])}, and nothing else')
        if (self.status == "illustrative") == bool(self.origin and self.locator):
            raise ValueError('either a source (origin and locator) or status = "illustrative", not both')
        return self


class UncertaintyTable(Table):
    """One uncertainty file."""

    id: Word
    title_en: Sentence
    title_lo: Sentence
    draws: Annotated[int, Field(ge=100, le=1_000_000)]
    seed: Annotated[int, Field(ge=0)]
    correlated: list[Word]
    correlation: list[list[Annotated[float, Field(ge=-1.0, le=1.0)]]]
    levers: dict[Word, UncertainTable]
    roles: dict[Word, UncertainTable]


def load_uncertainty(name: str = "base", data: Path = DATA) -> Uncertainty:
    """Return one uncertainty file; raise DataError that names file, field and what would be right."""
    path = data / "uncertainty" / f"{name}.toml"
    table = read_table(path, UncertaintyTable)
    fail_unless_named_after_its_id(path, table.id)
    inputs = [_uncertain(table.id, "levers", lever, row) for lever, row in table.levers.items()]
    inputs += [_uncertain(table.id, "roles", role, row) for role, row in table.roles.items()]
    try:
        return Uncertainty(
            id=table.id,
            title=Text(table.title_en, table.title_lo),
            draws=table.draws,
            seed=table.seed,
            inputs=tuple(inputs),
            correlated=tuple(table.correlated),
            correlation=tuple(tuple(row) for row in table.correlation),
        )
    except BadScenario as error:
        raise DataError(f"{path.name}: {error}") from error


def _uncertain(file: str, section: Literal["levers", "roles"], lever: str, row: UncertainTable) -> Uncertain:
    return Uncertain(
        lever=lever,
        by_role=section == "roles",
        distribution=_distribution(row),
        name=Text(row.name_en, row.name_lo),
        reason=Text(row.reason_en, row.reason_lo),
        status=row.status,
        origin=row.origin or OWN_ASSUMPTION,
        locator=row.locator or f"uncertainty/{file}.toml, {section}.{lever}",
        history=None if row.history is None else History(**row.history.model_dump()),
    )


def _distribution(row: UncertainTable) -> TwoPiece | Lognormal | Beta | Variants:
    kinds = {"two_piece": TwoPiece, "lognormal": Lognormal, "beta": Beta, "variants": Variants}
    return kinds[row.kind](**{name: getattr(row, name) for name in NUMBERS[row.kind]})
