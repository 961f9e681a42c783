"""The registry: what exists, who runs and pays it, whom it reaches, and what that costs, as far as it is known.

A number that was not located is None and stays so: never zero, never filled in. Today's cost is an
estimate and needs both recipients and benefit:

    cost = recipients * benefit * periods a year      (dollars at the year's exchange rate)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sp_core.errors import BadScenario, InvalidInput
from sp_core.programme import Pillar
from sp_core.records import Status, Text

Kind = Literal["scheme", "programme", "pilot", "works", "cooperation", "total"]
State = Literal["running", "closed", "unknown"]
Bound = Literal["exact", "at_least", "about", "planned"]
CountUnit = Literal["persons", "households"]
BenefitUnit = Literal["lak_month", "lak_day", "usd_month"]
Reason = Literal["", "closed", "no_benefit", "part_of_others", "recipients_unknown", "benefit_unknown", "both_unknown"]

NO_COST: dict[Kind, Reason] = {"works": "no_benefit", "cooperation": "no_benefit", "total": "part_of_others"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A text with its source: a funder, the start of a programme."""

    text: Text
    origin: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """Who is in charge, from a day on and until the day before another; None where no day was located."""

    name: Text
    since: date | None
    until: date | None
    origin: str
    locator: str

    def on(self, day: date) -> bool:
        """Say whether the agency was in charge on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many are reached. `functions` are those of SDG 1.3.1 in which these persons count."""

    what: Text
    value: float
    year: int
    unit: CountUnit
    bound: Bound
    status: Status
    functions: tuple[str, ...]
    main: bool  # the count from which today's cost is estimated
    origin: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitFact:
    """What one recipient gets a month or a day; `periods` a year are illustrative where marked so."""

    value: float
    unit: BenefitUnit
    year: int
    periods: float  # months or days a year
    periods_illustrative: bool
    status: Status
    origin: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CostToday:
    """Kip a year, or None and the reason why it is not known."""

    value: float | None
    status: Status
    reason: Reason = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One programme or scheme; `programme` is its id in the model, None where the model has none."""

    id: str
    title: Text
    kind: Kind
    pillar: Pillar
    state: State
    agencies: tuple[Agency, ...]
    funders: tuple[Fact, ...]
    start: Fact | None
    end: Fact | None
    counts: tuple[Count, ...]
    benefit: BenefitFact | None
    programme: str | None
    note: Text

    def __post_init__(self) -> None:
        if sum(count.main for count in self.counts) > 1:
            raise BadScenario(f"registry {self.id}: more than one count is the main one")
        if not self.agencies:
            raise BadScenario(f"registry {self.id}: no agency")
        for one, other in _pairs(self.agencies):
            if one.since is not None and one.until is not None and one.until <= one.since:
                raise BadScenario(f"registry {self.id}: an agency ends on {one.until}, before it begins")
            if other is not None and one.until != other.since:
                raise BadScenario(f"registry {self.id}: one agency ends on {one.until}, the next begins {other.since}")

    @property
    def recipients(self) -> Count | None:
        """Return the main count, None when the number of recipients was not located."""
        return next((count for count in self.counts if count.main), None)

    def agency_on(self, day: date) -> Agency:
        """Return who was in charge on `day`; raise InvalidInput when nobody is known."""
        for agency in self.agencies:
            if agency.on(day):
                return agency
        raise InvalidInput(f"registry {self.id}: no agency is known for {day}")


def cost_today(entry: Entry, exchange_rate: float) -> CostToday:
    """Return what an entry costs a year in kip: recipients * benefit * periods; `exchange_rate` is kip per dollar.

    Benefits only, without administration. The status is the weakest of what goes in: illustrative
    where the periods are, else estimate (a count and an amount of different years make no official figure).
    """
    people, benefit = entry.recipients, entry.benefit
    reason = _why_unknown(entry)
    if reason or people is None or benefit is None:
        return CostToday(value=None, status="estimate", reason=reason)
    rate = exchange_rate if benefit.unit == "usd_month" else 1.0
    illustrative = benefit.periods_illustrative or "illustrative" in (people.status, benefit.status)
    return CostToday(
        value=people.value * (benefit.value * rate * benefit.periods),
        status="illustrative" if illustrative else "estimate",
    )


def known_cost(entries: Iterable[Entry], exchange_rate: float) -> tuple[float, tuple[str, ...]]:
    """Return the sum of the costs that are known, and the ids of running entries whose cost is not."""
    total, unknown = 0.0, []
    for entry in entries:
        cost = cost_today(entry, exchange_rate)
        if cost.value is not None:
            total += cost.value
        elif cost.reason.endswith("unknown"):
            unknown.append(entry.id)
    return total, tuple(unknown)


def _why_unknown(entry: Entry) -> Reason:
    """Return why no cost can be estimated, "" when it can."""
    if entry.kind in NO_COST:
        return NO_COST[entry.kind]
    if entry.state == "closed":
        return "closed"
    people, benefit = entry.recipients is not None, entry.benefit is not None
    if not people and not benefit:
        return "both_unknown"
    if not people:
        return "recipients_unknown"
    return "" if benefit else "benefit_unknown"


def _pairs(agencies: tuple[Agency, ...]) -> Iterable[tuple[Agency, Agency | None]]:
    return zip(agencies, (*agencies[1:], None), strict=True)
