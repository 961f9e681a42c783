"""The scenario of one visit: where it is kept, how an address or the panel changes it.

The address is read when a visitor arrives at the page: a link, a reload, Back from elsewhere. While the
page is open the panel writes the address itself and tells Python what was committed, in the same form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from sp_app.live.link import FOREIGN, LinkState, decode, start
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import library

KEY = "scenario_visit"
USUAL = "mecg_to_scale"


@dataclass(slots=True)
class Visit:
    """What one visitor looks at.

    `heard` is the last commit of the panel that was taken over (once all is heard, the panel follows `state`);
    `kept` holds how other scenarios were left.
    """

    state: LinkState
    heard: str | None = None
    kept: dict[str, LinkState] = field(default_factory=dict)

    def show(self, state: LinkState) -> None:
        """Go to another state; the panel will follow."""
        self.kept[self.state.scenario.id] = replace(self.state, problems=())
        self.state = state


def current(ctx: Context) -> Visit:
    """Return the visit; an address that says something is read on arrival."""
    own = {key: text for key, text in st.query_params.items() if key not in FOREIGN}
    visit: Visit | None = st.session_state.get(KEY)
    if visit is None:
        visit = st.session_state[KEY] = Visit(_read(own, None))
    elif ctx.arrived and own:
        found = _read(own, visit.state)
        if found != visit.state:
            visit.show(found)
    return visit


def hear(said: Mapping[str, object]) -> None:
    """Take over what the panel committed: `{"serial": …, "query": {…}}`; nothing in it is trusted."""
    visit: Visit | None = st.session_state.get(KEY)
    query = said.get("query")
    if visit is None or not isinstance(query, Mapping):
        return
    found = _read({str(key): str(text) for key, text in query.items()}, visit.state)
    if found.problems or found.scenario.id != visit.state.scenario.id:
        visit.show(found)
    else:
        visit.state = found
    visit.heard = str(said.get("serial"))


def pick(name: str) -> None:
    """Change to another scenario, as it was left or else as its file says."""
    visit: Visit = st.session_state[KEY]
    if name != visit.state.scenario.id:
        visit.show(visit.kept.get(name) or start(library()[name]))


def _read(query: Mapping[str, str], last: LinkState | None) -> LinkState:
    return decode(query, library(), library().__getitem__, USUAL, last)
