"""Deck files: what is presented, slide by slide, in both languages; no number is written into one.

A slide names its figure, its numbers and its scenario; what they say comes from the figures of this build and
from the model. A fault names file, slide, field and what would be right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Self

from pydantic import Field, ValidationError, model_validator

from sp_app.data.places import DATA
from sp_app.data.scenario_schema import Sentence, Table, Word
from sp_core.errors import DataError

DECK_FORMAT = 1  # raised when an older program would misread a newer file
LARGEST = 200_000  # bytes
LETTERS = 220  # of a title or a point: more cannot be read from the back
MOST_POINTS, MOST_NUMBERS, MOST_SLIDES = 6, 3, 60
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
Said = Annotated[str, Field(min_length=1, max_length=LETTERS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a deck may name: figures, numbers and scenarios that exist.

    `of_payers` are the figures and numbers that only a scenario that says who pays (`paying`) can answer.
    """

    figures: Collection[str]
    numbers: Collection[str]
    scenarios: Collection[str]
    of_payers: Collection[str] = ()
    paying: Collection[str] = ()


class SlideTable(Table):
    """One slide; a figure brings its own title, and `decisions` makes one slide for every programme of the scenario."""

    id: Word
    title_en: Said | None = None
    title_lo: Said | None = None
    figure: Word | None = None
    numbers: list[Word] = Field(default_factory=list, max_length=MOST_NUMBERS)
    points_en: list[Said] = Field(default_factory=list, max_length=MOST_POINTS)
    points_lo: list[Said] = Field(default_factory=list, max_length=MOST_POINTS)
    decisions: bool = False
    opening: bool = False
    scenario: Word | None = None
    panel: bool = False
    room: bool = False
    notes_en: str = ""
    notes_lo: str = ""

    @model_validator(mode="after")
    def _speaks_both_languages(self) -> Self:
        if (self.title_en is None) != (self.title_lo is None):
            raise ValueError("title_en and title_lo belong together; write both or neither")
        if len(self.points_en) != len(self.points_lo):
            raise ValueError(
                f"points_en has {len(self.points_en)} and points_lo {len(self.points_lo)} points; write as many in both"
            )
        if bool(self.notes_en.strip()) != bool(self.notes_lo.strip()):
            raise ValueError("notes_en and notes_lo belong together; write both or neither")
        return self

    @model_validator(mode="after")
    def _has_a_title_and_something_to_show(self) -> Self:
        if self.decisions and (self.figure or self.numbers or self.points_en or self.opening or self.title_en):
            raise ValueError("decisions fills its slides alone; take title, figure, numbers, points and opening out")
        if self.title_en is None and not (self.figure or self.decisions):
            raise ValueError("without a figure a slide needs title_en and title_lo")
        if not (self.figure or self.numbers or self.points_en or self.decisions or self.opening):
            raise ValueError("the slide is empty; give it figure, numbers, points, decisions or opening")
        return self


class DeckTable(Table):
    """A deck: its titles, the scenario its slides speak of, its slides in order."""

    format: int
    id: Word
    title_en: Sentence
    title_lo: Sentence
    scenario: Word
    slides: Annotated[list[SlideTable], Field(min_length=1, max_length=MOST_SLIDES)]


def deck_ids(data: Path = DATA) -> tuple[str, ...]:
    """Return the ids of the deck files, in alphabetical order."""
    return tuple(sorted(path.stem for path in (data / "decks").glob("*.toml")))


def load_deck(name: str, known: Vocabulary, data: Path = DATA) -> DeckTable:
    """Return the deck with this id; raise DataError that lists those there are."""
    if name not in deck_ids(data):
        raise DataError(f"no deck {name!r}; there are {', '.join(deck_ids(data))}")
    path = data / "decks" / f"{name}.toml"
    deck = read_deck(path.name, path.read_bytes(), known)
    if deck.id != name:
        raise DataError(f"{path.name}: field id is {deck.id!r}; the file should be called {deck.id}.toml")
    return deck


def read_deck(file: str, content: bytes, known: Vocabulary) -> DeckTable:
    """Return the deck written in `content`; raise DataError with every fault found. `file` only names it."""
    if len(content) > LARGEST:
        raise DataError(f"{file}: {len(content)} bytes; a deck has {LARGEST} at most")
    try:
        raw = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file}: not TOML: {error}") from error
    try:
        deck = DeckTable.model_validate(raw)
    except ValidationError as error:
        raise DataError("; ".join(_sentence(file, fault, raw) for fault in error.errors())) from error
    faults = [f"{file}: {fault}" for fault in _faults(deck, known)]
    if faults:
        raise DataError("; ".join(faults))
    return deck


def _faults(deck: DeckTable, known: Vocabulary) -> Iterator[str]:
    if deck.format != DECK_FORMAT:
        yield f"field format is {deck.format}; this program reads {DECK_FORMAT}"
    if deck.scenario not in known.scenarios:
        yield f"field scenario is {deck.scenario!r}; there are {_listed(known.scenarios)}"
    seen: set[str] = set()
    for slide in deck.slides:
        if slide.id in seen:
            yield f"slide {slide.id}: field id stands twice; give every slide an id of its own"
        seen.add(slide.id)
        yield from (f"slide {slide.id}: {fault}" for fault in _slide_faults(slide, known))
        yield from _payer_faults(slide, slide.scenario or deck.scenario, known)


def _payer_faults(slide: SlideTable, scenario: str, known: Vocabulary) -> Iterator[str]:
    """Yield what asks who pays of a scenario that does not say it."""
    if scenario not in known.scenarios or scenario in known.paying:
        return
    said = f"scenario {scenario!r} does not say who pays; take one of {_listed(known.paying)}"
    for field, name in [("figure", slide.figure), *(("numbers", it) for it in slide.numbers)]:
        if name in known.of_payers:
            yield f"slide {slide.id}: field {field} is {name!r}, but {said}"


def _slide_faults(slide: SlideTable, known: Vocabulary) -> Iterator[str]:
    named = [("figure", slide.figure, known.figures), ("scenario", slide.scenario, known.scenarios)]
    named += [("numbers", name, known.numbers) for name in slide.numbers]
    for field, name, there in named:
        if name is not None and name not in there:
            yield f"field {field} is {name!r}; there are {_listed(there)}"
    texts = [("title_en", slide.title_en), ("title_lo", slide.title_lo)]
    texts += [(f"points_{lang}", text) for lang in ("en", "lo") for text in getattr(slide, f"points_{lang}")]
    texts += [("notes_en", slide.notes_en), ("notes_lo", slide.notes_lo)]
    for field, text in texts:
        yield from (f"field {field}: {fault}" for fault in text_faults(text or "", known.numbers))


def text_faults(text: str, numbers: Collection[str]) -> Iterator[str]:
    """Yield what is wrong in a text: a number that was typed, a name in braces that does not exist."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        yield f"{error}; write {{name}} for a number, {{{{ and }}}} for braces"
        return
    for literal, name, shape, conversion in parts:
        for typed in NUMBER.findall(literal):
            if not CALENDAR_YEAR.fullmatch(typed):
                yield f"{typed!r} is typed; write {{name}} with one of {_listed(numbers)}"
        if name is not None and (name not in numbers or shape or conversion):
            yield f"{{{name}}} is no number; there are {_listed(numbers)}"


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


def _sentence(file: str, fault: Any, raw: Any) -> str:
    """Return one fault in words; a slide is called by its id where it has one."""
    place = [str(part) for part in fault["loc"]]
    where = file
    if place[:1] == ["slides"] and len(place) > 1:
        slide = raw["slides"][int(place[1])] if isinstance(raw.get("slides"), list) else {}
        name = slide.get("id") if isinstance(slide, dict) else None
        where += f": slide {name if isinstance(name, str) else int(place[1]) + 1}"
        place = place[2:]
    value = fault["input"]
    shown = "" if isinstance(value, (dict, list)) else f" is {str(value)[:60]!r}"
    field = f": field {'.'.join(place)}{shown}" if place else ""
    return f"{where}{field}: {fault['msg']}"
