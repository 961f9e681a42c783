"""The year before a projection begins: published macro figures, under the names of the model's results.

No spending on social protection by programme is published, so nothing is said about it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sp_core.errors import DataError
from sp_core.parameter import Parameter
from sp_core.records import Observation
from sp_core.scenario import Scenario

AREA = "LAO"
BILLION = 1e9
# Result of the model, indicator, unit of the result; how the published unit becomes that one.
DIRECT = (
    ("gdp_lak", "gdp_lcu", "lak"),
    ("revenue_lak", "gov_revenue_lcu", "lak"),
    ("expenditure_lak", "gov_expenditure_lcu", "lak"),
    ("exchange_rate", "exchange_rate_weo", "lak_usd"),
    ("debt_gdp", "gov_debt_gdp", "share"),
)
FACTOR, DIVISOR = {"lak": BILLION}, {"share": 100.0}


class Figures(Protocol):
    """The part of the queries that is used here."""

    def observation(
        self, indicator: str, area: str, year: int, sex: str = "T", age: str = "all"
    ) -> Observation | None: ...


@dataclass(frozen=True)
class LastActual:
    """The last year with published actual figures, and what is published for it."""

    year: int
    parameters: tuple[Parameter, ...]

    def get(self, result: str) -> Parameter | None:
        """Return what is published under the name of a result, None where nothing is."""
        return next((one for one in self.parameters if one.id == result), None)


def last_actual(queries: Figures, scenario: Scenario) -> LastActual:
    """Return the published figures of the year before the scenario's first year."""
    year = scenario.assumptions.first_year - 1
    return LastActual(year, (*_direct(queries, year), *_derived(queries, year)))


def _direct(queries: Figures, year: int) -> Iterator[Parameter]:
    for result, indicator, unit in DIRECT:
        found = _found(queries, indicator, year)
        value = found.value * FACTOR.get(unit, 1.0) / DIVISOR.get(unit, 1.0)
        yield _parameter(result, found, value, unit, found.locator)


def _derived(queries: Figures, year: int) -> Iterator[Parameter]:
    """Yield the price level against the first projected year, and interest: primary less overall balance."""
    prices, first = _found(queries, "cpi", year), _found(queries, "cpi", year + 1)
    locator = f"derived: {prices.locator}, {year} over {year + 1}"
    yield _parameter("price_index", prices, prices.value / first.value, "index", locator)
    primary, overall = (_found(queries, f"gov_{name}_gdp", year) for name in ("primary_balance", "net_lending"))
    gdp = _found(queries, "gdp_lcu", year).value * BILLION
    interest = (primary.value - overall.value) / 100.0 * gdp
    yield _parameter("interest_lak", primary, interest, "lak", "derived: (primary balance - overall balance) x GDP")


def _parameter(result: str, found: Observation, value: float, unit: str, locator: str) -> Parameter:
    return Parameter(
        id=result, year=found.year, value=value, unit=unit, status=found.status, origin=found.origin, locator=locator
    )


def _found(queries: Figures, indicator: str, year: int) -> Observation:
    observation = queries.observation(indicator, AREA, year)
    if observation is None:
        raise DataError(f"the framework needs {indicator} of {AREA} for {year}: no such observation in data/")
    return observation
