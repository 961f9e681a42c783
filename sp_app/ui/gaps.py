"""What is not known, drawn as a thing: dashed, sunken, in words, with who could provide it."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.ui import shown
from sp_app.ui.elements import Height, reserved
from sp_app.ui.page import Context
from sp_core.records import Gap


def _provider(ctx: Context, gap: Gap) -> str:
    return ctx.t("frame.who_could_provide", provider=gap.provider.get(ctx.lang))


def _item(ctx: Context, gap: Gap) -> str:
    words = escape(gap.statement.get(ctx.lang))
    return f'<li>{words} <span class="sp-source">{escape(_provider(ctx, gap))}</span></li>'


def draw(ctx: Context, topic: str, most: int = 6, height: Height = 0, phone: int = 1) -> None:
    """List what was looked for on `topic` and not found published, and who could provide it.

    In a fixed `height` a low window shows fewer lines; the link leads to all of them.
    """
    gaps, title, looked = ctx.q.gaps(topic)[:most], ctx.t("frame.what_is_not_known"), ctx.t("frame.unknown_title")
    rows = [(gap.statement.get(ctx.lang), _provider(ctx, gap)) for gap in gaps]
    shown.note_words(f"gaps_{topic}", title, (looked, ""), rows, looked)
    items = "".join(_item(ctx, gap) for gap in gaps)
    style = f' sp-fixed" style="{reserved(height, phone)}' if height else ""
    st.html(
        f'<section class="sp-unknown{style}" tabindex="0"><header><h2>{escape(title)}</h2>'
        f'<a href="/sources?lang={ctx.lang}&s=gaps" target="_self">{escape(ctx.t("frame.all_gaps"))}</a></header>'
        f"<p>{escape(looked)}:</p><ul>{items}</ul></section>"
    )
