"""The committee annex: one scenario with everything a decision rests on, and room to decide and sign."""

from __future__ import annotations

from sp_app.export.decisions import decision_grid
from sp_app.export.framework_grid import framework_grid
from sp_app.export.grid import Grid
from sp_app.export.handout import LONGEST_NAME, Handout
from sp_app.export.paper import INK, INK_2, INK_3, SMALL, TEXT, TINY, Paper
from sp_app.export.paper_table import draw_grid
from sp_app.export.plain import plain
from sp_app.export.steps import Step, each, unheard
from sp_app.export.telling import (
    assumptions,
    changes,
    effect_sentence,
    given,
    headline,
    key_figures,
    looked_at,
    not_known,
    results_by_year,
)

TITLE, LONGEST_TITLE = 19.0, 200
DECISIONS = ("noted", "costed", "adopted")
SIGNATURES = 3
SIGNED = ((0.46, "signed_by"), (0.34, "signature"), (0.2, "signed_on"))  # part of the width, name
BOX, NAMES = 3.6, 46.0  # mm: a decision's box, the names before the lines to write on


def annex_pdf(h: Handout, step: Step = unheard) -> bytes:
    """Return the annex as a PDF; without a proposer it leaves a line to write one on."""
    paper = Paper(h.language, f"{h.t('handout.annex')}: {plain(h.title, LONGEST_TITLE)}", h.day)
    try:
        paper.add_page()
        for write in each(PARTS, step):
            write(paper, h)
        return paper.finish(h.simulated, h.edition, h.t("handout.page", page="{page}", pages="{pages}"))
    finally:
        paper.close_fonts()


def _head(paper: Paper, h: Handout) -> None:
    paper.paragraph(h.t("handout.annex"), TEXT, "B", INK_2, after=0)
    paper.paragraph(plain(h.title, LONGEST_TITLE), TITLE, "B", INK, after=1)
    paper.tag(h.t("frame.simulated"))
    if h.illustrative:
        paper.tag(h.t("handout.has_illustrative"))
    paper.set_y(paper.get_y() + 9)


def _decision(paper: Paper, h: Handout) -> None:
    """Draw the lines for proposer and meeting, and a box for each decision."""
    left, width = paper.l_margin + NAMES, paper.epw - NAMES
    for key, written in (("proposer", plain(h.proposer, LONGEST_NAME)), ("meeting", "")):
        line = paper.type(TEXT, "B")
        top = paper.get_y()
        paper.put(paper.lines(h.t(f"handout.{key}"), NAMES), paper.l_margin, top, NAMES, line)
        paper.type(TEXT)
        lines = paper.lines(written, width)
        paper.put(lines, left, top, width, line)
        paper.set_y(top + line * max(1, len(lines)) + 1.5)
        if not written:
            paper.rule(left, left + width, top + line)
    line = paper.type(TEXT, "B")
    top = paper.get_y()
    paper.put(paper.lines(h.t("handout.decision"), NAMES), paper.l_margin, top, NAMES, line)
    paper.type(TEXT)
    for name in DECISIONS:
        paper.set_draw_color(*INK)
        paper.set_line_width(0.3)
        paper.rect(left, top + (line - BOX) / 2, BOX, BOX)
        words = paper.lines(h.t(f"handout.decision_{name}"), width)
        paper.put(words, left + BOX + 2, top, width, line)
        left += BOX + 11 + paper.width_of(words[0])
    paper.set_y(top + line + 2)


def _finding(paper: Paper, h: Handout) -> None:
    paper.heading(h.t("handout.key_figures"))
    paper.paragraph(headline(h), 11.0, "B")
    paper.paragraph(effect_sentence(h))
    draw_grid(paper, key_figures(h))


def _scenario(paper: Paper, h: Handout) -> None:
    paper.heading(h.t("scenarios.about"))
    paper.paragraph(f"{h.t('frame.status')}: {h.t(f'scenarios.status_{h.scenario.status}')}", style="B", colour=INK_2)
    paper.paragraph(h.scenario.description.get(h.language))
    paper.paragraph(h.t("scenarios.reference", reference=h.scenario.reference), SMALL, colour=INK_3)
    paper.heading(h.t("scenarios.changes_title"))
    moved = changes(h)
    if moved:
        draw_grid(paper, moved)
    else:
        paper.paragraph(h.t("handout.nothing_changed"))


def _years(paper: Paper, h: Handout) -> None:
    _table(paper, results_by_year(h))


def _framework(paper: Paper, h: Handout) -> None:
    _table(paper, framework_grid(h, looked_at(h)))


def _asked(paper: Paper, h: Handout) -> None:
    _table(paper, decision_grid(h, looked_at(h)))


def _assumed(paper: Paper, h: Handout) -> None:
    _table(paper, assumptions(h))


def _given(paper: Paper, h: Handout) -> None:
    _table(paper, given(h))


def _table(paper: Paper, table: Grid | None) -> None:
    """Write a table under its name; there is none where nobody is said to pay."""
    if table:
        paper.heading(table.title)
        draw_grid(paper, table, TINY)


def _ground(paper: Paper, h: Handout) -> None:
    """Write the editions that the results rest on, and what they do not say."""
    paper.heading(h.t("handout.vintage"))
    paper.points(h.credits, SMALL)
    if h.illustrative:
        paper.heading(h.t("handout.illustrative_inputs"))
        paper.paragraph("; ".join(h.illustrative), TINY, colour=INK_2)
    paper.heading(h.t("frame.what_is_not_known"))
    paper.points(not_known(h))


def _signatures(paper: Paper, h: Handout) -> None:
    paper.heading(h.t("handout.signatures"), room=22.0 + 20.0 * SIGNATURES)
    for _ in range(SIGNATURES):
        left, top = paper.l_margin, paper.get_y() + 12
        line = paper.type(TINY, colour=INK_3)
        for part, name in SIGNED:
            width = part * paper.epw
            paper.rule(left, left + width - 4, top)
            paper.put(paper.lines(h.t(f"handout.{name}"), width), left, top + 0.5, width, line)
            left += width
        paper.set_y(top + line)
    paper.set_y(paper.get_y() + 4)
    paper.paragraph(h.edition, SMALL, colour=INK_3)


PARTS = (
    _head,
    _decision,
    _finding,
    _scenario,
    _years,
    _framework,
    _asked,
    _assumed,
    _given,
    _ground,
    _signatures,
)
