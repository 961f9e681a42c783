"""A switch whose choice lives in the address as a short code, not as the printed word.

Streamlit's own binding writes the printed label into the address, which changes with the language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st


def write(name: str, chosen: str, default: str) -> None:
    """Write a choice into the address; the default needs no mention."""
    if chosen == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen


def _remember(name: str, key: str, default: str) -> None:
    """Keep what a reader chose."""
    write(name, st.session_state[key] or default, default)


def current(name: str, options: Mapping[str, str], default: str, *, sticky: bool = False) -> str:
    """Return the choice in force: the address decides, then what was chosen before, then `default`.

    `sticky` choices outlive a change of page, which clears the address.
    """
    key = f"choice_{name}"
    asked = st.query_params.get(name)
    before = st.session_state.get(key)
    if asked in options:
        chosen = asked
    elif before in options and sticky:
        chosen = str(before)
        if chosen != default:
            st.query_params[name] = chosen
    else:
        chosen = default
    if chosen != before:
        st.session_state[key] = chosen
    return chosen


def switch(
    name: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    *,
    sticky: bool = False,
    control: Callable[..., object] = st.segmented_control,
    stretch: bool = False,
) -> str:
    """Draw the switch `name` (its key in the address) over `options` (code → printed word); return the code.

    `stretch` gives it the whole width.
    """
    current(name, options, default, sticky=sticky)
    key = f"choice_{name}"
    more: dict[str, object] = {"required": True} if control is st.segmented_control else {}
    if stretch:
        more["width"] = "stretch"
    control(
        label,
        list(options),
        format_func=options.get,
        key=key,
        label_visibility="collapsed",
        on_change=_remember,
        args=(name, key, default),
        **more,
    )
    return str(st.session_state[key] or default)
