"""What an editor does with saved scenarios: save, rename, duplicate, delete, restore, import, look back.

Every button calls a service of the store; what the store says is shown, and typed texts stay where they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from sp_app.store import changing, exchange, looking
from sp_app.store.opening import Store
from sp_app.store.permission import Editor
from sp_app.store.problem import Phrase
from sp_app.store.records import Draft, Entry, Record
from sp_app.ui import scenario_visit
from sp_app.ui.financing_html import header, scrolling, value
from sp_app.ui.page import Context
from sp_app.ui.scenario_editor import Sentence, current, trying
from sp_app.ui.scenario_saved import edition_of
from sp_app.ui.scenario_visit import Visit

NAME, NOTE, ONTO = "library_name", "library_note", "library_onto"
WHICH, NEW_NAME, GONE = "library_which", "library_new_name", "library_gone"
FILE, FILES, HISTORY = "library_file", "library_files", "library_history"
NEW = ""
MOST_LINES = 100


def draw(ctx: Context, store: Store, who: Editor, records: tuple[Record, ...]) -> None:
    """Draw the editor's tools, one beside the other behind tabs."""
    names = [ctx.t(f"library.tab_{name}") for name in ("save", "change", "import", "history")]
    save, change, bring, history = st.tabs(names)
    known = {record.id: record for record in records}
    with save:
        _save(ctx, store, known)
    with change:
        _change(ctx, store, who, known)
    with bring:
        _import(ctx, store)
    with history:
        _history(ctx, store, who)


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
        return saved.told or _said("saved", saved.record)

    if trying(act):
        st.session_state.update({NAME: "", NOTE: "", ONTO: NEW})


def _change(ctx: Context, store: Store, who: Editor, known: Mapping[str, Record]) -> None:
    """Draw what can be done to one scenario of the list, and what was taken off it."""
    t = ctx.t
    if known:
        if st.session_state.get(WHICH) not in known:
            st.session_state[WHICH] = next(iter(known))
        which, name = st.columns(2)
        which.selectbox(t("library.which"), list(known), format_func=lambda id: known[id].name.get(ctx.lang), key=WHICH)
        name.text_input(t("library.new_name"), key=NEW_NAME)
        with st.container(horizontal=True):
            for action in ("rename", "duplicate", "delete"):
                st.button(t(f"library.{action}"), key=f"library_{action}", on_click=_changing, args=(store, action))
    gone = {record.id: record for record in looking.listed(store, who, deleted=True)}
    if gone:
        if st.session_state.get(GONE) not in gone:
            st.session_state[GONE] = next(iter(gone))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                t("library.gone"), list(gone), format_func=lambda id: gone[id].name.get(ctx.lang), key=GONE, width=420
            )
            st.button(t("library.restore"), key="library_restore", on_click=_changing, args=(store, "restore"))


def _changing(store: Store, action: str) -> None:
    def act() -> Sentence:
        who = current()
        id = st.session_state[GONE if action == "restore" else WHICH]
        typed = st.session_state.get(NEW_NAME, "")
        if action == "rename":
            record = changing.rename(store, who, id, typed)
        elif action == "duplicate":
            record = changing.duplicate(store, who, id, typed if typed.strip() else None)
        elif action == "delete":
            record = changing.delete(store, who, id)
        else:
            record = changing.restore(store, who, id)
        return _said(action, record)

    if trying(act) and action in ("rename", "duplicate"):
        st.session_state[NEW_NAME] = ""


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
        return _said("imported", saved.record)

    if trying(act) and file is not None:
        st.session_state[FILES] += 1  # an empty field for the next file


def _history(ctx: Context, store: Store, who: Editor) -> None:
    """Draw who did what, read when it is asked for."""
    t = ctx.t
    if not st.toggle(t("library.history_show"), key=HISTORY):
        return
    names = ("when", "who", "what", "name", "version")
    head = "".join(header(t(f"library.column_{name}")) for name in names)
    lines = [_entry(ctx, entry) for entry in looking.history(store, who, most=MOST_LINES)]
    st.html(
        f'<section class="sp-card" data-testid="history">'
        f"{scrolling(t('library.tab_history'), f'<tr>{head}</tr>', lines)}</section>"
    )


def _entry(ctx: Context, entry: Entry) -> str:
    at = entry.at.astimezone()
    moved = ctx.t("library.levers_moved", count=len(entry.changes)) if entry.changes else ""
    cells = (
        entry.who,
        " ".join(part for part in (ctx.t(f"store.action_{entry.what}"), moved) if part),
        entry.name.get(ctx.lang),
        str(entry.version or ""),
    )
    when = f'<th scope="row">{escape(f"{ctx.n.date(at.date())} {at:%H:%M}")}</th>'
    return f"<tr>{when}{''.join(value(escape(cell), look='') for cell in cells)}</tr>"


def _said(action: str, record: Record) -> Phrase:
    return Phrase(f"library.done_{action}", {"name": record.name, "version": record.version})
