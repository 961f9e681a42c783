"""The address that phones open, and its QR code, made here."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode, urlsplit

import segno

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
PAGE = "/room"
QUIET = 4  # modules of white around the code, as the standard asks


def invitation(opened_at: str, network: str, code: str, language: str) -> str:
    """Return the address for phones: where the presenter opened the desk, or the network's where that is loopback."""
    own = urlsplit(opened_at)
    host = own.netloc
    if own.hostname in LOOPBACK and network and network not in LOOPBACK:
        host = f"{network}:{own.port}" if own.port else network
    return f"{own.scheme}://{host}{PAGE}?{urlencode({'c': code, 'lang': language})}"


def here_only(address: str) -> bool:
    """Say whether only this computer can open the address."""
    return urlsplit(address).hostname in LOOPBACK


@lru_cache(maxsize=32)
def qr_code(address: str) -> str:
    """Return the address as a picture: a data address of an SVG."""
    return segno.make(address, micro=False, error="m", boost_error=False).svg_data_uri(
        omitsize=True, border=QUIET, light="#fff"
    )
