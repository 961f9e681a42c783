"""What the services of the room take and give: plain frozen records, nothing of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Phase = Literal["open", "shown", "answered", "over"]
PHASES = ("open", "shown", "answered", "over")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question: one measure of a scenario in one year; range and answer in the unit it is printed in."""

    scenario: Mapping[str, str]
    measure: str
    year: int
    low: float
    high: float
    answer: float

    def columns(self) -> dict[str, Any]:
        """Return the fields as columns of the table."""
        return {
            "scenario": dict(self.scenario),
            "measure": self.measure,
            "year": self.year,
            "low": self.low,
            "high": self.high,
            "answer": self.answer,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was put to the room, where it stands, and what each phone answered."""

    id: int
    asked: Asked
    phase: str
    predictions: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delegation:
    """The scenario of one phone under the name of its delegation."""

    phone: str
    name: str
    scenario: Mapping[str, str]
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The open room: its code, what phones follow, the question that stands, what delegations sent."""

    id: int
    code: str
    opened_by: str
    scenario: Mapping[str, str]
    refused: int
    question: Question | None
    delegations: tuple[Delegation, ...]
