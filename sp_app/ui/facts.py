"""A card of a few calculated facts: name, value, what follows from it; the rule and the source below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from sp_app.ui import shown
from sp_app.ui.elements import Height, reserved


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value in words of the reader's language; `more` are the lines beside it, `unknown` says there is no value."""

    name: str
    value: str
    unit: str = ""
    more: tuple[str, ...] = ()
    unknown: bool = False


def _item(fact: Fact) -> str:
    more = "".join(f"<span>{escape(line)}</span>" for line in fact.more)
    unit = f" <small>{escape(fact.unit)}</small>" if fact.unit else ""
    value = f'<b class="none">? {escape(fact.value)}</b>' if fact.unknown else f"<b>{escape(fact.value)}</b>"
    return f'<li class="sp-item"><div><h3>{escape(fact.name)}</h3><p>{value}{unit}</p></div><div>{more}</div></li>'


def draw(
    key: str,
    title: str,
    measure: str,
    facts: Sequence[Fact],
    note: str,
    source: str,
    *,
    height: Height,
    link: tuple[str, str] | None = None,
) -> None:
    """Draw the card `key` of its page; `link` is (address in this app, words)."""
    rows = [(fact.name, f"{fact.value} {fact.unit}".strip(), " · ".join(fact.more)) for fact in facts]
    shown.note_words(f"facts_{key}", title, (measure, "", ""), rows, source)
    items = "".join(_item(fact) for fact in facts)
    more = f' <a href="{escape(link[0])}" target="_self">{escape(link[1])}</a>' if link else ""
    st.html(
        f'<section class="sp-card sp-facts sp-kept" style="{reserved(height)}">'
        f'<h2>{escape(title)}</h2><p class="sp-measure">{escape(measure)}</p><ul>{items}</ul>'
        f'<p class="sp-source">{escape(note)}{more}<br>{escape(source)}</p></section>'
    )
