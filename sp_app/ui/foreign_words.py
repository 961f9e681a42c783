"""What Streamlit says of its own in English, and what is said instead: lists, files, forms, its menus.

Streamlit has no language but English. `assets/js/foreign.js` looks for these words where they appear and puts the
reader's in their place.
"""

from __future__ import annotations

from functools import cache

from sp_app.i18n import texts

# In the order in which they are tried: what has a part that varies comes after what has none.
KEYS = (
    "skip", "pages", "sidebar", "sidebar_open", "sidebar_close", "home",
    "choose", "choose_several", "open", "dismiss", "nothing", "select_all", "selected", "clear_all", "clear_value",
    "less", "more", "enter", "enter_form", "upload", "upload_add", "upload_here", "upload_label",
    "available", "available_one", "most", "remove", "help", "enter_more", "enter_more_form", "upload_size",
    "upload_large",
)  # fmt: skip
PARTS = {name: f"{{{name}}}" for name in ("count", "name", "key", "size")}
THEIRS = "en"  # the language Streamlit speaks


@cache
def foreign_words(language: str) -> list[tuple[str, str]]:
    """Return (Streamlit's words, those in `language`), parts that vary in braces; none where both are the same."""
    told, theirs = texts(language), texts(THEIRS)
    pairs = ((theirs(f"widgets.{key}", **PARTS), told(f"widgets.{key}", **PARTS)) for key in KEYS)
    return [pair for pair in pairs if pair[0] != pair[1]]
