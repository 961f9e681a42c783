"""What an editor does with saved scenarios: save, rename, duplicate, delete, restore, import, look back.

Every button calls a service of the store; what the store says is shown, and typed texts stay where they are.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from sp_app.store import changing, exchange
from sp_app.store.opening import Store
from sp_app.store.permission import Editor
from sp_app.store.problem import Phrase
from sp_app.store.records import Draft, Record
from sp_app.store.rows import SCENARIOS
from sp_app.ui import kept_tools, scenario_visit
from sp_app.ui.kept_tools import Tools
from sp_app.ui.page import Context
from sp_app.ui.scenario_editor import Sentence, current, trying
from sp_app.ui.scenario_saved import edition_of
from sp_app.ui.scenario_visit import Visit

NAME, NOTE, ONTO = "library_name", "library_note", "library_onto"
FILE, FILES = "library_file", "library_files"
NEW = ""
TOOLS = Tools(SCENARIOS, "library", "library.which")


def draw(ctx: Context, store: Store, who: Editor, records: tuple[Record, ...]) -> None:
    """Draw the editor's tools, one beside the other behind tabs."""
    names = [ctx.t(f"library.tab_{name}") for name in ("save", "change", "import", "history")]
    save, change, bring, history = st.tabs(names)
    known = {record.id: record for record in records}
    with save:
        _save(ctx, store, known)
    with change:
        kept_tools.change(ctx, store, who, known, TOOLS)
    with bring:
        _import(ctx, store)
    with history:
        kept_tools.history(ctx, store, who, TOOLS)


def _save(ctx: Context, store: Store, known: Mapping[str, Record]) -> None:
    """Draw the form that saves what is on the screen; `known` are the versions that are seen while it is filled in."""
    t = ctx.t
    if st.session_state.get(ONTO) not in (NEW, *known):
        st.session_state[ONTO] = NEW
    with st.form("library_save", border=False):
        where, name = st.columns(2)
        where.selectbox(
            t("library.save_onto"),
            [NEW, *known],
            format_func=lambda id: known[id].name.get(ctx.lang) if id else t("library.save_new"),
            key=ONTO,
        )
        name.text_input(t("library.save_name"), key=NAME, placeholder=t("library.save_name_kept"))
        st.text_area(t("library.save_note"), key=NOTE, height=100)
        st.form_submit_button(t("library.save"), type="primary", on_click=_saving, args=(store, dict(known)))


def _saving(store: Store, known: Mapping[str, Record]) -> None:
    visit: Visit = st.session_state[scenario_visit.KEY]
    state, onto = visit.state, known.get(st.session_state[ONTO])
    typed = st.session_state[NAME]
    kept = onto.name if onto and not typed.strip() else typed

    def act() -> Sentence:
        draft = Draft(
            scenario=state.scenario,
            values=state.values,
            name=kept,
            note=st.session_state[NOTE],
            edition=edition_of(state.scenario),
        )
        saved = changing.save(store, current(), draft, onto)
        return saved.told or kept_tools.done("saved", saved.record)

    if trying(act):
        st.session_state.update({NAME: "", NOTE: "", ONTO: NEW})


def _import(ctx: Context, store: Store) -> None:
    """Draw the way in for a file; the store looks at what it holds, whatever it is called."""
    t = ctx.t
    key = f"{FILE}_{st.session_state.setdefault(FILES, 0)}"
    st.file_uploader(t("library.import_file"), key=key)
    st.button(t("library.import"), key="library_import", on_click=_importing, args=(store, key))


def _importing(store: Store, key: str) -> None:
    file = st.session_state.get(key)

    def act() -> Sentence:
        if file is None:
            return Phrase("library.no_file")
        saved = exchange.import_scenario(store, current(), file.getvalue(), edition_of, file.name)
        return kept_tools.done("imported", saved.record)

    if trying(act) and file is not None:
        st.session_state[FILES] += 1  # an empty field for the next file
