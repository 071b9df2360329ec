"""Sheets that reach too far or hold too much, and workbooks that lack what they need."""

from tests.imports.hostile.packages import (
    HEADER,
    ROW,
    SHEET,
    TEXTS,
    Kinds,
    open_document_parts,
    relation,
    relations,
    sheet,
    texts,
    workbook,
    workbook_part,
    zipped,
)


def with_rows(rows: str, after: str = "") -> bytes:
    """A workbook with these rows."""
    return workbook({SHEET: sheet(rows, after)})


def far(reference: str, row: str = "") -> str:
    """A first cell, and one far out."""
    return f'{ROW}<row {row}><c r="{reference}"><v>1</v></c></row>'


def many_sheets(count: int) -> bytes:
    """A workbook that lists so many sheets, all of them the same one."""
    listed = relations(*(relation(n, "worksheet", "worksheets/sheet1.xml") for n in range(1, count + 1)))
    return workbook({"xl/workbook.xml": workbook_part(count), "xl/_rels/workbook.xml.rels": listed})


def formatted_rows(count: int, cells: str = "") -> str:
    """A filled row, and so many rows below it that only have a format."""
    return ROW + "".join(f'<row r="{n}" s="1" customFormat="1">{cells.format(n=n)}</row>' for n in range(2, count))


def repeated(columns: int, rows: int) -> bytes:
    """A spreadsheet of LibreOffice whose one cell is said to be there again and again."""
    repeat = f'table:number-columns-repeated="{columns}"'
    cell = f'<table:table-cell {repeat} office:value-type="string"><text:p>ก</text:p></table:table-cell>'
    return zipped(open_document_parts(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'))


_MERGES = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 60_001))
_CROSSING = "".join(f"<row>{'<c/>' * 200}<c><v>1</v></c></row>" for _ in range(2)) + "<row/>" * 60_000
_DENSE = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 50_000))
_ADDRESSED = "<c" + ' r="AA1"' * 100_000 + "/><c" + ' r = "AA1"' * 90_000 + "/>"

SHEETS: Kinds = {
    "last_cell.xlsx": (lambda: with_rows(far("XFD1048576", 'r="1048576"')), "sheet-too-large"),
    "last_cell_in_row_1.xlsx": (lambda: with_rows(far("XFD1048576", 'r="2"')), "sheet-too-large"),
    "last_cell_in_other_words.xlsx": (
        lambda: with_rows(far("XFD1048576").replace('r="XFD', "s='1'\n r = 'xfd").replace('576"', "576'")),
        "sheet-too-large",
    ),
    "last_cell_with_prefix.xlsx": (
        lambda: with_rows('<x:row xmlns:x="urn:x"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'),
        "sheet-too-large",
    ),
    "last_row.xlsx": (lambda: with_rows(far("A1048576", 'r="1048576"')), "sheet-too-large"),
    "lying_row.xlsx": (lambda: with_rows(far("Z1048576", 'r="2"')), "sheet-too-large"),
    "without_addresses.xlsx": (
        lambda: with_rows(_CROSSING + "<row><c><v>1</v></c></row>"),
        "sheet-too-large",
    ),
    "beyond_excel.xlsx": (lambda: with_rows(far("ZZZ9999999")), "sheet-too-large"),
    "wide_and_high.xlsx": (lambda: with_rows(_DENSE + far("GR50001", 'r="50001"')), "sheet-too-large"),
    "formatted_last_cell.xlsx": (lambda: with_rows(f'{ROW}<row r="2"><c r="XFD2" s="1"/></row>'), "layout-unknown"),
    "dimension.xlsx": (
        lambda: workbook({SHEET: sheet().replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')}),
        "layout-unknown",
    ),
    "addresses.xlsx": (
        lambda: with_rows(ROW + '<row r="2">' + _ADDRESSED * 30 + "</row>"),
        "file-unsafe",
    ),
    "merges.xlsx": (
        lambda: with_rows(ROW, f'<mergeCells count="60000">{_MERGES}</mergeCells>'),
        "sheet-too-many-merges",
    ),
    "merged_sheet.xlsx": (
        lambda: with_rows(ROW, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "layout-unknown",
    ),
    "formatted_rows.xlsx": (lambda: with_rows(formatted_rows(200_000)), "layout-unknown"),
    "formatted_cells.xlsx": (
        lambda: with_rows(formatted_rows(200_000, '<c r="A{n}" s="1"/><c r="B{n}" s="1"/><c r="C{n}" s="1"/>')),
        "layout-unknown",
    ),
    "cells_in_one_row.xlsx": (
        lambda: with_rows('<row r="1">' + '<c r="A1"><v>1</v></c>' * 1_200_000 + "</row>"),
        "sheet-too-many-cells",
    ),
    "cells.xlsx": (
        lambda: with_rows("".join(f'<row r="{n}">{"<c><v>1</v></c>" * 120}</row>' for n in range(1, 12_000))),
        "sheet-too-many-cells",
    ),
    "texts_count.xlsx": (
        lambda: workbook({TEXTS: texts(attributes='count="4294967295" uniqueCount="4294967295"')}),
        "file-too-many-texts",
    ),
    "texts.xlsx": (lambda: workbook({TEXTS: texts("<si><t>a</t></si>" * 2_000_000)}), "file-too-many-texts"),
    "text_out_of_range.xlsx": (
        lambda: with_rows('<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>'),
        "file-unreadable file-empty layout-unknown",
    ),
    "sheets.xlsx": (lambda: many_sheets(5_000), "file-too-many-sheets"),
    "no_sheets.xlsx": (lambda: workbook({"xl/workbook.xml": workbook_part(0)}), "file-unreadable file-empty"),
    "no_workbook.xlsx": (lambda: workbook(without="xl/workbook.xml"), "file-unreadable"),
    "no_sheet.xlsx": (lambda: workbook(without=SHEET), "file-unreadable file-empty"),
    "empty_workbook_part.xlsx": (lambda: workbook({"xl/workbook.xml": HEADER}), "file-unreadable file-empty"),
    "cut_sheet.xlsx": (lambda: workbook({SHEET: sheet()[:-60]}), "file-unreadable layout-unknown"),
    "repeated.ods": (lambda: repeated(16_384, 1_048_576), "sheet-too-large sheet-too-many-cells"),
    "repeated_rows.ods": (lambda: repeated(1, 1_048_576), "sheet-too-large sheet-too-many-cells"),
}
