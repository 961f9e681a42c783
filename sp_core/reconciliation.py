"""Registers beside the published coverage, function by function: what they explain and what they do not; methods 3.1.

    persons      = published rate * persons of the group
    registered   between max(counts) and sum(counts): one person may stand in several registers
    unexplained  = persons - sum(counts)        (below zero: the registers hold more than was published)

Nothing is smoothed: what is unexplained keeps a line of its own, and an unknown group leaves persons unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sp_core.errors import InvalidInput
from sp_core.records import Text
from sp_core.registry import Count, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One published rate and the group that it is a share of; `group` is None when its size is not known."""

    function: str
    rate: float | None  # share of the group, None when nothing is published
    year: int
    what: Text  # the group in words, or why it is not known
    group: float | None
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One function: the published rate in persons, the registers, and the remainder between them."""

    published: Published
    persons: float | None
    counts: tuple[tuple[str, Count], ...]  # id of the entry, count
    unexplained: float | None

    @property
    def registered(self) -> tuple[float, float] | None:
        """Return the bounds of the persons in the registers, None when no register was located."""
        values = [count.value for _, count in self.counts]
        return (max(values), sum(values)) if values else None

    @property
    def other_years(self) -> tuple[int, ...]:
        """Return years of registers that are not the year of the published rate."""
        return tuple(sorted({count.year for _, count in self.counts} - {self.published.year}))


def reconcile(published: Sequence[Published], entries: Iterable[Entry]) -> tuple[Line, ...]:
    """Return one line per published function. A planned count is no register and is left out."""
    held = [(entry.id, count) for entry in entries for count in entry.counts if count.bound != "planned"]
    known = {one.function for one in published}
    for name, count in held:
        unknown = [function for function in count.functions if function not in known]
        if unknown:
            raise InvalidInput(f"registry {name}: no function {unknown[0]!r}; there are {', '.join(sorted(known))}")
    return tuple(_line(one, [pair for pair in held if one.function in pair[1].functions]) for one in published)


def _line(published: Published, counts: Sequence[tuple[str, Count]]) -> Line:
    persons = None
    if published.rate is not None and published.group is not None:
        persons = published.rate * published.group
    explained = sum(count.value for _, count in counts)
    return Line(
        published=published,
        persons=persons,
        counts=tuple(counts),
        unexplained=None if persons is None else persons - explained,
    )
