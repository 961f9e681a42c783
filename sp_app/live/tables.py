"""The tables under the panel: results by year, what differs from today, levers and given figures with sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sp_app.explanation.names import Names
from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_app.live.lever_names import full_name
from sp_app.live.link import LinkState
from sp_app.live.measures import COST, COST_CONSTANT, COST_GDP, COST_REVENUE, COST_USD, Measure, last_measures
from sp_app.live.results import Results
from sp_app.live.units import lever_unit
from sp_core.lever import Lever
from sp_core.model import Projection
from sp_core.parameter import ModelInputs, Parameter
from sp_core.scenario import Scenario

Credit = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, which of them hold numbers, rows of words; `marked` is the row that is looked at."""

    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: int = -1


def results_by_year(found: Results, t: Texts, n: Numbers) -> Table:
    """Return the results of every year, recipients and cost beside their baseline."""
    state, years = found.state, found.here.years
    people = Measure(key="people", result="recipients", scale=1.0, digits=0)
    columns = [(people, found.here), (people, found.baseline), (COST, found.here), (COST, found.baseline)]
    columns += [(measure, found.here) for measure in (COST_CONSTANT, COST_USD, COST_GDP, COST_REVENUE)]
    columns += [(measure, found.here) for measure in (*_benefit(state.scenario), *last_measures(state.scenario))]
    names = [t("scenarios.year"), *(_heading(measure, it is found.baseline, state, t) for measure, it in columns)]
    rows = tuple((str(year), *(_cell(measure, it, year, n) for measure, it in columns)) for year in years)
    return Table(tuple(names), (False, *(True for _ in columns)), rows, marked=years.index(state.year))


def _benefit(scenario: Scenario) -> tuple[Measure, ...]:
    """Return the benefit in kip a month, where one programme stands alone."""
    if len(scenario.programmes) > 1:
        return ()
    result = f"benefit_month_lak.{scenario.programmes[0].id}"
    return (Measure(key="benefit_month", result=result, scale=1.0, digits=0),)


def _heading(measure: Measure, base: bool, state: LinkState, t: Texts) -> str:
    text = t(f"scenarios.column_{measure.key}{'_base' if base else ''}")
    return text.replace("{first}", str(state.scenario.assumptions.first_year))


def _cell(measure: Measure, projection: Projection, year: int, n: Numbers) -> str:
    if measure.exists and not projection.at(measure.exists, year) > 0:
        return n.decimal(None)
    return n.decimal(projection.at(measure.result, year) * measure.scale, measure.digits)


def changes(found: Results, t: Texts, n: Numbers) -> Table:
    """Return every lever that does not stand at today's value: old and new."""
    columns = ("column_lever", "column_group", "column_today", "column_now")
    rows = tuple(
        (
            full_name(lever, found.state.scenario, t),
            t(f"scenarios.short_{lever.group}"),
            lever_unit(lever, t).text(n, lever.default),
            lever_unit(lever, t).text(n, found.state.values[lever.id]),
        )
        for lever in found.changed
    )
    return Table(tuple(t(f"scenarios.{name}") for name in columns), (False, False, True, True), rows)


def levers(found: Results, t: Texts, n: Numbers, credit: Credit) -> Table:
    """Return every lever: here, today, range, status, source and place in it."""
    columns = ("column_lever", "column_now", "column_today", "card_range", "column_status", "column_source")
    names = (*(t(f"scenarios.{name}") for name in columns), t("scenarios.column_locator"))
    rows = tuple(_lever_row(lever, found.state, t, n, credit) for lever in found.state.scenario.levers)
    return Table(names, (False, True, True, True, False, False, False), rows)


def _lever_row(lever: Lever, state: LinkState, t: Texts, n: Numbers, credit: Credit) -> tuple[str, ...]:
    unit = lever_unit(lever, t)
    status = "illustrative" if lever.illustrative else "official"
    return (
        full_name(lever, state.scenario, t),
        unit.text(n, state.values[lever.id]),
        unit.text(n, lever.default),
        f"{unit.text(n, lever.minimum)} – {unit.text(n, lever.maximum)}",
        t(f"frame.status_{status}"),
        credit(lever.origin),
        lever.locator,
    )


def given_figures(scenario: Scenario, inputs: ModelInputs, t: Texts, n: Numbers, credit: Credit) -> Table:
    """Return what the model takes as given, years of one source and place together."""
    columns = ("parameters_title", "column_years", "column_value", "column_status", "column_source", "column_locator")
    names = Names(t, scenario)
    return Table(
        tuple(t(f"scenarios.{name}") for name in columns),
        (False, False, True, False, False, False),
        tuple(_given_row(group, names, n, credit) for group in _together(inputs)),
    )


def _together(inputs: ModelInputs) -> Iterator[list[Parameter]]:
    """Yield parameters of one id, status, origin and locator, by year."""
    names = list(dict.fromkeys(p.id for p in inputs))
    ordered = sorted(inputs, key=lambda p: (names.index(p.id), p.year))
    for _, group in groupby(ordered, key=lambda p: (p.id, p.status, p.origin, p.locator)):
        yield list(group)


def _given_row(group: list[Parameter], names: Names, n: Numbers, credit: Credit) -> tuple[str, ...]:
    first, last, t = group[0], group[-1], names.t
    ends = [_given_value(one, t, n) for one in ([first] if first is last else [first, last])]
    return (
        names.given(first.id),
        str(first.year) if first is last else f"{first.year}–{last.year}",
        " → ".join(dict.fromkeys(ends)),
        t(f"frame.status_{first.status}"),
        credit(first.origin),
        first.locator,
    )


def _given_value(one: Parameter, t: Texts, n: Numbers) -> str:
    if one.unit == "share":
        return n.percent(one.value * 100.0, 2)
    if one.unit == "lak" and abs(one.value) >= 1e9:
        return n.billion_lak(one.value)
    return f"{n.decimal(one.value, 1 if abs(one.value) < 1000 else 0)} {t(f'scenarios.given_{one.unit}')}"
