"""What all exported Word documents share: page, styles, tables with their headers, and reproducible bytes."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, tostring

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.table import _Cell as WordCell

from ita_data.exports.archives import WRITTEN_AT, with_fixed_times
from ita_data.exports.workbooks import FONT_NAME
from ita_data.model.monthly_template import VALUES_NAMESPACE

TEXT, HEADING, HEADER, TITLE = "Normal", "Table Heading", "Table Header", "Report Title"
_LONG_SIDE, _SHORT_SIDE, _MARGIN = Cm(29.7), Cm(21), Cm(1.5)
LANDSCAPE, PORTRAIT = Length(_LONG_SIDE - 2 * _MARGIN), Length(_SHORT_SIDE - 2 * _MARGIN)
"""How wide a table may be."""


def blank_document(*, is_landscape: bool) -> WordDocument:
    """An A4 document with the styles of all exports and the page's number in its foot."""
    document = Document()
    _prepare_page(document, is_landscape)
    _prepare_styles(document)
    return document


def add_table(document: WordDocument, rows: int, shares: Sequence[int], room: Length) -> list[tuple[WordCell, ...]]:
    """A table of this width: its cells by row, taken once because Word's tables are slow to look up."""
    table = document.add_table(rows, len(shares), "Table Grid")
    table.autofit = False
    return _rows(table, [Length(room * share // sum(shares)) for share in shares])


def write(cell: WordCell, lines: Sequence[str], style: str) -> None:
    """Lines of text in a cell."""
    cell.paragraphs[0].text = lines[0]
    cell.paragraphs[0].style = style
    for line in lines[1:]:
        cell.add_paragraph(line, style)


def keep_rows_whole(document: WordDocument) -> None:
    """No row of a table goes on on the next page."""
    for row in document.element.body.iter(qn("w:tr")):
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def add_values(document: WordDocument, values: Mapping[str, str]) -> None:
    """Names and values in a part of the file that Word keeps when it saves, and shows nowhere."""
    root = Element(f"{{{VALUES_NAMESPACE}}}values")
    for name, value in values.items():
        SubElement(root, f"{{{VALUES_NAMESPACE}}}value", name=name).text = value
    package = document.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), CONTENT_TYPE.XML, tostring(root, "utf-8"), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def document_bytes(document: WordDocument) -> bytes:
    """The document as a file, each table's first row repeated on every page; the same bytes for the same content."""
    _repeat_headers(document)
    properties = document.core_properties
    properties.author = properties.comments = ""
    properties.created = properties.modified = WRITTEN_AT
    file = BytesIO()
    document.save(file)
    return with_fixed_times(file.getvalue())


def _prepare_page(document: WordDocument, is_landscape: bool) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    sides = (_LONG_SIDE, _SHORT_SIDE) if is_landscape else (_SHORT_SIDE, _LONG_SIDE)
    section.page_width, section.page_height = sides
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("หน้า ").element.addnext(OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"}))


def _prepare_styles(document: WordDocument) -> None:
    _set_type(document.styles[TEXT], 14, is_bold=False)
    for name, size, alignment in (
        (HEADING, 14, WD_ALIGN_PARAGRAPH.LEFT),
        (HEADER, 14, WD_ALIGN_PARAGRAPH.CENTER),
        (TITLE, 18, WD_ALIGN_PARAGRAPH.CENTER),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[TEXT]
        style.paragraph_format.alignment = alignment
        _set_type(style, size, is_bold=True)


def _set_type(style: ParagraphStyle, size: int, *, is_bold: bool) -> None:
    """Font, size and weight, for Latin letters and for Thai ones, which Word keeps apart as complex script."""
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    style.font.name = FONT_NAME
    style.font.size = Pt(size)
    style.font.bold = style.font.cs_bold = is_bold
    properties = style.element.get_or_add_rPr()
    properties.find(qn("w:rFonts")).set(qn("w:cs"), FONT_NAME)
    properties.find(qn("w:sz")).addnext(OxmlElement("w:szCs", {qn("w:val"): str(size * 2)}))


def _rows(table: Table, widths: Sequence[Length]) -> list[tuple[WordCell, ...]]:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    rows = [row.cells for row in table.rows]
    for row in rows:
        for cell, width in zip(row, widths, strict=True):
            cell.width = width
    return rows


def _repeat_headers(document: WordDocument) -> None:
    for table in document.element.body.iter(qn("w:tbl")):
        table.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
