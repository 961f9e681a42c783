"""What the services take and give: plain frozen records, nothing of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

from sp_app.store.problem import Problem
from sp_core.lever import Lever
from sp_core.records import Text
from sp_core.scenario import Scenario

R = TypeVar("R", bound="Record | DeckRecord")  # what is kept under a name
Status = Literal["illustrative", "proposal", "adopted"]
Action = Literal["save", "save_beside", "rename", "duplicate", "import", "delete", "restore"]


@dataclass(frozen=True, slots=True)
class Edition:
    """On what a result was computed: the tape's hash (structure and parameters), the id of the figures."""

    tape_hash: str
    build_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody wants to save. `values` are lever values in the core's units; the rest stand at today's.

    A name or note typed once stands for both languages. Whoever moves the levers of an
    adopted scenario has an illustration, unless `status` says otherwise.
    """

    scenario: Scenario
    values: Mapping[str, float]
    name: Text | str
    edition: Edition
    note: Text | str = ""
    status: Status = "illustrative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One version of a saved scenario, as it was saved; only the name is today's."""

    id: str
    name: Text
    version: int
    latest: int  # number of the current version
    base: str
    definition: Mapping[str, Any]
    values: Mapping[str, float]
    note: Text
    edition: Edition
    author: str
    saved_at: datetime
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckRecord:
    """One version of a saved deck, as it was saved: `content` are the fields of its file; only the name is today's."""

    id: str
    name: Text
    version: int
    latest: int  # number of the current version
    base: str  # the deck it was made from
    content: Mapping[str, Any]
    build_id: str
    author: str
    saved_at: datetime
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Saved(Generic[R]):
    """What was saved. `told` is set when somebody else had saved in between: both are kept, tell the user."""

    record: R
    told: Problem | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A saved scenario on today's library: `scenario.values()` are its values; `notices` say what had to give way."""

    record: Record
    scenario: Scenario
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A lever's old and new value; None where a scenario does not have the lever."""

    lever: str
    old: float | None
    new: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One lever on which scenarios differ: its value in each, in their order; `lever` is None if it is gone today."""

    id: str
    lever: Lever | None
    values: tuple[float | None, ...]

    def changes(self) -> tuple[Change, ...]:
        """Return old → new from the first scenario to each of the others."""
        return tuple(Change(self.id, self.values[0], value) for value in self.values[1:])


@dataclass(frozen=True, slots=True)
class Comparison:
    """Saved scenarios side by side; `same_figures` is False when they were saved on different editions."""

    records: tuple[Record, ...]
    differences: tuple[Difference, ...]
    same_figures: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the record: who did what to which scenario or deck, when."""

    at: datetime
    who: str
    what: Action
    id: str
    name: Text  # today's name
    version: int | None
    changes: tuple[Change, ...] = ()
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Export:
    """A file to hand out."""

    file_name: str
    content: bytes
