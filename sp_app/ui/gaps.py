"""What is not known, drawn as a thing: dashed, sunken, in words, with who could provide it."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.ui.page import Context
from sp_core.records import Gap


def _item(ctx: Context, gap: Gap) -> str:
    provider = ctx.t("frame.who_could_provide", provider=gap.provider.get(ctx.lang))
    return f'<li>{escape(gap.statement.get(ctx.lang))} <span class="sp-source">{escape(provider)}</span></li>'


def draw(ctx: Context, topic: str, most: int = 6, height: int | None = None) -> None:
    """List what was looked for on `topic` and not found published."""
    items = "".join(_item(ctx, gap) for gap in ctx.q.gaps(topic)[:most])
    title = escape(ctx.t("frame.what_is_not_known"))
    style = f' style="height:{height}px;overflow:auto"' if height else ""
    st.html(
        f'<section class="sp-unknown" tabindex="0"{style}><h2>{title}</h2><ul>{items}</ul>'
        f'<a href="/sources?lang={ctx.lang}" target="_self">{escape(ctx.t("frame.all_gaps"))}</a></section>'
    )
