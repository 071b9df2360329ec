"""Packed files with one thing wrong in each, by the code of the problem that comes of it."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

from ita_data.exports.archives import with_fixed_times
from ita_data.exports.content import INDICATOR_HEADERS
from ita_data.exports.docx import report_docx
from ita_data.exports.workbooks import workbook_bytes
from ita_data.imports.limits import MAX_CELLS, MAX_ELEMENTS, MAX_MERGES, MAX_PARTS, MAX_SHEETS, MAX_TEXTS, MAX_UNPACKED
from ita_data.model.records import Records
from sample_data.broken_months import ROW, monthly
from sample_data.broken_reports import HEADING, OFFICE, YEAR
from sample_data.broken_reports import ROW as REPORT_ROW

_SHEET = "xl/worksheets/sheet1.xml"
_WORKBOOK = "xl/workbook.xml"
_DOCUMENT = "word/document.xml"
_CELLS_A_ROW = 1_000
_NO_PARTS = b"PK\x05\x06" + bytes(18)
"""An archive with nothing in it."""


def broken_packages(plan: Records) -> dict[str, bytes]:
    """A file for every problem of this kind."""
    sound = workbook_bytes(monthly(ROW))
    parts = {f"customXml/{number}": b"" for number in range(MAX_PARTS)}
    texts = f'<sst uniqueCount="{MAX_TEXTS + 1}"/>'.encode()
    return {
        "file-unreadable": sound[: len(sound) // 2],
        "file-archive": _with_parts(_NO_PARTS, {"report.xlsx": sound}),
        "file-slides": _with_parts(_NO_PARTS, {"ppt/presentation.xml": b"<presentation/>"}),
        "file-unsafe": _with_parts(sound, {"../../report.xml": b"<report/>"}),
        "file-too-many-texts": _with_parts(sound, {"xl/sharedStrings.xml": texts}),
        "file-too-demanding": _with_paragraphs(report_docx(plan)),
        "sheet-too-large": _with_last_cell(),
        "sheet-too-many-cells": _with_cells(sound),
        "macros-ignored": _with_parts(sound, {"xl/vbaProject.bin": b"macros"}),
        "links-ignored": _with_parts(sound, {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        "objects-ignored": _with_parts(sound, {"xl/embeddings/oleObject1.bin": b"object"}),
        "file-unpacks-too-large": _with_parts(sound, {"xl/theme/colours.bin": bytes(MAX_UNPACKED)}),
        "file-too-many-parts": _with_parts(sound, parts),
        "file-too-many-sheets": _repeating(sound, _WORKBOOK, b"<sheet ", MAX_SHEETS),
        "sheet-too-many-merges": _with_merges(sound),
        "file-renamed": report_docx(plan),
        "headers-not-repeated": _parted_report(),
        "text-hidden": _with_words(report_docx(plan), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ยังไม่ต้องรายงาน</w:t></w:r>"),
        "text-struck": _with_words(report_docx(plan), "<w:r><w:rPr><w:strike/></w:rPr><w:t>ฉบับเดิม</w:t></w:r>"),
        "changes-unaccepted": _with_words(report_docx(plan), "<w:ins><w:r><w:t>แก้ไขแล้ว</w:t></w:r></w:ins>"),
        "sign-unknown": _with_sign(report_docx(plan)),
    }


def _with_parts(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with these parts besides its own, or in their places."""
    changed = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(changed, "w", ZIP_DEFLATED, compresslevel=9) as target:
        own = {part: source.read(part) for part in source.namelist()}
        for name, content in {**own, **parts}.items():
            target.writestr(ZipInfo(name), content, ZIP_DEFLATED, 9)
    return changed.getvalue()


def _part(package: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


def _repeating(package: bytes, name: str, tag: bytes, times: int) -> bytes:
    """The package with one tag of a part repeated so many times more."""
    part = _part(package, name)
    start = part.index(tag)
    end = part.index(b"/>", start) + 2
    return _with_parts(package, {name: part[:end] + part[start:end] * times + part[end:]})


def _with_cells(package: bytes) -> bytes:
    rows = (b'<row r="9">' + b'<c r="A9"><v>1</v></c>' * _CELLS_A_ROW + b"</row>") * (MAX_CELLS // _CELLS_A_ROW + 1)
    return _with_parts(package, {_SHEET: _part(package, _SHEET).replace(b"</sheetData>", rows + b"</sheetData>")})


def _with_last_cell() -> bytes:
    workbook = monthly(ROW)
    workbook.active["XFD1048576"] = "สุดขอบแผ่นงาน"
    return workbook_bytes(workbook)


def _with_paragraphs(package: bytes) -> bytes:
    part = _part(package, _DOCUMENT).replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * (MAX_ELEMENTS + 1))
    return _with_parts(package, {_DOCUMENT: part})


def _with_words(package: bytes, run: str) -> bytes:
    part = _part(package, _DOCUMENT).replace(b"<w:body>", f"<w:body><w:p>{run}</w:p>".encode())
    return _with_parts(package, {_DOCUMENT: part})


def _with_sign(package: bytes) -> bytes:
    before, table, cells = _part(package, _DOCUMENT).partition(b"<w:tbl>")
    run = b'</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'
    return _with_parts(package, {_DOCUMENT: before + table + cells.replace(b"</w:t></w:r>", run, 1)})


def _with_merges(package: bytes) -> bytes:
    merges = b"<mergeCells>" + b'<mergeCell ref="J1:K1"/>' * (MAX_MERGES + 1) + b"</mergeCells>"
    part = _part(package, _SHEET).replace(b"</sheetData>", b"</sheetData>" + merges)
    return _with_parts(package, {_SHEET: part})


def _parted_report() -> bytes:
    """A yearly report whose table Word has parted at the end of a page, without its headers."""
    document = Document()
    for line in (OFFICE, YEAR):
        document.add_paragraph(line)
    rest = ("I2", *REPORT_ROW[1:2], "2. จัดทำคู่มือ", *REPORT_ROW[3:])
    for rows in ((INDICATOR_HEADERS, (HEADING, *[""] * 5), REPORT_ROW), (rest,)):
        table = document.add_table(0, len(INDICATOR_HEADERS))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph()
    file = BytesIO()
    document.save(file)
    return with_fixed_times(file.getvalue())
