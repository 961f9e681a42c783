"""The command line says which part of a file is made: on a terminal, after a second, and leaves no trace."""

from __future__ import annotations

import io

from sp_app.cli.waiting import WIPED, Waiting
from sp_app.export.steps import each


class Screen(io.StringIO):
    """What stands where standard error goes."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def written(terminal: bool, seconds: float) -> str:
    """Return what is said while three parts take `seconds` each."""
    screen, now = Screen(terminal), [0.0]
    waiting = Waiting("brief.docx", screen, lambda: now[0])
    for _ in each(range(3), waiting.step):
        now[0] += seconds
    waiting.end()
    return screen.getvalue()


def test_a_long_file_says_its_parts_after_a_second_and_wipes_the_line() -> None:
    assert written(True, 0.7) == f"{WIPED}brief.docx: part 3 of 3{WIPED}"
    assert written(True, 2.0) == f"{WIPED}brief.docx: part 2 of 3{WIPED}brief.docx: part 3 of 3{WIPED}"


def test_a_quick_file_says_nothing_and_a_file_or_pipe_never_hears_of_it() -> None:
    assert written(True, 0.1) == ""
    assert written(False, 5.0) == ""
