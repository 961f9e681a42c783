"""Ways from the financing page to the scenario page and back: the visit keeps the scenario, nothing is reloaded."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from sp_app.ui.page import Context

PAGES = Path(__file__).resolve().parents[2] / "pages"


def to_scenarios(ctx: Context, key: str) -> None:
    """Offer the scenario page, where the levers are."""
    st.page_link(st.Page(PAGES / "scenarios.py", url_path="scenarios"), label=ctx.t(key))
