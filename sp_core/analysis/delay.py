"""The cost of delay: what one programme begun a year later would mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sp_core.errors import OutOfBounds
from sp_core.scenario import Scenario
from sp_core.tape import Tape


@dataclass(frozen=True, slots=True)
class Delay:
    """A year's delay of one programme, over the years of the projection.

    person_years : recipients × years that are lost
    most_missed : the largest number of persons left out in one year, and which year
    """

    programme: str
    person_years: float
    most_missed: float
    year: int


def delay(scenario: Scenario, tape: Tape, values: Mapping[str, float], programme: str, years: int = 1) -> Delay:
    """Return what `years` of delay of a programme's start and full reach cost in persons.

    Raises OutOfBounds when the later years lie outside the levers' ranges.
    """
    now = scenario.values(values)
    later = dict(now)
    for role in ("start_year", "full_year"):
        lever = scenario.lever(f"{programme}.{role}")
        if now[lever.id] + years > lever.maximum:
            raise OutOfBounds(f"lever {lever.id}: {now[lever.id] + years:.0f} is after {lever.maximum:.0f}")
        later[lever.id] = now[lever.id] + years
    name = f"recipients.{programme}"
    missed = [a - b for a, b in zip(tape.replay(now)[name], tape.replay(later)[name], strict=True)]
    most = max(missed)
    return Delay(programme, sum(missed), most, tape.years[missed.index(most)])
