"""What can be asked in a room, and what the model says: always calculated here, from the levers alone."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

from sp_app.i18n import Texts
from sp_app.i18n.numbers import numbers
from sp_app.live import measures
from sp_app.live.lever_names import short_name
from sp_app.live.link import LinkState
from sp_app.live.measures import Measure
from sp_app.live.units import lever_unit
from sp_app.rooms.known import Ground, Known
from sp_app.rooms.turned_away import TurnedAway
from sp_core.model import project

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
BINS = 24
PARTS = 100
HEADROOM = 1.5
MOST_TOLD = 8
LARGEST = 1e9


def askable(ground: Ground) -> dict[str, Measure]:
    """Return what phones may be asked to predict, by key: the same measures as the panel's charts."""
    reach = measures.people(max(_at_upper_ends(_Hashable(ground))["recipients"]))
    last = (measures.UNFUNDED,) if ground.scenario.financing else ()
    return {one.key: one for one in (measures.COST_GDP, measures.COST, measures.COST_USD, reach, *last)}


def measure_of(ground: Ground, key: str) -> Measure:
    """Return the measure with this key; refuse one that does not belong to the scenario."""
    found = askable(ground).get(key)
    if found is None:
        raise TurnedAway("measure")
    return found


def model_says(known: Known, state: LinkState, result: str) -> tuple[float, ...]:
    """Return one result of a state of the levers for every year, in the core's unit."""
    moved = tuple(sorted(state.values.items()))
    ground = known.ground(state.scenario.id)
    return _model_says(_Hashable(ground), moved, result)


class _Hashable:
    """A ground as a key of the cache: the same scenario on the same tape is the same."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._key = (ground.scenario.id, ground.tape.hash)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and self._key == other._key


@lru_cache(maxsize=512)
def _model_says(key: _Hashable, moved: tuple[tuple[str, float], ...], result: str) -> tuple[float, ...]:
    found = project(key.ground.scenario, key.ground.given, dict(moved))
    return tuple(float(value) for value in found.results[result])


@lru_cache(maxsize=64)
def _at_upper_ends(key: _Hashable) -> dict[str, tuple[float, ...]]:
    return dict(key.ground.tape.replay(measures.largest_reach(key.ground.scenario)))


def answer_to(known: Known, state: LinkState, measure: Measure, year: int) -> float:
    """Return what the model says, in the unit it is printed in."""
    years = state.scenario.assumptions.years
    if year not in years:
        raise TurnedAway("not_a_number")
    return model_says(known, state, measure.result)[years.index(year)] * measure.scale


def usual_range(known: Known, state: LinkState, measure: Measure, year: int) -> tuple[float, float]:
    """Return a range that gives nothing away: from 0 to half as much again as full coverage would give."""
    covered = {lever.id: lever.maximum for lever in state.scenario.levers if lever.role == "coverage"}
    everybody = replace(state, values={**state.values, **covered})
    highest = max(answer_to(known, one, measure, year) for one in (everybody, state))
    return 0.0, nice_above(max(HEADROOM * answer_to(known, everybody, measure, year), highest))


def nice_above(value: float) -> float:
    """Return the first of 1, 2, 2.5, 5, 10 times a power of ten that is not below `value`."""
    if not value > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in STEPS if step * power >= value * (1 - 1e-9))


def step_of(low: float, high: float) -> tuple[float, int]:
    """Return the step of a slider of about PARTS steps, and the decimals it needs."""
    rough = (high - low) / PARTS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(one * power for one in (5.0, 2.0, 1.0) if one * power <= rough * (1 + 1e-9))
    return float(f"{step:.6g}"), max(0, -math.floor(math.log10(step) + 1e-9))


def fail_unless_range(low: float, high: float, answer: float) -> None:
    """Refuse a slider's range that is none, or that cannot show the model's answer."""
    if not (-LARGEST <= low < high <= LARGEST):
        raise TurnedAway("range")
    if not low <= answer <= high:
        raise TurnedAway("range_hides")


def counted(values: list[float], low: float, high: float) -> list[int]:
    """Return how many answers lie in each of BINS equal parts of the range; the upper end belongs to the last."""
    bins = [0] * BINS
    for value in values:
        bins[min(BINS - 1, max(0, int((value - low) / (high - low) * BINS)))] += 1
    return bins


def moved_in_words(state: LinkState, t: Texts) -> list[str]:
    """Return the levers that do not stand at today's value, in words; the headline ones first."""
    scenario, n = state.scenario, numbers(t.language)
    order = {name: place for place, name in enumerate(scenario.headline)}
    moved = [lever for lever in scenario.levers if state.values[lever.id] != lever.default]
    moved.sort(key=lambda lever: order.get(lever.id, len(order)))
    told = [
        t(
            "room.lever_at",
            name=short_name(lever, scenario, t),
            value=lever_unit(lever, t).text(n, state.values[lever.id]),
        )
        for lever in moved[:MOST_TOLD]
    ]
    more = len(moved) - len(told)
    return [*told, t("room.levers_more", count=more)] if more else told
