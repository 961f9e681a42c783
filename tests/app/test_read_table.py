"""A panel of words read back as a table: every cell as a reader sees it."""

from __future__ import annotations

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from sp_app.ui.financing_html import facts, header, scrolling, small, value
from sp_app.ui.read_table import read_table

# Text of a cell as it is printed: spaces in a row are one on the screen.
PRINTED = st.text(st.characters(exclude_categories=("C", "Z")), max_size=12)


def test_small_print_and_facts_inside_a_cell_are_set_apart() -> None:
    takes = facts([("Legal act", "a decree"), ("Ministry", "finance")])
    row = f'<tr><th scope="row">Taxes{small("on tobacco")}</th>{value("1.2" + small("of 3"))}{value(takes)}</tr>'
    table = read_table(scrolling("t", f"<tr>{header('Option')}{header('2030', 'n')}{header('Takes')}</tr>", [row]))
    assert table.columns == ("Option", "2030", "Takes") and table.numeric == (False, True, False)
    assert table.rows == (("Taxes · on tobacco", "1.2 · of 3", "Legal act: a decree · Ministry: finance"),)


def test_a_cell_over_several_rows_and_columns_is_said_in_each() -> None:
    head = "<tr><th>x</th><th>2024</th><th>2025</th><th>2026</th></tr>"
    rows = [
        '<tr><th>Costs</th><td rowspan="2">not published</td><td colspan="2"></td></tr>',
        "<tr><th>need</th><td><button>1</button></td><td>2</td></tr>",
        '<tr><th>ceiling</th><td>5</td><td colspan="2">not known</td></tr>',
    ]
    assert read_table(scrolling("t", head, rows)).rows == (
        ("Costs", "not published", "", ""),
        ("need", "not published", "1", "2"),
        ("ceiling", "5", "not known", "not known"),
    )


def test_a_list_of_facts_is_a_table_of_pairs_and_words_alone_are_none() -> None:
    assert read_table(facts([("Balance", "<b>2.1%</b><br>of GDP")])).rows == (("Balance", "2.1% · of GDP"),)
    assert read_table('<div class="sp-goal-bar"></div>').rows == ()


@given(st.lists(st.lists(PRINTED, min_size=3, max_size=3), min_size=1, max_size=6))
def test_every_printed_text_comes_back_also_marks_and_lao(cells: list[list[str]]) -> None:
    rows = [f"<tr>{''.join(value(escape(cell)) for cell in row)}</tr>" for row in cells]
    head = "<tr>" + "".join(header(name) for name in "abc") + "</tr>"
    assert read_table(scrolling("t", head, rows)).rows == tuple(tuple(row) for row in cells)
