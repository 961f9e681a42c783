"""The Components-v2 elements: small loaders in the message, code from /assets, so reruns stay light."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

LOADER = """
const ready = import(new URL("/assets/js/{name}.js", window.location.origin).href);
export default function (component) {{ ready.then((module) => module.default(component)); }}
"""
# A laptop is lower than the screen of a meeting room.
LAPTOP = 0.8

# CSS pixels on a desk, or a CSS length ("var(--body)") that app.css settles for desk and laptop.
Height = int | str


def reserved(height: Height, phone: int = 0) -> str:
    """Return the style that keeps a height before the content arrives, so nothing jumps; `phone` in CSS pixels."""
    desk, laptop = (f"{height}px", f"{height * LAPTOP:.0f}px") if isinstance(height, int) else (height, height)
    return f"--desk:{desk};--laptop:{laptop};--phone:{f'{phone}px' if phone else desk}"


@cache
def element(name: str, height: Height = 0, phone: int = 0) -> Callable[..., Any]:
    """Register the element whose module is /assets/js/<name>.js and return its mounting command.

    `height` and `phone` (on a desk and on a phone) are reserved before the code arrives.
    """
    return st.components.v2.component(
        re.sub(r"\W+", "_", f"sp_{name}_{height}_{phone}"),
        html=f'<div class="sp-root sp-{name}-root" style="{reserved(height, phone)}"></div>',
        js=LOADER.format(name=name),
        isolate_styles=False,
    )
