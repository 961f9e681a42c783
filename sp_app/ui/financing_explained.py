"""Results of the model explained: formula in words and in numbers, parts, baseline beside scenario, sources."""

from __future__ import annotations

from typing import Any

from sp_app.explanation.saying import Said, Speaker
from sp_app.live.behind import credits_behind, leaves_behind
from sp_app.ui.financing_study import Study
from sp_app.ui.financing_told import Told, given
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import crediting
from sp_core.analysis import Node


def result(ctx: Context, found: Study, name: str, year: int, *, today: bool = False) -> Told:
    """Tell a result of the model: formula in words and in numbers, its parts, baseline beside scenario."""
    node = (found.explained_assumed if today else found.explained).explain(name, year, depth=1)
    said = Speaker(ctx.t, found.scenario).say(node)
    parts = tuple(zip((one.node for one in node.inputs), said.inputs, strict=True))
    lines = {"baseline": found.baseline, "modified": found.assumed, "scenario": found.here}
    shown = ("baseline", "modified") if today else tuple(lines)
    credits, illustrative = behind(ctx, found, name)
    return Told(
        about=name.partition(".")[0],
        title=said.title[:1].upper() + said.title[1:],
        value=said.value,
        method=(said.words, said.values),
        parts=tuple(_part(ctx, one, words, "today" if today else "result") for one, words in parts),
        paths=tuple(
            (ctx.t(f"scenarios.line_{key}"), lines[key].results[name]) for key in shown if name in lines[key].results
        ),
        unit=node.unit,
        illustrative=illustrative or any(words.illustrative for _, words in parts),
        sources=credits,
    )


def behind(ctx: Context, found: Study, name: str) -> tuple[tuple[str, ...], bool]:
    """Return who published what stands behind a result, and whether an illustrative choice is among it."""
    tape, inputs = found.known.tape, found.known.inputs
    if name not in dict(tape.results):
        return (), False
    _, levers = leaves_behind(tape, [name])
    chosen = any(lever.illustrative for lever in found.scenario.levers if lever.id in levers)
    return credits_behind(tape, inputs, [name], crediting(ctx.q, ctx.t)), chosen


def _part(ctx: Context, node: Node, said: Said, kind: str) -> dict[str, Any]:
    credit = crediting(ctx.q, ctx.t)(said.origin) if said.origin else ""
    is_result = node.kind == "quantity"
    return given(
        f"{said.title}, {node.year}" if is_result else said.title,
        said.value,
        f"{kind}.{node.name}" if is_result else "",
        node.year,
        " · ".join(part for part in (said.kind, said.note) if part),
        f"{credit}, {said.locator}" if credit and said.locator else credit,
    )
