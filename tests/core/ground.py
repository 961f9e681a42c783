"""Ground for tests of the model: published macro figures typed in, and builders of programmes.

Figures: IMF World Economic Outlook, October 2025, Lao P.D.R. (NGDP, NGDP_RPCH, PCPIPCH, PCPI,
GGR_NGDP, NGDP over NGDPD) and UN World Population Prospects 2024, medium variant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from sp_core.assumptions import RATES, Assumptions, LongRun, extended
from sp_core.financing import Financing
from sp_core.lever import Lever
from sp_core.parameter import ModelInputs, Parameter
from sp_core.programme import CONTRIBUTORY, OF_BENEFIT, TARGETING, Indexation, Programme, TargetGroup
from sp_core.records import Text
from sp_core.scenario import Scenario

PUBLISHED: dict[str, dict[int, float]] = {
    "gdp_path": {
        2025: 382980.674e9,
        2026: 414047.341e9,
        2027: 451324.778e9,
        2028: 494544.838e9,
        2029: 548698.328e9,
        2030: 617906.688e9,
    },
    "growth_path": {2025: 0.03487, 2026: 0.02504, 2027: 0.02497, 2028: 0.02473, 2029: 0.02459, 2030: 0.02458},
    "inflation_path": {2025: 0.07842, 2026: 0.05501, 2027: 0.06369, 2028: 0.07031, 2029: 0.08284, 2030: 0.09922},
    "cpi_path": {2025: 251.62, 2026: 265.461, 2027: 282.368, 2028: 302.221, 2029: 327.256, 2030: 359.727},
    "revenue_share_path": {2025: 0.1692, 2026: 0.16602, 2027: 0.16451, 2028: 0.16362, 2029: 0.1629, 2030: 0.16209},
    "exchange_rate_path": {
        2025: 22616.07854,
        2026: 23285.942354,
        2027: 24247.825606,
        2028: 25399.046685,
        2029: 26914.128023,
        2030: 28951.257461,
    },
}
# Flat stand-ins for what the debt block takes as given (shares of GDP; a rate).
FLAT = {
    "expenditure_share_path": 0.155,
    "primary_balance_path": 0.03,
    "interest_rate_path": 0.04,
    "debt_other_flows_path": -0.01,
}
UNITS = {"gdp_path": "lak", "cpi_path": "index", "exchange_rate_path": "lak_usd"}
LONG_RUN = {"growth": 0.025, "inflation": 0.05, "revenue_share": 0.16, "depreciation": 0.03} | {
    "expenditure_share": 0.155,
    "primary_balance": 0.01,
    "interest_rate": 0.04,
    "debt_other_flows": 0.0,
}
# Smooth stand-ins between the published 2025 and 2040 values: the tests ask for identities, not for people.
PEOPLE = {
    "population": (7873045.0, 9169002.0),
    "births": (161375.0, 146455.0),
    "population_65_plus": (378541.0, 669215.0),
}
SPREADS = {"population": (0.003, 0.05), "births": (0.106, 0.249), "population_65_plus": (0.0, 0.0)}


def text(word: str) -> Text:
    """Return a text that says the same in both languages."""
    return Text(word, word)


def parameter(name: str, year: int, value: float, unit: str = "share") -> Parameter:
    """Return a parameter with a stand-in source."""
    return Parameter(id=name, year=year, value=value, unit=unit, status="projection", origin="test", locator="typed")


def lever(name: str, low: float, high: float, default: float, *, integer: bool = False, unit: str = "share") -> Lever:
    """Return a lever; the part before the dot, if any, is its programme."""
    programme = name.partition(".")[0] if "." in name else None
    return Lever(
        id=name,
        group="policy" if programme else "assumption",
        programme=programme,
        name=text(name),
        meaning=text(name),
        unit=unit,
        minimum=low,
        maximum=high,
        step=1.0 if integer else 0.001,
        coarse_step=1.0,
        default=default,
        integer=integer,
        illustrative=True,
        origin="test",
        locator="typed",
        today=text("today"),
    )


def assumptions() -> Assumptions:
    """Return assumptions with the four levers and round long-run values."""
    return Assumptions(
        id="test",
        title=text("test"),
        first_year=2025,
        last_year=2040,
        converge_years=5,
        long_run={
            rate: LongRun(rate=rate, value=LONG_RUN[rate], reason=text("round"), origin="test", locator="typed")
            for rate in RATES
        },
        levers=(
            lever("growth_offset", -0.03, 0.03, 0.0),
            lever("inflation_offset", -0.05, 0.15, 0.0),
            lever("revenue_offset", -0.04, 0.06, 0.0),
            lever("exchange_rate_offset", -0.03, 0.15, 0.0),
            lever("wage_offset", -0.06, 0.06, 0.0),
            lever("population_variant", -1, 1, 0, integer=True, unit="variant"),
            lever("shock_year", 2026, 2038, 2027, integer=True, unit="year"),
            lever("shock_persistence", 0.0, 0.9, 0.5),
            lever("growth_shock_size", -0.1, 0.05, 0.0),
            lever("inflation_shock_size", -0.03, 0.3, 0.0),
            lever("revenue_shock_size", -0.05, 0.03, 0.0),
            lever("exchange_rate_shock_size", -0.05, 0.6, 0.0),
        ),
    )


def inputs() -> ModelInputs:
    """Return all parameters that any test programme needs, 2025 to 2040."""
    ground = assumptions()
    macro = ModelInputs(
        tuple(
            parameter(name, year, value, UNITS.get(name, "share"))
            for name, path in PUBLISHED.items()
            for year, value in path.items()
        )
        + tuple(parameter(name, year, value) for name, value in FLAT.items() for year in PUBLISHED["gdp_path"])
    )
    people = [
        parameter(name, year, first + (last - first) * (year - 2025) / 15, "persons")
        for name, (first, last) in PEOPLE.items()
        for year in ground.years
    ] + [
        parameter(f"{name}_spread", year, first + (last - first) * (year - 2025) / 15)
        for name, (first, last) in SPREADS.items()
        for year in ground.years
    ]
    rest = [
        parameter("gdp_head_growth_path", 2025, 0.102),
        parameter("minimum_wage", 2025, 2.5e6, "lak_month"),
        parameter("debt_path", 2025, 347e12, "lak"),
        parameter("interest_first", 2025, 13.8e12, "lak"),
    ]
    real = [parameter("real_wage_growth", year, 0.01) for year in ground.years]
    return macro.with_more([*extended(macro, ground), *people, *rest, *real])


ROLES: dict[str, tuple[float, float, float, bool]] = {
    "on": (0, 1, 1, True),
    "coverage": (0, 1, 0.1, False),
    "take_up": (0.3, 1, 1, False),
    "start_year": (2026, 2035, 2026, True),
    "full_year": (2026, 2040, 2026, True),
    "administration": (0, 0.25, 0.05, False),
    "months_paid": (0, 12, 12, True),
    "months_pregnancy": (0, 9, 6, True),
    "months_childhood": (0, 36, 12, True),
    "prevalence": (0.005, 0.05, 0.02, False),
    "indexation": (0, 1, 0, False),
    "partners_usd": (0, 2e7, 1e6, False),
    "poor_share": (0.1, 0.5, 0.183, False),
    "exclusion": (0, 0.8, 0.3, False),
    "inclusion": (0, 0.5, 0.1, False),
    "contributors": (0, 1e6, 3e5, False),
    "earnings": (1e6, 4.5e6, 2.5e6, False),
    "contribution_rate": (0, 0.2, 0.02, False),
    "collection": (0.5, 1, 0.9, False),
    "days": (100, 250, 175, True),
    "rate": (0.05, 0.2, 0.09, False),
    "state_share": (0, 1, 0.5, False),
}
TARGETS = {
    "births": TargetGroup(kind="births", series="births", months=("months_pregnancy", "months_childhood")),
    "age_group": TargetGroup(kind="age_group", series="population_65_plus", ages=("65+",)),
    "prevalence": TargetGroup(kind="prevalence", series="population", shares=("prevalence",)),
    "poor": TargetGroup(kind="poverty_share", series="population", targeted=True),
}
AMOUNTS = {
    "fixed": (50e3, 1e6, 150e3),
    "fixed_day": (500.0, 5000.0, 800.0),
    "fixed_usd": (5.0, 40.0, 12.0),
    "contribution": (1e6, 4.5e6, 1.2e6),
}


def programme(
    name: str = "grant",
    *,
    target: str = "age_group",
    benefit: Any = "fixed",
    indexation: Indexation | None = None,
    basis: Any = "on_benefits",
    coverage_today: float = 0.1,
    optional: Sequence[str] = (),
    contributory: bool = False,
) -> Programme:
    """Return a programme of the wished structure with every lever it needs."""
    rule = indexation or Indexation(kind="none")
    group = TARGETS[target]
    amount = AMOUNTS.get(benefit, (0.02, 0.3, 0.1))
    roles = ["on", "coverage", "start_year", "full_year", "administration", *optional, *group.shares, *group.months]
    roles += [*OF_BENEFIT.get(benefit, ()), *(TARGETING if group.targeted else ())]
    roles += [] if rule.kind == "none" else ["indexation"]
    roles += CONTRIBUTORY if contributory else ()
    levers = [lever(f"{name}.{role}", *ROLES[role][:3], integer=ROLES[role][3]) for role in roles]
    return Programme(
        id=name,
        guarantee="children",
        title=text(name),
        short=text(name),
        description=text(name),
        agency=text("agency"),
        target=group,
        benefit=benefit,
        indexation=rule,
        administration_basis=basis,
        coverage_today=parameter(f"{name}.coverage_today", 2025, coverage_today),
        levers=(*levers, lever(f"{name}.benefit", *amount)),
        contributory=contributory,
    )


def scenario(
    *programmes: Programme, overrides: Mapping[str, float] | None = None, paid_by: Financing | None = None
) -> Scenario:
    """Return a scenario of these programmes (default: one)."""
    chosen = programmes or (programme(),)
    return Scenario(
        id="test",
        title=text("test"),
        description=text("test"),
        status="illustrative",
        reference="none",
        programmes=chosen,
        assumptions=assumptions(),
        overrides=overrides or {},
        headline=("growth_offset",),
        financing=paid_by,
    )


def draws(model: Scenario, rows: int, seed: int) -> dict[str, np.ndarray]:
    """Return `rows` random settings of all levers, valid, with corners among them."""
    random = np.random.default_rng(seed)
    found: dict[str, np.ndarray] = {}
    for item in model.levers:
        share = random.random(rows)
        share[random.random(rows) < 0.15] = 0.0
        share[random.random(rows) < 0.15] = 1.0
        values = item.minimum + (item.maximum - item.minimum) * share
        found[item.id] = np.round(values) if item.integer else np.clip(values, item.minimum, item.maximum)
    for start, end in model.year_pairs:
        found[end] = np.maximum(found[end], found[start])
    return found


def with_paths(base: ModelInputs, name: str, change: float) -> ModelInputs:
    """Return inputs with one path moved by a constant (to try other grounds)."""
    return ModelInputs(tuple(replace(p, value=p.value + change) if p.id == name else p for p in base))
