"""The choices of the ASEAN page: what is compared (one code in the address) and by which rule."""

from __future__ import annotations

from typing import cast

import streamlit as st

from sp_app.ui import switch
from sp_app.ui.asean_measures import MEASURES, Mode, group_of
from sp_app.ui.page import Context

ADDRESS, GROUP = "i", "asean_group"
FIRST = "any"


def name_of(ctx: Context, code: str) -> str:
    """Return the short name of a measure, as it stands on the switch."""
    return ctx.t(f"coverage.f_{code}" if code in MEASURES["coverage"] else f"asean.m_{code}")


def _take_first() -> None:
    """Another group begins with its first measure."""
    switch.write(ADDRESS, next(iter(MEASURES[st.session_state[GROUP]])), FIRST)


def choose(ctx: Context) -> tuple[str, Mode]:
    """Draw the subjects, the rule and the measures of the chosen subject; return measure and rule."""
    every = {code: name_of(ctx, code) for several in MEASURES.values() for code in several}
    group = group_of(switch.current(ADDRESS, every, FIRST))
    subjects, rules = st.columns([7.5, 4.5], gap="small")
    with subjects:
        _subjects(ctx, group)
    with rules:
        names: dict[str, str] = {mode: ctx.t(f"asean.d_{mode}") for mode in ("all", "same", "year")}
        rule = switch.switch("d", ctx.t("asean.rule"), names, "all", stretch=True)
    several = {code: every[code] for code in MEASURES[group]}
    return switch.switch(ADDRESS, ctx.t("asean.measure"), several, FIRST, stretch=True), cast(Mode, rule)


def _subjects(ctx: Context, group: str) -> None:
    """Draw the groups of measures; the address names only the measure."""
    if st.session_state.get(GROUP) != group:
        st.session_state[GROUP] = group
    st.segmented_control(
        ctx.t("asean.group"),
        list(MEASURES),
        format_func=lambda key: ctx.t(f"asean.g_{key}"),
        key=GROUP,
        label_visibility="collapsed",
        on_change=_take_first,
        required=True,
        width="stretch",
    )
