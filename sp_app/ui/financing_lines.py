"""Lines of the framework that are no result of the model: what a scenario changes of a programme, and sums."""

from __future__ import annotations

from typing import Literal

from sp_app.explanation.values import value_words
from sp_app.i18n.numbers import MINUS
from sp_app.live.packed_levers import COLOURS
from sp_app.ui.financing_explained import behind
from sp_app.ui.financing_study import Study
from sp_app.ui.financing_told import Told, given
from sp_app.ui.page import Context
from sp_core.errors import InvalidInput

Section = Literal["baseline", "new_policy", "savings"]
EMERGENCY = "emergency"
OTHER = "#4A45C8"


def line(ctx: Context, found: Study, asked: str, year: int) -> Told:
    """Tell "<section>.<programme>", or the sum "<section>.<section>"; raise InvalidInput for anything else."""
    section, _, name = asked.partition(".")
    if section not in ("baseline", "new_policy", "savings"):
        raise InvalidInput(f"no line {asked!r}")
    if name == section:
        return _sum(ctx, found, section, year)
    return _difference(ctx, found, section, name, year)


def line_name(ctx: Context, found: Study, name: str) -> str:
    """Return the name of a programme's line."""
    if name == EMERGENCY:
        return ctx.t("financing.line_emergency")
    return next(p.title for p in found.scenario.programmes if p.id == name).get(ctx.lang)


def colour(found: Study, name: str) -> str:
    """Return the fixed colour of a programme's line."""
    return next((COLOURS.get(p.guarantee, OTHER) for p in found.scenario.programmes if p.id == name), OTHER)


def _difference(ctx: Context, found: Study, section: Section, name: str, year: int) -> Told:
    """New policy is the scenario less today, a saving is today less the scenario."""
    path = found.table.line(section, name).values
    result = "emergency_lak" if name == EMERGENCY else f"cost_lak.{name}"
    scenario = ("scenario", "result", found.here.results[result])
    today = ("modified", "today", found.assumed.results[result])
    order = (today, scenario) if section == "savings" else (scenario, today)
    at, title = found.years.index(year), line_name(ctx, found, name)
    sources, illustrative = behind(ctx, found, result)
    words = [value_words(ctx.t, ctx.n, values[at], "lak") for _, _, values in order]
    names = [ctx.t(f"scenarios.line_{key}") for key, _, _ in order]
    return Told(
        about=section,
        title=f"{title} – {ctx.t(f'financing.section_{section}')}",
        value=value_words(ctx.t, ctx.n, path[at], "lak"),
        method=(ctx.t(f"financing.how_{section}"), f"{words[0]} {MINUS} {words[1]}"),
        parts=tuple(
            given(f"{title}: {named}", value, f"{kind}.{result}", year)
            for named, value, (_, kind, _) in zip(names, words, order, strict=True)
        ),
        paths=(
            (ctx.t(f"financing.section_{section}"), path),
            *((named, values) for named, (_, _, values) in zip(names, order, strict=True)),
        ),
        illustrative=illustrative,
        sources=sources,
    )


def _sum(ctx: Context, found: Study, section: Section, year: int) -> Told:
    lines = [it for it in found.table.section(section) if not it.is_total]
    total, at = found.table.line(section, section).values, found.years.index(year)
    words = [value_words(ctx.t, ctx.n, it.values[at], "lak") for it in lines]
    sources, illustrative = behind(ctx, found, "cost_lak")
    asks = [f"today.cost_lak.{it.name}" if section == "baseline" else f"line.{section}.{it.name}" for it in lines]
    return Told(
        about=section,
        title=ctx.t(f"financing.section_{section}"),
        value=value_words(ctx.t, ctx.n, total[at], "lak"),
        method=(ctx.t("financing.how_sum"), " + ".join(words)),
        parts=tuple(
            given(line_name(ctx, found, it.name), value, ask, year)
            for it, value, ask in zip(lines, words, asks, strict=True)
        ),
        paths=((ctx.t(f"financing.section_{section}"), total),),
        illustrative=illustrative,
        sources=sources,
    )
