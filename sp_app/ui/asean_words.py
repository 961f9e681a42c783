"""The words of a comparison of members: its sentence, its measure, its notes, its source line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sp_app.figures.members import dagger
from sp_app.figures.standing import HOME, Figures, is_bound
from sp_app.figures.wording import Words
from sp_app.ui.asean_measures import Measure, Mode, common_year
from sp_app.ui.page import Context
from sp_app.ui.words import naming, words
from sp_core.records import Observation

FINE = ("percent_gdp", "children_per_woman")  # units small enough to need two decimals


def _unit(ctx: Context, measure: Measure) -> str:
    return "percent" if measure.ages else ctx.q.indicator(measure.indicator).unit


def name(ctx: Context, measure: Measure) -> str:
    """Return the full name of what is compared."""
    if measure.ages:
        return ctx.t(f"asean.name_{measure.ages.strip('+').replace('-', '_')}")
    return ctx.q.indicator(measure.indicator).name.get(ctx.lang)


def measured(ctx: Context, measure: Measure) -> str:
    """Return name and unit."""
    symbol = ctx.t("asean.of_population") if measure.ages else ctx.q.unit(_unit(ctx, measure)).symbol.get(ctx.lang)
    return ", ".join(part for part in (name(ctx, measure), symbol) if part)


def _amount(ctx: Context, o: Observation, told: Words) -> str:
    """Return a value with its unit: "15.5%", "4.29% of GDP", "2.40 children"."""
    symbol = ctx.q.unit(o.unit).symbol.get(ctx.lang)
    return told.decimal(o.value) + ("" if symbol.startswith("%") or not symbol else "\u00a0") + symbol


def _short(ctx: Context, o: Observation, told: Words) -> str:
    """Return a value with no more than a percent sign: the measure below names the unit."""
    return told.decimal(o.value) + ("%" if ctx.q.unit(o.unit).symbol.get(ctx.lang).startswith("%") else "")


def sentence(ctx: Context, measure: Measure, home: Observation | None, finding: str, told: Words) -> str:
    """Return the page's sentence: the Lao figure, and how it stands among the members."""
    if home is None or is_bound(home):
        return ctx.t("asean.headline_unknown", name=name(ctx, measure), finding=finding)
    value = _amount(ctx, home, told) if home.unit in FINE else _short(ctx, home, told)
    return ctx.t("asean.headline", name=name(ctx, measure), value=value, year=home.year, finding=finding)


def beside(ctx: Context, home: Observation | None, against: Observation | None, told: Words) -> str:
    """Return the Lao figure beside the reference as a title, or which of the two is missing."""
    ours = {"value": _short(ctx, home, told), "year": home.year} if home and not is_bound(home) else None
    if against is None:
        return ctx.t("asean.beside_alone", **ours) if ours else ctx.t("asean.beside_nothing")
    theirs = {"area": told.areas[against.area], "other": _short(ctx, against, told), "year": against.year}
    return ctx.t("asean.beside", **(ours | theirs)) if ours else ctx.t("asean.beside_unknown", **theirs)


def _notes(ctx: Context, measure: Measure, found: Figures, against: Observation | None) -> Iterator[str]:
    """Yield what the marks of the figures mean, and where the reference comes from."""
    shown = [o for o in found.values() if o is not None]
    if len({o.year for o in shown}) > 1:
        yield ctx.t("asean.note_years")
    if any(o.has("legal_based") for o in shown):
        yield ctx.t("asean.note_hatched")
    if any(is_bound(o) for o in shown):
        yield ctx.t("asean.note_bound")
    if any(o.value == 0 and ctx.q.indicator(o.indicator).basis == "effective" for o in shown):
        yield ctx.t("asean.note_zero")
    if any(dagger(o) for o in shown):
        yield ctx.t("asean.note_dagger")
    if measure.ages:
        yield ctx.t("asean.note_computed")
    elif against is None:
        yield ctx.t("asean.note_no_reference")
    elif against.area != "ASEAN":
        yield ctx.t("asean.note_no_aggregate")
    else:
        yield ctx.t("asean.note_aggregate")


def _absent(ctx: Context, found: Figures, rule: Mode) -> str:
    """Return what an absent figure is called under the rule."""
    if rule == "year":
        year = common_year({area: (o,) if o else () for area, o in found.items()})
        return ctx.t("asean.none_in_year", year=year) if year else ctx.t("asean.no_figure")
    return ctx.t("asean.no_comparable" if rule == "same" else "asean.no_figure")


def told(ctx: Context, measure: Measure, found: Figures, against: Observation | None, rule: Mode) -> Words:
    """Return the words for the figures of the page."""
    note = " ".join(_notes(ctx, measure, found, against))
    used = words(ctx, (*found.values(), against), note, 2 if _unit(ctx, measure) in FINE else 1)
    return replace(naming(used, ctx, (*found, HOME)), none=_absent(ctx, found, rule))


def with_outlines(ctx: Context, given: Words, outlines: dict[str, Any]) -> Words:
    """Return `given` with the credit of the outlines."""
    return replace(given, source=f"{given.source} {ctx.t('asean.note_outlines', credit=outlines['credit'])}")
