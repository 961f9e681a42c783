"""What stands under the panel: Python's own results, what was changed, where everything comes from."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.live import tables
from sp_app.live.results import Results, results
from sp_app.live.results_csv import results_csv
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import Ground, crediting, ground
from sp_app.ui.scenario_html import heading, table
from sp_app.ui.scenario_visit import Visit
from sp_app.ui.scenario_worth import worth

INPUTS = "scenario_inputs"


def draw(ctx: Context, visit: Visit) -> None:
    """Draw the tables and the file of results; few elements, for each costs a message to everybody who moves."""
    t, n = ctx.t, ctx.n
    known = ground(visit.state.scenario.id)
    found = results(visit.state, known.given, known.baseline)
    title, save = st.columns([9, 3], vertical_alignment="bottom")
    with title:
        st.html(heading(t("scenarios.table_title"), t("scenarios.table_note")))
    with save:
        _file(ctx, found, known)
    name = t("scenarios.table_caption", scenario=visit.state.scenario.title.get(ctx.lang))
    halves = f"<section>{_changes(ctx, found)}</section><section>{_about(ctx, found)}</section>"
    years = table(tables.results_by_year(found, t, n), name, "sp-results")
    st.html(f'{years}{worth(ctx, found)}<div class="sp-halves">{halves}</div>')
    with st.expander(t("scenarios.inputs_title"), key=INPUTS, on_change="rerun") as inputs:
        if inputs.open:
            st.html(_inputs(ctx, found, known))


def _inputs(ctx: Context, found: Results, known: Ground) -> str:
    """Return every lever and everything the model takes as given, with sources."""
    t, n, credit = ctx.t, ctx.n, crediting(ctx.q, ctx.t)
    levers, given = t("scenarios.levers_title"), t("scenarios.parameters_title")
    figures = tables.given_figures(found.state.scenario, known.inputs, t, n, credit)
    return heading(levers) + table(tables.levers(found, t, n, credit), levers) + heading(given) + table(figures, given)


def _file(ctx: Context, found: Results, known: Ground) -> None:
    """Offer the results as a file, written when it is asked for."""
    credit = crediting(ctx.q, ctx.t)
    credits = list(dict.fromkeys(credit(p.origin) for p in known.inputs if p.status != "illustrative"))
    st.download_button(
        ctx.t("scenarios.download"),
        lambda: results_csv(found, ctx.t, ctx.n, ctx.build_id, credits),
        file_name=f"{found.state.scenario.id}_{ctx.lang}_{ctx.build_id}.csv",
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )


def _changes(ctx: Context, found: Results) -> str:
    changed = tables.changes(found, ctx.t, ctx.n)
    title = ctx.t("scenarios.changes_title")
    if changed.rows:
        return heading(title, anchor="sp-changes") + table(changed, title, "sp-changes-table")
    none = escape(ctx.t("scenarios.changes_none"))
    return f'{heading(title, anchor="sp-changes")}<p class="sp-card">{none}</p>'


def _about(ctx: Context, found: Results) -> str:
    """Say what the scenario is, how sure, and on what it rests."""
    t, scenario = ctx.t, found.state.scenario
    return (
        f"{heading(t('scenarios.about'))}"
        f'<div class="sp-card sp-about"><span class="sp-tag {scenario.status}">'
        f"{escape(t(f'scenarios.status_{scenario.status}'))}</span>"
        f"<p>{escape(scenario.description.get(ctx.lang))}</p>"
        f"<p>{escape(t('scenarios.reference', reference=scenario.reference))}</p></div>"
    )
