"""Begin a page: its language, texts, number formats and figures in one context."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from sp_app.data.database import open_database
from sp_app.data.queries import Queries
from sp_app.i18n import Texts, texts
from sp_app.i18n.numbers import Numbers, numbers
from sp_app.ui import shell, shown

LAST = "last_page"


@dataclass(frozen=True, slots=True)
class Context:
    """What a page needs: language, texts, numbers, queries with their own cursor, build id.

    `arrived` is True in the first run after another page, a reload or a new visit.
    """

    name: str
    lang: str
    t: Texts
    n: Numbers
    q: Queries
    build_id: str
    arrived: bool = False


def start(name: str) -> Context:
    """Return the context of page `name`.

    A page script that was started without the frame is sent through it first.
    """
    if shell.FRAMED not in st.session_state:
        st.switch_page("frame.py")
    language = shell.current_language()
    database = open_database()
    arrived = st.session_state.get(LAST) != name
    st.session_state[LAST] = name
    shown.begin()
    return Context(
        name=name,
        lang=language,
        t=texts(language),
        n=numbers(language),
        q=database.queries(),
        build_id=database.build_id,
        arrived=arrived,
    )


def headline(ctx: Context, sentence: str, context_line: str) -> None:
    """Write the page's one sentence (the only h1) and one line of context."""
    with st.container(key="sp_headline"):
        st.html(f'<div class="sp-headline"><h1>{escape(sentence)}</h1><p>{escape(context_line)}</p></div>')
