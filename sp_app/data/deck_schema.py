"""What a deck must look like: its tables, and the rules that hold within one slide.

A rule that is broken has a kind of its own, so that a page can say it in the reader's language.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sp_app.data.scenario_schema import Table, Word

DECK_FORMAT = 1  # raised when an older program would misread a newer file
LETTERS = 220  # of a title or a point: more cannot be read from the back
MOST_NOTES = 4000
MOST_POINTS, MOST_NUMBERS, MOST_LEVERS, MOST_SLIDES = 6, 3, 2, 60
LeverId = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[a-z][a-z0-9_.]*$")]
Said = Annotated[str, Field(min_length=1, max_length=LETTERS)]
Notes = Annotated[str, Field(max_length=MOST_NOTES)]


class SlideTable(Table):
    """One slide; a figure brings its own title, and `decisions` makes one slide for every programme of the scenario.

    `levers` of the scenario move the cost on the slide itself; the scenario of the meeting stays as it is.
    """

    id: Word
    title_en: Said | None = None
    title_lo: Said | None = None
    figure: Word | None = None
    numbers: list[Word] = Field(default_factory=list, max_length=MOST_NUMBERS)
    points_en: list[Said] = Field(default_factory=list, max_length=MOST_POINTS)
    points_lo: list[Said] = Field(default_factory=list, max_length=MOST_POINTS)
    levers: list[LeverId] = Field(default_factory=list, max_length=MOST_LEVERS)
    decisions: bool = False
    opening: bool = False
    scenario: Word | None = None
    panel: bool = False
    room: bool = False
    notes_en: Notes = ""
    notes_lo: Notes = ""

    @model_validator(mode="after")
    def _speaks_both_languages(self) -> Self:
        if (self.title_en is None) != (self.title_lo is None):
            raise _pair("title_en", "title_lo")
        if len(self.points_en) != len(self.points_lo):
            raise PydanticCustomError(
                "deck_points",
                "points_en has {en} and points_lo {lo} points; write as many in both",
                {"en": len(self.points_en), "lo": len(self.points_lo)},
            )
        if bool(self.notes_en.strip()) != bool(self.notes_lo.strip()):
            raise _pair("notes_en", "notes_lo")
        return self

    @model_validator(mode="after")
    def _has_a_title_and_something_to_show(self) -> Self:
        if self.levers and (self.figure or self.numbers or self.points_en or self.opening or self.decisions):
            raise PydanticCustomError(
                "deck_levers", "levers fill their slide; take figure, numbers, points, opening and decisions out"
            )
        if self.decisions and (self.figure or self.numbers or self.points_en or self.opening or self.title_en):
            raise PydanticCustomError(
                "deck_alone", "decisions fills its slides alone; take title, figure, numbers, points and opening out"
            )
        if self.title_en is None and not (self.figure or self.decisions):
            raise PydanticCustomError("deck_title", "without a figure a slide needs title_en and title_lo")
        if not (self.figure or self.numbers or self.points_en or self.decisions or self.opening or self.levers):
            raise PydanticCustomError(
                "deck_bare", "the slide is empty; give it figure, numbers, points, levers, decisions or opening"
            )
        return self


class DeckTable(Table):
    """A deck: its titles, the scenario its slides speak of, its slides in order."""

    format: int
    id: Word
    title_en: Said
    title_lo: Said
    scenario: Word
    slides: Annotated[list[SlideTable], Field(min_length=1, max_length=MOST_SLIDES)]


def _pair(first: str, second: str) -> PydanticCustomError:
    said = "{first} and {second} belong together; write both or neither"
    return PydanticCustomError("deck_pair", said, {"first": first, "second": second})
