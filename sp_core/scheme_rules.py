"""Rules of a contributory scheme: insurable earnings, who pays, new pensions, subsidised members; methods 4.3 and 4.5.

Amounts are nominal kip a month unless a docstring says a year; rates are shares of insurable earnings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sp_core.errors import OutOfBounds
from sp_core.ranges import fail_if_negative, fail_unless_a_share
from sp_core.ratio import plain

MONTHS = 12.0


@dataclass(frozen=True, slots=True)
class Shared:
    """A contribution and who pays it: kip."""

    member: Any
    other: Any


def insurable(gross: Any, floor: Any = 0.0, ceiling: Any = np.inf) -> Any:
    """Return the part of earnings that counts: not below the floor, not above the ceiling."""
    fail_if_negative("gross", gross)
    fail_if_negative("floor", floor)
    if np.any(np.less(ceiling, floor)):
        raise OutOfBounds(f"ceiling: {ceiling} lies below floor {floor}")
    return plain(np.clip(gross, floor, ceiling))


def contributions(gross: Any, worker_rate: Any, employer_rate: Any, floor: Any = 0.0, ceiling: Any = np.inf) -> Shared:
    """Return what worker (member) and employer (other) pay a month."""
    fail_unless_a_share("worker_rate", worker_rate)
    fail_unless_a_share("employer_rate", employer_rate)
    counted = insurable(gross, floor, ceiling)
    return Shared(plain(np.multiply(counted, worker_rate)), plain(np.multiply(counted, employer_rate)))


def subsidised(members: Any, declared: Any, density: Any, rate: Any, state_share: Any) -> Shared:
    """Return what members and the state (other) pay a year for members of the informal economy.

        members * declared earnings * 12 * density * rate, split by the state's share

    `density` is the share of the year for which contributions arrive. The state's part is expenditure of the budget
    and income of the fund; consolidated it nets to zero.
    """
    for field, value in (("density", density), ("rate", rate), ("state_share", state_share)):
        fail_unless_a_share(field, value)
    fail_if_negative("members", members)
    fail_if_negative("declared", declared)
    whole = np.multiply(np.multiply(np.multiply(members, declared), MONTHS), np.multiply(density, rate))
    return Shared(plain(whole * np.subtract(1.0, state_share)), plain(whole * state_share))


def new_pension(
    service: Any, earnings: Any, accrual: Any, *, most_service: Any = np.inf, lowest: Any = 0.0, highest: Any = np.inf
) -> Any:
    """Return a pension at award, a month; methods (4.6).

        accrual * smaller of service and most_service * reference earnings, held between lowest and highest

    Parameters
    ----------
    service : years credited, or points
    earnings : reference earnings a month, such as the average of the last twelve months
    accrual : share of reference earnings for each year
    """
    fail_if_negative("service", service)
    fail_if_negative("earnings", earnings)
    fail_unless_a_share("accrual", accrual)
    earned = np.multiply(np.multiply(accrual, np.minimum(service, most_service)), earnings)
    return plain(np.clip(earned, lowest, highest))


def joining_and_leaving(target: Any, survivors: Any) -> tuple[Any, Any]:
    """Return new entrants and forced exits that lead from survivors to the target: never negative; methods (4.3)."""
    fail_if_negative("target", target)
    fail_if_negative("survivors", survivors)
    missing = np.subtract(target, survivors)
    return plain(np.maximum(missing, 0.0)), plain(np.maximum(-missing, 0.0))
