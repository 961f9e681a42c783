"""Hand-outs: how long each format of the largest scenario takes, and the deck of the Commission as slides."""

from __future__ import annotations

import datetime

from sp_app.data.database import open_database
from sp_app.export.formats import FORMATS
from sp_app.export.handout import handout
from sp_app.live.link import start
from sp_app.ui.present_deck import Shown, decks
from sp_app.ui.present_file import deck_file
from sp_app.ui.scenario_ground import ground, library
from tests.load.core import milliseconds
from tests.load.report import Row

DECK = "nspc"
GOALS = {"xlsx": 1000.0, "docx": 2000.0, "pdf": 5000.0, "html": 1000.0}  # ms
MOST_HTML = 2.0  # MB
SLIDES = 12  # the goal of one second is for so many


def measure(scenario_id: str, repeats: int) -> list[Row]:
    """Return one row per format, the slowest language's median, after one to warm up."""
    today, given = datetime.date.today(), ground(scenario_id).given
    rows, size = [], 0.0
    for one in FORMATS.values():
        made = [handout(library()[scenario_id], {}, language, today, given) for language in ("en", "lo")]
        taken = max(milliseconds(lambda it=it, one=one: one.make(it), repeats) for it in made)
        goal = GOALS.get(one.key)
        rows.append(
            Row(f"{one.key} of a scenario", "ms", taken, goal=f"≤ {goal:,.0f} ms", met=taken <= goal)
            if goal
            else Row(f"{one.key} of a scenario", "ms", taken)
        )
        size = max(len(one.make(it)) for it in made) / 1e6 if one.key == "html" else size
    rows.append(
        Row("size of the page in one file", "MB", size, goal=f"≤ {MOST_HTML:g} MB", met=size <= MOST_HTML, digits=2)
    )
    deck = decks()[DECK]
    shown, build = Shown(deck, start(library()[deck.scenario])), open_database().build_id
    taken = max(milliseconds(lambda lang=lang: deck_file(shown, lang, build, today), repeats) for lang in ("en", "lo"))
    slides = len(deck.slides)
    rows.append(
        Row(
            f"pptx of a deck of {slides} slides",
            "ms",
            taken,
            goal="≤ 1,000 ms for 12",
            met=taken * SLIDES / slides <= 1000,
        )
    )
    return rows
