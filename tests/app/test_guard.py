"""A part of a page that fails: a plain sentence in its place, everything else stays."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_every_page import html_of


def script() -> None:
    import streamlit as st

    from sp_app.ui.guard import part

    class Spoken:
        lang = "lo"

    @part
    def breaks(ctx: Spoken, what: str) -> None:
        st.html("<p>begun</p>")
        raise ArithmeticError(what)

    breaks(Spoken(), "a bug")
    st.html("<p>the rest</p>")


def test_a_part_that_fails_says_so_in_the_readers_language_and_the_rest_stays(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        app = AppTest.from_function(script).run()
    html = html_of(app)
    assert not app.exception and "the rest" in html
    assert html.count("sp-error") == 1 and "a bug" not in html
    assert any("\u0e80" <= letter <= "\u0eff" for letter in html)
    reference = html.split("</div>")[0].rstrip(".").split()[-1].strip(".")
    assert any(reference in record.getMessage() and record.exc_info for record in caplog.records)
