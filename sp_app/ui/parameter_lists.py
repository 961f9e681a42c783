"""Every given number of the model: dated parameters, levers with their ranges, long-run values."""

from __future__ import annotations

from collections.abc import Iterator

from sp_app.data.scenario_files import (
    DATA,
    OWN_ASSUMPTION,
    load_assumptions,
    load_parameter,
    load_programme,
    parameter_ids,
)
from sp_app.live.units import lever_unit
from sp_app.ui.listing import Cell, Line, Listing
from sp_app.ui.page import Context
from sp_app.ui.source_lists import both
from sp_core.assumptions import Assumptions
from sp_core.lever import Lever
from sp_core.parameter import Parameter
from sp_core.programme import Programme
from sp_core.records import Text


def _credit(ctx: Context, origin: str) -> str:
    """Return who says so; the project's own choices say that they are."""
    return ctx.t("sources.own_assumption") if origin == OWN_ASSUMPTION else ctx.q.origin(origin).credit


def _value(ctx: Context, value: float, unit: str) -> str:
    """Return a parameter's value as people read it: shares in percent."""
    if unit == "share":
        return ctx.n.percent(100.0 * value, 2 if abs(value) < 0.1 else 1)
    return f"{ctx.n.decimal(value, 0 if value == int(value) else 2)} {ctx.t(f'sources.unit_{unit}')}"


def _status(ctx: Context, status: str) -> tuple[tuple[str, str], ...]:
    return ((ctx.t(f"frame.status_{status}"), "illustrative" if status == "illustrative" else ""),)


def _line(
    ctx: Context,
    kind: str,
    name: Text,
    key: str,
    value: str,
    more: str,
    status: str,
    origin: str,
    locator: str,
    raw: tuple[object, ...],
) -> Line:
    """Return one row of the parameter list."""
    return Line(
        cells=(
            Cell(lines=(name.get(ctx.lang), key, ctx.t(f"sources.kind_{kind}")), bold=True),
            Cell(lines=(value, more), bold=True),
            Cell(tags=_status(ctx, status)),
            Cell(lines=(_credit(ctx, origin), locator)),
        ),
        words=f"{both(name)} {key} {origin} {locator} {kind} {status}",
        raw=(kind, key, name.en, name.lo, *raw, status, origin, locator),
        anchor=f"parameter-{key}",
    )


def _dated(ctx: Context) -> Iterator[Line]:
    for name in parameter_ids():
        table = load_parameter(name)
        for step in reversed(table.value):
            yield _line(
                ctx,
                "parameter",
                Text(table.name_en, table.name_lo),
                table.id,
                _value(ctx, step.value, table.unit),
                ctx.t("sources.since", day=ctx.n.date(step.from_)),
                table.status,
                step.origin,
                step.locator,
                (step.value, table.unit, step.from_, table.minimum, table.maximum),
            )


def _lever(ctx: Context, lever: Lever, title: Text | None) -> Line:
    unit = lever_unit(lever, ctx.t)
    name = lever.name if title is None else Text(f"{title.en}: {lever.name.en}", f"{title.lo}: {lever.name.lo}")
    bounds = ctx.t("sources.range", low=unit.text(ctx.n, lever.minimum), high=unit.text(ctx.n, lever.maximum))
    return _line(
        ctx,
        lever.group,
        name,
        lever.id,
        unit.text(ctx.n, lever.default),
        bounds,
        "illustrative" if lever.illustrative else "official",
        lever.origin,
        lever.locator,
        (lever.default, lever.unit, "", lever.minimum, lever.maximum),
    )


def _given(ctx: Context, parameter: Parameter, title: Text) -> Line:
    coverage = Text(*(f"{text}: {ctx.t('sources.coverage_today')}" for text in (title.en, title.lo)))
    return _line(
        ctx,
        "parameter",
        coverage,
        parameter.id,
        _value(ctx, parameter.value, parameter.unit),
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
        name = Text(row.reason.en, row.reason.lo)
        yield _line(
            ctx,
            "long_run",
            name,
            f"long_run.{rate}",
            _value(ctx, row.value, "share"),
            "",
            "illustrative",
            row.origin,
            row.locator,
            (row.value, "share", "", "", ""),
        )


def programmes(first_year: int) -> tuple[Programme, ...]:
    """Return every programme of the library."""
    return tuple(load_programme(path.stem, first_year) for path in sorted((DATA / "programmes").glob("*.toml")))


def parameters(ctx: Context) -> Listing:
    """Return every parameter and lever of the model, with its status and place in the source."""
    t = ctx.t
    assumptions = load_assumptions("base")
    lines = [*_dated(ctx)]
    for programme in programmes(assumptions.first_year):
        lines.append(_given(ctx, programme.coverage_today, programme.title))
        lines += [_lever(ctx, lever, programme.title) for lever in programme.levers]
    lines += _assumed(ctx, assumptions)
    return Listing(
        key="parameters",
        title=t("sources.parameters"),
        columns=(t("sources.parameter"), t("frame.value"), t("frame.status"), t("sources.source_and_place")),
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
