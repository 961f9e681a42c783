"""Paper for PDF documents: A4 pages, embedded Lao and Latin fonts shaped by HarfBuzz, marks and page numbers below.

Lines are broken here, word by word: each word is measured once.

The bundled Noto fonts are embedded on every machine, so that the same scenario gives the same paper.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from fpdf import FPDF
from icu4py.breakers import CharacterBreaker

from sp_app.export.plain import plain
from sp_app.export.wording import ZERO_WIDTH_SPACE, set_words

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
STYLES = {"": "400", "B": "700"}
FAMILIES = {"latin": "noto-sans-latin", "lao": "noto-sans-lao-lao"}
FIRST = {"en": "latin", "lo": "lao"}  # the font that a document's language is set in; the other one fills in
NOT_IN_FONT = {"→": "›", "≥": ">=", "≤": "<="}
# Leading in font sizes: the tallest Lao cluster is 1.11 above the line and 0.28 below it. Lao letters are smaller.
LEADING, ENLARGED = {"en": 1.36, "lo": 1.62}, {"en": 1.0, "lo": 1.1}
MM = 25.4 / 72.0
MARGIN, FOOT = 18.0, 22.0
TEXT, SMALL, TINY, HEADING = 9.5, 8.0, 7.0, 12.5

INK, INK_2, INK_3, BLUE, HAIR = (20, 32, 46), (61, 74, 90), (90, 102, 117), (11, 74, 138), (222, 218, 209)
TOTAL, GAP, GAP_INK, MARKED, WHITE = (246, 243, 236), (248, 227, 234), (140, 22, 64), (238, 243, 249), (255, 255, 255)
MARK_INK, MARK_GROUND, INDIGO, WOVEN = (122, 72, 0), (255, 250, 242), (20, 46, 82), ((201, 216, 234), (217, 164, 65))
Colour = tuple[int, int, int]
# Where a line may end: after a space, and after the mark between two Lao words.
UNIT = re.compile(f"[^ {ZERO_WIDTH_SPACE}]*[ {ZERO_WIDTH_SPACE}]*")
AT_SIZE = 10.0  # points at which words are measured


class Paper(FPDF):
    """A document in one language; the foot stands on every page: the mark, what made the paper, the page."""

    def __init__(self, language: str, title: str, day: datetime.date) -> None:
        super().__init__(format="A4")
        self.language = language
        self._widths: dict[tuple[str, str], float] = {}
        self._size, self._style = TEXT, ""
        for family, name in FAMILIES.items():
            for style, weight in STYLES.items():
                self.add_font(family, style, FONTS / f"{name}-{weight}-normal.woff2")
        self.set_fallback_fonts([name for name in FAMILIES if name != FIRST[language]], exact_match=True)
        self.set_text_shaping(True)
        self.set_margins(MARGIN, MARGIN)
        self.c_margin = 0.0
        self.set_auto_page_break(False)
        self.str_alias_nb_pages = ""  # "{nb}" in a title is words, not the number of pages
        self.set_lang({"en": "en-GB", "lo": "lo-LA"}[language])
        self.set_title(plain(title))
        self.set_creation_date(datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC))

    @property
    def bottom(self) -> float:
        """Return where the foot begins."""
        return float(self.h - FOOT)

    def type(self, size: float, style: str = "", colour: Colour = INK) -> float:
        """Choose size and style; return the height of a line in millimetres."""
        self._size, self._style = size * ENLARGED[self.language], style
        self.set_font(FIRST[self.language], style, self._size)
        self.set_text_color(*colour)
        return self._size * LEADING[self.language] * MM

    def lines(self, text: str, width: float) -> list[str]:
        """Return `text` in lines of at most `width` millimetres, in the type chosen last."""
        for sign, other in NOT_IN_FONT.items():
            text = text.replace(sign, other)
        return [line for part in set_words(text).split("\n") for line in self._filled(part, width)]

    def _filled(self, text: str, width: float) -> Iterator[str]:
        line, used = "", 0.0
        for unit in UNIT.findall(text):
            words = unit.replace(ZERO_WIDTH_SPACE, "")
            if line and used + self.width_of(words.rstrip()) > width:
                yield line.rstrip()
                line, used = "", 0.0
            if self.width_of(words.rstrip()) > width:
                *whole, words = self._taken_apart(words, width)
                yield from whole
            line, used = line + words, used + self.width_of(words)
        yield line.rstrip()

    def _taken_apart(self, word: str, width: float) -> list[str]:
        """Return a word that is wider than a line in parts, letters with their marks never torn."""
        parts, used = [""], 0.0
        for letter in CharacterBreaker(word, "lo"):
            wide = self.width_of(str(letter))
            if parts[-1] and used + wide > width:
                parts.append("")
                used = 0.0
            parts[-1] += str(letter)
            used += wide
        return parts

    def width_of(self, words: str) -> float:
        """Return the width of words in the type chosen last."""
        key = (self._style, words)
        if key not in self._widths:
            size = self._size
            self.set_font_size(AT_SIZE)
            self._widths[key] = self.get_string_width(words)
            self.set_font_size(size)
        return self._widths[key] * self._size / AT_SIZE

    def put(self, lines: Sequence[str], x: float, y: float, width: float, line: float, align: str = "L") -> None:
        """Draw lines below each other from a place on the page."""
        for at, words in enumerate(lines):
            if words:
                self.set_xy(x, y + at * line)
                self.current_font_is_set_on_page = False  # the line before may have ended in the other font
                self.cell(width, line, words, align=align)

    def make_room(self, height: float) -> bool:
        """Begin a new page where less than `height` millimetres are left; say whether one was begun."""
        if self.get_y() + height <= self.bottom:
            return False
        self.add_page()
        return True

    def paragraph(
        self,
        text: str,
        size: float = TEXT,
        style: str = "",
        colour: Colour = INK,
        after: float = 1.5,
        indent: float = 0.0,
    ) -> None:
        """Write a paragraph; it may go on on the next page."""
        line = self.type(size, style, colour)
        for words in self.lines(text, self.epw - indent):
            if self.make_room(line):
                self.type(size, style, colour)
            self.put([words], self.l_margin + indent, self.get_y(), self.epw - indent, line)
            self.set_y(self.get_y() + line)
        self.set_y(self.get_y() + after)

    def heading(self, text: str, room: float = 30.0) -> None:
        """Write a heading that stays with at least `room` millimetres of what follows; it enters the outline."""
        self.make_room(room)
        self.set_y(self.get_y() + 3)
        self.start_section(plain(text))
        self.paragraph(text, HEADING, "B", BLUE, after=0.8)

    def points(self, texts: Sequence[str], size: float = TEXT) -> None:
        """Write a list."""
        for text in texts:
            line = self.type(size)
            self.make_room(line)
            self.put(["•"], self.l_margin, self.get_y(), 4, line)
            self.paragraph(text, size, after=0.6, indent=4)
        self.set_y(self.get_y() + 1)

    def tag(self, text: str) -> None:
        """Write a mark in a dashed frame, such as "simulated", and stay on its line."""
        line = self.type(SMALL, "B", MARK_INK)
        x, y, (words,) = self.get_x(), self.get_y(), self.lines(text, self.epw)[:1]
        width = self.width_of(words) + 5
        self.set_fill_color(*MARK_GROUND)
        self.set_draw_color(*MARK_INK)
        self.set_line_width(0.25)
        self.set_dash_pattern(dash=1.0, gap=0.7)
        self.rect(x, y, width, line + 1, style="DF")
        self.set_dash_pattern()
        self.put([words], x, y + 0.5, width, line, "C")
        self.set_xy(x + width + 3, y)

    def rule(self, left: float, right: float, y: float, colour: Colour = INK_3, width: float = 0.2) -> None:
        """Draw a thin line across."""
        self.set_draw_color(*colour)
        self.set_line_width(width)
        self.line(left, y, right, y)

    def header(self) -> None:
        """Draw the woven band over every page."""
        self.set_fill_color(*INDIGO)
        self.rect(0, 0, self.w, 3.2, style="F")
        for at in range(int(self.w / 4) + 1):
            self.set_fill_color(*WOVEN[at % 2])
            x = at * 4.0 + 2.0
            self.polygon([(x - 1.0, 1.6), (x, 0.6), (x + 1.0, 1.6), (x, 2.6)], style="F")
        self.set_y(MARGIN - 4)

    def finish(self, mark: str, edition: str, page_words: str) -> bytes:
        """Write the foot of every page ({page} and {pages} in `page_words`) and return the file."""
        pages = self.page
        for page in range(1, pages + 1):
            self.page = page
            y = self.bottom + 5
            line = self.type(TINY, "B", MARK_INK)
            self.put(self.lines(mark, self.epw - 30)[:1], self.l_margin, y, self.epw - 30, line)
            self.type(TINY, "", INK_3)
            self.put([page_words.format(page=page, pages=pages)], self.l_margin, y, self.epw, line, "R")
            self.put(self.lines(edition, self.epw)[:1], self.l_margin, y + line, self.epw, line)
        return bytes(self.output())

    def close_fonts(self) -> None:
        """Close the files of the fonts, which the library leaves open."""
        for font in self.fonts.values():
            font.ttfont.close()
