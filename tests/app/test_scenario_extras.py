"""Under the live panel: what viewers see, what an editor may do, what the page says of bad files, nothing unasked."""

from __future__ import annotations

import tomllib

import pytest
import segno
from streamlit.testing.v1 import AppTest

from sp_app.live.link import start
from sp_app.store import looking
from sp_app.store.opening import open_store
from sp_app.store.permission import Viewer
from sp_app.store.scenario_text import write_scenario
from sp_app.ui import scenario_share, scenario_uncertainty
from sp_app.ui.scenario_ground import ground
from tests.app.conftest import CODE
from tests.app.test_every_page import html_of, opened

LANGUAGES = pytest.mark.parametrize("language", ["en", "lo"])
LAO_NAME = "ແຜນຂອງຄະນະກຳມະການ"
pytestmark = pytest.mark.usefixtures("own_store")


def enter(app: AppTest, code: str = CODE, name: str = "Somphone") -> None:
    app.text_input(key="editor_code").set_value(code)
    app.text_input(key="editor_name").set_value(name)
    submit(app, "editor_door")


def submit(app: AppTest, form: str) -> None:
    next(b for b in app.button if b.key and b.key.startswith(f"FormSubmitter:{form}")).click().run()
    assert not app.exception


def said(app: AppTest) -> str:
    """Return the sentences that answer the last thing tried."""
    return next((str(b.proto.body) for b in app.get("html") if 'data-testid="library-said"' in str(b.proto.body)), "")


def save(app: AppTest, name: str, note: str = "") -> None:
    app.text_input(key="library_name").set_value(name)
    app.text_area(key="library_note").set_value(note)
    submit(app, "library_save")


def bring(app: AppTest, content: bytes) -> None:
    uploader = app.get("file_uploader")[0]
    uploader.upload("a.toml", content, "text/plain").run()  # type: ignore[attr-defined]  # Streamlit types it as an element
    app.button(key="library_import").click().run()
    assert not app.exception


@LANGUAGES
def test_a_viewer_may_look_share_and_export_and_has_no_tools(language: str) -> None:
    app = opened("scenarios", language)
    html = html_of(app)
    assert 'data-testid="share-address"' in html and f"lang={language}&amp;s=" in html
    assert "data:image/svg+xml" in html
    keys = {button.key for button in app.button}
    assert not any(key and key.startswith("library_") for key in keys)
    assert app.text_input(key="editor_code")


@LANGUAGES
def test_nothing_uncertain_is_calculated_before_it_is_asked_for(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for name in ("simulate", "tornado"):
        real = getattr(scenario_uncertainty, name)
        monkeypatch.setattr(scenario_uncertainty, name, lambda *a, n=name, f=real: (asked.append(n), f(*a))[1])
    scenario_uncertainty.fans_of.clear()
    scenario_uncertainty.tornado_of.clear()
    app = opened("scenarios", language)
    assert asked == []
    app.button(key="uncertainty_fan_ask").click().run()
    app.button(key="uncertainty_tornado_ask").click().run()
    assert asked == ["simulate", "tornado"] and not app.exception
    app.run()
    assert asked == ["simulate", "tornado"]  # a run of the page for the same levers calculates nothing again


@LANGUAGES
def test_a_wrong_code_is_said_in_words_and_the_name_stays(language: str) -> None:
    app = opened("scenarios", language)
    enter(app, "AAAA-BBBB")
    assert 'role="alert"' in said(app)
    assert app.text_input(key="editor_name").value == "Somphone"
    assert not [b for b in app.button if b.key == "library_rename"]


@LANGUAGES
def test_an_editor_saves_renames_duplicates_deletes_and_restores(language: str) -> None:
    app = opened("scenarios", language)
    enter(app)
    save(app, LAO_NAME, "one\ntwo")
    assert LAO_NAME in said(app) and 'role="status"' in said(app)
    assert f">{LAO_NAME}</a>" in html_of(app)
    assert app.text_input(key="library_name").value == ""
    app.text_input(key="library_new_name").set_value("Plan B")
    app.button(key="library_rename").click().run()
    assert ">Plan B</a>" in html_of(app)
    app.button(key="library_duplicate").click().run()
    assert ">Plan B (2)</a>" in html_of(app)
    app.button(key="library_delete").click().run()
    assert html_of(app).count('target="_self"') == 1
    app.button(key="library_restore").click().run()
    assert html_of(app).count('target="_self"') == 2
    app.toggle(key="library_history").set_value(True).run()
    assert 'data-testid="history"' in html_of(app) and not app.exception


@LANGUAGES
def test_what_was_typed_outlives_a_refusal(language: str) -> None:
    app = opened("scenarios", language)
    enter(app)
    save(app, "   ", "a long note that nobody wants to type twice")
    assert 'role="alert"' in said(app)
    assert app.text_area(key="library_note").value == "a long note that nobody wants to type twice"
    save(app, "x" * 500, "a long note")
    assert 'role="alert"' in said(app) and app.text_input(key="library_name").value == "x" * 500


HOSTILE = {
    "not a text": b"\x7fELF\0\0",
    "not TOML": b"a = [",
    "too large": b"#" * 300_000,
    "a later version": b"format_version = 99\n",
    "an unknown key": b'id = "x"\nrun = "import os"\n',
}


@LANGUAGES
@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_gives_a_sentence_and_changes_nothing(content: bytes, language: str) -> None:
    app = opened("scenarios", language)
    enter(app)
    save(app, "Good")
    bring(app, content)
    assert 'role="alert"' in said(app) and "Traceback" not in html_of(app)
    assert html_of(app).count('target="_self"') == 1


@LANGUAGES
def test_a_value_out_of_range_names_the_lever(language: str) -> None:
    scenario = ground("mecg_to_scale").scenario
    text = write_scenario(scenario, {**scenario.values(), "mecg.coverage": 0.55})
    app = opened("scenarios", language)
    enter(app)
    bring(app, text.replace("= 0.55", "= 55").encode())
    assert "mecg.coverage" in said(app) and 'role="alert"' in said(app)
    bring(app, text.encode())
    assert 'role="status"' in said(app)
    assert "mecg.coverage=0.55" in html_of(app)
    assert tomllib.loads(text)["overrides"]["mecg.coverage"] == 0.55


@LANGUAGES
def test_two_saved_scenarios_are_compared_lever_by_lever(language: str) -> None:
    app = opened("scenarios", language)
    enter(app)
    save(app, "As it is")
    scenario = ground("mecg_to_scale").scenario
    bring(app, write_scenario(scenario, {**scenario.values(), "mecg.coverage": 0.35}).encode())
    app.multiselect(key="library_compare").set_value(ids_of_the_list()).run()
    html = html_of(app)
    assert not app.exception
    assert "80% → 35%" in html and "■" in html and "◆" in html


def ids_of_the_list() -> list[str]:
    """Return the ids on the list, the one saved first in front."""
    return [record.id for record in reversed(looking.listed(open_store(), Viewer()))]


@LANGUAGES
def test_who_stops_editing_only_looks_and_the_code_is_good_again(language: str) -> None:
    app = opened("scenarios", language)
    enter(app)
    other = opened("scenarios", language)
    enter(other, name="Somebody else")
    assert 'role="alert"' in said(other)  # the code is in use
    app.button(key="editor_stop").click().run()
    assert not [b for b in app.button if b.key == "library_rename"]
    enter(other, name="Somebody else")
    assert [b for b in other.button if b.key == "library_import"]


def test_the_shared_address_holds_what_has_moved_and_the_code_holds_the_address() -> None:
    state = start(ground("mecg_to_scale").scenario)
    address = scenario_share.shared("http://10.0.0.7:8501/scenarios", state, "lo")
    assert address == "http://10.0.0.7:8501/scenarios?lang=lo&s=mecg_to_scale&v=1"
    expected = segno.make(address, micro=False, error="m", boost_error=False)
    assert expected.svg_data_uri(omitsize=True, border=4, light="#fff").split("d%3D")[1][:200] in (
        scenario_share.qr_code(address, "name").replace("&#x27;", "'")
    )


def test_an_address_too_long_for_a_code_is_still_text() -> None:
    assert scenario_share.qr_code("http://10.0.0.7/" + "x" * 5000, "name") == ""
