"""What stands around a page: the page list, the header, the footer, the error card."""

from __future__ import annotations

import logging
import secrets
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sp_app.data.database import open_database
from sp_app.i18n import LANGUAGES, texts
from sp_core.errors import SocialProtectionError

PAGES = Path(__file__).resolve().parents[2] / "pages"
FRAMED = "framed"
LANGUAGE = "lang"
log = logging.getLogger(__name__)

# The order of a meeting; a group named "" stays in the bar, others become menus.
GROUPS: dict[str, tuple[str, ...]] = {
    "": ("overview", "coverage", "expenditure", "scenarios"),
    "more_figures": ("asean",),
    "about": ("sources",),
}


def current_language() -> str:
    """Return the language of this visit: the address decides, then the session, then English."""
    asked = st.query_params.get(LANGUAGE) or st.session_state.get(LANGUAGE)
    language = asked if asked in LANGUAGES else "en"
    st.session_state[LANGUAGE] = language
    if language != "en" and st.query_params.get(LANGUAGE) != language:
        st.query_params[LANGUAGE] = language
    return language


def page_list(language: str) -> dict[str, list[StreamlitPage]]:
    """Return the pages by menu group, named in `language`, at addresses that never change."""
    st.session_state[FRAMED] = True
    t = texts(language)
    return {
        t(f"frame.{group}") if group else "": [
            st.Page(PAGES / f"{name}.py", title=t(f"frame.{name}"), url_path=name, default=name == "overview")
            for name in names
        ]
        for group, names in GROUPS.items()
    }


def header(language: str, page: StreamlitPage) -> None:
    """Draw the product name and the language switch inside Streamlit's top bar."""
    t = texts(language)
    links = "".join(
        f'<a href="{_address(page, code)}" target="_self" hreflang="{code}" lang="{code}" '
        f'class="{"sp-lang-on" if code == language else ""}" {"aria-current=true" if code == language else ""}>{name}</a>'
        for code, name in (("en", "English"), ("lo", "ລາວ"))
    )
    with st.container(key="sp_header"):
        st.html(
            f'<a class="sp-skip" href="#sp-main">{escape(t("frame.skip"))}</a>'
            f'<span class="sp-brand">{escape(t("frame.app_title"))}</span>'
            f'<nav class="sp-lang" aria-label="{escape(t("frame.language"))}">{links}</nav>'
        )


def _address(page: StreamlitPage, language: str) -> str:
    """Return the address of `page` in `language`, keeping what else the address carries."""
    others = {k: v for k, v in st.query_params.to_dict().items() if k != LANGUAGE}
    query = urlencode({**others, LANGUAGE: language})
    return escape(f"/{page.url_path}?{query}")


def run_guarded(page: StreamlitPage, language: str) -> None:
    """Run the page; a failure becomes one plain sentence with a reference, the detail goes to the log."""
    try:
        page.run()
    except (SocialProtectionError, ArithmeticError, LookupError, TypeError, ValueError, OSError, AttributeError):
        reference = secrets.token_hex(2).upper()
        log.exception("page %s failed, reference %s", page.url_path or "overview", reference)
        message = texts(language)("frame.page_failed", reference=reference)
        st.html(f'<div class="sp-error" role="alert">{escape(message)}</div>')


def footer(language: str) -> None:
    """Print which figures stand behind the page."""
    build = texts(language)("frame.build", build=open_database().build_id)
    st.html(f'<footer class="sp-footer">{escape(build)}</footer>')
