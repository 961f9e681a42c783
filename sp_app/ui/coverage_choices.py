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
    """What the whole page is asked for."""

    function: str
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


def choose_function(ctx: Context) -> str:
    """Draw the switch of functions over the whole width."""
    functions = {key: ctx.t(f"coverage.f_{key}") for key in FUNCTIONS}
    return switch.switch("f", ctx.t("overview.function"), functions, "any", stretch=True)


def choose_compared(ctx: Context, members: tuple[str, ...]) -> str:
    """Draw the choice of the area to compare with."""
    areas = areas_to_compare(ctx, members)
    return switch.switch("c", ctx.t("coverage.compare"), areas, "ASEAN", control=st.selectbox)


def choose_toward(ctx: Context) -> Toward:
    """Draw what the Lao path leads toward: ASEAN in the Lao year or the latest, the world, or a target."""
    ends = {key: ctx.t(f"coverage.toward_{key}") for key in TOWARD}
    return cast(Toward, switch.switch("r", ctx.t("coverage.toward"), ends, "same", stretch=True))
