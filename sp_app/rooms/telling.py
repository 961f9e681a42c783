"""What a phone and the desk are told, as JSON in one language. Names that people typed stay plain text: the browser
writes them as text, never as markup."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from statistics import median
from typing import Any

from sp_app.i18n import LANGUAGES, Texts, texts
from sp_app.live.link import LinkState
from sp_app.live.measures import COST_GDP, Measure
from sp_app.rooms.hall import Hall
from sp_app.rooms.known import Known
from sp_app.rooms.measuring import askable, counted, measure_of, model_says, moved_in_words, step_of, usual_range
from sp_app.rooms.turned_away import TurnedAway
from sp_app.store.room_records import Question, Room

FIGURES = 6  # significant figures of what travels as a drawn value


def packed(content: Mapping[str, Any]) -> bytes:
    """Return compact JSON; NaN and infinity are a mistake of ours, never sent."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def for_phones(known: Known, room: Room, language: str) -> bytes:
    """Return what every phone in the room is told."""
    t = texts(language)
    content = {
        "code": room.code,
        "scenario": _scenario(known, room.scenario, t),
        "question": _question(known, room.question, t) if room.question else None,
    }
    return packed(content)


def for_desk(hall: Hall, room: Room | None, language: str) -> dict[str, Any]:
    """Return what the presenter sees beside that: who is there, what may be asked, what was sent."""
    known, t = hall.known, texts(language)
    if room is None:
        return {"room": None}
    state = known.read(room.scenario)
    return {
        "room": {"code": room.code, "opened_by": room.opened_by, "phones": hall.phones(), "refused": hall.refused},
        "scenario": _scenario(known, room.scenario, t),
        "measures": [_offer(known, state, one, t) for one in askable(known.ground(state.scenario.id)).values()],
        "years": list(state.scenario.assumptions.years),
        "year": state.year,
        "question": _question(known, room.question, t, count=True) if room.question else None,
        "overlay": _overlay(known, room, state, t),
    }


def _scenario(known: Known, query: Mapping[str, str], t: Texts) -> dict[str, Any]:
    state = known.read(query)
    return {
        "query": dict(query),
        "title": state.scenario.title.get(t.language),
        "moved": moved_in_words(state, t),
        # Either language's, so that a phone can switch without asking.
        "packs": {language: known.pack(state.scenario.id, language) for language in LANGUAGES},
    }


def _measure(measure: Measure, state: LinkState, t: Texts, digits: int = 0) -> dict[str, Any]:
    first = state.scenario.assumptions.first_year
    return {
        "key": measure.key,
        "name": t(f"scenarios.measure_{measure.key}").replace("{first}", str(first)),
        "full": t(f"scenarios.full_{measure.key}").replace("{first}", str(first)),
        "digits": max(measure.digits, digits),
    }


def _offer(known: Known, state: LinkState, measure: Measure, t: Texts) -> dict[str, Any]:
    """Return a measure with the usual range of its slider, for each year that may be asked about."""
    ranges = [usual_range(known, state, measure, year) for year in state.scenario.assumptions.years]
    return _measure(measure, state, t) | {"ranges": ranges}


def _question(known: Known, question: Question, t: Texts, count: bool = False) -> dict[str, Any] | None:
    """Return the question; the distribution and the model's answer only once they are revealed."""
    asked, state = question.asked, known.read(question.asked.scenario)
    try:
        measure = measure_of(known.ground(state.scenario.id), asked.measure)
    except TurnedAway:  # the library has changed since it was asked
        return None
    step, digits = step_of(asked.low, asked.high)
    told: dict[str, Any] = {
        "id": question.id,
        "phase": question.phase,
        "measure": _measure(measure, state, t, digits),
        "step": step,
        "year": asked.year,
        "low": asked.low,
        "high": asked.high,
        "title": state.scenario.title.get(t.language),
        "moved": moved_in_words(state, t),
    }
    if count or question.phase != "open":
        told["count"] = len(question.predictions)
    if question.phase != "open":
        values = list(question.predictions.values())
        told["bins"] = counted(values, asked.low, asked.high)
        if values:
            told["median"] = median(values)
    if question.phase == "answered":
        told["answer"] = asked.answer
    return told


def _overlay(known: Known, room: Room, state: LinkState, t: Texts) -> dict[str, Any]:
    """Return the cost in percent of GDP by year: baseline, the presenter's scenario, then each delegation's."""
    years = list(state.scenario.assumptions.years)
    today = replace(state, values=state.scenario.defaults())
    lines = [
        _line(known, today, "", t("scenarios.line_baseline"), years, t) | {"kind": "baseline"},
        _line(known, state, "", t("room.presenter"), years, t) | {"kind": "presenter"},
    ]
    seen: Counter[str] = Counter()
    for sent in room.delegations:
        if not sent.hidden:
            seen[sent.name] += 1  # two phones of one delegation: the second line is told from the first
            name = sent.name if seen[sent.name] == 1 else f"{sent.name} ({seen[sent.name]})"
            lines.append(_line(known, known.read(sent.scenario), sent.phone, name, years, t))
    return {"measure": _measure(COST_GDP, state, t), "years": years, "lines": lines}


def _line(known: Known, state: LinkState, phone: str, name: str, years: list[int], t: Texts) -> dict[str, Any]:
    found = dict(zip(state.scenario.assumptions.years, model_says(known, state, COST_GDP.result), strict=True))
    values = [None if year not in found else float(f"{found[year] * COST_GDP.scale:.{FIGURES}g}") for year in years]
    return {
        "kind": "delegation",
        "phone": phone,
        "name": name,
        "scenario": state.scenario.title.get(t.language),
        "moved": moved_in_words(state, t),
        "values": values,
    }
