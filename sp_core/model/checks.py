"""Checks before and after a run, named as sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from sp_core.errors import BadScenario, OutOfBounds
from sp_core.model.shock_block import SHOCKS
from sp_core.parameter import ModelInputs
from sp_core.programme import POPULATION, SPREAD
from sp_core.scenario import Scenario

POSITIVE = ("gdp_path", "cpi_path", "exchange_rate_path", POPULATION)


def fail_if_a_denominator_can_vanish(scenario: Scenario, inputs: ModelInputs) -> None:
    """Prove every denominator positive over the whole box of levers, before the model runs.

    Divisors are GDP, population, prices, revenue, exchange rate, minimum wage and
    1 + a published rate. Each is a product or sum of terms whose smallest value in the
    box is looked at here. (1 - administration is held below 1 by the programme itself.)
    """
    lowest = {lever.id: lever.minimum for lever in scenario.assumptions.levers}
    shock = {rate: min(0.0, lowest[f"{rate}_shock_size"]) for rate in SHOCKS}  # the wave lies between 0 and 1
    variant = scenario.lever("population_variant")
    furthest = max(abs(variant.minimum), abs(variant.maximum))
    first = scenario.assumptions.first_year
    _positive("minimum_wage", first, inputs.value("minimum_wage", first))
    for year in scenario.assumptions.years:
        for name in POSITIVE:
            _positive(name, year, inputs.value(name, year))
        apart = abs(inputs.value(POPULATION + SPREAD, year))
        _positive("population in its furthest variant", year, 1.0 - furthest * apart)
        for name in ("growth", "inflation"):
            rate = inputs.value(f"{name}_path", year)
            _positive(f"1 + {name}_path", year, 1.0 + rate)
            _positive(f"1 + {name}, shifted and shocked", year, 1.0 + (rate + lowest[f"{name}_offset"] + shock[name]))
        share = inputs.value("revenue_share_path", year)
        _positive("revenue share, shifted and shocked", year, share + lowest["revenue_offset"] + shock["revenue"])
        real = inputs.value("real_wage_growth", year)
        _positive("1 + real_wage_growth, shifted", year, 1.0 + (real + lowest["wage_offset"]))
        _positive(
            "1 + exchange_rate, shifted and shocked",
            year,
            1.0 + lowest["exchange_rate_offset"] + shock["exchange_rate"],
        )


def fail_if_not_a_number(scenario: str, years: tuple[int, ...], results: Mapping[str, tuple[Any, ...]]) -> None:
    """Stop when a result is not finite: the box of levers was not as safe as was proved."""
    for name, values in results.items():
        if all(type(value) is float for value in values) and all(map(math.isfinite, values)):
            continue
        for year, value in zip(years, values, strict=True):
            fine = bool(np.all(np.isfinite(value))) if isinstance(value, np.ndarray) else math.isfinite(value)
            if not fine:
                raise OutOfBounds(f"scenario {scenario}: {name} in {year} is not a finite number")


def _positive(what: str, year: int, value: float) -> None:
    if not value > 0.0:
        raise BadScenario(f"{what} can fall to {value} in {year}; it divides, so it must stay above zero")
