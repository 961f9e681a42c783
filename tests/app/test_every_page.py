"""Every page runs in both languages, through the frame, on the real figures, without an error."""

from __future__ import annotations

import json
from pathlib import Path

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
FRAME = str(ROOT / "sp_app" / "ui" / "frame.py")
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def opened(name: str, language: str) -> AppTest:
    """Open page `name` in `language` as a deep link would."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    if name != "overview":
        app.switch_page(str(ROOT / "pages" / f"{name}.py")).run()
    return app


def html_of(app: AppTest) -> str:
    """Return all HTML that the page wrote."""
    return "\n".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_without_an_error_and_has_one_heading(name: str, language: str) -> None:
    app = opened(name, language)
    assert not app.exception
    html = html_of(app)
    assert "sp-error" not in html
    assert html.count("<h1") == 1
    heading = html.split("<h1>")[1].split("</h1>")[0]
    assert any("\u0e80" <= letter <= "\u0eff" for letter in heading) == (language == "lo")


@pytest.mark.parametrize("name", ["asean", "coverage", "expenditure", "financing", "overview"])
def test_every_figure_is_one_that_plotly_knows(name: str) -> None:
    sent = [json.loads(one.proto.json) for one in opened(name, "lo").get("bidi_component") if one.proto.json]
    figures = [
        go.Figure(given["plotly"]) for given in sent if "plotly" in given
    ]  # raises where the schema has no such name
    assert figures
    assert {trace.type for figure in figures for trace in figure.data} <= {"scatter", "bar"}, (
        "the script draws no other"
    )


def test_an_unknown_language_reads_as_english() -> None:
    app = opened("overview", "xx")
    assert "Lao PDR" in html_of(app)


def test_a_page_that_fails_leaves_the_frame_and_a_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    from sp_app.ui import page

    def broken(*_: object) -> None:
        raise ArithmeticError("a bug")

    monkeypatch.setattr(page, "headline", broken)
    app = opened("overview", "en")
    html = html_of(app)
    assert "sp-error" in html and "reference" in html and "a bug" not in html
    assert "sp-brand" in html
