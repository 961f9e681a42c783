"""Decks that people made: read from a file or from the page, saved under a name, listed, taken along.

deck = read_deck_file(content, known)                 # bytes → DeckTable, or Refused with a sentence for each fault
saved = save(store, who, deck, name, build, onto=record)
keeping.rename | duplicate | delete | restore (DECKS, store, who, id, …) · looking.listed_on(DECKS, store, who)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomli_w

from sp_app.data.deck_faults import DeckError, DeckFault, Vocabulary
from sp_app.data.deck_files import checked_deck
from sp_app.data.deck_schema import DeckTable, SlideTable
from sp_app.store.file_guard import read_toml
from sp_app.store.keeping import Clock, New, put
from sp_app.store.levers import MOST_PROBLEMS
from sp_app.store.models import DeckRow, DeckVersionRow, Frozen
from sp_app.store.opening import Store
from sp_app.store.permission import Permission, fail_unless_editor
from sp_app.store.problem import Kind, Phrase, Problem, Refused, Value, problem, shown
from sp_app.store.records import Action, DeckRecord, Saved
from sp_app.store.rows import Shelf, utc_now
from sp_app.store.scenario_text import accepted_by_schema
from sp_app.store.typed_text import HIDING, NAME, checked_both
from sp_core.records import Text

FIELDS = frozenset({*SlideTable.model_fields, *DeckTable.model_fields})
OWN: tuple[Kind, ...] = (
    "deck_pair",
    "deck_points",
    "deck_alone",
    "deck_title",
    "deck_bare",
    "deck_payers",
    "deck_number",
    "deck_name",
    "deck_braces",
    "deck_levers",
    "unknown_part",
    "listed_twice",
    "bad_version",
    "later_version",
)


def deck_record(row: DeckRow, version: DeckVersionRow) -> DeckRecord:
    """Return what a row and one of its versions say, as a record of its own."""
    return DeckRecord(
        id=row.id,
        name=Text(row.name_en, row.name_lo),
        version=version.number,
        latest=row.version,
        base=version.base,
        content=version.content,
        build_id=version.build_id,
        author=version.author,
        saved_at=version.saved_at,
        deleted_at=row.deleted_at,
    )


DECKS: Shelf[DeckRecord] = Shelf(
    subject="deck",
    row=DeckRow,
    version=DeckVersionRow,
    content=("base", "content", "build_id"),
    record=deck_record,
)


def save(
    store: Store,
    who: Permission,
    deck: DeckTable,
    name: Text | str,
    build: str,
    onto: DeckRecord | None = None,
    action: Action = "save",
    detail: Mapping[str, Any] | None = None,
    now: Clock = utc_now,
) -> Saved[DeckRecord]:
    """Keep a deck: as a new one, or as the next version of the record it was made from; without a name by its title.

    Raises Refused: not_editor; too_long, unprintable for the name; whatever the disk says.
    """
    editor = fail_unless_editor(who)
    called = name if isinstance(name, Text) or name.strip() else Text(deck.title_en, deck.title_lo)
    content = {"base": deck.id, "content": fields(deck), "build_id": build}
    new = New(checked_both(NAME, called), content, lambda before: _changes(before, deck))
    return put(DECKS, store, editor, new, onto, action, detail or {}, now)


def deck_of(record: DeckRecord, known: Vocabulary) -> DeckTable:
    """Return a saved deck under its name of today; raise Refused where it names what no longer exists."""
    return on_names(record.content, record.id, record.name, known)


def on_names(content: Mapping[str, Any], id: str, name: Text, known: Vocabulary) -> DeckTable:
    """Return the deck of saved fields under an id and a name; raise Refused where it names what no longer exists."""
    return checked({**content, "id": id, "title_en": name.en, "title_lo": name.lo}, known)


def read_deck_file(content: bytes, known: Vocabulary) -> DeckTable:
    """Return the deck of an uploaded file; raise Refused with a sentence for each fault."""
    return checked(read_toml(content), known)


def write_deck(deck: DeckTable) -> str:
    """Return the text of a deck file; reading it gives the same deck."""
    return tomli_w.dumps(fields(deck), multiline_strings=False)


def checked(raw: Mapping[str, Any], known: Vocabulary) -> DeckTable:
    """Return the deck that these fields make; raise Refused with a sentence for each fault."""
    hidden = [_problem(fault) for fault in _hidden(raw)]
    if hidden:
        raise Refused(*hidden[:MOST_PROBLEMS])
    try:
        return checked_deck("deck", raw, known)
    except DeckError as error:
        raise Refused(*(_problem(fault) for fault in error.faults[:MOST_PROBLEMS])) from error


def fields(deck: DeckTable) -> dict[str, Any]:
    """Return a deck as the fields of its file, without those that say nothing."""
    return deck.model_dump(exclude_defaults=True)


def _changes(before: Frozen | None, deck: DeckTable) -> dict[str, Any]:
    """Return which slides were added, taken out or changed, as the trail keeps it."""
    old = {it["id"]: it for it in before.content["slides"]} if isinstance(before, DeckVersionRow) else {}
    new = {it["id"]: it for it in fields(deck)["slides"]}
    return {
        "added": [name for name in new if name not in old],
        "removed": [name for name in old if name not in new],
        "edited": [name for name in new if name in old and new[name] != old[name]],
    }


def _hidden(raw: Mapping[str, Any]) -> list[DeckFault]:
    """Return the texts that hold control characters or signs that turn the text round."""
    found = []
    slides = raw.get("slides")
    for table in [raw, *(slides if isinstance(slides, list) else [])]:
        for name, value in table.items() if isinstance(table, Mapping) else ():
            texts = value if isinstance(value, list) else [value]
            if any(isinstance(text, str) and HIDING.search(text) for text in texts):
                slide = "" if table is raw else shown(table.get("id"))
                found.append(DeckFault(kind="unprintable", said="", slide=slide, place=name))
    return found


def _problem(fault: DeckFault) -> Problem:
    """Return a fault as a sentence of the store: the field in words, and what is accepted there."""
    values: dict[str, Value] = {
        key: value if isinstance(value, int | float) and not isinstance(value, bool) else _cut(key, value)
        for key, value in fault.values.items()
    }
    values["field"] = _field(fault)
    kind, typed = fault.kind, fault.values.get("typed")
    if kind == "missing":
        return problem("missing_field", field=values["field"])
    if kind == "extra_forbidden":
        return problem("unknown_field", field=values["field"], accepted=", ".join(sorted(FIELDS)))
    if kind == "string_too_short":
        return problem("empty", field=values["field"])
    if kind == "string_too_long" and isinstance(typed, str):
        return problem("too_long", field=values["field"], length=len(typed), longest=fault.values["max_length"])
    if kind == "unprintable":
        return problem("unprintable", field=values["field"])
    for own in OWN:
        if kind == own:
            return Problem(own, values)
    accepted = accepted_by_schema(kind, fault.values, fault.said)
    return problem("wrong_value", field=values["field"], typed=shown(typed), accepted=accepted)


def _cut(key: str, value: object) -> str:
    return str(value) if key == "accepted" else shown(value)


def _field(fault: DeckFault) -> Phrase | str:
    """Return the field in words: of which slide, and what it is called on the page."""
    name, _, item = fault.place.partition(".")
    said: Phrase | str = Phrase(f"decks.field_{name}") if name in FIELDS else shown(name)
    if item.isdecimal():
        said = Phrase("decks.in_item", {"field": said, "number": int(item) + 1})
    if not fault.slide:
        return said
    if not fault.place:
        return Phrase("decks.in_slide_alone", {"slide": shown(fault.slide)})
    return Phrase("decks.in_slide", {"slide": shown(fault.slide), "field": said})
