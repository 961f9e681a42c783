"""A scenario as a deck of slides: what it reaches, what it costs, who pays, what it changes, what it rests on."""

from __future__ import annotations

from datetime import date

from pptx.util import Inches

from sp_app.export import office
from sp_app.export.charts import cost_figure, payers_figure, reach_figure
from sp_app.export.decisions import decision_grid
from sp_app.export.framework_grid import framework_grid
from sp_app.export.handout import Handout
from sp_app.export.plain import plain
from sp_app.export.slide_tiles import Tile, add_tiles
from sp_app.export.slide_words import box, write
from sp_app.export.slides import ACROSS, BODY_TOP, FOOT_TOP, LEFT, Deck, Signs
from sp_app.export.standing import standing_grid
from sp_app.export.steps import Step, each, unheard
from sp_app.export.telling import (
    PEOPLE,
    assumptions,
    changes,
    effect_sentence,
    headline,
    key_figures,
    looked_at,
    measures,
    not_known,
    results_by_year,
)
from sp_app.i18n import texts
from sp_app.live.measures import COST, COST_GDP, UNFUNDED

LONGEST = 420  # letters of a description on the first slide; the notes hold all of it
OPENING = (PEOPLE, COST, COST_GDP, UNFUNDED)  # the numbers of the first slide
TILES_HIGH = Inches(1.5)


def deck_pptx(h: Handout, step: Step = unheard) -> bytes:
    """Return the deck of a scenario as a PowerPoint file; its charts and tables are native."""
    sources = h.t("frame.source", source="; ".join(h.credits))
    deck = deck_of(h.language, h.title, Signs(h.simulated, h.edition, sources), h.day)
    for add in each(PARTS, step):
        add(deck, h)
    return deck.file()


def deck_of(language: str, title: str, signs: Signs, day: date) -> Deck:
    """Return a deck without slides."""
    continued = texts(language)("handout.continued", title="{title}", part="{part}", parts="{parts}")
    return Deck(language, title, signs, continued, day)


def _title(deck: Deck, h: Handout) -> None:
    slide = deck.slide(h.title, (h.scenario.description.get(h.language),), points=36.0)
    frame = box(slide, LEFT, BODY_TOP, ACROSS, FOOT_TOP - BODY_TOP)
    write(frame, h.t("frame.app_title"), h.language, 16.0, bold=True, colour=office.INK_2, after=18)
    write(frame, headline(h), h.language, 24.0, bold=True, colour=office.BLUE, after=18)
    write(frame, plain(h.scenario.description.get(h.language), LONGEST), h.language, 16.0, after=14)
    status = f"{h.t('frame.status')}: {h.t(f'scenarios.status_{h.scenario.status}')}"
    marks = [status, *([h.t("handout.has_illustrative")] if h.illustrative else [])]
    write(frame, " · ".join(marks), h.language, 14.0, bold=True, colour=office.MARK_INK)
    top = FOOT_TOP - TILES_HIGH - Inches(0.2)
    add_tiles(slide, opening_tiles(h), (LEFT, top, ACROSS, TILES_HIGH), h.language)


def opening_tiles(h: Handout) -> list[Tile]:
    """Return reach, cost and gap of the year looked at, in the words of the key figures, each beside its baseline."""
    beside = f"{looked_at(h)} · {h.t('handout.line_baseline')}"
    return [
        Tile(cells[0], cells[3], f"{beside}: {cells[1]}", measure.gap)
        for measure, cells in zip(measures(h), key_figures(h).rows, strict=True)
        if measure in OPENING
    ]


def _standing(deck: Deck, h: Handout) -> None:
    """Show where the programmes stand before the first year, or say that nothing is known."""
    standing = standing_grid(h)
    if standing:
        deck.grid(standing, points=14.0)
    else:
        deck.words(h.t("handout.standing"), [h.t("handout.standing_none", year=h.years[0])])


def _found(deck: Deck, h: Handout) -> None:
    deck.grid(key_figures(h), _said(h), title=headline(h), points=16.0)


def _reach(deck: Deck, h: Handout) -> None:
    deck.figure(reach_figure(h), _said(h))


def _cost(deck: Deck, h: Handout) -> None:
    deck.figure(cost_figure(h), _said(h))


def _said(h: Handout) -> tuple[str, str]:
    return headline(h), effect_sentence(h)


def _paid(deck: Deck, h: Handout) -> None:
    """Show who pays by year and the framework, or say that nobody is said to pay."""
    figure, table = payers_figure(h), framework_grid(h, looked_at(h))
    if figure and table:
        deck.figure(figure)
        deck.grid(table)
    else:
        deck.words(h.t("handout.how_paid"), [h.t("handout.no_financing")])


def _changed(deck: Deck, h: Handout) -> None:
    moved, asked = changes(h), decision_grid(h, looked_at(h))
    if moved:
        deck.grid(moved, points=14.0)
    else:
        deck.words(h.t("scenarios.changes_title"), [h.t("handout.nothing_changed")])
    if asked:
        deck.grid(asked)


def _years(deck: Deck, h: Handout) -> None:
    deck.grid(results_by_year(h))


def _assumed(deck: Deck, h: Handout) -> None:
    deck.grid(assumptions(h))


def _unknown(deck: Deck, h: Handout) -> None:
    deck.words(h.t("frame.what_is_not_known"), [f"•  {it}" for it in not_known(h)])


def _editions(deck: Deck, h: Handout) -> None:
    deck.words(h.t("handout.vintage"), [f"•  {it}" for it in h.credits], points=14.0)


PARTS = (_title, _standing, _found, _reach, _cost, _paid, _changed, _years, _assumed, _unknown, _editions)
