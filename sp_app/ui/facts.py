"""A card of a few calculated facts: name, value, what follows from it; the rule and the source below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value in words of the reader's language; `more` are the lines under it."""

    name: str
    value: str
    unit: str = ""
    more: tuple[str, ...] = ()


def _item(fact: Fact) -> str:
    more = "".join(f"<span>{escape(line)}</span>" for line in fact.more)
    unit = f" <small>{escape(fact.unit)}</small>" if fact.unit else ""
    return f'<li class="sp-item"><h3>{escape(fact.name)}</h3><p><b>{escape(fact.value)}</b>{unit}</p>{more}</li>'


def draw(
    title: str,
    measure: str,
    facts: Sequence[Fact],
    note: str,
    source: str,
    *,
    height: int = 0,
    wide: bool = False,
    link: tuple[str, str] | None = None,
) -> None:
    """Draw the card; `wide` puts the facts side by side, `link` is (address in this app, words)."""
    items = "".join(_item(fact) for fact in facts)
    more = f' <a href="{escape(link[0])}" target="_self">{escape(link[1])}</a>' if link else ""
    st.html(
        f'<section class="sp-card sp-facts{" wide" if wide else ""}" style="min-height:{height}px">'
        f'<h2>{escape(title)}</h2><p class="sp-measure">{escape(measure)}</p><ul>{items}</ul>'
        f'<p class="sp-source">{escape(note)}{more}<br>{escape(source)}</p></section>'
    )
