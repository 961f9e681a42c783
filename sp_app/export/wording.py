"""Words as documents set them: Lao lines break at the ends of words only.

Lao writes no spaces between words. Word, PowerPoint and the PDF break lines at zero-width
spaces, which are put where the dictionary of ICU finds the ends of words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from icu4py.breakers import LineBreaker

from sp_app.export.plain import NO_BREAK, plain

ZERO_WIDTH_SPACE = "\u200b"
LAO = re.compile("[\u0e80-\u0eff]")
# A number and its unit, and the name of the country, stay on one line.
NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:ຕື້ກີບ|ພັນຕື້ກີບ|ລ້ານ|ກີບ|ຄົນ|ປີ))")
COUNTRY = "ສປປ ລາວ"
# Words that the dictionary takes apart.
ONE_WORD = ("ຕື້ກີບ", "ສົມມຸດຖານ", "ແບບຈຳລອງ", "ຜູ້ຮັບ")
BREAKS_ITSELF = (" ", "\n", ZERO_WIDTH_SPACE)
# Vowels, marks of tone and the sign of repetition belong to the letter before; a break there is the dictionary's slip.
CARRIED = re.compile(f"{ZERO_WIDTH_SPACE}(?=[\u0eb0-\u0ebd\u0ec6\u0ec8-\u0ecd])")
KEPT = 8192


@lru_cache(maxsize=KEPT)
def set_words(text: str) -> str:
    """Return `text`, made plain, with a zero-width space wherever a line may break between two Lao words."""
    clean = plain(text)
    if not LAO.search(clean):
        return clean
    joined = NUMBER_AND_UNIT.sub(NO_BREAK, clean.replace(COUNTRY, COUNTRY.replace(" ", NO_BREAK)))
    found = [str(part) for part in LineBreaker(joined, "lo")]
    words = "".join(part if part.endswith(BREAKS_ITSELF) else part + ZERO_WIDTH_SPACE for part in found)
    for torn, word in _torn().items():
        words = words.replace(torn, word)
    return CARRIED.sub("", words).strip(ZERO_WIDTH_SPACE)


@cache
def _torn() -> dict[str, str]:
    """Return the words that are kept whole, by what the dictionary makes of them."""
    return {ZERO_WIDTH_SPACE.join(str(part) for part in LineBreaker(word, "lo")): word for word in ONE_WORD}
