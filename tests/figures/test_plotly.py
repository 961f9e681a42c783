"""The figures' script in the browser is the one whose schema the installed package knows."""

from __future__ import annotations

from pathlib import Path

from plotly.offline import get_plotlyjs_version

SCRIPT = Path(__file__).resolve().parents[2] / "assets" / "vendor" / "plotly-basic.min.js"


def test_the_script_has_the_version_of_the_installed_package() -> None:
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}\n" in SCRIPT.read_text("utf8")[:200]
    assert "MIT" in SCRIPT.with_name("plotly-basic.LICENSE").read_text("utf8")
