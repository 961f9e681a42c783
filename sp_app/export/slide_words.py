"""Words on slides: every run says its language and its font for Latin and for Lao letters."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Emu

from sp_app.export import office
from sp_app.export.wording import set_words

SIDES = {"margin_left": 0, "margin_right": 0, "margin_top": 0, "margin_bottom": 0}
SPACING = {"en": 100000, "lo": 108000}  # lines of Lao keep the marks of both apart
OVER_AND_UNDER = re.compile("[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]")
ALIGNS = {"L": "l", "R": "r", "C": "ctr"}


def write(
    frame: Any,
    text: str,
    language: str,
    points: float,
    *,
    bold: bool = False,
    colour: str = office.INK,
    align: str = "L",
    after: float = 0.0,
) -> None:
    """Write `text` into a text frame, a paragraph for each of its lines, after those that are there."""
    body = frame._txBody
    if _empty(frame):
        body.remove(body.p_lst[0])
    for line in set_words(text).split("\n"):
        paragraph = etree.SubElement(body, qn("a:p"))
        shape = etree.SubElement(paragraph, qn("a:pPr"), {"algn": ALIGNS[align]})
        _size(shape, "a:lnSpc", "a:spcPct", SPACING[language])
        _size(shape, "a:spcAft", "a:spcPts", round(after * 100))
        if not line:  # an empty line is as high as the others only if it says so; else it has 18 points
            paragraph.append(_properties(paragraph, "a:endParaRPr", language, points, bold, colour))
            continue
        run = etree.SubElement(paragraph, qn("a:r"))
        run.append(_properties(run, "a:rPr", language, points, bold, colour))
        etree.SubElement(run, qn("a:t")).text = line


def _size(owner: Any, name: str, unit: str, value: int) -> None:
    etree.SubElement(etree.SubElement(owner, qn(name)), qn(unit), {"val": str(value)})


def _properties(owner: Any, name: str, language: str, points: float, bold: bool, colour: str) -> Any:
    """Return size, weight, language, colour and fonts of a run, or of what has no letters."""
    size = round(points * office.ENLARGED[language] * 2) * 50  # hundredths of a point, whole halves
    said = {"lang": office.LANGUAGE_TAGS[language], "sz": str(size), "b": str(int(bold)), "dirty": "0"}
    made = owner.makeelement(qn(name), said)
    etree.SubElement(etree.SubElement(made, qn("a:solidFill")), qn("a:srgbClr"), {"val": colour})
    for slot, font in (("latin", language), ("ea", "lo"), ("cs", "lo")):
        etree.SubElement(made, qn(f"a:{slot}"), {"typeface": office.OFFICE_FONTS[font]})
    return made


def visible_letters(text: str) -> int:
    """Return how many letters take room: marks above and below a Lao letter do not."""
    return len(text) - len(OVER_AND_UNDER.findall(text))


def _empty(frame: Any) -> bool:
    return len(frame.paragraphs) == 1 and not frame.paragraphs[0].runs


def number_field(frame: Any, shown: str, language: str, points: float, colour: str) -> None:
    """Write the number of the slide as a field that PowerPoint keeps right."""
    write(frame, shown, language, points, colour=colour, align="R")
    (run,) = frame._txBody.iter(qn("a:r"))
    made = run.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    for child in list(run):
        made.append(child)
    run.getparent().replace(run, made)


def box(slide: Any, left: int, top: int, width: int, height: int, anchor: Any = MSO_ANCHOR.TOP) -> Any:
    """Add an empty text box that wraps its words; return its frame."""
    frame = slide.shapes.add_textbox(Emu(left), Emu(top), Emu(width), Emu(height)).text_frame
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    for side, value in SIDES.items():
        setattr(frame, side, value)
    return frame
