"""A contributory scheme projected by single age, year after year; methods 4.1 to 4.3.

Arrays are (..., groups, ages): groups are sexes, formal and informal members and the like, scenarios lie before them.
Within a year: contributions and pensions on the people at its beginning, decrements at its end, ageing, new members,
indexation on 1 January. The loop runs over years only; the oldest age is open and keeps its survivors.

One stock of pensioners per group. Survivors' pensions need families and are not here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative, fail_unless_a_share
from sp_core.scheme_rules import joining_and_leaving, new_pension

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """The scheme at the beginning of a year.

    active, pensioners : persons
    service : average years credited to the active
    earnings : average insurable earnings of the active, kip a year
    pension : average pension in payment, kip a year
    """

    active: Array
    service: Array
    earnings: Array
    pensioners: Array
    pension: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What happens to members in a year: rates are shares of those at its beginning, by age.

    dying, leaving, retiring : of the active; together at most 1
    dying_retired : of the pensioners
    earnings_growth, indexation : changes from this year to the next
    accrual : share of earnings for each year of service
    density : share of the year for which a member contributes
    qualifying : years of service below which a lump sum is paid instead of a pension
    lump_sum : share of yearly earnings for each year of service
    """

    dying: Array
    leaving: Array
    retiring: Array
    dying_retired: Array
    earnings_growth: float
    indexation: float
    accrual: float
    density: float = 1.0
    qualifying: float = 0.0
    lump_sum: float = 0.0
    most_service: float = np.inf
    lowest_pension: float = 0.0
    highest_pension: float = np.inf
    floor: float = 0.0
    ceiling: float = np.inf

    def __post_init__(self) -> None:
        for field in ("dying", "leaving", "retiring", "dying_retired", "density", "accrual"):
            fail_unless_a_share(field, getattr(self, field))
        together = self.dying + self.leaving + self.retiring
        if np.any(together > 1.0 + 1e-12):
            raise OutOfBounds(
                f"dying + leaving + retiring: {np.max(together):g} of the active is more than all of them"
            )


@dataclass(frozen=True, slots=True)
class Flows:
    """Money of a year summed over groups and ages, kip, and heads: persons."""

    earnings: Array
    pensions: Array
    lump_sums: Array
    active: Array
    pensioners: Array

    @property
    def benefits(self) -> Array:
        """Return pensions and lump sums."""
        return self.pensions + self.lump_sums


def flows(members: Members, rules: Rules) -> Flows:
    """Return the year's flows on the people at its beginning; who retires too early for a pension gets a lump sum."""
    early = members.active * rules.retiring * _too_short(members, rules)
    return Flows(
        earnings=_summed(members.active * members.earnings) * rules.density,
        pensions=_summed(members.pensioners * members.pension),
        lump_sums=_summed(early * rules.lump_sum * members.service * members.earnings),
        active=_summed(members.active),
        pensioners=_summed(members.pensioners),
    )


def next_year(
    members: Members,
    rules: Rules,
    entrants: Array | None = None,
    target: Array | None = None,
    entry_service: float = 0.0,
) -> Members:
    """Return the scheme a year later.

    New members by age are given as `entrants`, or follow from a `target` number of active members: what is missing
    joins, what is too many leaves, never a negative number of entrants. They bring `entry_service` years.
    """
    staying = members.active * (1.0 - rules.dying - rules.leaving - rules.retiring)
    stay, credited = _older(staying, members.service + rules.density)
    joining = np.zeros_like(stay) if entrants is None else np.broadcast_to(entrants, stay.shape)
    fail_if_negative("entrants", joining)
    if target is not None:
        joining, forced_out = joining_and_leaving(target, stay)
        stay = stay - forced_out
    living = members.pensioners * (1.0 - rules.dying_retired)
    retired, indexed = _older(living, members.pension * (1.0 + rules.indexation))
    awarded, awards = _older(members.active * rules.retiring * ~_too_short(members, rules), _awards(members, rules))
    return Members(
        active=stay + joining,
        service=_mixed(stay, credited, joining, np.full_like(stay, entry_service)),
        earnings=np.clip(members.earnings * (1.0 + rules.earnings_growth), rules.floor, rules.ceiling),
        pensioners=retired + awarded,
        pension=_mixed(retired, indexed, awarded, awards),
    )


def project(start: Members, rules: tuple[Rules, ...], entrants: Array) -> tuple[tuple[Members, ...], tuple[Flows, ...]]:
    """Return the members at the beginning of every year and its flows; `entrants` is (years, ..., groups, ages).

    The entrants of a position join at the beginning of that year; those of position 0 are already in `start`.
    """
    states, found, members = [], [], start
    for at, year in enumerate(rules):
        states.append(members)
        found.append(flows(members, year))
        if at + 1 < len(rules):
            members = next_year(members, year, entrants=entrants[at + 1])
    return tuple(states), tuple(found)


def _too_short(members: Members, rules: Rules) -> NDArray[np.bool_]:
    return np.asarray(members.service + rules.density < rules.qualifying)


def _awards(members: Members, rules: Rules) -> Array:
    """Return the pensions awarded at the year's end: earnings of the year, raised like everybody's."""
    pension = new_pension(
        members.service + rules.density,
        members.earnings * (1.0 + rules.earnings_growth),
        rules.accrual,
        most_service=rules.most_service,
        lowest=rules.lowest_pension,
        highest=rules.highest_pension,
    )
    return np.asarray(pension)


def _older(persons: Array, values: Array) -> tuple[Array, Array]:
    """Move persons and what they have on average up one age; the oldest age keeps its own and takes in the next."""
    moved, carried = np.zeros_like(persons), np.zeros_like(persons)
    moved[..., 1:], carried[..., 1:] = persons[..., :-1], np.broadcast_to(values, persons.shape)[..., :-1]
    carried[..., -1] = _mixed(moved[..., -1], carried[..., -1], persons[..., -1], values[..., -1])
    moved[..., -1] += persons[..., -1]
    return moved, carried


def _mixed(one: Array, of_one: Array, other: Array, of_other: Array) -> Array:
    """Return the average of two groups' values, weighted by their numbers; 0 where nobody is."""
    both = one + other
    return np.asarray(np.where(both > 0.0, (one * of_one + other * of_other) / np.where(both > 0.0, both, 1.0), 0.0))


def _summed(by_age: Array) -> Array:
    return np.asarray(np.sum(by_age, axis=(-2, -1)))
