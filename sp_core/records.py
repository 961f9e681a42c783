"""Records of what is published: a figure, who published it, what it means, where it holds.

A number never travels alone, so an Observation carries unit, year, status, origin
and locator, and the flags that say how it may be shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["en", "lo"]
Status = Literal["official", "estimate", "projection", "illustrative"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; `review` marks Lao that awaits a native reader."""

    en: str
    lo: str
    review: bool = True

    def get(self, language: str) -> str:
        """Return the text in `language` ("en" or "lo")."""
        return self.lo if language == "lo" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who published a figure: edition, date, licence, address."""

    key: str
    producer: str
    title: str
    edition: str
    published: str
    accessed: str
    licence: str
    licence_verified: bool
    address: str
    carrier: str
    is_copy: bool
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What a figure measures and how it may be drawn."""

    key: str
    name: Text
    definition: Text
    unit: str
    sdg: str
    basis: Literal["legal", "effective", "none"]
    direction: Literal["up", "down", "none"]
    drawn: Literal["line", "dots", "bound", "text"]
    comparability: Text
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A country, an aggregate or a province."""

    key: str
    name: Text
    kind: Literal["country", "aggregate", "province"]
    iso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A warning attached to figures: what must be said or must not be drawn."""

    flag: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One published figure; `value` is in `unit`, as published."""

    indicator: str
    area: str
    year: int
    sex: str
    age: str
    value: float
    unit: str
    status: Status
    origin: str
    locator: str
    note: str
    flags: tuple[Flag, ...] = field(default=())

    def has(self, flag: str) -> bool:
        """Say whether this figure carries `flag`."""
        return any(item.flag == flag for item in self.flags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something looked for and not found published, and who could provide it."""

    key: str
    topic: str
    statement: Text
    provider: Text
