"""Small pieces of HTML that the parts of the financing page share; every text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sp_app.figures.spec import Role
from sp_app.figures.theme import ROLE


def panel_html(title: str, measure: str, body: str, source: str = "", style: str = "") -> str:
    """Return a card: title, measure, `body` (HTML), source line."""
    below = f'<p class="sp-source">{escape(source)}</p>' if source else ""
    return (
        f'<section class="sp-card {style}"><h2>{escape(title)}</h2>'
        f'<p class="sp-measure">{escape(measure)}</p>{body}{below}</section>'
    )


def scrolling(name: str, head: str, rows: Iterable[str]) -> str:
    """Return a table (rows of HTML) that scrolls sideways inside its own frame."""
    return (
        f'<div class="sp-scroll" tabindex="0" role="region" aria-label="{escape(name)}">'
        f'<table class="sp-table"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def header(name: str, look: str = "", below: str = "") -> str:
    """Return the head of a column; `below` is a second, smaller line."""
    more = f"<small>{escape(below)}</small>" if below else ""
    return f'<th scope="col" class="{look}">{escape(name)}{more}</th>'


def value(content: str, label: str = "", look: str = "n") -> str:
    """Return a cell of HTML; on a phone, where rows are blocks, `label` stands before it."""
    return f'<td class="{look}" data-label="{escape(label)}">{content}</td>'


def small(words: str) -> str:
    """Return a second line in small print."""
    return f"<small>{escape(words)}</small>"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names with what is said of them (HTML)."""
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{said}</dd>" for name, said in pairs) + "</dl>"


def segments(parts: Iterable[tuple[Role, float, str]], more: str = "") -> str:
    """Return a bar of the parts that are there: role, size, HTML inside; `more` lies over it."""
    found = [(role, size, inside) for role, size, inside in parts if size > 0.0]
    whole = sum(size for _, size, _ in found) or 1.0
    bars = "".join(
        f'<span class="{_look(role)}" style="flex:{size / whole:.5f} 0 0{_paint(role)}">{inside}</span>'
        for role, size, inside in found
    )
    return f'<div class="sp-goal-bar" aria-hidden="true">{bars}{more}</div>'


def swatch(role: Role) -> str:
    """Return the small square in a source's colour."""
    return f'<i class="sp-swatch {_look(role)}" style="flex:none{_paint(role)}"></i>'


def _look(role: Role) -> str:
    return "gap" if role == "gap" else "dark" if role in ("state", "contributions", "borrowing") else "light"


def _paint(role: Role) -> str:
    return "" if role == "gap" else f";background:{ROLE[role]}"
