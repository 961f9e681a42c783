"""What the room must know of the dashboard around it, given by whoever mounts its routes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sp_app.live.link import LinkState, decode
from sp_app.store.opening import Store
from sp_app.store.permission import EditorDesk
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape


class Ground(Protocol):
    """One scenario on the figures of this build."""

    @property
    def scenario(self) -> Scenario:
        """Return the scenario."""

    @property
    def given(self) -> ModelInputs:
        """Return what its model is run with."""

    @property
    def tape(self) -> Tape:
        """Return its tape."""


@dataclass(frozen=True, slots=True)
class Known:
    """Scenarios and packs, the store, who edits, and the address of this computer in its network ("" if unknown)."""

    scenarios: Callable[[], Mapping[str, Scenario]]
    ground: Callable[[str], Ground]
    pack: Callable[[str, str], str]  # scenario, language → address of the pack
    usual: str  # the scenario a room opens with when nobody chose one
    store: Callable[[], Store]
    desk: Callable[[], EditorDesk]
    cookie: str  # where the browser keeps the editor's token
    network: Callable[[], str]

    def read(self, query: Mapping[str, str]) -> LinkState:
        """Read a query that may come from anywhere; what does not fit is reported in its `problems`."""
        scenarios = self.scenarios()
        return decode(query, scenarios, scenarios.__getitem__, self.usual)
