"""A programme: one benefit, who gets it, how much, since when, and how it keeps its value.

What a programme is made of (target group, kind of benefit, kind of indexation) is
structure: changing it makes a new tape. Every amount, share, year and rate is a lever
or a parameter, which a tape is replayed with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sp_core.errors import BadScenario
from sp_core.lever import Lever
from sp_core.parameter import Parameter
from sp_core.records import Text

Guarantee = Literal[
    "children",
    "maternity",
    "disability",
    "old_age",
    "unemployment",
    "health",
    "informal_workers",
    "school_meals",
    "cash_transfer",
]
Pillar = Literal["health", "social_security", "social_welfare"]
TargetKind = Literal["births", "age_group", "prevalence", "employment_status", "poverty_share", "direct_count"]
BenefitKind = Literal["fixed", "fixed_day", "fixed_usd", "gdp_head", "minimum_wage", "poverty_line", "contribution"]
IndexKind = Literal["none", "cpi", "wage", "gdp_head", "mixed"]
AdministrationBasis = Literal["on_benefits", "of_total"]

ALWAYS = ("on", "coverage", "benefit", "start_year", "full_year", "administration")
OPTIONAL = ("take_up", "months_paid", "partners_usd")
TARGETING = ("poor_share", "exclusion", "inclusion")
CONTRIBUTORY = ("contributors", "earnings", "contribution_rate", "collection")
OF_BENEFIT = {"fixed_day": ("days",), "contribution": ("rate", "state_share")}
BIRTHS, POPULATION = "births", "population"  # series of people that are no direct count
SPREAD = "_spread"  # series + this: distance of the high population variant from the medium one
IN_KIP = ("fixed", "fixed_day", "contribution")  # amounts that can follow an index


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup:
    """Who may receive: a series of persons (or births), times shares, times months / 12.

        target = series * share * ... * (months + ...) / 12

    `shares` and `months` name levers of the programme. The kind tells readers what the
    series is; the arithmetic is the same for all kinds, so a new kind is new data.
    `targeted` adds a means test with its errors (sp_core.model.targeting_block).
    `ages` (published groups such as "65+", "0-4") and `sex` say how the series is made of the
    population; without them it is a series of its own or a direct count (a parameter), whose
    `name` comes with it.
    """

    kind: TargetKind
    series: str
    shares: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    targeted: bool = False
    ages: tuple[str, ...] = ()
    sex: str = "T"
    name: Text | None = None

    @property
    def is_count(self) -> bool:
        """Return whether the group is a direct count, which no population variant moves."""
        return not self.ages and self.series not in (BIRTHS, POPULATION)


EVERYBODY = TargetGroup(kind="age_group", series=POPULATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexation:
    """How a fixed amount follows an index: methods (1.7).

    `lag` years back is the index read (0 or 1), every `every` years the amount is
    adjusted, with `ratchet` an adjustment never lowers it. `cpi_weight` is the weight
    of prices against wages in the mixed kind.
    """

    kind: IndexKind
    lag: int = 0
    every: int = 1
    ratchet: bool = False
    cpi_weight: float = 1.0

    def __post_init__(self) -> None:
        if self.lag not in (0, 1):
            raise BadScenario(f"indexation: lag {self.lag} is neither 0 nor 1 year")
        if not 1 <= self.every <= 10:
            raise BadScenario(f"indexation: every {self.every} years is outside 1..10")
        if not 0.0 <= self.cpi_weight <= 1.0:
            raise BadScenario(f"indexation: cpi_weight {self.cpi_weight} is outside 0..1")


@dataclass(frozen=True, kw_only=True)
class Programme:
    """One benefit as the model needs it.

    `existing` tells a programme of today (baseline) from an option (new policy).
    `contributory` programmes have contributions of their own, which pay for nothing else.
    """

    id: str
    guarantee: Guarantee
    title: Text
    short: Text  # beside a slider, in a table's head
    description: Text
    agency: Text
    target: TargetGroup
    benefit: BenefitKind
    indexation: Indexation
    administration_basis: AdministrationBasis
    coverage_today: Parameter  # effective share of the target group that receives now
    levers: tuple[Lever, ...]
    pillar: Pillar = "social_welfare"
    existing: bool = False
    contributory: bool = False

    def __post_init__(self) -> None:
        _fail_if_a_lever_is_missing_or_has_no_use(self)
        if not 0.0 <= self.coverage_today.value <= 1.0:
            raise BadScenario(f"programme {self.id}: coverage today {self.coverage_today.value} outside 0..1")
        if self.benefit not in IN_KIP and self.indexation.kind != "none":
            raise BadScenario(f"programme {self.id}: a benefit tied to {self.benefit} cannot be indexed as well")
        if (
            self.target.targeted
            and not self.lever("poor_share").minimum * (1.0 - self.lever("exclusion").maximum) > 0.0
        ):
            raise BadScenario(
                f"programme {self.id}: poor_share of 0 or exclusion of 1 would leave nobody to be reached"
            )
        administration = self.lever("administration")
        if self.administration_basis == "of_total" and administration.maximum >= 1.0:
            raise BadScenario(f"programme {self.id}: administration of_total must stay below 1")

    def roles(self) -> tuple[str, ...]:
        """Return the roles that this programme's structure asks a lever for."""
        indexed = ("indexation",) if self.is_indexed else ()
        tested = TARGETING if self.target.targeted else ()
        paid_in = CONTRIBUTORY if self.contributory else ()
        of_benefit = OF_BENEFIT.get(self.benefit, ())
        return (*ALWAYS, *indexed, *of_benefit, *self.target.shares, *self.target.months, *tested, *paid_in)

    @property
    def is_indexed(self) -> bool:
        """Say whether an amount in kip follows an index."""
        return self.indexation.kind != "none"

    def has(self, role: str) -> bool:
        """Say whether the programme has a lever for `role`."""
        return any(lever.role == role for lever in self.levers)

    def lever(self, role: str) -> Lever:
        """Return the lever for `role`, such as "coverage"."""
        for lever in self.levers:
            if lever.role == role:
                return lever
        raise BadScenario(f"programme {self.id}: no lever {self.id}.{role}")


def _fail_if_a_lever_is_missing_or_has_no_use(programme: Programme) -> None:
    roles = [lever.role for lever in programme.levers]
    needed = programme.roles()
    if len(set(roles)) != len(roles):
        raise BadScenario(f"programme {programme.id}: a lever is given twice")
    for role in needed:
        if role not in roles:
            raise BadScenario(f"programme {programme.id}: no lever {programme.id}.{role}")
    for lever in programme.levers:
        if lever.role not in (*needed, *OPTIONAL):
            raise BadScenario(f"programme {programme.id}: lever {lever.id} has no use in it")
        if lever.programme != programme.id or lever.id != f"{programme.id}.{lever.role}":
            raise BadScenario(f"programme {programme.id}: lever {lever.id} belongs to another programme")
