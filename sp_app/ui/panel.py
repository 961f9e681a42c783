"""Draw a card of words or of a table, and note it among what the page shows."""

from __future__ import annotations

import streamlit as st

from sp_app.ui import shown
from sp_app.ui.financing_html import panel_html
from sp_app.ui.read_table import read_table


def draw(
    key: str, title: str, measure: str, body: str, source: str, style: str = "", *, simulated: bool = True
) -> None:
    """Draw a card: title, measure, `body` (HTML with a table or a list of facts), source line."""
    st.html(panel_html(title, measure, body, source, style))
    shown.note_table(key, title, measure, read_table(body), source, simulated=simulated)
