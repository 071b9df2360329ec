"""The yearly report as a Word document: real tables, their headers repeated on every page."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.table import _Cell as WordCell

from ita_data.exports.content import Cell, Table, report_tables
from ita_data.exports.documents import (
    HEADER,
    HEADING,
    LANDSCAPE,
    TEXT,
    TITLE,
    add_table,
    add_values,
    blank_document,
    document_bytes,
    write,
)
from ita_data.model.records import Records
from ita_data.model.report_template import values_of


def report_docx(records: Records) -> bytes:
    """The yearly report of a plan as .docx."""
    report = report_tables(records)
    document = blank_document(is_landscape=True)
    for line in report.title:
        document.add_paragraph(line, TITLE)
    for table in report.tables:
        document.add_paragraph()
        _draw(document, table)
    add_values(document, values_of(records))
    return document_bytes(document)


def _draw(document: WordDocument, table: Table) -> None:
    rows = add_table(document, table.height + 1, table.widths, LANDSCAPE)
    for header_cell, header in zip(rows[0], table.headers, strict=True):
        write(header_cell, (header,), HEADER)
    for cell in table.cells:
        write(_merged(rows[1:], cell), cell.lines, HEADING if cell.is_heading else TEXT)


def _merged(rows: Sequence[Sequence[WordCell]], cell: Cell) -> WordCell:
    first = rows[cell.row][cell.column]
    last = rows[cell.row + cell.rows - 1][cell.column + cell.columns - 1]
    merged: WordCell = first.merge(last)
    return merged
