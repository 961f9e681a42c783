"""Random scenarios and texts for the property tests."""

from __future__ import annotations

import math

from hypothesis import strategies as st

from sp_core.lever import Lever
from sp_core.scenario import Scenario

LAO = st.text(st.characters(min_codepoint=0x0E80, max_codepoint=0x0EFF), min_size=1, max_size=30)
SEEN = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\u202a\u202b\u202c\u202d\u202e"
                     "\u2066\u2067\u2068\u2069")  # fmt: skip
HOSTILE = st.sampled_from(
    [
        "Robert'); DROP TABLE scenario;--",
        '"; import os; os.system("touch /tmp/ran") #',
        "{__class__}", "{0}", "%(name)s", "%s", "$(touch ran)", "`touch ran`", "=cmd|'/c calc'!A1",
        "<script>alert(1)</script>", "javascript:alert(1)", "../../../etc/passwd", "..\\..\\windows", "C:\\con",
        '"""', "'''", "\\", '\\"', '[overrides]', '"]\nid = "x', "# not a comment", "id = 'x'", "null", "NaN", "🏛️",
        "ກຳ\u200bລັງ", "ສຳ ລັບ", "e\u0301", "\ufeffmark", "\u00a0", "x" * 120,
    ]
)  # fmt: skip
NAMES = st.one_of(LAO, HOSTILE, st.text(SEEN, min_size=1, max_size=120)).filter(
    lambda text: bool(text.strip()) and not any(mark in text for mark in "\n\r\t\u0085")
)
NOTES = st.one_of(LAO, HOSTILE, st.just(""), st.text(st.one_of(SEEN, st.sampled_from("\n\t\r")), max_size=300))
ANY_TEXT = st.text(st.characters(), max_size=200)  # halves of letters and control characters too


def lever_value(lever: Lever) -> st.SearchStrategy[float]:
    """Return any value the lever accepts, its ends and its default more often than others."""
    if lever.integer:
        inside = st.integers(math.ceil(lever.minimum), math.floor(lever.maximum)).map(float)
    else:
        inside = st.floats(lever.minimum, lever.maximum, allow_nan=False)
    return st.one_of(inside, st.sampled_from([lever.minimum, lever.maximum, lever.default]).map(float))


@st.composite
def lever_values(draw: st.DrawFn, scenario: Scenario) -> dict[str, float]:
    """Return a value for every lever, years in order."""
    values = {lever.id: draw(st.just(lever.default) | lever_value(lever)) for lever in scenario.levers}
    for start, end in scenario.year_pairs:
        if values[end] < values[start]:
            values[start] = max(values[end], scenario.lever(start).minimum)
            values[end] = max(values[end], values[start])
    return {name: float(value) for name, value in values.items()}
