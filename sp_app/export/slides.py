"""A deck of 16:9 slides in the house's colours: titles, tables, native charts, notes, marks and slide numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from sp_app.export import office
from sp_app.export.figure_grid import figure_grid
from sp_app.export.grid import Grid
from sp_app.export.native_chart import chart_data, chart_type, drawable, dress
from sp_app.export.plain import plain
from sp_app.export.slide_table import add_table, in_parts, tears
from sp_app.export.slide_words import box, number_field, visible_letters, write
from sp_app.figures.spec import FigureSpec

WIDE, HIGH = Inches(13.333), Inches(7.5)
LEFT, ACROSS = Inches(0.6), Inches(13.333 - 1.2)
BAND, TITLE_TOP, TITLE_HIGH = Inches(0.1), Inches(0.38), Inches(0.95)
BODY_TOP, FOOT_TOP = Inches(1.45), Inches(6.95)
TITLE, BODY, MEASURE, SMALL = 26.0, 18.0, 14.0, 10.0
PROPERTY = 200  # letters of a property of the file; more than 255 are refused
SOURCES = 240  # letters of sources below a chart or table
SOURCE_HIGH = Inches(0.55)
LARGER = (20.0, 18.0, 16.0, 14.0)  # a table is set so where it takes no more slides
BAND_IDS = 100  # of the shapes of the band, apart from those of the template
TITLE_ONLY = 5  # the layout of the template that has nothing but a title
LONGEST_TITLE, LONG_TITLE, SMALLER = 180, 64, 20.0  # letters that are kept, and from which on a title is set smaller
ACCENTS = ("0B5CAB", "9A5B00", "A61E4D", "2E7F78", "A5802B", "5F94C6")


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands on a slide: the mark of a simulated result (none: empty), what made the deck, in notes the sources.

    A deck may change its signs before a slide that rests on something else.
    """

    mark: str
    edition: str
    sources: str


class Deck:
    """Slides under way, in one language."""

    def __init__(self, language: str, title: str, signs: Signs, continued: str, day: date) -> None:
        self.language, self.signs, self._continued = language, signs, continued
        self.presentation = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = WIDE, HIGH
        self._layout = self._one_layout()
        self._theme()
        core = self.presentation.core_properties
        core.title, core.author, core.comments = plain(title, PROPERTY), "", plain(signs.mark, PROPERTY)
        core.language = office.LANGUAGE_TAGS[language]
        core.created = core.modified = datetime(day.year, day.month, day.day)

    def _one_layout(self) -> Any:
        """Keep one layout, in 16:9, with the woven band on it."""
        layouts = self.presentation.slide_layouts
        kept = layouts[TITLE_ONLY]
        for layout in [it for it in layouts if it is not kept]:
            layouts.remove(layout)
        for shape in list(kept.placeholders):
            if shape.placeholder_format.type is not None and shape.placeholder_format.idx != 0:
                shape._element.getparent().remove(shape._element)
        for owner in (kept, self.presentation.slide_master):
            for shape in owner.placeholders:
                if shape.placeholder_format.idx == 0:
                    _place(shape, LEFT, TITLE_TOP, ACROSS, TITLE_HIGH)
        slide = self.presentation.slides.add_slide(kept)
        drawn = [_shape(slide, MSO_SHAPE.RECTANGLE, 0, 0, WIDE, BAND, office.INDIGO)]
        step, size = Inches(0.22), Inches(0.075)
        for at in range(WIDE // step + 1):
            colour = (office.WOVEN_LIGHT, office.WOVEN_GOLD)[at % 2]
            drawn.append(_shape(slide, MSO_SHAPE.DIAMOND, at * step, (BAND - size) // 2, size, size, colour))
        for number, shape in enumerate(drawn, start=BAND_IDS):
            shape._element.nvSpPr.cNvPr.set("id", str(number))
            kept.shapes._spTree.append(shape._element)
        identity = self.presentation.slides._sldIdLst
        self.presentation.part.drop_rel(identity[0].rId)
        del identity[0]
        return kept

    def _theme(self) -> None:
        """Put the house's colours and fonts into the theme, so that what is added later matches."""
        part = self.presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        root = etree.fromstring(part.blob)
        colours = {"dk1": office.INK, "dk2": office.INDIGO, "lt2": office.TOTAL, "hlink": office.BLUE}
        colours |= {f"accent{at}": colour for at, colour in enumerate(ACCENTS, start=1)}
        for name, colour in colours.items():
            (slot,) = root.iter(qn(f"a:{name}"))
            for child in list(slot):
                slot.remove(child)
            etree.SubElement(slot, qn("a:srgbClr")).set("val", colour)
        for fonts in (*root.iter(qn("a:majorFont")), *root.iter(qn("a:minorFont"))):
            fonts.find(qn("a:latin")).set("typeface", office.OFFICE_FONTS[self.language])
            fonts.find(qn("a:cs")).set("typeface", office.OFFICE_FONTS["lo"])
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def slide(self, title: str, notes: Sequence[str], points: float = TITLE) -> Any:
        """Add a slide with title, foot and notes."""
        slide = self.presentation.slides.add_slide(self._layout)
        frame = slide.shapes.title.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = 0
        words = plain(" ".join(plain(title).split("\n")), LONGEST_TITLE) or "–"
        size = SMALLER if visible_letters(words) > LONG_TITLE else points
        write(frame, words, self.language, size, bold=True)
        self._foot(slide)
        said = (*notes, self.signs.sources, self.signs.mark, self.signs.edition)
        write(slide.notes_slide.notes_text_frame, "\n".join(it for it in said if it), self.language, 12.0)
        return slide

    def _foot(self, slide: Any) -> None:
        """Write mark, edition and number below; the mark goes with every copy of the slide."""
        if self.signs.mark:
            self._mark(slide)
        edition = box(slide, LEFT + Inches(4.8), FOOT_TOP, ACROSS - Inches(5.6), Inches(0.3), MSO_ANCHOR.MIDDLE)
        write(edition, self.signs.edition, self.language, SMALL, colour=office.INK_3)
        number = box(slide, LEFT + ACROSS - Inches(0.8), FOOT_TOP, Inches(0.8), Inches(0.3), MSO_ANCHOR.MIDDLE)
        number_field(number, str(len(self.presentation.slides)), self.language, SMALL + 2, office.INK_3)

    def _mark(self, slide: Any) -> None:
        tag = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, LEFT, FOOT_TOP, Inches(4.6), Inches(0.3))
        tag.fill.solid()
        tag.fill.fore_color.rgb = RGBColor.from_string(office.MARK_GROUND)
        tag.line.color.rgb, tag.line.width = RGBColor.from_string(office.MARK_INK), Pt(1)
        tag.line.dash_style = MSO_LINE.DASH
        tag.shadow.inherit = False
        frame = tag.text_frame
        frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        write(frame, self.signs.mark, self.language, SMALL, bold=True, colour=office.MARK_INK, align="C")

    def words(
        self, title: str, texts: Sequence[str], notes: Sequence[str] = (), points: float = BODY, source: str = ""
    ) -> Any:
        """Add a slide of paragraphs; `source` stands below where they hold figures."""
        slide = self.slide(title, notes)
        self._source(slide, source)
        frame = box(slide, LEFT, BODY_TOP, ACROSS, FOOT_TOP - BODY_TOP)
        for text in texts:
            write(frame, text, self.language, points, after=10)
        return slide

    def _source(self, slide: Any, sources: str) -> None:
        if sources:
            frame = box(slide, LEFT, FOOT_TOP - SOURCE_HIGH, ACROSS, Inches(0.45), MSO_ANCHOR.BOTTOM)
            write(frame, _shortened(sources), self.language, SMALL, colour=office.INK_3)

    def grid(
        self,
        grid: Grid,
        notes: Sequence[str] = (),
        title: str = "",
        points: float = 12.0,
        source: str = "",
        *,
        whole: bool = False,
    ) -> None:
        """Add a table with its sources, those of the slide unless others are given; a long one goes on on the next.

        With `whole` it is not set so large that words are torn.
        """
        high = FOOT_TOP - BODY_TOP - SOURCE_HIGH - Inches(0.1)
        sizes = (*(max(size, points) for size in LARGER), points)
        if whole:
            sizes = tuple(size for size in sizes if not tears(grid, ACROSS, size, self.language)) or sizes[-1:]
        parts, points = min(
            ((in_parts(grid, ACROSS, high, size, self.language), size) for size in sizes), key=lambda it: len(it[0])
        )
        for number, part in enumerate(parts, start=1):
            name = title or grid.title
            if len(parts) > 1:
                name = self._continued.format(title=name, part=number, parts=len(parts))
            slide = self.slide(name, (*notes, *part.notes))
            add_table(slide, part, (LEFT, BODY_TOP, ACROSS), points, self.language)
            self._source(slide, source or self.signs.sources)

    def figure(self, spec: FigureSpec, notes: Sequence[str] = ()) -> Any:
        """Add a figure as a native chart, or by its table where no native chart draws it."""
        told = (*notes, spec.alt_text, spec.source_line)
        if not drawable(spec):
            self.grid(figure_grid(spec), told, source=spec.source_line, whole=True)
            return None
        slide = self.slide(spec.title, told)
        measure = box(slide, LEFT, BODY_TOP - Inches(0.1), ACROSS, Inches(0.35))
        write(measure, spec.measure, self.language, MEASURE, colour=office.INK_2)
        top = BODY_TOP + Inches(0.35)
        height = FOOT_TOP - top - Inches(0.6)
        frame = slide.shapes.add_chart(chart_type(spec), LEFT, top, ACROSS, height, chart_data(spec))
        frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(spec.alt_text))
        dress(frame.chart, spec, self.language)
        self._source(slide, spec.source_line)
        return slide

    def file(self) -> bytes:
        """Return the deck as the bytes of a .pptx file."""
        out = io.BytesIO()
        self.presentation.save(out)
        return out.getvalue()


def _shortened(sources: str) -> str:
    """Return as many whole sources as fit below a chart; the notes name all of them."""
    whole = plain(sources)
    return whole if len(whole) <= SOURCES else f"{whole[:SOURCES].rpartition('; ')[0] or whole[:SOURCES]}; …"


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = Emu(left), Emu(top), Emu(width), Emu(height)


def _shape(slide: Any, kind: Any, left: int, top: int, width: int, height: int, colour: str) -> Any:
    shape = slide.shapes.add_shape(kind, Emu(left), Emu(top), Emu(width), Emu(height))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False
    return shape
