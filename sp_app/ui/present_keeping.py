"""Decks as files and in the store: take one along, bring one in, open a saved one; an editor's tools.

Everybody may edit a draft of their own, take it as a file and bring a file; keeping one under a name is for editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

import streamlit as st

from sp_app.data.deck_schema import DeckTable
from sp_app.store import looking
from sp_app.store.decks import DECKS, read_deck_file, save, write_deck
from sp_app.store.opening import Store, open_store
from sp_app.store.permission import Editor
from sp_app.store.problem import Phrase, Refused
from sp_app.store.records import DeckRecord
from sp_app.ui import kept_tools, present_deck, present_draft, scenario_editor
from sp_app.ui.financing_html import header, scrolling, small, value
from sp_app.ui.kept_tools import Tools
from sp_app.ui.page import Context
from sp_app.ui.present_deck import DECK, EDIT
from sp_app.ui.scenario_editor import Sentence, current, trying

TOOLS = Tools(DECKS, "decks", "decks.which")
FILE, FILES, ONTO, NAME, NEW = "decks_file", "decks_files", "decks_onto", "decks_name", ""
TOML = "application/toml"


def opened(ctx: Context, name: str) -> dict[str, DeckTable]:
    """Return the saved deck `name`; nothing where there is none, or where it cannot be shown, which is said."""
    if not name or name in present_deck.decks():
        return {}
    try:
        store = open_store()
        with store.reading() as session:
            record = looking.record_on(DECKS, session, name)
        return {name: present_deck.saved(record)}
    except Refused as refused:
        scenario_editor.refuse(ctx, refused)
        return {}


def draw(ctx: Context, name: str, original: DeckTable, deck: DeckTable) -> None:
    """Draw files and the list for everybody, and the tools of the editor."""
    if ctx.arrived:
        st.session_state.pop(scenario_editor.SAID, None)
    t = ctx.t
    st.html(
        f'<h2 class="sp-list-title" id="sp-decks">{escape(t("decks.title"))}</h2>'
        f'<p class="sp-measure">{escape(t("decks.about"))}</p>'
    )
    # Places of their own: what appears in one must not push the tools out of their tab.
    said, files, listed, tools = (st.container() for _ in range(4))
    with said:
        scenario_editor.told(ctx)
    with files:
        _files(ctx, name, deck)
    who = current()
    try:
        store = open_store()
        records = looking.listed_on(DECKS, store, who)
    except Refused as refused:
        with listed:
            scenario_editor.refuse(ctx, refused)
        return
    with listed:
        _list(ctx, records)
    with tools:
        if isinstance(who, Editor):
            scenario_editor.way_out(ctx, who)
            _tools(ctx, store, who, {record.id: record for record in records}, name)
        else:
            scenario_editor.door(ctx)
        scenario_editor.keep_in_browser(ctx)


def _files(ctx: Context, name: str, deck: DeckTable) -> None:
    """Offer the deck as it is shown as a file, and take one in its place."""
    t = ctx.t
    key = f"{FILE}_{st.session_state.setdefault(FILES, 0)}"
    take, bring = st.columns(2, vertical_alignment="bottom")
    take.download_button(
        t("decks.take"),
        lambda: write_deck(deck).encode("utf-8"),
        file_name=f"{deck.id}.toml",
        mime=TOML,
        key="decks_take",
        on_click="ignore",
        help=t("decks.take_how"),
    )
    bring.file_uploader(t("decks.bring"), key=key, on_change=_bringing, args=(name, key))


def _bringing(name: str, key: str) -> None:
    """Show the deck of a file in the place of the draft; what was there before is one step back in the editor."""
    file = st.session_state.get(key)
    if file is None:
        return

    def act() -> Sentence:
        deck = read_deck_file(file.getvalue(), present_deck.vocabulary())
        present_draft.push(name, deck)
        return Phrase("decks.brought", {"name": f"{deck.title_en} / {deck.title_lo}"})

    if trying(act):
        st.session_state[FILES] += 1  # an empty field for the next file


def _list(ctx: Context, records: tuple[DeckRecord, ...]) -> None:
    """Draw every saved deck with the link that opens it."""
    t = ctx.t
    if not records:
        st.html(f'<p class="sp-card">{escape(t("decks.none"))}</p>')
        return
    head = "".join(header(t(f"library.column_{name}")) for name in ("name", "made_from", "saved"))
    body = scrolling(t("decks.title"), f"<tr>{head}</tr>", [_line(ctx, record) for record in records])
    st.html(f'<section class="sp-card sp-rows sp-library" data-testid="decks">{body}</section>')


def _line(ctx: Context, record: DeckRecord) -> str:
    t, name = ctx.t, escape(record.name.get(ctx.lang))
    notes = ""
    try:
        present_deck.saved(record)
        address = escape("?" + urlencode({"lang": ctx.lang, DECK: record.id, EDIT: "1"}))
        name = f'<a href="{address}" target="_self">{name}</a>'
    except Refused as refused:
        notes = "".join(small(sentence) for sentence in refused.sentences(t))
    at = record.saved_at.astimezone()
    moment = f"{ctx.n.date(at.date())} {at:%H:%M}"
    said = t("library.saved_at", at=moment, author=record.author, version=record.version)
    return (
        f'<tr><th scope="row">{name}{notes}</th>'
        f"{value(escape(_origin(ctx, record.base)), t('library.column_made_from'), '')}"
        f"{value(escape(said), t('library.column_saved'), '')}</tr>"
    )


def _origin(ctx: Context, base: str) -> str:
    return ctx.t(f"present.deck_{base}") if base in present_deck.decks() else base


def _tools(ctx: Context, store: Store, who: Editor, known: Mapping[str, DeckRecord], name: str) -> None:
    t = ctx.t
    keep, change, past = st.tabs([t(f"library.tab_{tab}") for tab in ("save", "change", "history")])
    with keep:
        _save(ctx, store, known, name)
    with change:
        kept_tools.change(ctx, store, who, known, TOOLS)
    with past:
        kept_tools.history(ctx, store, who, TOOLS)


def _save(ctx: Context, store: Store, known: Mapping[str, DeckRecord], name: str) -> None:
    """Draw the form that saves the deck as it is shown; the versions are those seen while it is filled in."""
    t = ctx.t
    if st.session_state.get(ONTO) not in (NEW, *known):
        st.session_state[ONTO] = name if name in known else NEW
    if typed := present_draft.called(name):
        st.session_state[NAME] = typed
    with st.form("decks_save", border=False):
        where, called = st.columns(2)
        where.selectbox(
            t("library.save_onto"),
            [NEW, *known],
            format_func=lambda id: known[id].name.get(ctx.lang) if id else t("decks.save_new"),
            key=ONTO,
        )
        called.text_input(t("library.save_name"), key=NAME, placeholder=t("decks.save_name_kept"))
        saving = (store, dict(known), name, ctx.build_id)
        st.form_submit_button(t("decks.save"), type="primary", on_click=_saving, args=saving)


def _saving(store: Store, known: Mapping[str, DeckRecord], name: str, build: str) -> None:
    """Save what is shown: the draft's last good state, else the deck itself; then open what was saved."""
    onto = known.get(st.session_state[ONTO])
    draft = present_draft.current(name)
    kept: list[DeckRecord] = []

    def act() -> Sentence:
        if draft.problems:
            raise Refused(*draft.problems)
        deck = draft.good or _original(known, name)
        saved = save(store, current(), deck, st.session_state[NAME], build, onto)
        kept.append(saved.record)
        return saved.told or kept_tools.done("saved", saved.record)

    if trying(act):
        present_draft.push(name, None)
        st.session_state.update({NAME: "", ONTO: kept[0].id})
        st.query_params[DECK] = kept[0].id


def _original(known: Mapping[str, DeckRecord], name: str) -> DeckTable:
    ready = present_deck.decks()
    return ready[name] if name in ready else present_deck.saved(known[name])
