"""Financing: the levers that say who pays, by name of their role; kept apart from what programmes cost.

Sources are computed each on its own. What they do not reach is the financing gap; no source is
ever a plug that makes the sum come out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sp_core.errors import BadScenario
from sp_core.lever import Lever
from sp_core.records import Text

PhaseOut = Literal["linear", "step", "geometric"]

# State budget, ceiling, partners, borrowing.
ALWAYS = ("state_allocation", "provincial_share", "ceiling", "exit_start", "borrowing", "debt_limit", "fx_debt_share")
# The eight options of fiscal space (Ortiz et al. 2019), in their order, and when they come.
OPTIONS = (
    "space_contributions",
    "space_taxes",
    "space_illicit_flows",
    "space_reallocation",
    "space_reserves",
    "space_debt_relief",
    "space_deficit",
    "space_aid_usd",
)
OF_OPTIONS = ("space_start", "space_full", "space_tax_leak", "space_illicit_recovered", "space_reserve_years")
EMERGENCY = ("topup_vertical", "topup_horizontal", "topup_benefit", "topup_years")
OF_PHASE_OUT: dict[PhaseOut, tuple[str, ...]] = {
    "linear": ("exit_end",),
    "step": ("exit_end",),
    "geometric": ("exit_keep",),
}


@dataclass(frozen=True, kw_only=True)
class Financing:
    """One set of financing levers; the kind of the partners' phase-out is structure."""

    id: str
    title: Text
    phase_out: PhaseOut
    levers: tuple[Lever, ...]

    def __post_init__(self) -> None:
        needed = {*ALWAYS, *OPTIONS, *OF_OPTIONS, *EMERGENCY, *OF_PHASE_OUT[self.phase_out]}
        given = [lever.id for lever in self.levers]
        if len(set(given)) != len(given):
            raise BadScenario(f"financing {self.id}: a lever is given twice")
        for what, names in (("no lever", needed - set(given)), ("no use for lever", set(given) - needed)):
            if names:
                raise BadScenario(f"financing {self.id}: {what} {sorted(names)[0]}")
        if self.lever("space_reserve_years").minimum < 1:
            raise BadScenario(f"financing {self.id}: space_reserve_years divides, so it must be at least 1")

    def lever(self, name: str) -> Lever:
        """Return the lever with this id."""
        return next(lever for lever in self.levers if lever.id == name)

    @property
    def year_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of year levers of which the second is never the earlier."""
        ends = () if self.phase_out == "geometric" else (("exit_start", "exit_end"),)
        return (("space_start", "space_full"), *ends)
