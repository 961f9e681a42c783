"""The audit trail on the page of sources: for whoever edits; a viewer reads a sentence and no name of anybody."""

from __future__ import annotations

import csv
import io

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.i18n import LANGUAGES, texts
from sp_app.store import changing, rooms
from sp_app.store.opening import open_store
from sp_app.store.permission import Editor
from sp_app.store.records import Draft, Edition
from sp_app.ui.scenario_ground import ground
from tests.app.conftest import CODE
from tests.app.test_every_page import html_of
from tests.app.test_sources import listing, opened

PERSON = "ທ່ານ ສົມພອນ"
NAME = "=HYPERLINK(1)"  # a spreadsheet must not take it for a formula
QUERY = {"s": "mecg_to_scale", "v": "1"}
BOTH = pytest.mark.parametrize("language", LANGUAGES)
pytestmark = pytest.mark.usefixtures("own_store")


def something_done() -> str:
    """Save a scenario with one lever moved and open a room; return the room's code."""
    scenario, who = ground("mecg_to_scale").scenario, Editor(PERSON)
    values = scenario.values() | {"mecg.coverage": 0.35}
    draft = Draft(scenario=scenario, values=values, name=NAME, edition=Edition("5a" * 32, "0123456789ab"))
    record = changing.save(open_store(), who, draft).record
    changing.rename(open_store(), who, record.id, "Plan B")
    changing.rename(open_store(), who, record.id, NAME)
    return rooms.open_room(open_store(), who, QUERY).code


def entered(language: str, **query: str) -> AppTest:
    """Open the trail and type the code."""
    app = opened(language, s="trail", **query)
    app.text_input(key="editor_code").set_value(CODE)
    app.text_input(key="editor_name").set_value("Auditor")
    next(b for b in app.button if b.key and b.key.startswith("FormSubmitter:editor_door")).click().run()
    assert not app.exception and "sp-error" not in html_of(app)
    return app


@BOTH
def test_a_viewer_reads_why_and_sees_nothing_of_the_trail(language: str) -> None:
    code = something_done()
    app = opened(language, s="trail")
    html = html_of(app)
    assert not app.exception and 'data-testid="trail-closed"' in html
    given = html + "".join(str(one.proto) for one in app.get("bidi_component"))
    assert PERSON not in given and "HYPERLINK" not in given and f">{code}<" not in given
    assert not any("asked" in str(one.proto) for one in app.get("bidi_component"))  # no list at all


@BOTH
def test_an_editor_reads_who_did_what_when_the_latest_first(language: str) -> None:
    code = something_done()
    t = texts(language)
    given = listing(entered(language))
    told = [[cell["text"] for cell in line["cells"]][1:] for line in given["lines"]]
    assert told == [
        [PERSON, t("store.action_open"), code],
        [PERSON, t("store.action_rename"), NAME],
        [PERSON, t("store.action_rename"), NAME],
        [PERSON, t("store.action_save"), NAME],
    ]
    assert {line["cells"][1]["more"] for line in given["lines"]} == {t("sources.trail_editor")}
    details = [words for detail in given["lines"][-1]["details"] for words in detail["lines"]]
    assert any("mecg.coverage" in words and words.endswith("→ 35%") for words in details)
    assert [d["lines"] for d in given["lines"][1]["details"]] == [[f"Plan B → {NAME}"]]


@BOTH
def test_the_trail_is_narrowed_to_one_kind_by_the_address(language: str) -> None:
    something_done()
    given = listing(entered(language, f="room"))
    assert given["asked"]["f"] == "room"
    assert [(group["key"], group["count"]) for group in given["groups"]] == [("scenario", 3), ("deck", 0), ("room", 1)]


def test_the_file_holds_every_line_and_nothing_that_a_spreadsheet_would_run() -> None:
    something_done()
    given = listing(entered("lo"))
    rows = list(csv.DictReader(io.StringIO(given["csv"])))
    assert [row["line"] for row in rows] == ["4", "3", "2", "1"]
    assert all(row["at"].endswith("+00:00") and row["who"] == PERSON and row["role"] == "editor" for row in rows)
    assert rows[-1]["name_en"] == f"'{NAME}" and "mecg.coverage: " in rows[-1]["changes"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@BOTH
def test_an_empty_trail_is_said_in_words(language: str) -> None:
    app = entered(language)
    assert texts(language)("sources.trail_empty") in html_of(app)
    assert not any("asked" in str(one.proto) for one in app.get("bidi_component"))


@BOTH
def test_who_stops_editing_sees_nothing_of_it_any_more(language: str) -> None:
    something_done()
    app = entered(language)
    app.button(key="editor_stop").click().run()
    assert 'data-testid="trail-closed"' in html_of(app)
    assert not any("asked" in str(one.proto) for one in app.get("bidi_component"))
