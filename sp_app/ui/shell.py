"""What stands around a page: the page list, the header, the footer, the error card."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sp_app.data.database import open_database
from sp_app.i18n import texts
from sp_app.ui import making, switch
from sp_app.ui.elements import element
from sp_app.ui.foreign_words import foreign_words
from sp_app.ui.guard import guarded

PAGES = Path(__file__).resolve().parents[2] / "pages"
ICON = Path(__file__).resolve().parents[2] / "assets" / "icon.svg"
FRAMED = "framed"
LANGUAGE = "lang"
DEFAULT = "en"
MAKING = ("stop", "stopping", "stopped")  # what is said about files under way
# Each language is called by its own name, in every language.
NAMES = {"en": "English", "lo": "ລາວ"}

# The order of a meeting; a group named "" stays in the bar, others become menus.
GROUPS: dict[str, tuple[str, ...]] = {
    "": ("overview", "coverage", "expenditure", "scenarios", "financing", "present"),
    "more_figures": ("asean",),
    "about": ("sources",),
}


def settings() -> None:
    """Give the browser tab its name and the page its whole width."""
    st.set_page_config(
        page_title=texts(current_language())("frame.app_title"),
        page_icon=str(ICON),
        layout="wide",
        initial_sidebar_state="collapsed",
    )


def current_language() -> str:
    """Return the language of this visit."""
    return switch.current(LANGUAGE, NAMES, DEFAULT, sticky=True)


def language_switch() -> str:
    """Draw the language switch in the top bar and return the language; it lives in the address as ?lang=."""
    with st.container(key="sp_language"):
        return switch.switch(LANGUAGE, texts(current_language())("frame.language"), NAMES, DEFAULT, sticky=True)


def page_list(language: str) -> dict[str, list[StreamlitPage]]:
    """Return the pages by menu group, named in `language`, at addresses that never change."""
    st.session_state[FRAMED] = True
    t = texts(language)
    return {
        t(f"frame.{group}") if group else "": [
            st.Page(PAGES / f"{name}.py", title=t(f"frame.{name}"), url_path=name, default=name == "overview")
            for name in names
            if (PAGES / f"{name}.py").exists()
        ]
        for group, names in GROUPS.items()
    }


def header(language: str) -> None:
    """Draw the product name, and tell the document its language; the link past the menu is Streamlit's own."""
    t = texts(language)
    with st.container(key="sp_frame"):
        st.html(f'<span class="sp-brand">{escape(t("frame.app_title"))}</span>')
        element("document")(
            key="sp_document",
            data={
                "language": language,
                "offline": t("frame.offline"),
                "failed": t("frame.file_failed"),
                "foreign": foreign_words(language),
                "making": {"ticket": making.ticket(), "words": {name: t(f"export.{name}") for name in MAKING}},
            },
            on_back_change=lambda: None,  # the run of the whole page is what a browser that was away asks for
        )


def run_guarded(page: StreamlitPage, language: str) -> None:
    """Run the page; where it fails a plain sentence says so."""
    with guarded(f"page {page.url_path or 'overview'}", language):
        page.run()


@contextmanager
def foot(language: str) -> Iterator[None]:
    """Print which figures stand behind the page, in one line with what the block draws."""
    build = texts(language)("frame.build", build=open_database().build_id)
    with st.container(key="sp_foot", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<footer class="sp-footer">{escape(build)}</footer>', width="content")
        yield
