"""What the model is given: programmes, parameters, levers with their ranges, long-run values, shocks, spreads."""

from __future__ import annotations

from collections.abc import Iterator

from sp_app.data.scenario_files import (
    DATA,
    load_assumptions,
    load_financing,
    load_parameter,
    load_programme,
    parameter_ids,
)
from sp_app.live.units import lever_unit
from sp_app.ui.listing import Cell, Detail, Line, Listing
from sp_app.ui.page import Context
from sp_app.ui.parameter_lines import given_line, in_both, value_words
from sp_app.ui.risk_lines import shocks, spreads
from sp_app.ui.source_lists import CARE, both
from sp_core.assumptions import Assumptions
from sp_core.lever import Lever
from sp_core.parameter import Parameter
from sp_core.programme import Programme
from sp_core.records import Text


def _dated(ctx: Context) -> Iterator[Line]:
    for name in parameter_ids():
        table = load_parameter(name)
        for step in reversed(table.value):
            newest = step is table.value[-1]
            yield given_line(
                ctx,
                "parameter",
                Text(table.name_en, table.name_lo),
                table.id if newest else f"{table.id}@{step.from_}",
                value_words(ctx, step.value, table.unit),
                ctx.t("sources.since", day=ctx.n.date(step.from_)),
                table.status,
                step.origin,
                step.locator,
                (step.value, table.unit, step.from_, table.minimum, table.maximum),
            )


def _lever(ctx: Context, lever: Lever, title: Text | None, kind: str = "") -> Line:
    unit = lever_unit(lever, ctx.t)
    name = lever.name if title is None else Text(f"{title.en}: {lever.name.en}", f"{title.lo}: {lever.name.lo}")
    bounds = ctx.t("sources.range", low=unit.text(ctx.n, lever.minimum), high=unit.text(ctx.n, lever.maximum))
    return given_line(
        ctx,
        kind or lever.group,
        name,
        lever.id,
        unit.text(ctx.n, lever.default),
        bounds,
        "illustrative" if lever.illustrative else "sourced",
        lever.origin,
        lever.locator,
        (lever.default, lever.unit, "", lever.minimum, lever.maximum),
        lever.meaning,
    )


def _given(ctx: Context, parameter: Parameter, title: Text) -> Line:
    today = in_both("sources.coverage_today")
    return given_line(
        ctx,
        "parameter",
        Text(f"{title.en}: {today.en}", f"{title.lo}: {today.lo}"),
        parameter.id,
        value_words(ctx, parameter.value, parameter.unit),
        str(parameter.year),
        parameter.status,
        parameter.origin,
        parameter.locator,
        (parameter.value, parameter.unit, parameter.year, 0, 1),
    )


def _assumed(ctx: Context, assumptions: Assumptions) -> Iterator[Line]:
    for lever in assumptions.levers:
        yield _lever(ctx, lever, None)
    for rate, row in assumptions.long_run.items():
        yield given_line(
            ctx,
            "long_run",
            in_both(f"sources.rate_{rate}"),
            f"long_run.{rate}",
            value_words(ctx, row.value, "share"),
            "",
            "illustrative",
            row.origin,
            row.locator,
            (row.value, "share", "", "", ""),
            row.reason,
        )


def _programme(ctx: Context, programme: Programme) -> Line:
    """Return one line for a programme: whom it serves, what it pays, who runs it."""
    t, lang = ctx.t, ctx.lang
    benefit, index = (t(f"sources.benefit_{programme.benefit}"), t(f"sources.index_{programme.indexation.kind}"))
    state = ("sources.existing", "") if programme.existing else ("sources.proposed", CARE)
    return Line(
        key=f"programme-{programme.id}",
        group="programme",
        cells=(
            Cell(text=programme.title.get(lang), more=programme.id),
            Cell(text=benefit, more=index),
            Cell(text=t("sources.kind_programme"), tags=((t(state[0]), state[1]),)),
            Cell(text=programme.agency.get(lang)),
        ),
        details=(
            Detail(name=t("sources.meaning"), lines=(programme.description.get(lang),)),
            Detail(name=t("sources.administration"), lines=(t(f"sources.basis_{programme.administration_basis}"),)),
        ),
        words=f"{both(programme.title, programme.description, programme.agency)} {programme.id}",
        rows=(("programme", programme.id, programme.title.en, programme.title.lo, programme.benefit, *("",) * 7),),
    )


def programmes(first_year: int) -> tuple[Programme, ...]:
    """Return every programme of the library."""
    return tuple(load_programme(path.stem, first_year) for path in sorted((DATA / "programmes").glob("*.toml")))


KINDS = ("programme", "parameter", "policy", "financing", "assumption", "long_run", "shock", "spread")


def parameters(ctx: Context) -> Listing:
    """Return every programme, parameter and lever of the model, with its status and place in the source."""
    t = ctx.t
    assumptions = load_assumptions("base")
    library = programmes(assumptions.first_year)
    lines = [_programme(ctx, programme) for programme in library]
    lines += _dated(ctx)
    for programme in library:
        lines.append(_given(ctx, programme.coverage_today, programme.title))
        lines += [_lever(ctx, lever, programme.title) for lever in programme.levers]
    for path in sorted((DATA / "financing").glob("*.toml")):
        financing = load_financing(path.stem, assumptions.first_year)
        lines += [_lever(ctx, lever, None, "financing") for lever in financing.levers]
    lines += _assumed(ctx, assumptions)
    lines += [*shocks(ctx, assumptions.levers), *spreads(ctx)]
    return Listing(
        key="parameters",
        title=t("sources.parameters"),
        columns=(t("sources.parameter"), t("frame.value"), t("sources.kind"), t("frame.source_word")),
        widths="5fr 3fr 2.5fr 4fr",
        groups={kind: t(f"sources.kind_{kind}") for kind in KINDS},
        lines=tuple(lines),
        raw_columns=(
            "kind",
            "parameter",
            "name_en",
            "name_lo",
            "value",
            "unit",
            "from",
            "minimum",
            "maximum",
            "status",
            "origin",
            "locator",
        ),
    )
