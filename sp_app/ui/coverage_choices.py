"""The choices of the coverage page: function, area to compare with, year of the ASEAN reference; all in the address."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sp_app.ui import switch
from sp_app.ui.page import Context

FUNCTIONS = (
    "any",
    "old_age",
    "vulnerable",
    "maternity",
    "work_injury",
    "disability",
    "children",
    "unemployment",
)


def sex_of(function: str) -> str:
    """Return the sex in which a function is published: maternity concerns women only."""
    return "F" if function == "maternity" else "T"


def areas_to_compare(ctx: Context, members: list[str]) -> dict[str, str]:
    """Return areas that the same edition covers: ASEAN first, other aggregates, then members by name."""
    edition = {o.area for o in ctx.q.observations("sdg131_any")}
    names = {key: ctx.q.area(key).name.get(ctx.lang) for key in edition - {"LAO"}}
    aggregates = sorted((key for key in names if key not in members), key=lambda key: (key != "ASEAN", names[key]))
    countries = sorted((key for key in names if key in members), key=names.__getitem__)
    return {key: ctx.t("coverage.compare_with", area=names[key]) for key in (*aggregates, *countries)}


def choose(ctx: Context, place: Any, members: list[str]) -> tuple[str, str, bool]:
    """Draw the choices; return function, compared area, and whether ASEAN is read in the Lao year."""
    t = ctx.t
    area, year_place = place.columns([1, 1], gap="small", vertical_alignment="bottom")
    with area:
        compared = switch.switch(
            "c", t("coverage.compare"), areas_to_compare(ctx, members), "ASEAN", control=st.selectbox
        )
    with year_place:
        years = {"same": t("coverage.same_year"), "latest": t("coverage.latest_year")}
        year = switch.switch("r", t("coverage.reference_year"), years, "same", stretch=True)
    names = {key: t(f"coverage.f_{key}") for key in FUNCTIONS}
    with st.container(key="sp_functions"):
        function = switch.switch("f", t("overview.function"), names, "any", stretch=True)
    return function, compared, year == "same"
