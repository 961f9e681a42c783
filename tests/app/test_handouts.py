"""The part "Take away" on the pages of scenarios and of financing: every format, nothing calculated until asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.export.formats import FORMATS
from sp_app.i18n import texts
from sp_app.ui import scenario_handout
from tests.app.test_every_page import FRAME, ROOT


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", ["scenarios", "financing"])
def test_every_format_is_offered_and_none_is_made_by_a_run(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(scenario_handout, "handout", lambda *given: made.append(given))
    app = AppTest.from_file(FRAME, default_timeout=90)
    app.query_params["lang"] = language
    app.run()
    app.switch_page(str(Path(ROOT) / "pages" / f"{name}.py")).run()
    assert not app.exception
    offered = {button.label for button in app.get("download_button")}
    assert {texts(language)(f"export.format_{key}") for key in FORMATS} <= offered
    assert not made
