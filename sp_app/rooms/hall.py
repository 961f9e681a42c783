"""The one live room of this server: what the store holds, kept ready for everybody who asks.

Every change goes to the store first and is then read back, so what phones see is what a server started again
would show them. Who is there (a phone that asked within HERE seconds) is only in memory: it asks again anyway.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sp_app.rooms.known import Known
from sp_app.rooms.limits import Limits
from sp_app.rooms.turned_away import TurnedAway
from sp_app.store import rooms
from sp_app.store.opening import Store
from sp_app.store.permission import Permission
from sp_app.store.room_records import Room

HERE = 20.0  # seconds a phone counts as present after it asked: one that sleeps asks every fifteen
MOST_PRESENT = 2000
FLUSH = 5.0  # seconds between two notes of how many requests were refused


@dataclass(frozen=True, slots=True)
class Shown:
    """What is sent to phones, as bytes, under a tag that names the content."""

    body: bytes
    tag: str


class Hall:
    """The open room, who is in it, and what was refused. Safe between threads."""

    def __init__(self, known: Known, clock: Callable[[], float] = time.monotonic) -> None:
        self.known = known
        self.limits = Limits(clock)
        self._clock = clock
        self._guard = threading.RLock()
        self._room: Room | None = None
        self._loaded = False
        self._shown: dict[str, Shown] = {}
        self._present: dict[str, float] = {}
        self._refused = 0
        self._flushed = (0, 0.0)

    def room(self) -> Room | None:
        """Return the open room; read from the store at the first call."""
        if not self._loaded:
            with self._guard:
                self._read()
        return self._room

    @property
    def ready(self) -> bool:
        """Say whether asking for the room needs no disk."""
        return self._loaded

    def change(self, act: Callable[[Store], object], phones_see: bool = True) -> Room | None:
        """Do something to the store and show what came of it.

        `phones_see` is False for what phones send: they see none of it before the presenter reveals it, so a
        hall that answers at once need not be told the same anew a hundred times.
        """
        with self._guard:
            act(self.known.store())
            shown = self._shown
            self._read()
            self._shown = {} if phones_see else shown
            return self._room

    def _read(self) -> None:
        before = self._room
        self._room = rooms.current(self.known.store())
        self._shown = {}
        if not self._loaded or (before and before.id) != (self._room and self._room.id):
            self._present = {}
            self._refused = self._room.refused if self._room else 0
            self._flushed = (self._refused, self._clock())
        self._loaded = True

    def kept(self, language: str) -> Shown | None:
        """Return what phones are shown, if it was made since the last change."""
        return self._shown.get(language)

    def show(self, language: str, make: Callable[[Room], bytes]) -> Shown:
        """Make what phones are shown, once for all of them."""
        with self._guard:
            room = self.room()
            if room is None:
                raise TurnedAway("closed")
            if language not in self._shown:
                body = make(room)
                tag = hashlib.blake2b(body, digest_size=8).hexdigest()
                self._shown[language] = Shown(body, f'"{tag}"')
            return self._shown[language]

    def knows(self, phone: str) -> bool:
        """Say whether this phone was here before."""
        return phone in self._present

    def enter(self, phone: str) -> None:
        """Note that a phone is here; refuse when the hall holds no more."""
        now = self._clock()
        if phone not in self._present and len(self._present) >= MOST_PRESENT:
            self._present = {one: at for one, at in self._present.items() if now - at < HERE}
            if len(self._present) >= MOST_PRESENT:
                raise TurnedAway("full")
        self._present[phone] = now

    def phones(self) -> int:
        """Return how many phones are here."""
        now = self._clock()
        return sum(now - at < HERE for at in list(self._present.values()))

    def refuse(self) -> None:
        """Count a request that was turned away."""
        self._refused += 1

    @property
    def refused(self) -> int:
        """Return how many requests were turned away since the room was opened."""
        return self._refused

    def flush(self) -> None:
        """Note in the store how many were refused, now and then: a flood must not write."""
        count, at = self._flushed
        if self._refused == count or self._clock() - at < FLUSH:
            return
        with self._guard:
            self._flushed = (self._refused, self._clock())
            rooms.count_refused(self.known.store(), self._refused)

    def follow(self, who: Permission, query: Mapping[str, str]) -> None:
        """Let phones follow what the presenter committed, where a room is open and it is news."""
        room = self.room()
        if room and dict(room.scenario) != dict(query):
            self.change(lambda store: rooms.follow(store, who, query))
