"""OpenDocument workbooks, and those of "XML Spreadsheet 2003"."""

from datetime import datetime

import pytest

from ita_data.imports.files import open_grids
from ita_data.imports.grid import Cell, Grid
from ita_data.imports.open_documents import open_document_grids
from ita_data.imports.refused import Refused
from ita_data.imports.workbooks_2003 import workbook_2003_grids
from tests.imports.made_files import texts
from tests.imports.made_packages import zipped

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "table", "text")
)
OTHERS = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
BLANK = "<table:table-cell/>"


def open_document(tables: str) -> bytes:
    properties = '<style:table-properties table:display="false"/>'
    unseen = f'<style:style style:name="ta2" style:family="table">{properties}</style:style>'
    body = f"<office:automatic-styles>{unseen}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
    content = (
        f"<office:document-content {NAMES} {OTHERS}>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": MIMETYPE, "content.xml": content})


def table(rows: str, attributes: str = "") -> bytes:
    return open_document(f'<table:table table:name="ก" {attributes}>{rows}</table:table>')


def grid(rows: str) -> Grid:
    return open_document_grids(table(rows), "book.ods")[0]


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(text: str, kind: str = "string", attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


def first_row(*cells: str) -> tuple[Cell, ...]:
    return grid(row(*cells)).rows[0]


def test_numbers_keep_all_their_digits_and_what_is_shown_of_them() -> None:
    found = first_row(
        cell("50%", "percentage", 'office:value="0.5"'),
        cell("4.10", "float", 'office:value="4.1"'),
        cell("4.13", "float", 'office:value="4.126"'),
        cell("1,000", "float", 'office:value="1000"'),
        cell("TRUE", "boolean", 'office:boolean-value="true"'),
    )
    assert [found.text for found in found] == ["50%", "4.10", "4.126", "1000", "TRUE"]


def test_days_are_read_and_times_of_day_are_texts() -> None:
    found = first_row(
        cell("15 ม.ค. 68", "date", 'office:date-value="2025-01-15"'),
        cell("x", "date", 'office:date-value="2025-01-15T09:30:00"'),
        cell("9:30", "time", 'office:time-value="PT09H30M00S"'),
        cell("?", "date", 'office:date-value="0000-00-00"'),
    )
    assert [found.value for found in found[:2]] == [datetime(2025, 1, 15), datetime(2025, 1, 15, 9, 30)]  # noqa: DTZ001
    assert [found.text for found in found[2:]] == ["9:30", "0000-00-00"]


def test_errors_and_formulas_without_a_value_are_errors() -> None:
    found = first_row(
        cell("#N/A", "string", 'table:formula="of:=#N/A" calcext:value-type="error"'),
        cell("Err:502", "float", 'table:formula="of:=X()" office:value="0"'),
        '<table:table-cell table:formula="of:=1+1"/>',
        cell("2", "float", 'table:formula="of:=1+1" office:value="2"'),
    )
    assert [found.error or found.text for found in found] == ["#N/A", "Err:502", "=1+1", "2"]


def test_lines_spaces_and_links_belong_to_the_text_and_notes_do_not() -> None:
    note = "<office:annotation><text:p>บันทึก</text:p></office:annotation>"
    link = '<text:a xlink:href="https://example.com/?a=1&amp;b=2">ลิงก์</text:a>'
    text = f"{note}<text:p>ก<text:s/>ข<text:tab/>ค<text:line-break/>ง</text:p><text:p>{link}</text:p>"
    (found,) = first_row(f'<table:table-cell office:value-type="string">{text}</table:table-cell>')
    assert (found.text, found.link) == ("ก ข ค\nง\nลิงก์", "https://example.com/?a=1&b=2")


def test_repeated_cells_and_rows_are_there_as_often_as_they_say() -> None:
    twice = cell("ก", attributes='table:number-columns-repeated="2"')
    rest = '<table:table-cell table:number-columns-repeated="16380"/>'
    data = row(BLANK, twice, rest, attributes='table:number-rows-repeated="2"')
    last = row(rest, attributes='table:number-rows-repeated="1048574"')
    assert texts(grid(data + last)) == [["", "ก", "ก"]] * 2


def test_merged_cells_carry_the_content_of_the_first_one() -> None:
    merged = cell("รวม", attributes='table:number-columns-spanned="2" table:number-rows-spanned="2"')
    covered = "<table:covered-table-cell/>"
    assert texts(grid(row(merged, covered, cell("ก")) + row(covered, covered, cell("ข")))) == [
        ["รวม", "รวม", "ก"],
        ["รวม", "รวม", "ข"],
    ]


def test_hidden_sheets_and_rows_are_told() -> None:
    rows = row(cell("ก")) + row(cell("ข"), attributes='table:visibility="collapse"')
    (found,) = open_document_grids(table(rows, 'table:style-name="ta2"'), "book.ods")
    assert (found.sheet, found.hidden, found.hidden_rows) == ("ก", True, {2})


def test_hidden_columns_that_hold_something_are_told() -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="16380" table:visibility="filter"/>'
    )
    found = grid(columns + row(cell("ก") + cell("ข") + cell("ค")) + row(cell("ก") * 5))
    assert found.hidden_columns == {3, 4, 5}


def test_rows_within_headers_and_groups_are_rows() -> None:
    header = f"<table:table-header-rows>{row(cell('หัว'))}</table:table-header-rows>"
    group = f"<table:table-row-group>{row(cell('ก'))}</table:table-row-group>"
    assert texts(grid(header + group)) == [["หัว"], ["ก"]]


@pytest.mark.parametrize(
    ("cells", "times"),
    [
        (cell("ก", attributes='table:number-columns-repeated="16384"'), 1),
        (cell("ก"), 1_048_576),
        (cell("ก", attributes='table:number-columns-repeated="250"'), 100_000),
    ],
)
def test_more_than_a_sheet_can_have_is_refused(cells: str, times: int) -> None:
    with pytest.raises(Refused):
        grid(row(cells, attributes=f'table:number-rows-repeated="{times}"'))


def test_an_open_document_is_opened_by_what_it_holds() -> None:
    (found,), problems = open_grids(table(row(cell("ก"))), "book.ods")
    assert (texts(found), problems) == ([["ก"]], ())


SPREADSHEET = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style></Styles>
<Worksheet ss:Name="ม.ค."><Table><Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Index="9" ss:Hidden="1"/>
<Row><Cell ss:MergeDown="1" ss:MergeAcross="1"><Data ss:Type="String">รวม</Data></Cell><Cell ss:StyleID="s1"><Data
 ss:Type="Number">0.5</Data></Cell></Row>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2" ss:HRef="https://example.com"><Data
 ss:Type="String">ลิงก์</Data></Cell>
<Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=1+1"/>
<Cell><Data ss:Type="DateTime">2025-01-15T00:00:00.000</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="ซ่อน"><Table><Row><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>"""


def test_a_workbook_of_2003_is_read_with_all_that_it_says() -> None:
    shown, unseen = workbook_2003_grids(SPREADSHEET.encode(), "book.xml")
    assert texts(shown) == [
        ["รวม", "รวม", "50%", "", ""],
        ["รวม", "รวม", "", "", ""],
        ["", "ลิงก์", "", "", "2025-01-15"],
    ]
    assert [cell.error for cell in shown.rows[2]] == ["", "", "#N/A", "=1+1", ""]
    assert (shown.rows[2][1].link, shown.hidden_rows, shown.hidden_columns) == ("https://example.com", {3}, {2, 3})
    assert (unseen.hidden, texts(unseen)) == (True, [["TRUE"]])


def test_a_workbook_of_2003_with_entities_is_refused() -> None:
    data = SPREADSHEET.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1).encode()
    with pytest.raises(Refused):
        workbook_2003_grids(data, "book.xml")
