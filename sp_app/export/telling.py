"""What every document tells of a scenario: its finding in a sentence, figures, years, changes, assumptions, sources."""

from __future__ import annotations

from collections.abc import Iterator

from sp_app.export.column_widths import column_widths
from sp_app.export.grid import Grid, Look
from sp_app.export.handout import Handout
from sp_app.export.plain import NO_BREAK
from sp_app.live.measures import (
    COST,
    COST_CONSTANT,
    COST_GDP,
    COST_REVENUE,
    UNFUNDED,
    UNFUNDED_GDP,
    Measure,
    usual_year,
)
from sp_app.live.tables import given_figures
from sp_app.live.units import lever_unit
from sp_core.adding_up import adding_up
from sp_core.lever import Lever
from sp_core.model import Projection

PEOPLE = Measure(key="people", result="recipients", scale=1.0, digits=0)


def looked_at(h: Handout) -> int:
    """Return the year that the document quotes."""
    return usual_year(h.scenario)


def headline(h: Handout) -> str:
    """Return the finding: how many people, at what cost, and whether all of it has a source."""
    year, n = looked_at(h), h.n
    cost = _printed(h.here, COST, year)
    said = h.t(
        "handout.headline",
        year=year,
        people=n.integer(h.here.at(PEOPLE.result, year)),
        cost=n.billion_lak(cost * 1e9),
        gdp=_of_gdp(h, h.here.at("cost_gdp", year)),
    )
    return said if h.scenario.financing is None else f"{said} {_paid(h, year)}"


def _paid(h: Handout, year: int) -> str:
    gap = h.here.at("financing_gap_lak", year)
    if gap <= 0.0:
        return h.t("handout.headline_paid")
    if round(gap / 1e9) == 0:
        return h.t("handout.headline_nearly")
    words = h.n.billion_lak(gap)
    return h.t("handout.headline_gap", gap=words, gdp=_of_gdp(h, h.here.at("financing_gap_gdp", year)))


def _of_gdp(h: Handout, share: float) -> str:
    return _words(h, COST_GDP, 100.0 * share) + "%"


def _words(h: Handout, measure: Measure, value: float) -> str:
    """Return a printed value; one that is there but would print as zero is said to be below the last digit."""
    if value > 0.0 and round(value, measure.digits) == 0.0:
        return f"<{NO_BREAK}{h.n.decimal(10.0**-measure.digits, measure.digits)}"
    return h.n.decimal(value, measure.digits)


def effect_sentence(h: Handout) -> str:
    """Return who moved the cost, policy or assumptions; printed parts add up to the printed difference."""
    year = looked_at(h)
    before, assumed, after = (_exact(it, COST, year) for it in (h.baseline, h.modified, h.here))
    total = _printed(h.here, COST, year) - _printed(h.baseline, COST, year)
    policy, assumption = adding_up([after - assumed, assumed - before], COST.digits, total)
    if not (total or policy or assumption):
        return h.t("handout.effects_none", year=year)
    words = {
        name: h.n.signed(value, COST.digits)
        for name, value in (("total", total), ("policy", policy), ("assumption", assumption))
    }
    return h.t("handout.effects", year=year, **words)


def _exact(projection: Projection, measure: Measure, year: int) -> float:
    return float(projection.at(measure.result, year)) * measure.scale


def _printed(projection: Projection, measure: Measure, year: int) -> float:
    return round(_exact(projection, measure, year), measure.digits)


def measures(h: Handout) -> tuple[Measure, ...]:
    """Return what the key figures are: reach, price, and who does not pay."""
    paid = (UNFUNDED, UNFUNDED_GDP) if h.scenario.financing else ()
    return (PEOPLE, COST, COST_CONSTANT, COST_GDP, COST_REVENUE, *paid)


def _name(h: Handout, measure: Measure) -> str:
    if measure is COST_GDP or measure is COST_REVENUE:
        return h.t(f"handout.{measure.key}")
    return h.t(f"scenarios.column_{measure.key}", first=h.years[0])


def key_figures(h: Handout) -> Grid:
    """Return reach, cost and gap of the year looked at, from baseline to scenario, and of the last year."""
    year, last, t = looked_at(h), h.years[-1], h.t
    columns = ((h.baseline, year), (h.modified, year), (h.here, year), (h.here, last))
    heads = [f"{t(f'handout.line_{name}')}\n{at}" for name, (_, at) in zip(NAMES, columns, strict=True)]
    return Grid(
        title=t("handout.key_figures"),
        columns=(t("handout.figure"), *heads),
        numeric=(False, True, True, True, True),
        widths=(44.0, 22.0, 26.0, 22.0, 22.0),
        rows=tuple((_name(h, m), *(_words(h, m, _exact(it, m, at)) for it, at in columns)) for m in measures(h)),
        looks=tuple("gap" if m.gap else "line" for m in measures(h)),
        notes=(t("handout.twice"),),
    )


NAMES = ("baseline", "modified", "scenario", "scenario")


def results_by_year(h: Handout) -> Grid:
    """Return every year of the projection; recipients and cost beside their baseline."""
    t, year = h.t, looked_at(h)
    columns = [(PEOPLE, h.here), (PEOPLE, h.baseline), (COST, h.here), (COST, h.baseline)]
    columns += [(m, h.here) for m in (COST_CONSTANT, COST_GDP, COST_REVENUE)]
    columns += [(UNFUNDED, h.here)] if h.scenario.financing else []
    heads = [t(f"scenarios.column_{m.key}{'_base' if it is h.baseline else ''}", first=h.years[0]) for m, it in columns]
    looks: list[Look] = ["marked" if it == year else "line" for it in h.years]
    return Grid(
        title=t("handout.by_year"),
        columns=(t("frame.year"), *heads),
        numeric=(False, *(True for _ in columns)),
        widths=(12.0, *(20.0 for _ in columns)),
        rows=tuple(
            (str(it), *(_words(h, m, _exact(projection, m, it)) for m, projection in columns)) for it in h.years
        ),
        looks=tuple(looks),
        notes=(t("handout.twice"),),
    )


def changes(h: Handout) -> Grid | None:
    """Return every lever that was moved: old → new, policy or assumption; None where nothing was."""
    if not h.changes:
        return None
    t = h.t
    columns = tuple(t(f"scenarios.column_{name}") for name in ("lever", "group", "today", "now", "status"))
    rows = tuple(
        (it.name, t(f"scenarios.short_{it.lever.group}"), it.old, it.new, _status(h, it.lever)) for it in h.changes
    )
    return Grid(
        title=t("scenarios.changes_title"),
        columns=columns,
        numeric=(False, False, True, True, False),
        widths=column_widths(columns, rows),
        rows=rows,
        notes=(t("handout.status_today"),),
    )


def _status(h: Handout, lever: Lever) -> str:
    """Return what stands behind today's value of a lever."""
    return h.t("frame.status_illustrative" if lever.illustrative else "handout.published")


def assumptions(h: Handout) -> Grid:
    """Return the assumption levers: here and today, with who says so."""
    t = h.t

    def row(lever: Lever) -> tuple[str, ...]:
        unit = lever_unit(lever, t)
        values = (unit.text(h.n, value) for value in (lever.default, h.values[lever.id]))
        source = t("frame.status_illustrative") if lever.illustrative else h.credit_of[lever.origin]
        return (lever.name.get(h.language), *values, source)

    columns = tuple(t(f"scenarios.column_{name}") for name in ("lever", "today", "now", "source"))
    rows = tuple(row(lever) for lever in h.scenario.assumptions.levers)
    return Grid(
        title=t("handout.assumptions"),
        columns=columns,
        numeric=(False, True, True, False),
        widths=column_widths(columns, rows),
        rows=rows,
        notes=(t("handout.assumptions_note"),),
    )


def given(h: Handout) -> Grid:
    """Return what the model takes as given, with value, status and source in its edition."""
    found = given_figures(h.scenario, h.inputs, h.t, h.n, lambda origin: h.credit_of[origin])
    return Grid(
        title=h.t("handout.sources"),
        columns=found.columns[:5],
        numeric=(False, False, True, False, False),
        widths=(42.0, 18.0, 34.0, 18.0, 46.0),
        rows=tuple(row[:5] for row in found.rows),
        notes=(h.t("handout.locators"),),
    )


def not_known(h: Handout) -> tuple[str, ...]:
    """Return what the result does not rest on and does not say, one sentence each."""
    return tuple(_not_known(h))


def _not_known(h: Handout) -> Iterator[str]:
    t = h.t
    yield t("handout.identity")
    if h.illustrative:
        yield t("handout.illustrative_count", count=len(h.illustrative), levers=len(h.scenario.levers))
    if h.scenario.financing is None:
        yield t("handout.no_financing")
    else:
        if h.values["state_allocation"] == 0.0:
            yield t("handout.no_state_budget")
        if h.values["ceiling"] == 0.0:
            yield t("handout.no_ceiling")
    yield t("handout.uncertainty")
