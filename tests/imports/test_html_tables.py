import pytest

from ita_data.imports.files import open_grids
from ita_data.imports.grid import PROSE, Cell, Grid
from ita_data.imports.html_tables import html_grids
from tests.imports.made_files import texts


def page(body: str, header: str = "") -> tuple[Grid, ...]:
    return html_grids(f"<!DOCTYPE html><html><head>{header}</head><body>{body}</body></html>".encode(), "a.xls")


def table(rows: str, header: str = "") -> Grid:
    return page(f"<table>{rows}</table>", header)[0]


def first_row(cells: str, header: str = "") -> tuple[Cell, ...]:
    return table(f"<tr>{cells}</tr>", header).rows[0]


def test_tables_and_the_prose_between_them_come_in_their_order() -> None:
    grids = page("สำนักงานเขต&nbsp;ก<br>ปี 2568<table><tr><td>ก</td></tr></table>ต่อ<table><tr><th>ข</th></tr></table>")
    assert [grid.sheet for grid in grids] == [PROSE, "ตารางที่ 1", PROSE, "ตารางที่ 2"]
    assert [texts(grid) for grid in grids] == [[["สำนักงานเขต ก"], ["ปี 2568"]], [["ก"]], [[], [], ["ต่อ"]], [["ข"]]]


@pytest.mark.parametrize("charset", ["utf-8", "tis-620", "windows-874", "utf-16"])
def test_thai_pages_are_read_whatever_they_are_written_in(charset: str) -> None:
    text = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><table><tr><td>ฝ่าย</table>'
    (found,), _problems = open_grids(text.encode(charset.replace("windows-", "cp")), "a.xls")
    assert texts(found) == [["ฝ่าย"]]


def test_a_page_in_another_code_page_is_read_as_it_declares() -> None:
    assert texts(html_grids('<meta charset="windows-1252"><table><td>caf\xe9'.encode("cp1252"), "a")[0]) == [["café"]]


def test_cells_over_several_rows_and_columns_carry_their_content() -> None:
    rows = '<tr><th rowspan=2>รหัส<th colspan="2">ผล<tr><td>ก<td>ข'
    assert texts(table(rows)) == [["รหัส", "ผล", "ผล"], ["รหัส", "ก", "ข"]]


def test_a_table_within_a_table_is_a_grid_of_its_own() -> None:
    outer, inner = page("<table><tr><td>นอก<table><tr><td>ใน</td></tr></table> ต่อ</td></tr></table>")
    assert (texts(outer), texts(inner)) == ([["นอก ต่อ"]], [["ใน"]])


def test_line_breaks_and_lists_part_paragraphs_and_lines_of_the_source_do_not() -> None:
    assert first_row("<td>ก\n  ข<br>ค<ul><li>ง<li>จ</ul></td>")[0].text == "ก ข\nค\nง\nจ"


def test_entities_become_characters_and_less_than_signs_stay() -> None:
    assert first_row("<td>5 &lt; 6 &amp; <5 วัน</td>")[0].text == "5 < 6 & <5 วัน"


def test_scripts_styles_and_comments_are_no_text() -> None:
    cells = '<td>ก<script>if (a<b) { "<td>ข" }</script><!-- <td>ค</td> --><style>td {}</style></td>'
    assert [cell.text for cell in first_row(cells)] == ["ก"]


def test_a_number_is_a_percentage_where_the_page_tells_excel_so() -> None:
    header = "<style><!-- .xl65 {mso-number-format:Percent;} --></style>"
    cells = (
        "<td class=xl65>0.5</td><td style='mso-number-format:\"0\\.00%\"'>0.125</td><td class=xl65>50%</td><td>0.5</td>"
    )
    found = first_row(cells, header)
    assert [cell.text for cell in found] == ["50%", "12.50%", "50%", "0.5"]
    assert [cell.value for cell in found] == [0.5, 0.125, "50%", "0.5"]


def test_hidden_rows_links_and_errors_are_told() -> None:
    grid = table("<tr><td><a href='https://x/?a=1&amp;b=2'>ลิงก์</a><tr style='display:none'><td>#N/A")
    assert (grid.rows[0][0].link, grid.rows[1][0].error, grid.hidden_rows) == ("https://x/?a=1&b=2", "#N/A", {2})


@pytest.mark.parametrize(
    "text",
    [
        "<" * 100_000,
        "<!--" * 50_000,
        "<td " * 50_000,
        "<table><tr>" + "<td colspan=256 rowspan=99>" * 5_000,
        "<td>" * 9,
    ],
)
def test_no_page_is_too_odd_to_be_read(text: str) -> None:
    assert all(grid.is_blank or grid.sheet == PROSE for grid in html_grids(text.encode(), "a.xls"))


def test_a_page_with_more_tables_than_a_workbook_may_have_sheets_is_refused() -> None:
    (problem,) = open_grids(b"<html>" + b"<table><tr><td>x" * 5_000, "a.xls")[1]
    assert problem.code == "file-too-many-sheets"
