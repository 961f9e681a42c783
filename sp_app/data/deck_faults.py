"""What is wrong in a deck: each fault with its place, its kind, and an English sentence for files and logs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from string import Formatter
from typing import Any

from sp_app.data.deck_schema import DECK_FORMAT, DeckTable, SlideTable
from sp_core.errors import DataError

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a deck may name: figures, numbers and scenarios that exist.

    `of_payers` are the figures and numbers that only a scenario that says who pays (`paying`) can answer.
    `levers` holds the levers of each scenario that may stand on a slide.
    """

    figures: Collection[str]
    numbers: Collection[str]
    scenarios: Collection[str]
    of_payers: Collection[str] = ()
    paying: Collection[str] = ()
    levers: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckFault:
    """One thing that is wrong: `said` in English; `kind` and `values` for a sentence in another language.

    `slide` is the slide's id, or its number where it has none; empty for a field of the deck itself.
    `place` names the field.
    """

    kind: str
    said: str
    slide: str = ""
    place: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return where and what, as it stands in a message."""
        return f"slide {self.slide}: {self.said}" if self.slide else self.said


class DeckError(DataError):
    """A deck that cannot be used; `faults` are all that were found."""

    def __init__(self, file: str, faults: Collection[DeckFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{file}: {fault}" for fault in self.faults))


def faults_of(deck: DeckTable, known: Vocabulary) -> Iterator[DeckFault]:
    """Yield what a deck names that does not exist, and what stands twice."""
    if deck.format != DECK_FORMAT:
        yield DeckFault(
            kind="later_version" if deck.format > DECK_FORMAT else "bad_version",
            said=f"field format is {deck.format}; this program reads {DECK_FORMAT}",
            place="format",
            values={"typed": deck.format, "most": DECK_FORMAT},
        )
    if deck.scenario not in known.scenarios:
        yield _unknown("scenario", deck.scenario, known.scenarios)
    seen: set[str] = set()
    for slide in deck.slides:
        scenario = slide.scenario or deck.scenario
        levers = known.levers.get(scenario, ())
        found = [*_slide_faults(slide, known), *_payer_faults(slide, scenario, known)]
        found += [_unknown("levers", name, levers) for name in slide.levers if name not in levers]
        if slide.id in seen:
            said = "field id stands twice; give every slide an id of its own"
            found.append(DeckFault(kind="listed_twice", said=said, place="id", values={"typed": slide.id}))
        seen.add(slide.id)
        yield from (replace(fault, slide=slide.id) for fault in found)


def schema_fault(fault: Mapping[str, Any], raw: Any) -> DeckFault:
    """Return what the tables found, as a fault; a slide is called by its id where it has one."""
    place, slide = [str(part) for part in fault["loc"]], ""
    if place[:1] == ["slides"] and len(place) > 1:
        slide, place = _called(raw, int(place[1])), place[2:]
    value, name = fault["input"], ".".join(place)
    shown = "" if isinstance(value, (dict, list)) else f" is {str(value)[:60]!r}"
    return DeckFault(
        kind=fault["type"],
        said=(f"field {name}{shown}: " if place else "") + fault["msg"],
        slide=slide,
        place=name,
        values={"typed": value, **fault.get("ctx", {})},
    )


def _called(raw: Any, at: int) -> str:
    slide = raw["slides"][at] if isinstance(raw.get("slides"), list) else {}
    name = slide.get("id") if isinstance(slide, dict) else None
    return name if isinstance(name, str) else str(at + 1)


def _payer_faults(slide: SlideTable, scenario: str, known: Vocabulary) -> Iterator[DeckFault]:
    """Yield what asks who pays of a scenario that does not say it."""
    if scenario not in known.scenarios or scenario in known.paying:
        return
    said = f"scenario {scenario!r} does not say who pays; take one of {_listed(known.paying)}"
    for where, name in [("figure", slide.figure), *(("numbers", it) for it in slide.numbers)]:
        if name in known.of_payers:
            values = {"typed": name, "scenario": scenario, "accepted": _listed(known.paying)}
            yield DeckFault(
                kind="deck_payers", said=f"field {where} is {name!r}, but {said}", place=where, values=values
            )


def _slide_faults(slide: SlideTable, known: Vocabulary) -> Iterator[DeckFault]:
    named = [("figure", slide.figure, known.figures), ("scenario", slide.scenario, known.scenarios)]
    named += [("numbers", name, known.numbers) for name in slide.numbers]
    for where, name, there in named:
        if name is not None and name not in there:
            yield _unknown(where, name, there)
    texts = [("title_en", slide.title_en), ("title_lo", slide.title_lo)]
    texts += [(f"points_{lang}", text) for lang in ("en", "lo") for text in getattr(slide, f"points_{lang}")]
    texts += [("notes_en", slide.notes_en), ("notes_lo", slide.notes_lo)]
    for where, text in texts:
        for fault in text_faults(text or "", known.numbers):
            yield replace(fault, place=where, said=f"field {where}: {fault.said}")


def text_faults(text: str, numbers: Collection[str]) -> Iterator[DeckFault]:
    """Yield what is wrong in a text: a number that was typed, a name in braces that does not exist."""
    there = _listed(numbers)
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        said = f"{error}; write {{name}} for a number, {{{{ and }}}} for braces"
        yield DeckFault(kind="deck_braces", said=said, values={"accepted": there})
        return
    for literal, name, shape, conversion in parts:
        for typed in NUMBER.findall(literal):
            if not CALENDAR_YEAR.fullmatch(typed):
                said = f"{typed!r} is typed; write {{name}} with one of {there}"
                yield DeckFault(kind="deck_number", said=said, values={"typed": typed, "accepted": there})
        if name is not None and (name not in numbers or shape or conversion):
            said = f"{{{name}}} is no number; there are {there}"
            yield DeckFault(kind="deck_name", said=said, values={"typed": f"{{{name}}}", "accepted": there})


def _unknown(where: str, typed: str, there: Collection[str]) -> DeckFault:
    said = f"field {where} is {typed!r}; there are {_listed(there)}"
    return DeckFault(kind="unknown_part", said=said, place=where, values={"typed": typed, "accepted": _listed(there)})


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))
