"""How workbooks look: fonts, colours, cell formats, the page in print, widths and heights.

The Lao font is the one that official papers use; spreadsheets without it take another Lao font.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

FONTS = {"en": "Calibri", "lo": "Phetsarath OT"}
INK, INK_3, BLUE, HAIR = "#14202E", "#5A6675", "#0B4A8A", "#DEDAD1"
TOTAL_GROUND, GAP_GROUND, GAP_INK, MARK_INK, MARK_GROUND = "#F6F3EC", "#F8E3EA", "#8C1640", "#7A4800", "#FFFAF2"
LEVER_GROUND, GOOD_INK, GOOD_GROUND = "#FFF3C4", "#14505C", "#E3F1EE"
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "note": {"font_color": INK_3, "text_wrap": True, "valign": "top"},
    "small": {"font_color": INK_3, "font_size": 9},
    "aside": {"font_color": INK_3, "font_size": 9, "indent": 1},
    "unsaid": {"font_color": INK_3, "font_size": 9, "align": "center"},
    "mark": {"bold": True, "font_color": MARK_INK, "bg_color": MARK_GROUND, "border": 3, "border_color": MARK_INK},
    "head": {"bold": True, "bottom": 2, "align": "right", "text_wrap": True, "valign": "bottom"},
    "head_left": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"},
    "head_aside": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "indent": 1},
    "section": {"bold": True, "font_color": BLUE, "bottom": 1, "bottom_color": HAIR},
    "line": {},
    "name": {"text_wrap": True},
    "illustrative": {"italic": True, "font_color": MARK_INK, "bg_color": MARK_GROUND},
    "lever": {"bg_color": LEVER_GROUND, "border": 1, "border_color": MARK_INK, "bold": True},
    "verdict": {"bold": True, "bg_color": TOTAL_GROUND, "border": 1, "border_color": HAIR},
    "total": {"bold": True, "bg_color": TOTAL_GROUND, "top": 1},
    "gap": {"bold": True, "bg_color": GAP_GROUND, "font_color": GAP_INK},
    "cell": {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": HAIR},
}
SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
A4 = 9
MOST_NAME = 31  # letters of a sheet's name that Excel takes
# Points a line needs (Lao has marks above and below), and letters of the column that a letter takes up.
LINE, LETTER = {"en": 15.0, "lo": 21.0}, {"en": 1.0, "lo": 0.85}
WORD_WIDTHS = (14, 48)  # narrowest and widest column of words


class Formats:
    """The cell formats of one workbook, each made once."""

    def __init__(self, file: Any, font: str) -> None:
        self._file, self._font = file, font
        self._made: dict[tuple[str, str | None, str], Any] = {}

    def __call__(self, look: str, number: str | None = None, over: str = "line") -> Any:
        """Return the format of a look, with what the look `over` adds to it, for numbers printed as `number` says."""
        key = (look, number, over)
        if key not in self._made:
            shape = {"font_name": self._font, "font_size": 11, "font_color": INK, **LOOKS[look], **LOOKS[over]}
            if number is not None:
                shape |= {"num_format": number, "align": "right"}
            self._made[key] = self._file.add_format(shape)
        return self._made[key]


def decimals(digits: int, scale: str = "") -> str:
    """Return the number format with so many decimals. Each comma of `scale` divides by 1,000."""
    number = "#,##0" + ("." + "0" * digits if digits else "") + scale
    return _without_nothing(number, 0.5 * 10.0**-digits * 1000.0 ** len(scale))


def percent(digits: int) -> str:
    """Return the format of a share in per cent with so many decimals."""
    return _without_nothing("0." + "0" * digits + "%", 0.005 * 10.0**-digits)


def _without_nothing(number: str, least: float) -> str:
    """What rounds to nothing is a dash: no -0.00%."""
    limit = f"{least:.12f}".rstrip("0").rstrip(".")
    return f'[>={limit}]{number};[<=-{limit}]-{number};"–"'


def page(sheet: Any, footer: str, pages: int = 0, wide: int = 1) -> None:
    """Set a sheet up for print, so many pages wide and so many high (0: as many as it takes)."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(wide, pages)
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L&8 {footer.replace('&', '&&')[:200]}&R&8&P / &N")


def width_of(texts: Sequence[str], language: str) -> float:
    """Return a column's width for its longest text, within bounds: what is longer takes more lines."""
    narrowest, widest = WORD_WIDTHS
    return min(widest, max(narrowest, 2.0 + max(len(text) for text in texts) * LETTER[language]))


def height_of(texts: Sequence[str], widths: Sequence[float], language: str) -> float:
    """Return the height a row needs in points: spreadsheets do not all fit rows to wrapped text by themselves."""
    lines = [math.ceil((len(text) * LETTER[language] + 1) / width) for text, width in zip(texts, widths, strict=True)]
    return max(lines) * LINE[language] + 2.0
