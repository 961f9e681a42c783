"""An editor's tools for what is kept under a name, scenarios or decks: rename, copy, take off, bring back, history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Generic

import streamlit as st

from sp_app.store import keeping, looking
from sp_app.store.opening import Store
from sp_app.store.permission import Editor
from sp_app.store.problem import Phrase
from sp_app.store.records import DeckRecord, Entry, R, Record
from sp_app.store.rows import Shelf
from sp_app.ui.financing_html import header, scrolling, value
from sp_app.ui.page import Context
from sp_app.ui.scenario_editor import Sentence, current, trying

MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Tools(Generic[R]):
    """The tools of one shelf; `prefix` begins the keys of its widgets, `which` is the text naming one of its things."""

    shelf: Shelf[R]
    prefix: str
    which: str

    def key(self, name: str) -> str:
        """Return the key of a widget."""
        return f"{self.prefix}_{name}"


def change(ctx: Context, store: Store, who: Editor, known: Mapping[str, Record | DeckRecord], tools: Tools[R]) -> None:
    """Draw what can be done to one thing of the list, and what was taken off it."""
    t, which, gone_key = ctx.t, tools.key("which"), tools.key("gone")
    if known:
        if st.session_state.get(which) not in known:
            st.session_state[which] = next(iter(known))
        left, right = st.columns(2)
        left.selectbox(t(tools.which), list(known), format_func=lambda id: known[id].name.get(ctx.lang), key=which)
        right.text_input(t("library.new_name"), key=tools.key("new_name"))
        with st.container(horizontal=True):
            for action in ("rename", "duplicate", "delete"):
                st.button(t(f"library.{action}"), key=tools.key(action), on_click=_acting, args=(store, action, tools))
    gone = {one.id: one for one in looking.listed_on(tools.shelf, store, who, deleted=True)}
    if gone:
        if st.session_state.get(gone_key) not in gone:
            st.session_state[gone_key] = next(iter(gone))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                t("library.gone"),
                list(gone),
                format_func=lambda id: gone[id].name.get(ctx.lang),
                key=gone_key,
                width=420,
            )
            st.button(t("library.restore"), key=tools.key("restore"), on_click=_acting, args=(store, "restore", tools))


def _acting(store: Store, action: str, tools: Tools[R]) -> None:
    shelf, new_name = tools.shelf, tools.key("new_name")

    def act() -> Sentence:
        who = current()
        id = st.session_state[tools.key("gone" if action == "restore" else "which")]
        typed = st.session_state.get(new_name, "")
        record: R
        if action == "rename":
            record = keeping.rename(shelf, store, who, id, typed)
        elif action == "duplicate":
            record = keeping.duplicate(shelf, store, who, id, typed if typed.strip() else None)
        elif action == "delete":
            record = keeping.delete(shelf, store, who, id)
        else:
            record = keeping.restore(shelf, store, who, id)
        return done(action, record)

    if trying(act) and action in ("rename", "duplicate"):
        st.session_state[new_name] = ""


def done(action: str, record: Record | DeckRecord) -> Phrase:
    """Return what was done, in words."""
    return Phrase(f"library.done_{action}", {"name": record.name, "version": record.version})


def history(ctx: Context, store: Store, who: Editor, tools: Tools[R]) -> None:
    """Draw who did what, read when it is asked for."""
    t = ctx.t
    if not st.toggle(t("library.history_show"), key=tools.key("history")):
        return
    names = ("when", "who", "what", "name", "version")
    head = "".join(header(t(f"library.column_{name}")) for name in names)
    address = f"/sources?lang={ctx.lang}&amp;s=trail"
    lines = [_entry(ctx, entry) for entry in looking.history_on(tools.shelf, store, who, most=MOST_LINES)]
    st.html(
        f'<section class="sp-card" data-testid="history">'
        f"{scrolling(t('library.tab_history'), f'<tr>{head}</tr>', lines)}</section>"
        f'<p class="sp-measure"><a href="{address}" target="_self">{escape(t("sources.trail_here"))}</a></p>'
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
