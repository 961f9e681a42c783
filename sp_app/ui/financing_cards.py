"""Number cards on demand: any number of the page asks for its explanation, which Python then puts together.

A number is a button that names its line and year; only what is clicked is explained. Every part of an
explanation that is itself a result can be opened in turn, down to levers and published figures. Asked for are
"result.<name>" (the scenario), "today.<name>" (today's policies under its assumptions) and
"line.<section>.<name>" (a line of the framework that is a difference or a sum).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from sp_app.ui.elements import element
from sp_app.ui.financing_explained import result
from sp_app.ui.financing_lines import line
from sp_app.ui.financing_study import Study
from sp_app.ui.financing_told import framed
from sp_app.ui.guard import part
from sp_app.ui.page import Context
from sp_core.errors import InvalidInput, SocialProtectionError

LONGEST = 90
KEY, ANSWER = "financing_numbers", "financing_answer"


def number(asked: str, year: int, words: str, *, reach: bool = True) -> str:
    """Return a printed number as a button that opens its card; `reach` puts it among the tab stops."""
    stop = "" if reach else ' tabindex="-1"'
    return (
        f'<button type="button" class="sp-number" data-ask="{escape(asked)}" data-year="{year}" '
        f'aria-haspopup="dialog"{stop}>{escape(words)}</button>'
    )


@part
def draw(ctx: Context, found: Study) -> None:
    """Mount what listens for clicked numbers and shows their cards."""

    def asked() -> None:
        said = st.session_state[KEY].get("asked")
        if isinstance(said, Mapping):
            st.session_state[ANSWER] = _answer(ctx, found, said)

    element("numbers")(
        key=KEY,
        data={
            "answer": st.session_state.get(ANSWER),
            "labels": labels(ctx),
            "formulas": f"/sources?lang={ctx.lang}&s=equations",
        },
        on_asked_change=asked,
    )


def _answer(ctx: Context, found: Study, said: Mapping[str, object]) -> dict[str, Any]:
    """Return the card that was asked for; what cannot be explained is answered in a sentence, never a crash."""
    name, year = str(said.get("ask", "")), str(said.get("year", ""))
    answer: dict[str, Any] = {"serial": str(said.get("serial", "")), "card": None, "failed": ""}
    try:
        answer["card"] = card(ctx, found, name, int(year))
    except (SocialProtectionError, ValueError, KeyError):
        answer["failed"] = ctx.t("financing.card_failed", reference=secrets.token_hex(2).upper())
    return answer


def card(ctx: Context, found: Study, asked: str, year: int) -> dict[str, Any]:
    """Return the card of `asked` in `year`; raise InvalidInput when the scenario has no such number."""
    if year not in found.years or len(asked) > LONGEST:
        raise InvalidInput(f"no number {asked[:LONGEST]!r} in {year}")
    kind, _, name = asked.partition(".")
    told = line(ctx, found, name, year) if kind == "line" else result(ctx, found, name, year, today=kind == "today")
    return framed(ctx, found, told, year)


def labels(ctx: Context) -> dict[str, str]:
    """Return the words of a card's frame."""
    t = ctx.t
    return {
        "close": t("frame.close"),
        "definition": t("frame.definition"),
        "warning": t("frame.warning"),
        "method": t("frame.method"),
        "note": t("frame.note"),
        "parts": t("financing.card_parts"),
        "years": t("frame.all_years"),
        "source": t("frame.source_word"),
        "formulas": t("card.formulas"),
        "more": t("financing.card_more"),
        "copy": t("card.copy"),
        "copied": t("card.copied"),
    }
