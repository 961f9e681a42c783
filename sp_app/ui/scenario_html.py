"""The HTML of what stands under the panel: headings and tables."""

from __future__ import annotations

from html import escape

from sp_app.live.tables import Table


def heading(title: str, note: str = "", anchor: str = "") -> str:
    """Return the heading of a list, with a note beside it and a place to jump to."""
    more = f" <small>{escape(note)}</small>" if note else ""
    place = f' id="{anchor}"' if anchor else ""
    return f'<h2 class="sp-list-title"{place}>{escape(title)}{more}</h2>'


def table(rows: Table, name: str, style: str = "") -> str:
    """Return a table that scrolls sideways inside its own frame."""

    def row(cells: tuple[str, ...], tag: str, extra: str = "") -> str:
        numbers = zip(cells, rows.numeric, strict=True)
        return f"<tr{extra}>{''.join(_cell(text, tag, number) for text, number in numbers)}</tr>"

    marked = [' class="marked"' if at == rows.marked else "" for at in range(len(rows.rows))]
    body = "".join(row(cells, "td", extra) for cells, extra in zip(rows.rows, marked, strict=True))
    return (
        f'<div class="sp-scroll sp-card {style}" tabindex="0" role="region" aria-label="{escape(name)}">'
        f'<table class="sp-table"><thead>{row(rows.columns, "th")}</thead><tbody>{body}</tbody></table></div>'
    )


def _cell(text: str, tag: str, number: bool) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return f"<{tag}{scope}{' class=n' if number else ''}>{escape(text)}</{tag}>"
