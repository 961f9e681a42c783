"""Who may change what is kept. No page decides it: every changing service asks for an Editor.

A page needs four lines:

    desk = editor_desk()                                  # one per server
    token = desk.admit(typed_code, typed_name)            # raises Refused: wrong, locked, used, none
    st.session_state["editor"] = token                    # or a cookie of the browser session
    who = desk.permission(st.session_state.get("editor"))  # Viewer() or Editor(name), on every run

The code is good for one person: once used it admits nobody else until that person leaves
(`desk.leave(token)`), or the program is started anew. Five wrong tries lock the door for a
minute, for everybody, since a client's address is no proof of anything; who is in stays in.
"""

from __future__ import annotations

import hashlib
import math
import os
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sp_app.store import editor_code
from sp_app.store.problem import refused
from sp_app.store.typed_text import AUTHOR, checked

TRIES = 5
LOCKED_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who looks: every reading service, no changing one."""


@dataclass(frozen=True, slots=True)
class Editor:
    """The person with the code, under the name typed; made by EditorDesk.permission."""

    name: str

    def __post_init__(self) -> None:
        checked(AUTHOR, self.name)


Permission = Viewer | Editor


def fail_unless_may_look(who: Permission) -> None:
    """Refuse whoever is neither viewer nor editor: a service must be told who asks."""
    if not isinstance(who, Viewer | Editor):
        raise TypeError(f"permission is {type(who).__name__}; it must be Viewer or Editor")


def fail_unless_editor(who: Permission) -> Editor:
    """Return the editor; raise Refused for a viewer."""
    fail_unless_may_look(who)
    if isinstance(who, Editor):
        return who
    raise refused("not_editor")


class EditorDesk:
    """The door: takes the code, gives a token, knows who holds it. Safe between threads."""

    def __init__(self, sealed: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._sealed = sealed
        self._clock = clock
        self._guard = threading.Lock()
        self._wrong = 0
        self._locked_until = -math.inf
        self._held: tuple[bytes, Editor] | None = None

    def admit(self, code: str, name: str) -> str:
        """Return a token for whoever typed the right code; `name` goes on the record.

        Raises Refused: no_code (the server was started without one), empty or too long a
        name, locked (with the seconds left), code_used, wrong_code (with the tries left).
        """
        if not editor_code.is_seal(self._sealed):
            raise refused("no_code")
        editor = Editor(checked(AUTHOR, name))
        with self._guard:
            self._fail_if_locked()
            if not editor_code.opens(code, self._sealed):
                raise self._count_wrong_try()
            if self._held is not None:
                raise refused("code_used")
            self._wrong = 0
            token = secrets.token_urlsafe(32)
            self._held = (_digest(token), editor)
            return token

    def permission(self, token: str | None) -> Permission:
        """Return Editor(name) for the token that was given out, else Viewer()."""
        held = self._held
        if token and held and secrets.compare_digest(_digest(token), held[0]):
            return held[1]
        return Viewer()

    def leave(self, token: str | None) -> None:
        """Stop editing: the token is worth nothing any more and the code is good for one person again."""
        with self._guard:
            if isinstance(self.permission(token), Editor):
                self._held = None

    def _fail_if_locked(self) -> None:
        left = self._locked_until - self._clock()
        if left > 0:
            raise refused("locked", seconds=math.ceil(left))

    def _count_wrong_try(self) -> Exception:
        self._wrong += 1
        if self._wrong < TRIES:
            return refused("wrong_code", left=TRIES - self._wrong)
        self._wrong = 0
        self._locked_until = self._clock() + LOCKED_SECONDS
        return refused("locked", seconds=int(LOCKED_SECONDS))


@cache
def editor_desk() -> EditorDesk:
    """Return the one desk of this server; without a seal in the environment it admits nobody."""
    return EditorDesk(os.environ.get(editor_code.VARIABLE, ""))


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
