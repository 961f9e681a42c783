"""What a user typed, made fit for any document: nothing that a document cannot hold or that turns words around."""

from __future__ import annotations

import re
import unicodedata

NO_BREAK = "\u00a0"
LONGEST = 4000
SPACES = re.compile(r"[^\S\u00a0]+")
UNFIT = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # control, format, surrogate, private, unassigned, line ends


def plain(text: str, longest: int = LONGEST) -> str:
    """Return a text cut to a length, white space as one space, line breaks kept, unfit signs left out."""
    if text.isprintable() and len(text) <= longest and "  " not in text:
        return text
    lines = (SPACES.sub(" ", line).strip(" ") for line in text.splitlines())
    clean = "\n".join("".join(sign for sign in line if _fit(sign)) for line in lines if line)
    return clean if len(clean) <= longest else clean[: longest - 1].rstrip() + "…"


def _fit(sign: str) -> bool:
    return sign == NO_BREAK or unicodedata.category(sign) not in UNFIT
