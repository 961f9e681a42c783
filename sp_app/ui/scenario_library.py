"""Saved scenarios under the panel: the list, files, the comparison; an editor's tools when the store says editor."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from sp_app.data.scenario_files import scenario_ids
from sp_app.store import exchange, looking
from sp_app.store.opening import Store, open_store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.problem import Refused
from sp_app.store.records import Record
from sp_app.store.scenario_text import write_scenario
from sp_app.ui import scenario_compare, scenario_editor, scenario_keeping
from sp_app.ui.financing_html import header, scrolling, small, value
from sp_app.ui.guard import part
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import ground
from sp_app.ui.scenario_saved import opened
from sp_app.ui.scenario_visit import Visit

FILE = "library_file_of"
TOML = "application/toml"


def draw(ctx: Context, visit: Visit) -> None:
    """Draw the list for everybody and the tools of the editor."""
    if ctx.arrived:
        st.session_state.pop(scenario_editor.SAID, None)
    _part(ctx, visit)


@part
def _part(ctx: Context, visit: Visit) -> None:
    """Draw it all; what is done here does not run the rest of the page."""
    t = ctx.t
    st.html(
        f'<h2 class="sp-list-title" id="sp-library">{escape(t("library.title"))}</h2>'
        f'<p class="sp-measure">{escape(t("library.about"))}</p>'
    )
    who = scenario_editor.current()
    # Places of their own: what appears in one must not push the tools out of their tab.
    said, listed, compared, tools = (st.container() for _ in range(4))
    with said:
        scenario_editor.told(ctx)
    try:
        store = open_store()
        records = looking.listed(store, who)
    except Refused as refused:
        with listed:
            scenario_editor.refuse(ctx, refused)
            _this_one(ctx, visit)
        return
    with listed:
        _list(ctx, records)
        _files(ctx, visit, store, records)
    with compared:
        if len(records) >= scenario_compare.FEWEST:
            scenario_compare.draw(ctx, records, visit.state.year)
    with tools:
        if isinstance(who, Editor):
            scenario_editor.way_out(ctx, who)
            scenario_keeping.draw(ctx, store, who, records)
        else:
            scenario_editor.door(ctx)
        scenario_editor.keep_in_browser(ctx)


def _list(ctx: Context, records: tuple[Record, ...]) -> None:
    """Draw every saved scenario with the link that opens it."""
    t = ctx.t
    if not records:
        st.html(f'<p class="sp-card">{escape(t("library.none"))}</p>')
        return
    names = ("name", "made_from", "note", "saved")
    head = "".join(header(t(f"library.column_{name}")) for name in names)
    lines = [_line(ctx, record) for record in records]
    body = scrolling(t("library.title"), f"<tr>{head}</tr>", lines)
    st.html(f'<section class="sp-card sp-rows sp-library" data-testid="library">{body}</section>')


def _line(ctx: Context, record: Record) -> str:
    t, name = ctx.t, escape(record.name.get(ctx.lang))
    found = opened(record, ctx.build_id)
    said = [notice.sentence(t) for notice in found.notices]
    if found.query:
        address = escape("?" + urlencode({"lang": ctx.lang, **found.query}))
        name = f'<a href="{address}" target="_self">{name}</a>'
        origin = ground(found.query["s"]).scenario.title.get(ctx.lang)
    else:
        said = said or [t("library.no_address")]
        origin = _origin(ctx, record.base)
    saved = t("library.saved_at", at=_moment(ctx, record), author=record.author, version=record.version)
    notes = "".join(small(words) for words in said)
    return (
        f'<tr><th scope="row">{name}{notes}</th>'
        f"{value(escape(origin), t('library.column_made_from'), '')}"
        f"{value(escape(record.note.get(ctx.lang)), t('library.column_note'), 'sp-note')}"
        f"{value(escape(saved), t('library.column_saved'), '')}</tr>"
    )


def _origin(ctx: Context, base: str) -> str:
    return ground(base).scenario.title.get(ctx.lang) if base in scenario_ids() else base


def _moment(ctx: Context, record: Record) -> str:
    at = record.saved_at.astimezone()
    return f"{ctx.n.date(at.date())} {at:%H:%M}"


def _files(ctx: Context, visit: Visit, store: Store, records: tuple[Record, ...]) -> None:
    """Offer the scenario on the page, and each saved one, as a file."""
    t = ctx.t
    with st.container(horizontal=True, vertical_alignment="bottom", key="sp_library_files"):
        _this_one(ctx, visit)
        if not records:
            return
        known = {record.id: record for record in records}
        if st.session_state.get(FILE) not in known:
            st.session_state[FILE] = records[0].id
        chosen = st.selectbox(
            t("library.file_of"), list(known), format_func=lambda id: known[id].name.get(ctx.lang), key=FILE, width=420
        )
        st.download_button(
            t("library.export"),
            lambda: exchange.export_scenario(store, Viewer(), chosen).content,
            file_name=f"{chosen}.toml",
            mime=TOML,
            key="library_export",
            on_click="ignore",
        )


def _this_one(ctx: Context, visit: Visit) -> None:
    """Offer what is on the screen as a file, saved or not."""
    state = visit.state
    st.download_button(
        ctx.t("library.export_this"),
        lambda: write_scenario(state.scenario, state.values).encode("utf-8"),
        file_name=f"{state.scenario.id}.toml",
        mime=TOML,
        key="library_export_this",
        on_click="ignore",
    )
