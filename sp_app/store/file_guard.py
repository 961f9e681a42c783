"""From the bytes somebody sends to a plain TOML table, or a sentence about what is wrong with them.

The TOML reader of the standard library is safe but can be kept busy: a key of many dotted
parts costs it the square of their number, brackets in brackets exhaust its stack. So the
shape is looked at first, once through the text.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from sp_app.store.problem import Refused, refused, shown

MOST_BYTES = 200_000
DEEPEST = 8  # brackets in brackets, and dotted parts of a key; a scenario file has two
# Strings and comments are passed over, each to where TOML ends it: a string of several lines may have two quotes
# before its closing three. An unfinished one runs to the end, so nothing is looked at twice.
PIECE = re.compile(
    r"""
      "{3} (?: [^"\\] | \\[\s\S] | "(?!"") )*+ (?: "{3,5} )?
    | '{3} (?: [^'] | '(?!'') )*+ (?: '{3,5} )?
    | " (?: [^"\\\n] | \\[^\n] )*+ "?
    | ' [^'\n]*+ '?
    | \# [^\n]*+
    | (?P<mark> [\[\]{}.,=\n] )
    """,
    re.VERBOSE,
)
LINE = re.compile(r"\(at line (\d+), column \d+\)")
TWICE = re.compile(r"Cannot (overwrite|declare)|Duplicate")


def read_toml(content: bytes) -> dict[str, Any]:
    """Return the table written in `content`.

    Raises Refused: too_large, binary, not_utf8, too_deep, duplicate_key, not_toml.
    """
    text = _text(content)
    _fail_if_nested(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(text, str(error)) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; nesting the guard let pass
        raise refused("not_toml", line=1, text="…") from error


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise refused("too_large", kilobytes=len(content) // 1000 + 1, most=MOST_BYTES // 1000)
    if b"\0" in content:
        raise refused("binary")
    try:
        return content.decode("utf-8-sig")  # an editor of Windows may put a mark before the text
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise refused("not_utf8", line=line) from error


def _fail_if_nested(text: str) -> None:
    depth = dots = line = 0
    for piece in PIECE.finditer(text):
        mark = piece["mark"]
        if mark is None:
            line += piece[0].count("\n")
            continue
        line += mark == "\n"
        dots = dots + 1 if mark == "." else 0
        depth += (mark in "[{") - (mark in "]}")
        if depth > DEEPEST or dots >= DEEPEST:
            raise refused("too_deep", line=line + 1, most=DEEPEST)


def _not_toml(text: str, message: str) -> Refused:
    lines = text.splitlines() or [""]
    found = LINE.search(message)
    number = min(int(found[1]) if found else len(lines), len(lines))
    wrong = lines[number - 1].strip()
    if TWICE.search(message):
        return refused("duplicate_key", line=number, field=shown(wrong.partition("=")[0].strip(" []")))
    return refused("not_toml", line=number, text=shown(wrong))
