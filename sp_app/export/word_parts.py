"""Tables and native charts of a Word document."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt
from pptx import Presentation
from pptx.util import Cm

from sp_app.export import office
from sp_app.export.grid import Grid, Look
from sp_app.export.native_chart import chart_data, chart_type, dress
from sp_app.export.plain import plain
from sp_app.export.word_page import LEFT, RIGHT, WIDTH, Page, shade
from sp_app.figures.spec import FigureSpec

LOOKS: dict[Look, tuple[bool | None, str, str]] = {  # bold, colour, ground
    "line": (None, "", ""),
    "section": (True, office.BLUE, ""),
    "total": (True, "", office.TOTAL),
    "gap": (True, office.GAP_INK, office.GAP),
    "marked": (True, "", office.MARKED),
}
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEIGHT = Cm(7.4)


def add_grid(page: Page, grid: Grid, points: float = 8.5) -> None:
    """Add a table whose head is repeated on every page, with its notes below."""
    table = page.document.add_table(rows=0, cols=len(grid.columns))
    table.autofit = False
    _borders(table)
    widths = [Emu(int(WIDTH * width / sum(grid.widths))) for width in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head = table.add_row()
    _repeat(head)
    _fill(page, head, grid.columns, grid, points, (True, office.INK_2, ""), widths)
    for cells, look in zip(grid.rows, grid.looks_of_rows, strict=True):
        row = table.add_row()
        _whole(row)
        if look == "section":
            row.cells[0].merge(row.cells[-1])
        _fill(page, row, cells, grid, points, LOOKS[look], widths)
    for note in grid.notes or ("",):
        page.paragraph(note, "Caption")


def _fill(
    page: Page,
    row: Any,
    cells: tuple[str, ...],
    grid: Grid,
    points: float,
    look: tuple[bool | None, str, str],
    widths: Any,
) -> None:
    bold, colour, ground = look
    for at, text in enumerate(cells):
        cell = row.cells[at]
        if len(cells) > 1:
            cell.width = widths[at]
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.alignment = RIGHT if grid.numeric[at] else LEFT
        page.run(paragraph, text, bold, colour, points)
        if ground:
            shade(cell._tc.get_or_add_tcPr(), ground)


def _borders(table: Any) -> None:
    """Draw thin lines between the rows, a strong one under the head."""
    borders = OxmlElement("w:tblBorders")
    for edge in ("bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", office.HAIR)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _repeat(row: Any) -> None:
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)
    _whole(row)


def _whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def add_chart(page: Page, spec: FigureSpec, number: int) -> None:
    """Add a figure as a native chart with title, measure and source; it is edited like any chart of Word."""
    page.paragraph(spec.title, "Subtitle").paragraph_format.keep_with_next = True
    if spec.measure:
        page.paragraph(spec.measure, "Caption").paragraph_format.keep_with_next = True
    part = _chart_part(page, spec, number)
    relation = page.document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph = page.document.add_paragraph()
    paragraph.add_run()._r.append(_drawing(spec, relation, number))


def _chart_part(page: Page, spec: FigureSpec, number: int) -> Part:
    """Return the chart as a part of the document, with the sheet that holds its data."""
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    frame = slide.shapes.add_chart(chart_type(spec), 0, 0, WIDTH, HEIGHT, chart_data(spec))
    dress(frame.chart, spec, page.language, size=10.0)
    made = frame.chart.part
    package = page.document.part.package
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART, made.blob, package)
    sheet = made.chart_workbook.xlsx_part
    name = PackURI(f"/word/embeddings/chart{number}.xlsx")
    for key, relation in made.rels.items():
        part.load_rel(relation.reltype, Part(name, SHEET, sheet.blob, package), key)
    return part


def _drawing(spec: FigureSpec, relation: str, number: int) -> Any:
    drawing = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'r', 'c')}>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{WIDTH}" cy="{HEIGHT}"/>'
        f'<wp:docPr id="{100 + number}" name="chart {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    drawing.find(".//" + qn("wp:docPr")).set("descr", plain(spec.alt_text))
    return drawing
