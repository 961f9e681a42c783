"""Tiles on a slide: a few numbers in large type, each with its name above and what it compares with below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from sp_app.export import office
from sp_app.export.slide_words import write

GAP, SIDE = Inches(0.2), Inches(0.16)
NAME, VALUE, BESIDE = 14.0, 36.0, 14.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A number as it is printed; `gap` marks what has no source."""

    name: str
    value: str
    beside: str
    gap: bool = False


def add_tiles(slide: Any, tiles: Sequence[Tile], place: tuple[int, int, int, int], language: str) -> None:
    """Draw the tiles side by side in `place` (left, top, width, height in EMU)."""
    left, top, across, high = place
    width = (across - GAP * (len(tiles) - 1)) // len(tiles)
    for at, tile in enumerate(tiles):
        shape = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Emu(left + at * (width + GAP)), Emu(top), Emu(width), Emu(high)
        )
        shape.shadow.inherit = False
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(office.GAP if tile.gap else office.TOTAL)
        shape.line.color.rgb, shape.line.width = RGBColor.from_string(office.HAIR), Pt(0.75)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = SIDE
        frame.margin_top = frame.margin_bottom = 0
        strong = office.GAP_INK if tile.gap else office.BLUE
        write(frame, tile.name, language, NAME, colour=office.INK_2)
        write(frame, tile.value, language, VALUE, bold=True, colour=strong)
        write(frame, tile.beside, language, BESIDE, colour=office.INK_2)
