"""What a row of each data file must look like; the description of a field says what would be right."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _blank_to_none(value: Any) -> Any:
    return None if value == "" else value


def _yes_or_no(value: Any) -> Any:
    return {"yes": True, "no": False}.get(value, value)


Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", description="lower-case letters, digits and _")]
Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]*$", description="an area code in capitals, as in areas.csv")]
Sentence = Annotated[str, Field(min_length=1, description="a text that is not empty")]
Year = Annotated[int, Field(ge=1950, le=2100, description="a year from 1950 to 2100")]
OptionalYear = Annotated[Year | None, BeforeValidator(_blank_to_none), Field(description="a year, or empty for all")]
OptionalDay = Annotated[date | None, BeforeValidator(_blank_to_none), Field(description="YYYY-MM-DD, or empty")]
Number = Annotated[float, Field(allow_inf_nan=False, description="a number with a dot for decimals")]
Count = Annotated[int, Field(ge=0, description="a whole number from 0")]
OptionalNumber = Annotated[Number | None, BeforeValidator(_blank_to_none), Field(description="a number, or empty")]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no), Field(strict=True, description="yes or no")]
Sex = Annotated[Literal["T", "F", "M"], Field(description="T, F or M")]
AnySex = Annotated[Literal["", "T", "F", "M"], Field(description="T, F, M, or empty for all")]
Age = Annotated[str, Field(pattern=r"^(all|\d+|\d+-\d+|\d+\+)$", description="all, 65, 0-4 or 65+")]
StatusWord = Annotated[
    Literal["official", "estimate", "projection", "illustrative"],
    Field(description="official, estimate, projection or illustrative"),
]
FlagWord = Literal[
    "legal_based",
    "not_a_trend",
    "bound_upper",
    "bound_lower",
    "approximate",
    "doubtful",
    "superseded",
    "definition_differs",
    "modelled",
]


class Row(BaseModel):
    """A row of a data file: every column is known, none is missing."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OriginRow(Row):
    """origins.csv: one published edition."""

    origin: Word
    producer: Sentence
    title: Sentence
    edition: Sentence
    published: Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$", description="YYYY, YYYY-MM or YYYY-MM-DD")]
    accessed: Annotated[date, Field(description="YYYY-MM-DD")]
    licence: Sentence
    licence_verified: YesNo
    address: Sentence
    carrier: str
    copy_status: Annotated[Literal["original", "copy"], Field(description="original or copy")]
    credit: Sentence


class UnitRow(Row):
    """units.csv: a unit, how it is shown, and what its values may be."""

    unit: Word
    name_en: Sentence
    name_lo: Sentence
    lo_review: YesNo
    symbol_en: str
    symbol_lo: str
    decimals: Annotated[int, Field(ge=0, le=6, description="a whole number from 0 to 6")]
    minimum: OptionalNumber
    maximum: OptionalNumber


class IndicatorRow(Row):
    """indicators.csv: what a figure measures and how it may be drawn."""

    indicator: Word
    name_en: Sentence
    name_lo: Sentence
    definition_en: Sentence
    definition_lo: Sentence
    lo_review: YesNo
    unit: Word
    sdg: str
    basis: Annotated[Literal["legal", "effective", "none"], Field(description="legal, effective or none")]
    direction: Annotated[Literal["up", "down", "none"], Field(description="up, down or none")]
    drawn: Annotated[Literal["line", "dots", "bound", "text"], Field(description="line, dots, bound or text")]
    comparability_en: str
    comparability_lo: str
    group: Word


class AreaRow(Row):
    """areas.csv: a country, an aggregate or a province."""

    area: Code
    name_en: Sentence
    name_lo: Sentence
    lo_review: YesNo
    kind: Annotated[Literal["country", "aggregate", "province"], Field(description="country, aggregate or province")]
    iso: str


class MembershipRow(Row):
    """memberships.csv: an area belongs to an organisation from one day to another."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)
    area: Code
    organisation: Code
    from_: Annotated[OptionalDay, Field(alias="from")]
    to: OptionalDay
    status: Sentence
    origin: Word
    locator: Sentence
    note: str


class ObservationRow(Row):
    """observations/*.csv: one published figure."""

    indicator: Word
    area: Code
    year: Year
    sex: Sex
    age: Age
    value: Number
    unit: Word
    status: StatusWord
    origin: Word
    locator: Sentence
    note: str


class FlagRow(Row):
    """flags.csv: a warning; `indicator` may end in *, `area` may be @aggregate, empty means all."""

    indicator: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\*?$", description="an indicator, or a beginning with *")]
    area: Annotated[
        str, Field(pattern=r"^(@aggregate|[A-Z][A-Z0-9_-]*)?$", description="an area code, @aggregate or empty")
    ]
    year: OptionalYear
    sex: AnySex
    flag: Annotated[FlagWord, Field(description="one of the flags listed in data/README.md")]
    reason_en: Sentence
    reason_lo: Sentence
    lo_review: YesNo
    origin: Word


class CorrectionRow(Row):
    """corrections.csv: a change to a carried figure, as long as the source is as wrong as it was."""

    file: Sentence
    indicator: Word
    area: Code
    year: Year
    sex: Sex
    age: Age
    expected_value: Number
    action: Annotated[Literal["drop", "replace", "relabel"], Field(description="drop, replace or relabel")]
    field: Annotated[
        Literal["", "value", "year", "sex", "age", "status", "note"],
        Field(description="empty for drop, value for replace, year, sex, age, status or note for relabel"),
    ]
    new_value: str
    reason_en: Sentence
    reason_lo: Sentence
    lo_review: YesNo
    reported_on: Annotated[date, Field(description="YYYY-MM-DD")]


class GapRow(Row):
    """gaps.csv: what was looked for and not found, and who could provide it."""

    gap: Word
    topic: Annotated[
        Literal["overview", "coverage", "expenditure", "asean", "scenarios"],
        Field(description="overview, coverage, expenditure, asean or scenarios"),
    ]
    statement_en: Sentence
    statement_lo: Sentence
    provider_en: Sentence
    provider_lo: Sentence
    lo_review: YesNo


class ProvinceRow(Row):
    """provinces.csv: population (census, persons) and area (km2) of a province."""

    area: Code
    pcode: Sentence
    region: Annotated[Literal["North", "Central", "South"], Field(description="North, Central or South")]
    population: Count
    census_year: Year
    area_km2_published: Number
    area_km2_polygons: Number
    status: StatusWord
    origin: Word
    locator: Sentence
    note: str
