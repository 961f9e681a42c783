"""The scenario of this visit on the financing page: the same one as on the scenario page, moved by the same address.

The page's own choice (which part of it is shown) lives in the address beside the scenario and is no part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from sp_app.data.scenario_files import scenario_ids
from sp_app.live.link import FOREIGN, LinkState, decode, encode
from sp_app.ui.scenario_ground import library
from sp_app.ui.scenario_visit import KEY, Visit
from sp_core.scenario import Scenario

PART = "part"
WRITTEN = "financing_written"
FIRST_CHOICES = ("nsps_direction", "universal_floor", "current_policies")


def current() -> Visit:
    """Return the visit; an address that says something new is read: a link, a reload, Back."""
    own = _own(st.query_params)
    visit: Visit | None = st.session_state.get(KEY)
    if visit is None:
        visit = st.session_state[KEY] = Visit(_read(own, None))
    elif own and own != st.session_state.get(WRITTEN):
        found = _read(own, visit.state)
        if found != visit.state:
            visit.show(found)
    elif not own and _has_no_say(visit.state):
        visit.show(_read({}, None))
    return visit


def write(state: LinkState) -> None:
    """Write the scenario into the address, so that it can be shared and outlives a reload."""
    query = encode(state)
    st.session_state[WRITTEN] = query
    others = {key: text for key, text in st.query_params.items() if key in (*FOREIGN, PART)}
    if dict(st.query_params) != others | query:
        st.query_params.from_dict(others | query)


def look_at(year: int | None = None, view: str | None = None) -> None:
    """Look at another year or in another unit; levers stay."""
    visit: Visit = st.session_state[KEY]
    visit.show(replace(visit.state, year=year or visit.state.year, view=view or visit.state.view, problems=()))


def move(levers: Mapping[str, float]) -> None:
    """Move levers to values that were found; the scenario's rules were checked by whoever found them."""
    visit: Visit = st.session_state[KEY]
    visit.show(replace(visit.state, values={**visit.state.values, **levers}, problems=()))


def with_financing() -> tuple[Scenario, ...]:
    """Return the scenarios of the library that say who pays."""
    return tuple(scenario for scenario in library().values() if scenario.financing is not None)


def _has_no_say(state: LinkState) -> bool:
    """Say whether nobody chose this scenario for this page: nothing was moved, and it does not say who pays."""
    return state.scenario.financing is None and state.values == state.scenario.values()


def _own(query: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in query.items() if key not in (*FOREIGN, PART)}


def _read(query: Mapping[str, str], last: LinkState | None) -> LinkState:
    known = scenario_ids()
    usual = next((name for name in FIRST_CHOICES if name in known), known[0])
    return decode(query, known, library().__getitem__, usual, last)
