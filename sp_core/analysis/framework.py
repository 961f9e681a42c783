"""The medium-term expenditure framework of a scenario: lines by year, in kip; methods 6.2.

    baseline    existing programmes at today's policies, under the scenario's assumptions
    new policy  what the scenario adds, by programme; never on one line with the baseline
    savings     what it takes away from them
    need        baseline + new policy - savings, emergency top-ups included in new policy

Everything below the need is the model's own result: who pays, what is missing, what room there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sp_core.errors import BadScenario, InvalidInput
from sp_core.model import Projection, project
from sp_core.model.fiscal_space_block import YIELDS
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario

Section = Literal["macro", "baseline", "new_policy", "savings", "need", "sources", "balance", "ratios", "debt"]

MACRO = ("gdp_lak", "revenue_lak", "expenditure_lak", "price_index", "exchange_rate")
SOURCES = ("partners_lak", "contributions_lak", "state_central_lak", "state_provincial_lak", *YIELDS, "borrowing_lak")
BALANCE = ("domestic_need_lak", "ceiling_lak", "fiscal_space_lak", "identified_lak", "financing_gap_lak")
RATIOS = ("cost_gdp", "cost_revenue", "domestic_need_gdp", "financing_gap_gdp", "fiscal_space_gdp")
DEBT = ("interest_lak", "debt_gdp", "debt_stabilising_balance")
EMERGENCY = "emergency"
UNITS = {"price_index": "index", "exchange_rate": "lak_usd"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `name` is a result of the model, or the id of a programme in the first three sections."""

    section: Section
    name: str
    unit: str
    values: tuple[float, ...]
    is_total: bool = False


@dataclass(frozen=True)
class Framework:
    """All lines, in order, for the same years; nominal kip, or kip of the first year where `constant`."""

    years: tuple[int, ...]
    lines: tuple[Line, ...]
    constant: bool

    def section(self, name: Section) -> tuple[Line, ...]:
        """Return the lines of one section."""
        return tuple(line for line in self.lines if line.section == name)

    def line(self, section: Section, name: str) -> Line:
        """Return one line; raise InvalidInput when there is none."""
        for line in self.section(section):
            if line.name == name:
                return line
        raise InvalidInput(f"no line {name!r} in {section}")


def framework(
    scenario: Scenario,
    inputs: ModelInputs,
    values: Mapping[str, float] | None = None,
    years: Sequence[int] | None = None,
    *,
    constant: bool = False,
) -> Framework:
    """Return the framework of a scenario with financing, for `years` (default: the first six of the projection)."""
    if scenario.financing is None:
        raise BadScenario(f"scenario {scenario.id}: no financing, so there is no framework")
    moved = scenario.values(values)
    today = project(scenario, inputs, scenario.modified_baseline(moved))
    changed = project(scenario, inputs, moved)
    span = tuple(years) if years is not None else scenario.assumptions.years[:6]
    unknown = [year for year in span if year not in changed.years]
    if unknown:
        raise InvalidInput(f"year {unknown[0]} is outside {changed.years[0]}..{changed.years[-1]}")
    at = [changed.years.index(year) for year in span]
    lines = (*_programmes(scenario, today, changed), *_results(changed))
    prices = changed.results["price_index"]
    return Framework(span, tuple(_cut(line, at, prices if constant else None) for line in lines), constant)


def _programmes(scenario: Scenario, today: Projection, changed: Projection) -> Iterator[Line]:
    """Yield baseline, new policy and savings by programme with their sums, then the need."""
    ids = [programme.id for programme in scenario.programmes]
    base = {one: today.results[f"cost_lak.{one}"] for one in ids}
    effect = {one: _minus(changed.results[f"cost_lak.{one}"], base[one]) for one in ids}
    effect[EMERGENCY] = changed.results["emergency_lak"]
    existing = {programme.id for programme in scenario.programmes if programme.existing}
    parts: dict[Section, dict[str, tuple[float, ...]]] = {
        "baseline": {one: path for one, path in base.items() if one in existing or any(path)},
        "new_policy": {one: tuple(max(0.0, x) for x in path) for one, path in effect.items()},
        "savings": {one: tuple(max(0.0, -x) for x in path) for one, path in effect.items()},
    }
    for section, named in parts.items():
        for name, path in named.items():
            if section == "baseline" or any(path):
                yield Line(section, name, "lak", path)
        yield Line(section, section, "lak", _sum(named.values(), len(changed.years)), is_total=True)
    yield Line("need", "cost_lak", "lak", changed.results["cost_lak"], is_total=True)


def _results(changed: Projection) -> Iterator[Line]:
    sections: dict[Section, tuple[str, ...]] = {
        "macro": MACRO, "sources": SOURCES, "balance": BALANCE, "ratios": RATIOS, "debt": DEBT
    }  # fmt: skip
    for section, names in sections.items():
        for name in names:
            unit = UNITS.get(name, "lak" if name.endswith("_lak") else "share")
            yield Line(section, name, unit, changed.results[name], is_total=name == "financing_gap_lak")


def _cut(line: Line, at: Sequence[int], prices: Sequence[float] | None) -> Line:
    deflated = prices is not None and line.unit == "lak"
    values = tuple(line.values[i] / prices[i] if deflated and prices is not None else line.values[i] for i in at)
    return Line(line.section, line.name, line.unit, values, line.is_total)


def _minus(above: Sequence[float], below: Sequence[float]) -> tuple[float, ...]:
    return tuple(a - b for a, b in zip(above, below, strict=True))


def _sum(paths: Iterable[Sequence[float]], years: int) -> tuple[float, ...]:
    rows = list(paths)
    return tuple(sum(row[year] for row in rows) for year in range(years))
