"""The last line of defence: a failure becomes one plain sentence with a reference, the detail goes to the log.

Whatever fails, the frame, the other parts and the other pages stay.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from html import escape
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import streamlit as st

from sp_app.i18n import texts
from sp_app.ui import shown

log = logging.getLogger(__name__)
P = ParamSpec("P")


class Speaks(Protocol):
    """The context of a page, as far as it matters here."""

    @property
    def lang(self) -> str: ...


C = TypeVar("C", bound=Speaks)


@contextmanager
def guarded(what: str, language: str) -> Iterator[None]:
    """Draw the sentence in place of what fails inside the block; `what` names it in the log."""
    try:
        yield
    except Exception:
        reference = secrets.token_hex(2).upper()
        log.exception("%s failed, reference %s", what, reference)
        message = texts(language)("frame.page_failed", reference=reference)
        st.html(f'<div class="sp-error" role="alert">{escape(message)}</div>')


def part(draw: Callable[Concatenate[C, P], None]) -> Callable[Concatenate[C, P], None]:
    """Make a part of a page that runs alone when something in it is moved; it fails alone, too."""

    @wraps(draw)
    def alone(ctx: C, *others: P.args, **named: P.kwargs) -> None:
        with guarded(f"part {draw.__module__}", ctx.lang), shown.drawing(f"{draw.__module__}.{draw.__qualname__}"):
            draw(ctx, *others, **named)

    return st.fragment(alone)
