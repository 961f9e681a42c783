"""Assumptions: the projection ground under every scenario, kept apart from policy.

Published projections end before the horizon does. After their last year each rate moves
in a straight line to a stated long-run value. This happens outside the traced model: its
results are parameters like the published ones, with the status "illustrative".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sp_core.errors import BadScenario
from sp_core.lever import Lever
from sp_core.parameter import ModelInputs, Parameter
from sp_core.records import Text

RATES = (
    "growth",
    "inflation",
    "revenue_share",
    "depreciation",
    "expenditure_share",
    "primary_balance",
    "interest_rate",
    "debt_other_flows",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongRun:
    """The value a rate settles at, and why that one."""

    rate: str
    value: float  # share per year; revenue_share: share of GDP
    reason: Text
    origin: str
    locator: str


@dataclass(frozen=True, kw_only=True)
class Assumptions:
    """Horizon, long-run values and the assumption levers."""

    id: str
    title: Text
    first_year: int
    last_year: int
    converge_years: int
    long_run: Mapping[str, LongRun]
    levers: tuple[Lever, ...]
    real_wage_growth: float = field(default=0.0)  # share per year, minimum wage beyond prices

    def __post_init__(self) -> None:
        if self.last_year <= self.first_year:
            raise BadScenario(f"assumptions {self.id}: last year {self.last_year} is not after {self.first_year}")
        if self.converge_years < 1:
            raise BadScenario(f"assumptions {self.id}: converge_years {self.converge_years} is below 1")
        missing = [rate for rate in RATES if rate not in self.long_run]
        if missing:
            raise BadScenario(f"assumptions {self.id}: no long-run value for {', '.join(missing)}")

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years of the projection."""
        return tuple(range(self.first_year, self.last_year + 1))


def converge(last: float, long_run: float, after: int, over: int) -> float:
    """Return a rate `after` years past its last published value, on a straight line to `long_run`.

    rate = last + (long_run - last) * min(1, after / over)
    """
    return last + (long_run - last) * min(1.0, after / over)


def extended(published: ModelInputs, assumptions: Assumptions) -> tuple[Parameter, ...]:
    """Return the macro parameters between the last published year and the horizon.

    `published` holds the path of every rate of RATES (but depreciation, which comes from
    exchange_rate_path), gdp_path and cpi_path, each up to the same last year. The GDP deflator
    converges to the long-run inflation from its own last change.

        gdp[t] = gdp[t-1] * (1 + growth[t]) * (1 + deflator change[t])
        cpi[t] = cpi[t-1] * (1 + inflation[t])
        exchange rate[t] = exchange rate[t-1] * (1 + depreciation[t])
    """
    last = _last_common_year(published)
    level = {name: published.value(name, last) for name in LEVEL_PATHS}
    before = {name: published.value(name, last - 1) for name in level}
    start = {name: published.value(name, last) for name in RATE_PATHS} | {
        "deflator": level["gdp_path"] / before["gdp_path"] / (1.0 + published.value("growth_path", last)) - 1.0,
        "depreciation": level["exchange_rate_path"] / before["exchange_rate_path"] - 1.0,
    }
    found: list[Parameter] = []
    for year in range(last + 1, assumptions.last_year + 1):
        rate = {name: _rate(name, value, year - last, assumptions) for name, value in start.items()}
        level["gdp_path"] *= (1.0 + rate["growth_path"]) * (1.0 + rate["deflator"])
        level["cpi_path"] *= 1.0 + rate["inflation_path"]
        level["exchange_rate_path"] *= 1.0 + rate["depreciation"]
        for name in RATE_PATHS:
            found.append(_assumed(published.get(name, last), year, rate[name], assumptions))
        for name, value in level.items():
            found.append(_assumed(published.get(name, last), year, value, assumptions))
    return tuple(found)


RATE_PATHS = tuple(f"{rate}_path" for rate in RATES if rate != "depreciation")
LEVEL_PATHS = ("gdp_path", "cpi_path", "exchange_rate_path")
LONG_RUN_OF = {f"{rate}_path": rate for rate in RATES} | {
    "deflator": "inflation",
    "depreciation": "depreciation",
    "gdp_path": "growth",
    "cpi_path": "inflation",
    "exchange_rate_path": "depreciation",
}


def _rate(name: str, last: float, after: int, assumptions: Assumptions) -> float:
    return converge(last, assumptions.long_run[LONG_RUN_OF[name]].value, after, assumptions.converge_years)


def _assumed(last: Parameter, year: int, value: float, assumptions: Assumptions) -> Parameter:
    long_run = assumptions.long_run[LONG_RUN_OF[last.id]]
    return Parameter(
        id=last.id,
        year=year,
        value=value,
        unit=last.unit,
        status="illustrative",
        origin=long_run.origin,
        locator=f"{long_run.locator}; from {last.origin} {last.year}",
    )


def _last_common_year(published: ModelInputs) -> int:
    years = []
    for name in (*RATE_PATHS, *LEVEL_PATHS):
        held = [parameter.year for parameter in published if parameter.id == name]
        if not held:
            raise BadScenario(f"parameter {name} is not among the inputs")
        years.append(max(held))
    return min(years)
