"""The brief: two to four pages in Word that a ministry can edit into a memo."""

from __future__ import annotations

from dataclasses import replace

from sp_app.export.charts import cost_figure, payers_figure
from sp_app.export.decisions import decision_grid
from sp_app.export.framework_grid import payers_grid
from sp_app.export.grid import Grid
from sp_app.export.handout import LONGEST_NAME, Handout
from sp_app.export.plain import plain
from sp_app.export.steps import Step, each, unheard
from sp_app.export.telling import changes, effect_sentence, headline, key_figures, looked_at, not_known
from sp_app.export.word_page import Page
from sp_app.export.word_parts import add_chart, add_grid

MOST_CHANGES = 14
BLANK = "_" * 40  # a line to write on by hand
BRIEF_COLUMNS = (0, 2, 3, 4)  # of the decisions: the legal acts stand in the annex


def brief_docx(h: Handout, step: Step = unheard) -> bytes:
    """Return the brief as a Word document."""
    page_words = h.t("handout.page", page="{page}", pages="{pages}")
    page = Page(h.language, h.title, h.simulated, h.edition, page_words, h.day)
    for add in each(PARTS, step):
        add(page, h)
    return page.file()


def _head(page: Page, h: Handout) -> None:
    page.paragraph(h.t("handout.brief"), "Subtitle")
    page.paragraph(page.title, "Title")
    marks = [h.t("frame.simulated"), *([h.t("handout.has_illustrative")] if h.illustrative else [])]
    page.mark(marks)
    proposer = plain(h.proposer, LONGEST_NAME) or BLANK
    page.paragraph(f"{h.t('handout.proposer')}: {proposer}")
    page.paragraph(headline(h), "Quote")
    page.paragraph(effect_sentence(h))


def _figures(page: Page, h: Handout) -> None:
    add_grid(page, key_figures(h))
    add_chart(page, cost_figure(h), 1)


def _changes(page: Page, h: Handout) -> None:
    """Write what the scenario is and what it moves; a long list is cut, and says so."""
    page.heading(h.t("handout.what_changes"))
    page.paragraph(h.scenario.description.get(h.language))
    status = f"{h.t('frame.status')}: {h.t(f'scenarios.status_{h.scenario.status}')}"
    page.paragraph(f"{status}. {h.t('scenarios.reference', reference=h.scenario.reference)}", "Caption")
    moved = changes(h)
    if moved is None:
        page.paragraph(h.t("handout.nothing_changed"))
        return
    left = len(moved.rows) - MOST_CHANGES
    more = (h.t("handout.more_changes", count=left),) if left > 0 else ()
    add_grid(page, replace(moved, rows=moved.rows[:MOST_CHANGES], notes=(*more, *moved.notes)))


def _paid(page: Page, h: Handout) -> None:
    page.heading(h.t("handout.how_paid"))
    figure, table = payers_figure(h), payers_grid(h, looked_at(h))
    if figure and table:
        add_chart(page, figure, 2)
        add_grid(page, table, 7.5)
    else:
        page.paragraph(h.t("handout.no_financing"))


def _asked(page: Page, h: Handout) -> None:
    asked = decision_grid(h, looked_at(h))
    if asked:
        page.heading(asked.title)
        add_grid(page, _columns(asked))


def _columns(grid: Grid) -> Grid:
    def chosen(row: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(row[at] for at in BRIEF_COLUMNS)

    return replace(
        grid,
        columns=chosen(grid.columns),
        numeric=(False,) * len(BRIEF_COLUMNS),
        widths=tuple(grid.widths[at] for at in BRIEF_COLUMNS),
        rows=tuple(chosen(row) for row in grid.rows),
    )


def _ground(page: Page, h: Handout) -> None:
    page.heading(h.t("frame.what_is_not_known"))
    page.points(not_known(h))
    page.heading(h.t("handout.vintage"))
    page.points(h.credits)
    page.paragraph(h.edition, "Caption")


PARTS = (_head, _figures, _changes, _paid, _asked, _ground)
