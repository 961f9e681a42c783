"""Interface texts and number formats in English and Lao.

A text has a key ("coverage.title"); its domain, the part before the first dot, is
the file that holds it: texts/<domain>.<language>.po. Lao entries flagged `fuzzy`
await a native reader and are shown all the same.
"""

from sp_app.i18n.catalogue import LANGUAGES, Texts, texts

__all__ = ["LANGUAGES", "Texts", "texts"]
