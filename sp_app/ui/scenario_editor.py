"""Who edits on this page: the small form for the one-time code, and the way out.

The desk of the store decides; here its token is only kept: in the session, and in a cookie of the
browser session, so that a reload stays inside. The cookie says nothing but the token.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from sp_app.store.permission import Editor, Permission, Viewer, editor_desk
from sp_app.store.problem import Phrase, Problem, Refused
from sp_app.ui.elements import element
from sp_app.ui.page import Context

COOKIE = "sp_editor"
TOKEN, LEFT, SAID = "editor_token", "editor_left", "library_said"
CODE, NAME = "editor_code", "editor_name"
ELEMENT = "editor_session"

Sentence = Phrase | Problem


def current() -> Permission:
    """Return who is looking, asked anew on every run."""
    for token in _tokens():
        who = editor_desk().permission(token)
        if isinstance(who, Editor):
            st.session_state[TOKEN] = token
            return who
    return Viewer()


def _tokens() -> list[str]:
    """Return the tokens of the session and of the browser's cookie, where there are any."""
    found = (st.session_state.get(TOKEN), st.context.cookies.get(COOKIE))
    return [token for token in found if isinstance(token, str) and token]


def trying(act: Callable[[], Sentence | None]) -> bool:
    """Do what somebody asked for; keep what is to be said, and say whether it was done."""
    try:
        said = act()
    except Refused as refused:
        st.session_state[SAID] = (False, tuple(refused.problems))
        return False
    st.session_state[SAID] = (True, () if said is None else (said,))
    return True


def told(ctx: Context) -> None:
    """Show what came of the last thing that was tried."""
    done, sentences = st.session_state.get(SAID, (True, ()))
    if not sentences:
        return
    words = "".join(
        f"<p>{escape(one.said(ctx.t) if isinstance(one, Phrase) else one.sentence(ctx.t))}</p>" for one in sentences
    )
    style, role = ("sp-done", "status") if done else ("sp-problem", "alert")
    st.html(f'<div class="{style}" role="{role}" data-testid="library-said">{words}</div>')


def refuse(ctx: Context, refused: Refused) -> None:
    """Show why the store cannot be read, or a scenario not be loaded."""
    words = "".join(f"<p>{escape(one)}</p>" for one in refused.sentences(ctx.t))
    st.html(f'<div class="sp-problem" role="alert">{words}</div>')


def door(ctx: Context) -> None:
    """Draw the form for the code, closed until somebody wants it."""
    t = ctx.t
    if _tokens() and not st.session_state.get(LEFT):  # of another start of the program
        st.html(f'<p class="sp-problem" role="status">{escape(t("library.door_again"))}</p>')
    with st.expander(t("library.door")):
        st.html(f'<p class="sp-measure">{escape(t("library.door_about"))}</p>')
        with st.form("editor_door", border=False):
            code, name, enter = st.columns([3, 4, 2], vertical_alignment="bottom")
            code.text_input(t("library.door_code"), key=CODE, max_chars=40, autocomplete="off")
            name.text_input(t("library.door_name"), key=NAME, max_chars=200)
            enter.form_submit_button(t("library.door_enter"), on_click=_enter, width="stretch", type="primary")


def way_out(ctx: Context, editor: Editor) -> None:
    """Say who edits, and offer to stop."""
    t = ctx.t
    with st.container(horizontal=True, vertical_alignment="center", key="sp_editing"):
        st.html(f'<p class="sp-editing">{escape(t("library.editing", name=editor.name))}</p>')
        st.button(t("library.stop"), key="editor_stop", on_click=_leave)


def keep_in_browser(ctx: Context) -> None:
    """Give the cookie to the browser, or take it away; say so in words where the browser keeps none."""
    token = st.session_state.get(TOKEN)
    if token is None and not st.session_state.get(LEFT):
        return
    refused = bool((st.session_state.get(ELEMENT) or {}).get("refused"))
    element("session")(
        key=ELEMENT,
        data={"name": COOKIE, "token": token or "", "told": refused},
        on_refused_change=lambda: None,
    )
    if token and refused:
        st.html(f'<p class="sp-problem" role="status">{escape(ctx.t("library.no_cookie"))}</p>')


def _enter() -> None:
    def act() -> None:
        st.session_state[TOKEN] = editor_desk().admit(st.session_state[CODE], st.session_state[NAME])
        st.session_state[LEFT] = False

    trying(act)


def _leave() -> None:
    for token in _tokens():
        editor_desk().leave(token)
    st.session_state.pop(TOKEN, None)
    st.session_state[LEFT] = True
    st.session_state[SAID] = (True, (Phrase("library.left"),))
