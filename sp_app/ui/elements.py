"""The Components-v2 elements: small loaders in the message, code from /assets, so reruns stay light."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

LOADER = """
const ready = import(new URL("/assets/js/{name}.js", window.location.origin).href);
export default function (component) {{ ready.then((module) => module.default(component)); }}
"""


@cache
def element(name: str, height: int = 0, phone: int = 0) -> Callable[..., Any]:
    """Register the element whose module is /assets/js/<name>.js and return its mounting command.

    `height` and `phone` (CSS pixels on a desk and on a phone) are reserved before the code arrives, so nothing jumps.
    """
    return st.components.v2.component(
        f"sp_{name}_{height}_{phone}",
        html=f'<div class="sp-root sp-{name}-root" style="--desk:{height}px;--phone:{phone or height}px"></div>',
        js=LOADER.format(name=name),
        isolate_styles=False,
    )
