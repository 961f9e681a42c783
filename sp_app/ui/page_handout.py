"""Take a page away: what it shows now as slides, as a workbook, as data; a file is made when it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from html import escape

import streamlit as st

from sp_app.data.database import open_database
from sp_app.export.formats import format_of
from sp_app.export.steps import Step
from sp_app.i18n import Texts, texts
from sp_app.i18n.numbers import numbers
from sp_app.ui import shown
from sp_app.ui.making import watched

KEY = "sp_page_away"
FORMATS = ("pptx", "xlsx", "csv")
# Pages of figures and tables; a scenario, a deck and the lists of sources have hand-outs of their own.
PAGES = ("overview", "coverage", "expenditure", "financing", "asean")


def draw(page: str, language: str) -> None:
    """Draw one button per format; one whose library is missing says so."""
    if page not in PAGES or not shown.current().now():
        return
    t = texts(language)
    with st.container(key=KEY, horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<section class="sp-away"><h2>{escape(t("export.page_take_away"))}</h2>'
            f"<p>{escape(t('export.page_note'))}</p></section>"
        )
        for key in FORMATS:
            _button(page, language, t, key)


def _button(page: str, language: str, t: Texts, key: str) -> None:
    one, build = format_of(key), open_database().build_id
    name = t(f"export.page_{key}")
    missing = ", ".join(one.missing)
    st.download_button(
        name,
        watched(name, t, _maker(page, language, build, key)),
        file_name=f"{page}_{language}_{build}.{one.extension}",
        mime=one.media_type,
        key=f"{KEY}_{key}",
        on_click="ignore",
        disabled=bool(missing),
        help=t("export.take_away_missing", format=name, packages=missing) if missing else None,
    )


def _maker(page: str, language: str, build: str, key: str) -> Callable[[Step], bytes]:
    """Return what makes the file: it runs on a click, with what is shown then."""
    now = shown.current()

    def made(step: Step) -> bytes:
        from sp_app.export.figures_file import MAKERS, About  # what cannot be loaded takes away its file, not the page

        t, day = texts(language), datetime.date.today()
        edition = f"{numbers(language).date(day)} · {t('frame.build', build=build)}"
        title = f"{t(f'frame.{page}')} · {t('frame.app_title')}"
        about = About(page, title, language, edition, t("scenarios.csv_mark"), day, build)
        return MAKERS[key](now.now(), about, step)

    return made
