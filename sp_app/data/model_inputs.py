"""What the model takes as given: published figures of the database -> ModelInputs.

Every parameter keeps unit, status, origin and locator of the figure it comes from.
Published figures end before the horizon; sp_core.assumptions goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from sp_app.data.debt_inputs import debt_parameters
from sp_app.data.people_inputs import Figures as PeopleFigures
from sp_app.data.people_inputs import People
from sp_app.data.places import AREA
from sp_app.data.scenario_files import DATA, OWN_ASSUMPTION, in_force, load_parameter
from sp_core.assumptions import Assumptions, extended
from sp_core.errors import DataError
from sp_core.parameter import ModelInputs, Parameter
from sp_core.programme import EVERYBODY
from sp_core.records import Observation
from sp_core.scenario import Scenario


class Figures(PeopleFigures, Protocol):
    """The part of the queries that is used here."""

    def observation(
        self, indicator: str, area: str, year: int, sex: str = "T", age: str = "all"
    ) -> Observation | None: ...


@dataclass(frozen=True, slots=True)
class Series:
    """Where a parameter of the model is found, and how its published unit becomes ours."""

    parameter: str
    indicator: str
    unit: str
    factor: float = 1.0
    divisor: float = 1.0  # percent / 100 keeps the decimal value; times 0.01 would not


MACRO = (
    Series("gdp_path", "gdp_lcu", "lak", factor=1e9),
    Series("growth_path", "gdp_growth_real", "share", divisor=100.0),
    Series("inflation_path", "inflation", "share", divisor=100.0),
    Series("cpi_path", "cpi", "index"),
    Series("revenue_share_path", "gov_revenue_gdp", "share", divisor=100.0),
    Series("exchange_rate_path", "exchange_rate_weo", "lak_usd"),
    Series("expenditure_share_path", "gov_expenditure_gdp", "share", divisor=100.0),
    Series("primary_balance_path", "gov_primary_balance_gdp", "share", divisor=100.0),
)
POPULATION = Series("population", "population", "persons")


def model_inputs(queries: Figures, scenario: Scenario, data: Path = DATA) -> ModelInputs:
    """Return every parameter that the scenario's model needs, each with its source."""
    assumptions = scenario.assumptions
    published = ModelInputs(tuple(_macro(queries, assumptions)))
    macro = published.with_more(debt_parameters(queries, published, scenario))
    people = People(queries, assumptions.years, data)
    groups = {one.series: one for one in (EVERYBODY, *(programme.target for programme in scenario.programmes))}
    return macro.with_more(
        [
            *extended(macro, assumptions),
            *(parameter for group in groups.values() for parameter in people.parameters(group)),
            _first_income_growth(queries, assumptions),
            _minimum_wage(assumptions, data),
            *_real_wage_growth(assumptions),
            *_poverty_line(scenario, data),
        ]
    )


def _macro(queries: Figures, assumptions: Assumptions) -> Iterator[Parameter]:
    """Yield the macro series as far as they are published without a hole."""
    for series in MACRO:
        for year in assumptions.years:
            observation = queries.observation(series.indicator, AREA, year)
            if observation is None:
                break
            yield _parameter(series, observation)


def _poverty_line(scenario: Scenario, data: Path) -> Iterator[Parameter]:
    """Yield the line in kip a month, constant prices of its file; none was located, so the file must be added."""
    if not any(programme.benefit == "poverty_line" for programme in scenario.programmes):
        return
    if not (data / "parameters" / "poverty_line.toml").exists():
        raise DataError(
            f"scenario {scenario.id}: a benefit tied to the poverty line needs data/parameters/poverty_line.toml; "
            "no published line in kip was located"
        )
    table = load_parameter("poverty_line", data)
    for year in scenario.assumptions.years:
        step = in_force(table, date(year, 1, 1))
        yield Parameter(
            id="poverty_line",
            year=year,
            value=step.value,
            unit=table.unit,
            status=table.status,
            origin=step.origin,
            locator=step.locator,
        )


def _first_income_growth(queries: Figures, assumptions: Assumptions) -> Parameter:
    """Return the growth of nominal GDP per head into the first year, derived from published figures."""
    first = assumptions.first_year
    gdp = {year: _found(queries, MACRO[0], year) for year in (first - 1, first)}
    heads = {year: _found(queries, POPULATION, year) for year in (first - 1, first)}
    growth = (gdp[first].value / heads[first].value) / (gdp[first - 1].value / heads[first - 1].value) - 1.0
    return Parameter(
        id="gdp_head_growth_path",
        year=first,
        value=growth,
        unit="share",
        status=gdp[first].status,
        origin=gdp[first].origin,
        locator=f"derived: change of {gdp[first].locator} over {heads[first].origin} population",
    )


def _minimum_wage(assumptions: Assumptions, data: Path) -> Parameter:
    table = load_parameter("minimum_wage", data)
    step = in_force(table, date(assumptions.first_year, 1, 1))
    return Parameter(
        id="minimum_wage",
        year=assumptions.first_year,
        value=step.value,
        unit=table.unit,
        status=table.status,
        origin=step.origin,
        locator=f"{step.locator} (in force from {step.from_})",
    )


def _real_wage_growth(assumptions: Assumptions) -> Iterator[Parameter]:
    for year in assumptions.years:
        yield Parameter(
            id="real_wage_growth",
            year=year,
            value=assumptions.real_wage_growth,
            unit="share",
            status="illustrative",
            origin=OWN_ASSUMPTION,
            locator=f"assumptions/{assumptions.id}.toml, real_wage_growth",
        )


def _found(queries: Figures, series: Series, year: int) -> Observation:
    observation = queries.observation(series.indicator, AREA, year)
    if observation is None:
        raise DataError(f"the model needs {series.indicator} of {AREA} for {year}: no such observation in data/")
    return observation


def _parameter(series: Series, observation: Observation) -> Parameter:
    return Parameter(
        id=series.parameter,
        year=observation.year,
        value=observation.value * series.factor / series.divisor,
        unit=series.unit,
        status=observation.status,
        origin=observation.origin,
        locator=observation.locator,
    )
