"""The ILO financing gap of a scenario, guarantee by guarantee, by both methods; methods 1.11 and 1.12.

What a guarantee would cost for everybody is measured at the benefit of its largest programme in the
scenario. The coverage method takes away the part that this programme covers, the expenditure method
what all programmes of the guarantee cost. Health is another calculation (1.10) and not part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sp_core.errors import InvalidInput
from sp_core.financing_gap import full_cost, gap_by_coverage, gap_by_expenditure
from sp_core.model import Projection
from sp_core.programme import Guarantee, Programme
from sp_core.scenario import Scenario

CASH: tuple[Guarantee, ...] = ("children", "maternity", "disability", "old_age")
MONTHS = 12.0


@dataclass(frozen=True, slots=True)
class GuaranteeGap:
    """One guarantee in one year, kip; `programme` sets the benefit, None where the scenario has none."""

    guarantee: Guarantee
    programme: str | None = None
    full: float = 0.0
    coverage: float = 0.0
    by_coverage: float = 0.0
    by_expenditure: float = 0.0


def guarantee_gaps(
    scenario: Scenario, projection: Projection, values: Mapping[str, float], year: int
) -> tuple[GuaranteeGap, ...]:
    """Return the gap of each cash guarantee in `year`; raise InvalidInput for a year outside the projection."""
    if year not in projection.years:
        raise InvalidInput(f"year {year} is outside {projection.years[0]}..{projection.years[-1]}")
    running = [p for p in scenario.programmes if values[f"{p.id}.on"] > 0.0]
    return tuple(
        _gap(guarantee, [p for p in running if p.guarantee == guarantee], projection, values, year)
        for guarantee in CASH
    )


def _gap(
    guarantee: Guarantee,
    programmes: list[Programme],
    projection: Projection,
    values: Mapping[str, float],
    year: int,
) -> GuaranteeGap:
    if not programmes:
        return GuaranteeGap(guarantee)
    cost = {p.id: _package(p, projection, values, year) for p in programmes}
    largest = max(programmes, key=lambda p: full_cost(*cost[p.id]))
    target, benefit, administration = cost[largest.id]
    coverage = float(projection.at(f"coverage.{largest.id}", year))
    spent = sum(float(projection.at(f"cost_lak.{p.id}", year)) for p in programmes)
    return GuaranteeGap(
        guarantee,
        largest.id,
        float(full_cost(target, benefit, administration)),
        coverage,
        float(gap_by_coverage(target, coverage, benefit, administration)),
        float(gap_by_expenditure(target, benefit, spent, administration)),
    )


def _package(
    programme: Programme, projection: Projection, values: Mapping[str, float], year: int
) -> tuple[float, float, float]:
    """Return persons in the target group, kip a year each, and administration as a share of benefits."""
    months = values[f"{programme.id}.months_paid"] if programme.has("months_paid") else MONTHS
    administration = values[f"{programme.id}.administration"]
    if programme.administration_basis == "of_total":
        administration = administration / (1.0 - administration)
    target, benefit = (float(projection.at(f"{name}.{programme.id}", year)) for name in ("target", "benefit_month_lak"))
    return target, benefit * months, administration
