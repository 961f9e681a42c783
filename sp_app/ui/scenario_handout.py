"""Take away: the scenario as it stands in every format of hand-outs; a file is made when it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from html import escape

import streamlit as st

from sp_app.export.formats import FORMATS, Format
from sp_app.export.handout import LONGEST_NAME, handout
from sp_app.export.steps import Step
from sp_app.ui.making import watched
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import ground
from sp_app.ui.scenario_visit import Visit

KEY = "sp_take_away"


def draw(ctx: Context, visit: Visit) -> None:
    """Draw one button per format; one whose library is missing says so and leaves the others."""
    t = ctx.t
    with st.container(key=KEY):
        st.html(
            f'<section class="sp-library"><h2>{escape(t("export.take_away"))}</h2>'
            f'<p class="sp-measure">{escape(t("export.take_away_note"))}</p></section>'
        )
        proposer = _proposer(ctx)
        with st.container(horizontal=True, gap="small"):
            for one in FORMATS.values():
                _button(ctx, visit, one, proposer)


def _proposer(ctx: Context) -> str:
    """Draw the field for who proposes it; it is kept when another page is opened."""
    key, kept = f"{KEY}_proposer", f"{KEY}_proposed_by"
    st.session_state.setdefault(key, st.session_state.get(kept, ""))
    typed = st.text_input(
        ctx.t("export.proposer"), key=key, max_chars=LONGEST_NAME, help=ctx.t("export.proposer_how"), width=560
    )
    st.session_state[kept] = typed
    return typed


def _button(ctx: Context, visit: Visit, one: Format, proposer: str) -> None:
    name = ctx.t(f"export.format_{one.key}")
    missing = ", ".join(one.missing)
    st.download_button(
        name,
        watched(name, ctx.t, _maker(visit, ctx.lang, one, proposer)),
        file_name=f"{visit.state.scenario.id}_{ctx.lang}_{ctx.build_id}.{one.extension}",
        mime=one.media_type,
        key=f"{KEY}_{one.key}",
        on_click="ignore",
        disabled=bool(missing),
        help=ctx.t("export.take_away_missing", format=name, packages=missing) if missing else None,
    )


def _maker(visit: Visit, language: str, one: Format, proposer: str) -> Callable[[Step], bytes]:
    """Return what makes the file: it runs on a click, with the levers as they stand then."""

    def make(step: Step) -> bytes:
        state = visit.state
        given = ground(state.scenario.id).given
        asked = handout(state.scenario, state.values, language, datetime.date.today(), given, proposer)
        return one.make(asked, step)

    return make
