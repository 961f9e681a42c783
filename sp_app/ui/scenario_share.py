"""Share: the address of the scenario on the page, as text to select and as a QR code made here.

Browsers offer no clipboard on a network address without HTTPS, so the address is shown, not only copied.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from urllib.parse import urlencode, urlsplit, urlunsplit

import segno
import streamlit as st
from segno.encoder import DataOverflowError

from sp_app.live.link import LinkState, encode
from sp_app.ui.page import Context
from sp_app.ui.scenario_visit import Visit

PAGE = "/scenarios"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
QUIET = 4  # modules of white around the code, as the standard asks
MASK = 2
KEPT = 256


def draw(ctx: Context, visit: Visit) -> None:
    """Draw the address and its QR code; on a computer that only answers itself, say so."""
    t = ctx.t
    address = shared(opened_at(), visit.state, ctx.lang)
    here_only = urlsplit(address).hostname in LOOPBACK
    code = qr_code(address, t("library.share_qr", scenario=visit.state.scenario.title.get(ctx.lang)))
    if not code:
        code = f'<p class="sp-unknown">{escape(t("library.share_too_long"))}</p>'
    note = t("library.share_here_only") if here_only else t("library.share_note")
    st.html(
        f'<section class="sp-card sp-share" id="sp-share"><div>'
        f"<h2>{escape(t('library.share_title'))}</h2>"
        f'<p class="sp-measure">{escape(t("library.share_about"))}</p>'
        f'<code class="sp-address" tabindex="0" role="textbox" aria-readonly="true" data-testid="share-address" '
        f'aria-label="{escape(t("library.share_address"))}">{escape(address)}</code>'
        f'<p class="sp-source">{escape(note)}</p></div>'
        f"{code}</section>"
    )


def opened_at() -> str:
    """Return where others find this page: the visitor's own address, or the network's where that is loopback."""
    port = st.get_option("server.port")
    own = urlsplit(st.context.url or f"http://localhost:{port}{PAGE}")
    network = st.get_option("browser.serverAddress")
    if own.hostname in LOOPBACK and network and network not in LOOPBACK:
        own = own._replace(netloc=f"{network}:{own.port}" if own.port else network)
    return urlunsplit(own._replace(query="", fragment=""))


def shared(page: str, state: LinkState, language: str) -> str:
    """Return the full address that opens this scenario on `page` in `language`."""
    return f"{page}?{urlencode({'lang': language, **encode(state)})}"


@lru_cache(maxsize=KEPT)
def qr_code(address: str, name: str) -> str:
    """Return a picture (SVG in the page itself) of the address as a QR code; empty when it is too long for one."""
    try:
        # Every mask is read alike; trying all eight takes ten times as long as making the code.
        made = segno.make(address, micro=False, error="m", boost_error=False, mask=MASK)
    except DataOverflowError:
        return ""
    picture = made.svg_data_uri(omitsize=True, border=QUIET, light="#fff")
    return f'<img class="sp-qr" src="{escape(picture)}" alt="{escape(name)}" data-testid="share-qr">'
