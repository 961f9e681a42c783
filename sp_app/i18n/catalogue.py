"""Read the .po files into one catalogue per language."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sp_core.errors import MissingText

LANGUAGES = ("en", "lo")
FOLDER = Path(__file__).parent / "texts"


@cache
def _catalogue(language: str) -> dict[str, str]:
    """Compile every domain of `language`, fuzzy entries included, into key → text."""
    merged: dict[str, str] = {}
    for path in sorted(FOLDER.glob(f"*.{language}.po")):
        with path.open("rb") as source:
            catalogue = read_po(source, locale=language, abort_invalid=True)
        binary = BytesIO()
        write_mo(binary, catalogue, use_fuzzy=True)
        binary.seek(0)
        compiled = GNUTranslations(binary)
        merged.update({str(m.id): compiled.gettext(str(m.id)) for m in catalogue if m.id and m.string})
    return merged


class Texts:
    """The texts of one language: `t("coverage.context", year=2021)`."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of `key` with its named placeholders filled.

        Raises MissingText when the key or one of its placeholders is missing.
        """
        try:
            text = _catalogue(self.language)[key]
        except KeyError:
            raise MissingText(f"{key}: no text in {self.language}") from None
        if not values:
            return text
        try:
            return text.format(**values)
        except KeyError as error:
            raise MissingText(f"{key} ({self.language}): the value {error} was not given") from None

    def has(self, key: str) -> bool:
        """Say whether `key` exists in this language."""
        return key in _catalogue(self.language)


@cache
def texts(language: str) -> Texts:
    """Return the texts of `language`; an unknown language reads as English."""
    return Texts(language)
