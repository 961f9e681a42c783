"""Records of the database that the core does not need: units, provinces, memberships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sp_core.records import Status, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit and how it is shown; `symbol` follows the number and may be empty."""

    key: str
    name: Text
    symbol: Text
    decimals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province: census population in persons, two areas in km2 that disagree."""

    area: str
    pcode: str
    region: str
    population: int
    census_year: int
    area_km2_published: float
    area_km2_polygons: float
    status: Status
    origin: str
    locator: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An area in an organisation; no first day means in every year shown here."""

    area: str
    organisation: str
    from_day: date | None
    to_day: date | None
    status: str
    origin: str
    locator: str
    note: str

    def holds_on(self, day: date) -> bool:
        """Say whether the area belongs to the organisation on `day`."""
        begun = self.from_day is None or self.from_day <= day
        return begun and (self.to_day is None or day <= self.to_day)
