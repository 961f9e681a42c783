"""What the model is given: programmes, dated parameters, levers with their ranges, long-run values."""

from __future__ import annotations

from collections.abc import Iterator

from sp_app.data.scenario_files import (
    DATA,
    OWN_ASSUMPTION,
    load_assumptions,
    load_financing,
    load_parameter,
    load_programme,
    parameter_ids,
)
from sp_app.i18n import texts
from sp_app.live.units import lever_unit
from sp_app.ui.listing import Cell, Detail, Line, Listing
from sp_app.ui.page import Context
from sp_app.ui.source_lists import CARE, both
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


def _in_both(key: str) -> Text:
    """Return an interface text in both languages."""
    return Text(*(texts(language)(key) for language in ("en", "lo")))


def _status(ctx: Context, status: str) -> tuple[tuple[str, str], ...]:
    words = ctx.t("sources.sourced") if status == "sourced" else ctx.t(f"frame.status_{status}")
    return ((words, CARE if status == "illustrative" else ""),)


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
    meaning: Text | None = None,
) -> Line:
    """Return one line of the list; `more` stands under the value, `meaning` opens below."""
    t = ctx.t
    address = "" if origin == OWN_ASSUMPTION else ctx.q.origin(origin).address
    return Line(
        key=f"parameter-{key}",
        group=kind,
        cells=(
            Cell(text=name.get(ctx.lang), more=key),
            Cell(text=value, more=more),
            Cell(text=t(f"sources.kind_{kind}"), tags=_status(ctx, status)),
            Cell(text=_credit(ctx, origin)),
        ),
        details=(
            Detail(name=t("sources.meaning"), lines=(meaning.get(ctx.lang),) if meaning else ()),
            Detail(name=t("frame.locator"), lines=(locator,)),
            Detail(name=t("sources.address"), lines=(), address=address),
        ),
        words=f"{both(name, *([meaning] if meaning else []))} {key} {origin} {locator} {kind} {status}",
        raw=(kind, key, name.en, name.lo, *raw, status, origin, locator),
    )


def _dated(ctx: Context) -> Iterator[Line]:
    for name in parameter_ids():
        table = load_parameter(name)
        for step in reversed(table.value):
            newest = step is table.value[-1]
            yield _line(
                ctx,
                "parameter",
                Text(table.name_en, table.name_lo),
                table.id if newest else f"{table.id}@{step.from_}",
                _value(ctx, step.value, table.unit),
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
    return _line(
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
    today = _in_both("sources.coverage_today")
    return _line(
        ctx,
        "parameter",
        Text(f"{title.en}: {today.en}", f"{title.lo}: {today.lo}"),
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
        yield _line(
            ctx,
            "long_run",
            _in_both(f"sources.rate_{rate}"),
            f"long_run.{rate}",
            _value(ctx, row.value, "share"),
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
        raw=("programme", programme.id, programme.title.en, programme.title.lo, programme.benefit, *("",) * 7),
    )


def programmes(first_year: int) -> tuple[Programme, ...]:
    """Return every programme of the library."""
    return tuple(load_programme(path.stem, first_year) for path in sorted((DATA / "programmes").glob("*.toml")))


KINDS = ("programme", "parameter", "policy", "financing", "assumption", "long_run")


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
