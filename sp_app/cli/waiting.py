"""While a file is made on the command line: after a second a line on the terminal says which part is being made."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

PATIENCE = 1.0  # seconds in which nothing is said
WIPED = "\r\x1b[K"  # to the beginning of the line, and nothing on it


class Waiting:
    """Hears of every part; says it on `screen` where that is a terminal and it takes long."""

    def __init__(self, name: str, screen: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._name, self._screen, self._clock = name, screen, clock
        self._begun, self._said = clock(), False

    def step(self, done: int, of: int) -> None:
        """Say which part is being made, or wipe the line behind the last one."""
        if done < of and self._screen.isatty() and self._clock() - self._begun > PATIENCE:
            self._write(f"{WIPED}{self._name}: part {done + 1} of {of}")
            self._said = True
        elif done >= of:
            self.end()

    def end(self) -> None:
        """Wipe what was said: the next line begins where this one did."""
        if self._said:
            self._write(WIPED)
            self._said = False

    def _write(self, text: str) -> None:
        self._screen.write(text)
        self._screen.flush()
