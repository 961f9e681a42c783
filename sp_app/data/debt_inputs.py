"""Debt figures of the model that follow from published ones: interest, its rate, the remainder of debt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from sp_app.data.places import AREA
from sp_core.debt_paths import DebtFigures, interest_lak, interest_rate, other_flows
from sp_core.errors import DataError
from sp_core.parameter import ModelInputs, Parameter
from sp_core.records import Observation, Status
from sp_core.scenario import Scenario

BILLION = 1e9
INTEREST = "derived: (primary balance - overall balance) x GDP"
RATE = "derived: interest over the debt at the end of the year before"
REMAINDER = "derived: published debt less the debt that balance, interest and exchange rate give"


class Figures(Protocol):
    """The part of the queries that is used here."""

    def observation(
        self, indicator: str, area: str, year: int, sex: str = "T", age: str = "all"
    ) -> Observation | None: ...


def debt_parameters(queries: Figures, published: ModelInputs, scenario: Scenario) -> Iterator[Parameter]:
    """Yield debt, interest, interest rate and other flows for every published year, each with its derivation."""
    years = tuple(p.year for p in published if p.id == "primary_balance_path")
    figures = _figures(queries, published, years)
    share = scenario.financing.lever("fx_debt_share").default if scenario.financing else 0.0
    first, origin = years[0], published.get("primary_balance_path", years[0]).origin

    def derived(name: str, year: int, value: float, unit: str, locator: str) -> Parameter:
        status: Status = published.get("primary_balance_path", year).status
        return Parameter(id=name, year=year, value=value, unit=unit, status=status, origin=origin, locator=locator)

    yield derived("debt_path", first, figures.debt[first], "lak", _locator(queries, "gov_debt_lcu", first))
    yield derived("interest_first", first, interest_lak(figures)[first], "lak", INTEREST)
    rates, flows = interest_rate(figures), other_flows(figures, share)
    for year in years:
        yield derived("interest_rate_path", year, rates[year], "share", RATE)
        yield derived("debt_other_flows_path", year, flows[year], "share", REMAINDER)


def _figures(queries: Figures, published: ModelInputs, years: tuple[int, ...]) -> DebtFigures:
    before = (years[0] - 1, *years)
    return DebtFigures(
        gdp={year: published.value("gdp_path", year) for year in years},
        debt={year: value * BILLION for year, value in _values(queries, "gov_debt_lcu", before).items()},
        primary_balance={year: published.value("primary_balance_path", year) for year in years},
        overall_balance={y: v / 100.0 for y, v in _values(queries, "gov_net_lending_gdp", years).items()},
        exchange_rate={year: published.value("exchange_rate_path", year) for year in years},
    )


def _values(queries: Figures, indicator: str, years: tuple[int, ...]) -> Mapping[int, float]:
    return {year: _found(queries, indicator, year).value for year in years}


def _locator(queries: Figures, indicator: str, year: int) -> str:
    return _found(queries, indicator, year).locator


def _found(queries: Figures, indicator: str, year: int) -> Observation:
    observation = queries.observation(indicator, AREA, year)
    if observation is None:
        raise DataError(f"the model needs {indicator} of {AREA} for {year}: no such observation in data/")
    return observation
