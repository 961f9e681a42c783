"""The frame around every page: navigation, language switch, page errors, footer.

Streamlit runs this script at every interaction. It lies outside the folder of
pages/, so a deep link on a fresh server always comes through here first.
"""

from __future__ import annotations

import streamlit as st

from sp_app.ui import page_handout, shell

shell.settings()
language = shell.language_switch()
page = st.navigation(shell.page_list(language), position="top")
shell.header(language)
shell.run_guarded(page, language)
with shell.foot(language):
    page_handout.draw(page.url_path or "overview", language)
