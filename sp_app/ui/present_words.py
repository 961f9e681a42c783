"""Whose figures stand behind a slide, in the language of a reader."""

from __future__ import annotations

from sp_app.live.behind import credits_behind, illustrative_behind
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import crediting


def credits_of(ctx: Context, found: Study, results: tuple[str, ...]) -> tuple[str, ...]:
    """Return the credit of every published figure behind results of the model."""
    known = found.known
    return credits_behind(known.tape, known.inputs, results, crediting(ctx.q, ctx.t))


def rests_on_choices(found: Study, results: tuple[str, ...]) -> bool:
    """Say whether an illustrative value stands behind results of the model."""
    return illustrative_behind(found.known.tape, found.scenario, found.known.inputs, results)
