"""The figures a deck may name: those of the pages, made for one language and one state of a scenario."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from sp_app.export.charts import cost_figure, reach_figure
from sp_app.export.handout import handout
from sp_app.figures.aid import aid_of_income
from sp_app.figures.coverage import coverage_trend
from sp_app.figures.expenditure import spending_of_members
from sp_app.figures.financing import Span, need_to_gap, who_pays
from sp_app.figures.framework import Row
from sp_app.figures.health_financing import PUBLISHED, break_before, paid_by_member, paid_by_year, parts_by_source
from sp_app.figures.members import members_ranking
from sp_app.figures.money import NOMINAL
from sp_app.figures.overview import FUNCTIONS, coverage_by_function
from sp_app.figures.sources import paid
from sp_app.figures.spec import FigureSpec, Series, Table
from sp_app.figures.standing import finding
from sp_app.i18n.numbers import Numbers
from sp_app.ui import asean_words
from sp_app.ui.asean_measures import MEASURES, figures, group_of, reference
from sp_app.ui.coverage_choices import Choice
from sp_app.ui.coverage_view import gather, trend_words
from sp_app.ui.coverage_view import reference as towards
from sp_app.ui.expenditure_cards import HOME
from sp_app.ui.expenditure_views import by_area, member_names, told
from sp_app.ui.financing_table import cell_words, row_name
from sp_app.ui.financing_view import TEN_YEARS
from sp_app.ui.financing_view import told as told_financing
from sp_app.ui.present_numbers import Asked
from sp_app.ui.words import words
from sp_core.records import Observation

# Sections of the framework on a slide: what is needed, who pays, what is missing; of today's policies the total.
FRAMEWORK_SECTIONS = ("new_policy", "need", "sources")


def _by_function(asked: Asked) -> FigureSpec:
    ctx, q = asked.ctx, asked.ctx.q
    year = q.latest("sdg131_any", HOME).year

    def seen(key: str, area: str) -> Observation | None:
        return q.observation(key, area, year, sex="F" if key == "sdg131_maternity" else "T")

    pairs = {key: (seen(key, HOME), seen(key, "ASEAN")) for key in FUNCTIONS}
    used = words(ctx, (o for pair in pairs.values() for o in pair), ctx.t("overview.story_note"))
    return coverage_by_function(pairs, used, year)


def _trend(asked: Asked) -> FigureSpec:
    ctx = asked.ctx
    view = gather(ctx, Choice(function="any", compared="ASEAN"))
    measure = ctx.t("coverage.trend_measure", name=view.name)
    return coverage_trend(measure, view.lao, view.others, towards(view, "same"), False, trend_words(ctx, view))


def _spending(asked: Asked) -> FigureSpec:
    ctx, names = asked.ctx, member_names(asked.ctx)
    published = ctx.q.observations("cofog10_gdp", areas=tuple(names))
    return spending_of_members(by_area(published), told(ctx, names, published, ctx.t("expenditure.cofog_note"), 2))


def _health(by_member: bool) -> Callable[[Asked], FigureSpec]:
    def figure(asked: Asked) -> FigureSpec:
        ctx, names = asked.ctx, member_names(asked.ctx)
        published = {name: ctx.q.observations(name, areas=tuple(names)) for name in PUBLISHED}
        parts = parts_by_source(published)
        everything = [o for observations in published.values() for o in observations]
        if by_member:
            year = max(parts[HOME])
            same = {area: found[year] for area, found in parts.items() if year in found}
            return paid_by_member(same, told(ctx, names, everything), year)
        broken = break_before([o for o in published["ext_che"] if o.area == HOME])
        used = told(ctx, names, everything, ctx.t("expenditure.health_note"))
        return paid_by_year(parts[HOME], names[HOME], used, broken)

    return figure


def _members(code: str) -> Callable[[Asked], FigureSpec]:
    def figure(asked: Asked) -> FigureSpec:
        ctx = asked.ctx
        measure = MEASURES[group_of(code)][code]
        areas = tuple(area.key for area in ctx.q.members("ASEAN", datetime.date.today()))
        found = figures(ctx, measure, areas, "all")
        against = reference(ctx, measure, found)
        used = asean_words.told(ctx, measure, found, against, "all")
        unit = asean_words.measured(ctx, measure)
        return members_ranking(f"asean_{code}", finding(found, used), unit, found, against, used, measure.top)

    return figure


def _aid(asked: Asked) -> FigureSpec:
    ctx, names = asked.ctx, member_names(asked.ctx)
    income = ctx.q.observations("oda_gni", areas=tuple(names))
    home = [o for o in income if o.area == HOME]
    return aid_of_income(home, told(ctx, names, home))


def _path(make: Callable[..., FigureSpec]) -> Callable[[Asked], FigureSpec]:
    """Return a figure of the hand-outs with the words at the ends of its lines, for the screen."""

    def figure(asked: Asked) -> FigureSpec:
        found = asked.found
        given = handout(found.scenario, found.values, asked.ctx.lang, datetime.date.today(), found.known.given)
        spec = make(given)
        years = found.years
        return replace(
            spec,
            series=tuple(_ended(one, asked.ctx.n) for one in spec.series),
            x_range=(years[0] - 0.3, float(years[-1])),
            x_ticks=tuple(float(year) for year in years if year % 5 == 0),
            ground_from=found.assumed_after + 0.5 if years[-1] > found.assumed_after else None,
            label_space=230,
        )

    return figure


def _ended(series: Series, n: Numbers) -> Series:
    return replace(series, end_label=f"<b>{n.integer(series.y[-1])}</b><br>{series.name}")


def _who_pays(asked: Asked) -> FigureSpec:
    found = asked.found
    span = Span(
        years=tuple(year for year in found.years if year <= max(found.years[0] + TEN_YEARS, asked.year)),
        chosen=asked.year,
        assumed_after=found.assumed_after,
    )
    return who_pays(found.here.results, span, NOMINAL, told_financing(asked.ctx, found, ("financing_gap_lak",)))


def _need_to_gap(asked: Asked) -> FigureSpec:
    found, results = asked.found, ("financing_gap_lak", "identified_lak")
    step = paid(found.statement(asked.year, NOMINAL.key), asked.year)
    return need_to_gap(step, NOMINAL, told_financing(asked.ctx, found, results), found.years[0])


def _framework(asked: Asked) -> FigureSpec:
    """Return the framework as a table: the lines of the financing page that a slide has room for."""
    ctx, found, t = asked.ctx, asked.found, asked.ctx.t
    printed = found.statement(asked.year, NOMINAL.key)
    columns = [(at, it) for at, it in enumerate(printed.columns) if at]
    rows = [row for row in printed.rows if _on_slide(row)]
    used = told_financing(ctx, found, ("financing_gap_lak", "identified_lak"))
    unit = NOMINAL.measure(t, found.years[0])
    return FigureSpec(
        key="framework",
        kind="table",
        title=t("financing.mtef_title"),
        measure=t("present.framework_measure"),
        source_line=used.source,
        alt_text=t("financing.mtef_title"),
        table=Table(
            columns=(unit[:1].upper() + unit[1:], *(str(it.year) for _, it in columns)),
            numeric=(False, *(True for _ in columns)),
            rows=tuple((row_name(ctx, found, row), *(cell_words(ctx.n, row, at) for at, _ in columns)) for row in rows),
        ),
        simulated=True,
    )


def _on_slide(row: Row) -> bool:
    """Say whether a line of the framework has a place on a slide: sources that pay nothing have none."""
    if row.section == "sources":
        return row.is_total or any(row.shown)
    return row.section in FRAMEWORK_SECTIONS or (row.section == "baseline" and row.is_total)


FIGURES: dict[str, Callable[[Asked], FigureSpec]] = {
    "coverage_by_function": _by_function,
    "coverage_trend": _trend,
    "spending_of_members": _spending,
    "health_paid_by_year": _health(by_member=False),
    "health_paid_by_member": _health(by_member=True),
    "aid_of_income": _aid,
    "asean_coverage": _members("any"),
    "asean_old_age": _members("old_age"),
    "asean_informal": _members("informal_ilo"),
    "people": _path(reach_figure),
    "cost": _path(cost_figure),
    "who_pays": _who_pays,
    "need_to_gap": _need_to_gap,
    "framework": _framework,
}
# Figures of a scenario that says who pays.
FINANCED_FIGURES = frozenset({"who_pays", "need_to_gap", "framework"})
