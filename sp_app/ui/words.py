"""What figure builders are told about a page: texts, numbers, area names, credits of origins, the source line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sp_app.figures.wording import Words
from sp_app.ui.number_card import source_line
from sp_app.ui.page import Context
from sp_core.records import Observation


def words(ctx: Context, observations: Iterable[Observation | None], note: str = "", digits: int = 1) -> Words:
    """Return the words for a figure made of `observations`; `note` follows the source line."""
    used = [o for o in observations if o is not None]
    origins = dict.fromkeys(o.origin for o in used)
    return Words(
        t=ctx.t,
        n=ctx.n,
        areas={key: ctx.q.area(key).name.get(ctx.lang) for key in dict.fromkeys(o.area for o in used)},
        credits={key: ctx.q.origin(key).credit for key in origins},
        source=". ".join(part for part in (source_line(ctx, *origins) if origins else "", note) if part),
        digits=digits,
        none=ctx.t("asean.no_figure"),
    )


def naming(given: Words, ctx: Context, areas: Iterable[str]) -> Words:
    """Return `given` with the names of `areas` added, for those that have no figure."""
    names = {key: ctx.q.area(key).name.get(ctx.lang) for key in areas}
    return replace(given, areas=names | dict(given.areas))
