"""What holds for every export of the registry."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from ita_data.exports import EXPORTS
from ita_data.exports.content import report_tables
from ita_data.model.records import Records

each_export = pytest.mark.parametrize("name", EXPORTS)


def texts_of(suffix: str, file: bytes) -> Iterator[str]:
    """Every text in a file, by its own library."""
    if suffix == ".xlsx":
        for sheet in load_workbook(BytesIO(file)):
            yield from (cell.value for row in sheet.iter_rows() for cell in row if cell.value)
        return
    document = Document(BytesIO(file))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)


@each_export
def test_the_same_records_give_the_same_bytes(name: str, plan: Records) -> None:
    assert EXPORTS[name].file_of(plan) == EXPORTS[name].file_of(plan)


@each_export
def test_nothing_in_the_file_says_when_it_was_made(name: str, plan: Records) -> None:
    with ZipFile(BytesIO(EXPORTS[name].file_of(plan))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert b"2000-01-01" in archive.read("docProps/core.xml")


@each_export
def test_every_text_of_the_content_is_in_the_file(name: str, plan: Records) -> None:
    export, report = EXPORTS[name], report_tables(plan)
    written = set(texts_of(export.suffix, export.file_of(plan)))
    headers = {header for table in report.tables for header in table.headers}
    texts = {"\n".join(cell.lines) for table in report.tables for cell in table.cells}
    assert {*report.title, *headers, *texts} <= written


@each_export
def test_a_plan_with_nothing_in_it_still_makes_a_file(name: str) -> None:
    assert EXPORTS[name].file_of(Records("สำนักงานเขตตัวอย่าง", 2568))
