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

from sp_app.data.scenario_files import DATA, OWN_ASSUMPTION, in_force, load_parameter
from sp_core.assumptions import Assumptions, extended
from sp_core.errors import DataError
from sp_core.parameter import ModelInputs, Parameter
from sp_core.records import Observation
from sp_core.scenario import Scenario

AREA = "LAO"


class Figures(Protocol):
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
    age: str = "all"


MACRO = (
    Series("gdp_path", "gdp_lcu", "lak", factor=1e9),
    Series("growth_path", "gdp_growth_real", "share", divisor=100.0),
    Series("inflation_path", "inflation", "share", divisor=100.0),
    Series("cpi_path", "cpi", "index"),
    Series("revenue_share_path", "gov_revenue_gdp", "share", divisor=100.0),
    Series("exchange_rate_path", "exchange_rate_weo", "lak_usd"),
)
POPULATION = Series("population", "population", "persons")
PEOPLE = {
    "births": Series("births", "births", "persons"),
    "population": POPULATION,
    "population_60_plus": Series("population_60_plus", "population", "persons", age="60+"),
    "population_65_plus": Series("population_65_plus", "population", "persons", age="65+"),
    "population_70_plus": Series("population_70_plus", "population", "persons", age="70+"),
}


def model_inputs(queries: Figures, scenario: Scenario, data: Path = DATA) -> ModelInputs:
    """Return every parameter that the scenario's model needs, each with its source."""
    assumptions = scenario.assumptions
    macro = ModelInputs(tuple(_macro(queries, assumptions)))
    people = [*_people(queries, POPULATION, assumptions)]
    for series in _target_series(scenario):
        people += _people(queries, series, assumptions)
    return macro.with_more(
        [
            *extended(macro, assumptions),
            *people,
            _first_income_growth(queries, assumptions),
            _minimum_wage(assumptions, data),
            *_real_wage_growth(assumptions),
        ]
    )


def _macro(queries: Figures, assumptions: Assumptions) -> Iterator[Parameter]:
    """Yield the macro series as far as they are published without a hole."""
    for series in MACRO:
        for year in assumptions.years:
            observation = queries.observation(series.indicator, AREA, year, "T", series.age)
            if observation is None:
                break
            yield _parameter(series, observation)


def _people(queries: Figures, series: Series, assumptions: Assumptions) -> Iterator[Parameter]:
    """Yield one population series; a missing year is an error, because nothing goes on from it."""
    for year in assumptions.years:
        yield _parameter(series, _found(queries, series, year))


def _target_series(scenario: Scenario) -> list[Series]:
    names = dict.fromkeys(programme.target.series for programme in scenario.programmes)
    unknown = [name for name in names if name not in PEOPLE]
    if unknown:
        raise DataError(f"scenario {scenario.id}: no series {unknown[0]!r}; there are {', '.join(PEOPLE)}")
    return [PEOPLE[name] for name in names if name != POPULATION.parameter]


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
    observation = queries.observation(series.indicator, AREA, year, "T", series.age)
    if observation is None:
        raise DataError(
            f"the model needs {series.indicator} of {AREA} for {year}, age {series.age}: no such observation in data/"
        )
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
