"""What the scenario, programme, parameter and assumption files must look like.

Each class mirrors one kind of TOML table; a field it does not know is an error, and so
is an empty text, so that no number enters without unit and source.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from sp_core.financing import PhaseOut
from sp_core.programme import AdministrationBasis, BenefitKind, Guarantee, Pillar

SCENARIO_FORMAT = 1  # raised when an older program would misread a newer scenario file
Word = Annotated[str, Field(min_length=1, pattern=r"^[a-z][a-z0-9_]*$")]
Sentence = Annotated[str, Field(min_length=1)]
Short = Annotated[str, Field(min_length=1, max_length=20)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Year = Annotated[int, Field(ge=1950, le=2100)]
Unit = Literal[
    "share",
    "lak_month",
    "lak_day",
    "usd_month",
    "usd",
    "year",
    "years",
    "months",
    "days",
    "yes_no",
    "variant",
    "persons",
    "households",
]
StatusWord = Literal["official", "estimate", "projection", "illustrative"]


class Table(BaseModel):
    """A TOML table: unknown fields and wrong types are errors."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class LeverTable(Table):
    """One lever. Its default is either given with its source, or taken from a parameter file."""

    name_en: Sentence
    name_lo: Sentence
    meaning_en: Sentence
    meaning_lo: Sentence
    today_en: Sentence
    today_lo: Sentence
    unit: Unit
    minimum: float
    maximum: float
    step: Annotated[float, Field(gt=0.0)]
    coarse_step: Annotated[float, Field(gt=0.0)]
    default: float | None = None
    parameter: Word | None = None
    integer: bool = False
    illustrative: bool = False
    origin: str = ""
    locator: str = ""

    @model_validator(mode="after")
    def _has_one_default_with_a_source(self) -> Self:
        if (self.default is None) == (self.parameter is None):
            raise ValueError("exactly one of default and parameter must be given")
        sourced = bool(self.origin and self.locator) or self.parameter is not None
        if sourced == self.illustrative:
            raise ValueError("either a source (origin and locator, or parameter) or illustrative = true, not both")
        return self


class TargetTable(Table):
    """Who may receive: ages and sex of the population, a series of its own, or a direct count.

    `series` is "births" or "population"; `ages` are published groups ("0-4", "65+"); `count` is a
    file of data/parameters in persons, carried forward unchanged. See sp_core.programme.TargetGroup.
    """

    kind: Literal["births", "age_group", "prevalence", "employment_status", "poverty_share", "direct_count"]
    series: Literal["births", "population"] | None = None
    ages: list[Annotated[str, Field(pattern=r"^([0-9]{1,2}-[0-9]{1,2}|[0-9]{1,3}\+)$")]] = []
    sex: Literal["T", "F", "M"] = "T"
    count: Word | None = None
    shares: list[Word] = []
    months: list[Word] = []
    targeted: bool = False

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if [bool(self.series), bool(self.ages), bool(self.count)].count(True) != 1:
            raise ValueError("exactly one of series, ages and count must be given")
        if self.kind == "births" and (self.series != "births" or not self.months):
            raise ValueError('kind "births" needs series = "births" and months')
        if self.kind == "age_group" and not self.ages:
            raise ValueError('kind "age_group" needs ages, such as ages = ["65+"]')
        if self.kind in ("direct_count", "employment_status") and not self.count:
            raise ValueError(f'kind "{self.kind}" needs count: a file of data/parameters in persons')
        if self.kind in ("prevalence", "poverty_share") and not self.shares and not self.targeted:
            raise ValueError(f'kind "{self.kind}" needs shares')
        if self.sex != "T" and not self.ages:
            raise ValueError("sex can be chosen for ages only")
        return self

    @property
    def name(self) -> str:
        """Return the name of the series in the model: population_65_plus, births, a parameter's id."""
        if not self.ages:
            return self.series or str(self.count)
        parts = [age.replace("-", "_").replace("+", "_plus") for age in self.ages]
        return "_".join(["population", *parts, *({"F": ["women"], "M": ["men"]}.get(self.sex, []))])


class IndexationTable(Table):
    """How a fixed amount follows an index; see sp_core.programme.Indexation."""

    kind: Literal["none", "cpi", "wage", "gdp_head", "mixed"]
    lag: Annotated[int, Field(ge=0, le=1)] = 0
    every: Annotated[int, Field(ge=1, le=10)] = 1
    ratchet: bool = False
    cpi_weight: Share = 1.0


class SharedFact(Table):
    """A share with its year, status and source."""

    value: Share
    year: Year
    unit: Literal["share"] = "share"
    status: StatusWord
    origin: Sentence
    locator: Sentence


class ProgrammeTable(Table):
    """One programme file."""

    id: Word
    guarantee: Guarantee
    pillar: Pillar
    existing: bool = False
    contributory: bool = False
    title_en: Sentence
    title_lo: Sentence
    short_en: Short
    short_lo: Short
    description_en: Sentence
    description_lo: Sentence
    agency_en: Sentence
    agency_lo: Sentence
    benefit: BenefitKind
    administration_basis: AdministrationBasis
    target: TargetTable
    indexation: IndexationTable
    coverage_today: SharedFact
    levers: dict[Word, LeverTable]


class LongRunTable(Table):
    """The value a rate settles at, and why."""

    value: Annotated[float, Field(gt=-0.5, lt=0.5)]
    reason_en: Sentence
    reason_lo: Sentence


class AssumptionsTable(Table):
    """One assumptions file."""

    id: Word
    title_en: Sentence
    title_lo: Sentence
    first_year: Year
    last_year: Year
    converge_years: Annotated[int, Field(ge=1, le=30)]
    real_wage_growth: LongRunTable
    long_run: dict[Word, LongRunTable]
    levers: dict[Word, LeverTable]


class FinancingTable(Table):
    """One financing file: who pays, the eight options, emergency top-ups; see sp_core.financing."""

    id: Word
    title_en: Sentence
    title_lo: Sentence
    phase_out: PhaseOut
    levers: dict[Word, LeverTable]


class ScenarioTable(Table):
    """One scenario file: header, programmes, overrides only, headline levers."""

    format_version: Annotated[int, Field(ge=1, le=SCENARIO_FORMAT)] = SCENARIO_FORMAT
    id: Word
    title_en: Sentence
    title_lo: Sentence
    status: Literal["illustrative", "proposal", "adopted"]
    reference: Sentence
    description_en: Sentence
    description_lo: Sentence
    programmes: Annotated[list[Word], Field(min_length=1)]
    assumptions: Word
    financing: Word | None = None
    headline: Annotated[list[str], Field(min_length=1, max_length=16)]
    overrides: dict[str, float]


class StepTable(Table):
    """One dated value of a parameter."""

    from_: Annotated[date, Field(alias="from")]
    value: float
    origin: Sentence
    locator: Sentence


class ParameterTable(Table):
    """One parameter file: a value and its whole history."""

    id: Word
    name_en: Sentence
    name_lo: Sentence
    note_en: str = ""
    note_lo: str = ""
    unit: Unit
    minimum: float
    maximum: float
    status: StatusWord
    value: Annotated[list[StepTable], Field(min_length=1)]

    @model_validator(mode="after")
    def _stays_inside_its_bounds_in_order_of_date(self) -> Self:
        for step in self.value:
            if not self.minimum <= step.value <= self.maximum:
                raise ValueError(f"value {step.value} from {step.from_} outside {self.minimum}..{self.maximum}")
        days = [step.from_ for step in self.value]
        if days != sorted(set(days)):
            raise ValueError("values must be in order of date, each date once")
        return self
