"""What the panel shows of a projection: tiles, charts, units of cost. Names and words come from the texts."""

from __future__ import annotations

from dataclasses import dataclass

from sp_core.scenario import Scenario

USUAL_YEAR = 2030
MILLIONS_FROM = 2_000_000.0


def usual_year(scenario: Scenario) -> int:
    """Return the year the tiles show until another is chosen."""
    years = scenario.assumptions.years
    return min(max(USUAL_YEAR, years[0]), years[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One result as it is printed: value * scale with `digits` decimals; `key` names its texts."""

    key: str
    result: str
    scale: float
    digits: int
    share: bool = False  # printed in percent; its changes are points
    exists: str = ""  # result that is 0 where there is nothing to measure: an amount that nobody receives
    gap: bool = False  # a shortage: drawn with the colour of the financing gap


def people(largest: float) -> Measure:
    """Return recipients in millions where they can reach two millions, in thousands below."""
    if largest >= MILLIONS_FROM:
        return Measure(key="people_million", result="recipients", scale=1e-6, digits=2)
    return Measure(key="people_thousand", result="recipients", scale=1e-3, digits=0)


COST = Measure(key="cost", result="cost_lak", scale=1e-9, digits=0)
COST_CONSTANT = Measure(key="cost_constant", result="cost_constant_lak", scale=1e-9, digits=0)
COST_USD = Measure(key="cost_usd", result="cost_usd", scale=1e-6, digits=0)
COST_GDP = Measure(key="cost_gdp", result="cost_gdp", scale=100.0, digits=2, share=True)
COST_REVENUE = Measure(key="cost_revenue", result="cost_revenue", scale=100.0, digits=1, share=True)
COST_VIEWS = (COST, COST_CONSTANT, COST_USD, COST_GDP)


def benefit_measures(scenario: Scenario) -> tuple[Measure, Measure]:
    """Return the benefit against the minimum wage and GDP per head, of the scenario's first programme."""
    programme = scenario.programmes[0].id
    exists = f"recipients.{programme}"
    return (
        Measure(
            key="min_wage", result=f"benefit_min_wage.{programme}", scale=100.0, digits=1, share=True, exists=exists
        ),
        Measure(
            key="gdp_head", result=f"benefit_gdp_head.{programme}", scale=100.0, digits=1, share=True, exists=exists
        ),
    )


UNFUNDED = Measure(key="unfunded", result="unfunded_lak", scale=1e-9, digits=0, gap=True)
UNFUNDED_GDP = Measure(key="unfunded_gdp", result="unfunded_gdp", scale=100.0, digits=2, share=True, gap=True)


def last_measures(scenario: Scenario) -> tuple[Measure, Measure]:
    """Return what stands beside reach and cost: what has no source, or for one programme what its benefit is worth."""
    return (UNFUNDED, UNFUNDED_GDP) if scenario.financing else benefit_measures(scenario)


def largest_reach(scenario: Scenario) -> dict[str, float]:
    """Return lever values with every policy at its upper end: as many recipients as the levers allow."""
    values = dict(scenario.defaults())
    for lever in scenario.levers:
        if lever.group == "policy" and lever.role not in ("start_year", "full_year"):
            values[lever.id] = lever.maximum
    return values
