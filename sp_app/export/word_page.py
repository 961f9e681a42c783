"""A Word document in the house's styles: real headings, Lao as complex script, marks and page numbers on every page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from sp_app.export import office
from sp_app.export.plain import plain
from sp_app.export.word_order import put_in_order
from sp_app.export.wording import set_words

STYLES: dict[str, tuple[float, bool, str, float, float]] = {  # points, bold, colour, points above and below
    "Normal": (10.5, False, office.INK, 0, 4),
    "Title": (22, True, office.INK, 0, 2),
    "Subtitle": (11, True, office.INK_2, 0, 0),
    "Heading 1": (14, True, office.BLUE, 12, 3),
    "List Bullet": (10.5, False, office.INK, 0, 2),
    "Caption": (8.5, False, office.INK_3, 2, 6),
    "Quote": (13, True, office.INK, 2, 4),
    "Header": (8.5, True, office.MARK_INK, 0, 0),
    "Footer": (8.5, False, office.INK_3, 0, 0),
}
MARGIN, WIDTH = Cm(2.2), Cm(21.0 - 4.4)
LONGEST_TITLE = 200
FONT_TABLE = "/fontTable"


class Page:
    """One document under way, in one language."""

    def __init__(self, language: str, title: str, mark: str, edition: str, page_words: str, day: date) -> None:
        self.language = language
        self.document = Document()
        self.title = plain(title, LONGEST_TITLE) or "–"
        for name, look in STYLES.items():
            self._style(name, *look)
        self._defaults()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
        self._head_and_foot(section, mark, edition, page_words)
        core = self.document.core_properties
        core.title, core.author, core.comments, core.language = (
            self.title,
            "",
            plain(mark),
            office.LANGUAGE_TAGS[language],
        )
        core.created = core.modified = datetime(day.year, day.month, day.day)

    def _style(self, name: str, points: float, bold: bool, colour: str, above: float, below: float) -> None:
        points = self.size(points)
        style = self.document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(points), bold, False
        style.font.color.rgb = RGBColor.from_string(colour)
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(above), Pt(below)
        shape.keep_with_next = name.startswith("Heading") or None
        properties = style.element.get_or_add_rPr()
        for spacing in properties.findall(qn("w:spacing")):
            properties.remove(spacing)  # Lao letters are never spaced out
        self._complex(properties, points, bold)

    def size(self, points: float) -> float:
        """Return a size of type: Lao letters are lower than Latin ones and are set larger."""
        return round(points * office.ENLARGED[self.language] * 2) / 2

    def _complex(self, properties: Any, points: float | None = None, bold: bool | None = None) -> None:
        """Say font, size, weight and language a second time, for Lao letters."""
        fonts = properties.get_or_add_rFonts()
        for name in list(fonts.attrib):
            del fonts.attrib[name]  # theme fonts would win over names
        for slot in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{slot}"), office.OFFICE_FONTS[self.language])
        for slot in ("cs", "eastAsia"):
            fonts.set(qn(f"w:{slot}"), office.OFFICE_FONTS["lo"])
        if bold is not None:
            _set(properties, "w:bCs", "1" if bold else "0")
            _set(properties, "w:iCs", "0")
        if points is not None:
            _set(properties, "w:szCs", f"{round(points * 2)}")

    def _defaults(self) -> None:
        """Name the languages of the document, Latin and complex, and what stands in for the Lao font."""
        defaults = self.document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        language = defaults.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            defaults.append(language)
        language.set(qn("w:val"), office.LANGUAGE_TAGS["en"])
        language.set(qn("w:bidi"), office.LANGUAGE_TAGS["lo"])
        language.set(qn("w:eastAsia"), office.LANGUAGE_TAGS["lo"])
        lao, other = office.OFFICE_FONTS["lo"], office.OTHER_LAO_FONT
        font = f'<w:font w:name="{lao}"><w:altName w:val="{other}"/></w:font></w:fonts>'
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(FONT_TABLE):
                part = relation.target_part
                part._blob = part.blob.replace(b"</w:fonts>", font.encode())

    def _head_and_foot(self, section: Any, mark: str, edition: str, page_words: str) -> None:
        head = section.header.paragraphs[0]
        self.run(head, mark)
        foot = section.footer.paragraphs[0]
        foot.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        before, _, rest = page_words.partition("{page}")
        between, _, after = rest.partition("{pages}")
        self.run(foot, edition)
        foot.add_run("\t")
        for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            foot.add_run(words)
            if field:
                _field(foot, field)

    def run(self, paragraph: Any, text: str, bold: bool | None = None, colour: str = "", points: float = 0) -> Any:
        """Add words to a paragraph; Lao lines may break between words."""
        lines = set_words(text).split("\n")
        for number, line in enumerate(lines):
            run = paragraph.add_run(line)
            if number < len(lines) - 1:
                run.add_break()
            if bold is not None:
                run.font.bold = run.font.cs_bold = bold
            if colour:
                run.font.color.rgb = RGBColor.from_string(colour)
            if points:
                run.font.size = Pt(self.size(points))
                _set(run._r.get_or_add_rPr(), "w:szCs", f"{round(self.size(points) * 2)}")
        return run

    def paragraph(self, text: str, style: str = "Normal") -> Any:
        """Add a paragraph in a style."""
        paragraph = self.document.add_paragraph(style=style)
        self.run(paragraph, text)
        return paragraph

    def heading(self, text: str) -> None:
        """Add a heading that the navigation pane shows."""
        self.paragraph(text, "Heading 1")

    def points(self, texts: Sequence[str]) -> None:
        """Add a list."""
        for text in texts:
            self.paragraph(text, "List Bullet")

    def file(self) -> bytes:
        """Return the document as the bytes of a .docx file."""
        section = self.document.sections[0]
        for root in (
            self.document.element,
            self.document.styles.element,
            section.header._element,
            section.footer._element,
        ):
            put_in_order(root)
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def mark(self, texts: Sequence[str]) -> None:
        """Add marks, such as "simulated", each on tinted ground."""
        paragraph = self.document.add_paragraph()
        for text in texts:
            run = self.run(paragraph, f"\u00a0{text}\u00a0", bold=True, colour=office.MARK_INK, points=9)
            shade(run._r.get_or_add_rPr(), office.MARK_GROUND)
            border = OxmlElement("w:bdr")
            for name, value in (("val", "dashed"), ("sz", "6"), ("space", "0"), ("color", office.MARK_INK)):
                border.set(qn(f"w:{name}"), value)
            run._r.get_or_add_rPr().append(border)
            paragraph.add_run("  ")


def _set(properties: Any, name: str, value: str) -> None:
    found = properties.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        properties.append(found)
    found.set(qn("w:val"), value)


def shade(properties: Any, colour: str) -> None:
    """Give a run or a cell a ground."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    properties.append(ground)


def _field(paragraph: Any, name: str) -> None:
    """Add a field that Word fills in, such as the number of the page."""
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("value", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "value":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {text} "
            run._r.append(instruction)


RIGHT, LEFT = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
