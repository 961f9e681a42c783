"""The choices of the coverage page: function, what the Lao path leads toward, area to compare; all in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

import streamlit as st

from sp_app.ui import switch
from sp_app.ui.page import Context

Toward = Literal["same", "latest", "world", "target"]
TOWARD: tuple[Toward, ...] = ("same", "latest", "world", "target")
FUNCTIONS = (
    "any",
    "old_age",
    "vulnerable",
    "maternity",
    "work_injury",
    "disability",
    "children",
    "unemployment",
    "poor",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a reader asked for; `toward` is ASEAN in the Lao year or the latest, the world, or a target."""

    function: str
    toward: Toward
    compared: str


def sex_of(function: str) -> str:
    """Return the sex in which a function is published: maternity concerns women only."""
    return "F" if function == "maternity" else "T"


def areas_to_compare(ctx: Context, members: tuple[str, ...]) -> dict[str, str]:
    """Return areas that the same edition covers: ASEAN first, other aggregates, then members by name."""
    edition = {o.area for o in ctx.q.observations("sdg131_any")}
    names = {key: ctx.q.area(key).name.get(ctx.lang) for key in edition - {"LAO"}}
    aggregates = sorted((key for key in names if key not in members), key=lambda key: (key != "ASEAN", names[key]))
    countries = sorted((key for key in names if key in members), key=names.__getitem__)
    return {key: ctx.t("coverage.compare_with", area=names[key]) for key in (*aggregates, *countries)}


def choose(ctx: Context, members: tuple[str, ...]) -> Choice:
    """Draw the switches in two rows: the function over the whole width, the others over the figures they govern."""
    t = ctx.t
    functions = {key: t(f"coverage.f_{key}") for key in FUNCTIONS}
    function = switch.switch("f", t("overview.function"), functions, "any", stretch=True)
    path, beside = st.columns([7.5, 4.5], gap="small")
    with path:
        ends = {key: t(f"coverage.toward_{key}") for key in TOWARD}
        toward = switch.switch("r", t("coverage.toward"), ends, "same", stretch=True)
    with beside:
        areas = areas_to_compare(ctx, members)
        compared = switch.switch("c", t("coverage.compare"), areas, "ASEAN", control=st.selectbox)
    return Choice(function=function, toward=cast(Toward, toward), compared=compared)
