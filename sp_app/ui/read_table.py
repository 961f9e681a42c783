"""Read a panel of words back as the table that it is in a file: what a reader sees, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import html

from sp_app.figures.spec import Table

APART = ("small", "div", "dt")  # begins a line of its own on the screen
PAIR, LIST = ": ", " · "


def read_table(body: str, names: Sequence[str] = ("", "")) -> Table:
    """Return the first table inside `body` (HTML), or its list of facts under the two `names`.

    A cell that spans others is said in each of them.
    """
    root = html.fragment_fromstring(body, create_parent="div")
    table = root.find(".//table")
    if table is None:
        rows = [(words(name), words(said)) for name, said in zip(root.iter("dt"), root.iter("dd"), strict=True)]
        return Table(columns=tuple(names), rows=tuple(rows), numeric=(False, False))
    head, *lines = _grid(table)
    looks = [(cell.get("class") or "").split() for cell in table.find(".//tr")]
    return Table(columns=head, rows=tuple(lines), numeric=tuple("n" in look for look in looks))


def words(element: html.HtmlElement) -> str:
    """Return the text of an element on one line; what stands on a line of its own is set apart."""
    found = ""
    for text in _texts(element):
        found += text if not text.startswith(LIST) or found else text.removeprefix(LIST)
    return " ".join(found.split())


def _texts(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br" or child.tag in APART:
            yield LIST
        elif child.tag == "dd":
            yield PAIR
        yield from _texts(child)
        yield child.tail or ""


def _grid(table: html.HtmlElement) -> list[tuple[str, ...]]:
    """Return the rows of a table, every one with a text for each column."""
    rows: list[tuple[str, ...]] = []
    below: dict[int, tuple[int, str]] = {}  # column → rows that its cell still spans, its text
    for line in table.iter("tr"):
        row: list[str] = []
        cells = iter(line)
        while True:
            left, text = below.pop(len(row), (0, ""))
            if left:
                if left > 1:
                    below[len(row)] = left - 1, text
                row.append(text)
                continue
            cell = next(cells, None)
            if cell is None:
                break
            text, down = words(cell), int(cell.get("rowspan", "1"))
            for _ in range(int(cell.get("colspan", "1"))):
                if down > 1:
                    below[len(row)] = down - 1, text
                row.append(text)
        rows.append(tuple(row))
    return rows
