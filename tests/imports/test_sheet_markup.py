"""Workbooks as other programs write them: what calamine doesn't tell is found in the sheet's own XML."""

from datetime import datetime

import pytest

from ita_data.imports.grid import Cell, Grid, Rows
from ita_data.imports.workbooks import workbook_grids
from tests.imports.made_files import texts
from tests.imports.made_packages import package, rows


def grid(sheet: str, **parts: str) -> Grid:
    return workbook_grids(package(sheet, **parts), "book.xlsx")[0]


def first_row(cells: str, **parts: str) -> tuple[Cell, ...]:
    return grid(rows(cells), **parts).rows[0]


def test_error_cells_are_errors_with_or_without_a_formula() -> None:
    found = first_row('<c r="A1" t="e"><v>#N/A</v></c><c r="B1" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    assert [cell.error for cell in found] == ["#N/A", "#DIV/0!"]


@pytest.mark.parametrize("number", ["-1", "ก", "1.0", " 1 ", "18446744073709551616", "&#49;", "<!-- 0 -->1"])
def test_a_shared_text_whose_number_is_none_is_an_error_and_no_other_text(number: str) -> None:
    cells = (
        f'<c r="A1" t="s"><v>{number}</v></c><c r="B1" s="1" t="s"><f>A1</f><v>{number}</v></c>'
        f'<c r="C1" t=\'s\'><v xml:space="preserve">{number}</v></c>'
    )
    found = first_row(f'{cells}<c r="D1" t="s"><v>1</v></c>', shared="<si><t>ก่อน</t></si><si><t>หลัง</t></si>")
    assert [cell.error or cell.text for cell in found] == ["#REF!", "#REF!", "#REF!", "หลัง"]


def test_a_shared_text_without_a_number_is_blank() -> None:
    cells = '<c r="A1" t="s"><v></v></c><c r="B1" t="s"/><c r="C1" t="s"><v/></c><c r="D1"><v>1</v></c>'
    assert [cell.is_blank for cell in first_row(cells, shared="<si><t>ก่อน</t></si>")] == [True, True, True, False]


def test_formulas_without_a_value_are_errors_in_all_ways_to_write_them() -> None:
    cells = (
        '<c r="A1"><f>1&gt;0</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" s="1"><f>1+1</f><v/></c>'
        '<c r="D1"><f t="shared" si="0"/></c><c r="E1"><f t="shared" si="0"/><v>3</v></c>'
    )
    assert [cell.error or cell.text for cell in first_row(cells)] == ["=1>0", "=1+1", "=1+1", "=", "3"]


def test_a_formula_whose_answer_is_no_text_is_blank() -> None:
    assert [cell.is_blank for cell in first_row('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>')] == [
        True,
        False,
    ]


def test_errors_and_formulas_far_from_all_values_are_found() -> None:
    found = grid(rows('<c r="A1"><v>1</v></c>', "", '<c r="C3"><f>A1</f></c>'))
    assert (len(found.rows), found.rows[2][2].error) == (3, "=A1")


def test_percentages_are_known_by_their_format_only() -> None:
    found = first_row('<c r="A1" s="1"><v>0.57</v></c><c r="B1" s="4" t="n"><v>0.5</v></c><c r="C1"><v>0.5</v></c>')
    assert [cell.text for cell in found] == ["57%", "50%", "0.5"]
    assert [cell.number_format for cell in found] == ["0%", "0.0%;[Red]-0.0%", ""]


def test_a_type_before_the_style_changes_nothing() -> None:
    assert first_row('<c r="A1" t="n" s="1"><v>0.5</v></c>')[0].text == "50%"


def test_formats_that_a_thai_excel_knows_by_number_are_known() -> None:
    found = first_row('<c r="A1" s="3"><v>45672</v></c><c r="B1" s="5"><v>4.1</v></c>')
    assert (found[0].value, found[1].text) == (datetime(2025, 1, 15), "4.10")  # noqa: DTZ001


def test_workbooks_that_count_days_from_1904_are_known() -> None:
    cells = '<c r="A1" s="2"><v>44210</v></c><c r="B1" s="3"><v>44210</v></c>'
    found = first_row(cells, properties='<workbookPr date1904="1"/>')
    assert [cell.text for cell in found] == ["2025-01-15", "2025-01-15"]


def test_a_number_that_is_no_day_stays_a_number() -> None:
    assert first_row('<c r="A1" s="3"><v>99999999999</v></c>')[0].text == "99999999999"


def test_rich_and_inline_texts_come_without_reading_aids() -> None:
    shared = (
        "<si><r><t>ก</t></r><r><t xml:space='preserve'> ข</t></r><rPh><t>อ่าน</t></rPh></si><si><t>ค_x000D_\nง</t></si>"
    )
    cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    inline = '<c r="C1" t="inlineStr"><is><r><t>จ</t></r><rPh><t>อ่าน</t></rPh></is></c>'
    assert [cell.text for cell in first_row(cells + inline, shared=shared)] == ["ก ข", "ค\nง", "จ"]


@pytest.mark.parametrize("dimension", ["", '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>'])
def test_the_size_that_a_sheet_declares_plays_no_part(dimension: str) -> None:
    assert texts(grid(dimension + rows('<c r="B1"><v>1</v></c>', '<c r="A2"><v>2</v></c>'))) == [["", "1"], ["2", ""]]


def test_cells_and_rows_without_an_address_follow_one_another() -> None:
    first = '<row><c><v>1</v></c><c/><c t="e"><v>#N/A</v></c></row>'
    found = grid(f'<sheetData>{first}<row><c s="1"><v>0.5</v></c></row></sheetData>')
    assert [[cell.error or cell.text for cell in row] for row in found.rows] == [["1", "", "#N/A"], ["50%", "", ""]]


@pytest.mark.parametrize("is_strict", [False, True])
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_strict_workbooks_and_other_prefixes_are_read_alike(prefix: str, *, is_strict: bool) -> None:
    cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1" t="e"><v>#REF!</v></c>'
    day = '<c r="D1" t="d"><v>2025-01-15</v></c>'
    tags = (rows(cells + day), "<si><t>ก</t></si>")
    sheet, shared = (tag.replace("</", "#").replace("<", f"<{prefix}").replace("#", f"</{prefix}") for tag in tags)
    sheet = sheet.replace(f"</{prefix}REF!", "#REF!")
    (found,) = workbook_grids(package(sheet, shared=shared, prefix=prefix, is_strict=is_strict), "book.xlsx")
    assert [cell.error or cell.text for cell in found.rows[0]] == ["ก", "50%", "#REF!", "2025-01-15"]


def test_hidden_rows_are_told_and_read() -> None:
    first = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
    second = '<row hidden="true" r="2"><c r="A2"><v>2</v></c></row>'
    found = grid(f'<sheetData>{first}{second}<row r="9" hidden="1"/></sheetData>')
    assert (found.hidden_rows, texts(found)) == (frozenset({1, 2}), [["1"], ["2"]])


def test_a_sheet_keeps_its_name_and_links_lead_where_they_lead() -> None:
    sheet = rows('<c r="A1"><v>1</v></c>') + '<hyperlinks><hyperlink ref="A1:B1" r:id="rId7"/></hyperlinks>'
    target = 'Target="https://example.com/?a=1&amp;b=2" TargetMode="External"'
    found = grid(sheet, links=f'<Relationship Id="rId7" Type="hyperlink" {target}/>')
    assert (found.sheet, found.rows[0][0].link) == ("ก & ข", "https://example.com/?a=1&b=2")


def test_a_value_under_a_merged_range_without_content_stays() -> None:
    found = grid(rows('<c r="B1"><v>1</v></c>') + '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    assert texts(found) == [["", "1"]]


def test_blocks_of_a_long_sheet_lose_nothing_between_them() -> None:
    cells = (
        '<c r="A{0}" s="1"><v>0.5</v></c><c r="B{0}" t="e"><v>#N/A</v></c>'
        '<c r="C{0}" t="inlineStr"><is><t>{1}</t></is></c>'
    )
    found = grid(rows(*(cells.format(row, "ก" * 200) for row in range(1, 6001))))
    assert {(row[0].text, row[1].error) for row in found.rows} == {("50%", "#N/A")}
    assert len(found.rows) == 6000


def test_rows_can_be_counted_sliced_and_indexed() -> None:
    found = grid(rows('<c r="A1"><v>1</v></c>', '<c r="A2"><v>2</v></c>'))
    assert (len(found.rows), found.rows[-1][0].text, [row[0].text for row in found.rows[:1]]) == (2, "2", ["1"])
    with pytest.raises(IndexError):
        found.rows[2]


def test_no_more_rows_are_kept_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rows, "KEPT_CELLS", 2)
    found = grid(rows(*(f'<c r="A{row}"><v>{row}</v></c>' for row in range(1, 5)))).rows
    assert [found[row] is found[row] for row in range(4)] == [True, True, False, False]
    assert found[3] == found[3]


def test_a_formula_that_fills_several_cells_keeps_its_format() -> None:
    cell = '<c r="A1" s="1" cm="1"><f t="array" ref="A1">SUM(B1:B2)</f><v>0.5</v></c>'
    assert first_row(cell)[0].text == "50%"
