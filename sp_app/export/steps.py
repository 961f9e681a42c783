"""Making a file part by part: whoever asked hears how far it is, and may stop it between two parts.

A step is told how many parts are done, of how many. To stop the work it raises `Stopped`; nothing
that was made so far is handed out then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Step = Callable[[int, int], None]
T = TypeVar("T")


def unheard(_done: int, _of: int) -> None:
    """Take no notice: nobody waits, nobody stops."""


def each(parts: Sequence[T], step: Step) -> Iterator[T]:
    """Yield one part after the other; `step` hears of it before each and behind the last."""
    for done, part in enumerate(parts):
        step(done, len(parts))
        yield part
    step(len(parts), len(parts))
