"""The yearly report as a Word document: real tables, their heads repeated on every page."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from ita_data.exports.archives import WRITTEN_AT, with_fixed_times
from ita_data.exports.content import Cell, Table, report_tables
from ita_data.model.records import Records

_FONT_NAME = "TH Sarabun New"
_TEXT, _HEADING, _HEAD, _TITLE = "Normal", "Table Heading", "Table Head", "Report Title"
_PAGE_HEIGHT, _PAGE_WIDTH, _MARGIN = Cm(21), Cm(29.7), Cm(1.5)


def report_docx(records: Records) -> bytes:
    """The yearly report of a plan as .docx."""
    report = report_tables(records)
    document = Document()
    _prepare_page(document)
    _prepare_styles(document)
    for line in report.title:
        document.add_paragraph(line, _TITLE)
    for table in report.tables:
        document.add_paragraph()
        _draw(document, table)
    _repeat_heads(document)
    return _file(document)


def _prepare_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _PAGE_WIDTH, _PAGE_HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("หน้า ").element.addnext(OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"}))


def _prepare_styles(document: WordDocument) -> None:
    _set_type(document.styles[_TEXT], 14, is_bold=False)
    for name, size, alignment in (
        (_HEADING, 14, WD_ALIGN_PARAGRAPH.LEFT),
        (_HEAD, 14, WD_ALIGN_PARAGRAPH.CENTER),
        (_TITLE, 18, WD_ALIGN_PARAGRAPH.CENTER),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[_TEXT]
        style.paragraph_format.alignment = alignment
        _set_type(style, size, is_bold=True)


def _set_type(style: ParagraphStyle, size: int, *, is_bold: bool) -> None:
    """Font, size and weight, for Latin letters and for Thai ones, which Word keeps apart as complex script."""
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    style.font.name = _FONT_NAME
    style.font.size = Pt(size)
    style.font.bold = style.font.cs_bold = is_bold
    properties = style.element.get_or_add_rPr()
    properties.find(qn("w:rFonts")).set(qn("w:cs"), _FONT_NAME)
    properties.find(qn("w:sz")).addnext(OxmlElement("w:szCs", {qn("w:val"): str(size * 2)}))


def _draw(document: WordDocument, table: Table) -> None:
    drawn = document.add_table(table.height + 1, len(table.heads), "Table Grid")
    drawn.autofit = False
    rows = _rows(drawn, _widths(table))
    for head_cell, head in zip(rows[0], table.heads, strict=True):
        _write(head_cell, (head,), _HEAD)
    for cell in table.cells:
        _write(_merged(rows[1:], cell), cell.lines, _HEADING if cell.is_heading else _TEXT)


def _rows(drawn: WordTable, widths: Sequence[Length]) -> list[tuple[WordCell, ...]]:
    """The cells of each row, taken once because Word's tables are slow to look up, and as wide as they should be."""
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    rows = [row.cells for row in drawn.rows]
    for row in rows:
        for cell, width in zip(row, widths, strict=True):
            cell.width = width
    return rows


def _widths(table: Table) -> list[Length]:
    room = _PAGE_WIDTH - 2 * _MARGIN
    return [Length(room * width // sum(table.widths)) for width in table.widths]


def _merged(rows: Sequence[Sequence[WordCell]], cell: Cell) -> WordCell:
    first = rows[cell.row][cell.column]
    last = rows[cell.row + cell.rows - 1][cell.column + cell.columns - 1]
    merged: WordCell = first.merge(last)
    return merged


def _write(cell: WordCell, lines: Sequence[str], style: str) -> None:
    cell.paragraphs[0].text = lines[0]
    cell.paragraphs[0].style = style
    for line in lines[1:]:
        cell.add_paragraph(line, style)


def _repeat_heads(document: WordDocument) -> None:
    for table in document.element.body.iter(qn("w:tbl")):
        table.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _file(document: WordDocument) -> bytes:
    properties = document.core_properties
    properties.author = properties.comments = ""
    properties.created = properties.modified = WRITTEN_AT
    file = BytesIO()
    document.save(file)
    return with_fixed_times(file.getvalue())
