"""What Word and PowerPoint documents share: fonts for Latin and Lao letters, languages, colours.

Office sets Lao as complex script: with a font, a size and a language of its own.
"""

from __future__ import annotations

OFFICE_FONTS = {"en": "Calibri", "lo": "Phetsarath OT"}  # the Lao one is that of official papers
OTHER_LAO_FONT = "Noto Sans Lao"  # where it is not installed
ENLARGED = {"en": 1.0, "lo": 1.1}
LANGUAGE_TAGS = {"en": "en-GB", "lo": "lo-LA"}

INK, INK_2, INK_3 = "14202E", "3D4A5A", "5A6675"
BLUE, HAIR, TOTAL = "0B4A8A", "DEDAD1", "F6F3EC"
GAP, GAP_INK, MARKED = "F8E3EA", "8C1640", "EEF3F9"
MARK_INK, MARK_GROUND, INDIGO = "7A4800", "FFFAF2", "142E52"
PAPER, WOVEN_LIGHT, WOVEN_GOLD = "FFFFFF", "C9D8EA", "D9A441"
