"""Cards side by side end on one line, whatever their words take, on a projector and on a laptop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import visit

# Of every row of columns: where the last card of each column ends.
ENDS = """() => [...document.querySelectorAll("[data-testid=stHorizontalBlock]")].map((row) =>
  [...row.querySelectorAll(":scope > [data-testid=stColumn]")].map((column) =>
    [...column.querySelectorAll(".sp-figure, .sp-card, .sp-unknown")].pop()).filter(Boolean)
    .map((card) => Math.round(card.getBoundingClientRect().bottom))).filter((ends) => ends.length > 1)"""


@pytest.mark.parametrize("size", ["projector", "laptop"])
@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("path", ["", "coverage", "expenditure", "asean"])
def test_cards_side_by_side_end_on_one_line(server: str, page: Page, path: str, language: str, size: str) -> None:
    visit(page, f"{server}/{path}?lang={language}")
    rows = page.evaluate(ENDS)
    assert rows and [ends for ends in rows if max(ends) - min(ends) > 2] == []
