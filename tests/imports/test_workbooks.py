from datetime import datetime, timedelta
from typing import Any

import pytest
from openpyxl import Workbook

from ita_data.imports.files import open_grids
from ita_data.imports.grid import Listing, Paragraph, column_letters
from ita_data.imports.limits import MAX_COLUMNS, MAX_MERGES, MAX_ROWS
from ita_data.imports.refused import Refused
from ita_data.imports.workbooks import workbook_grids
from tests.imports.made_files import cell, saved, sheet, texts, workbook
from tests.imports.made_packages import package, rows


def test_every_sheet_is_a_grid_under_its_own_name_hidden_ones_too() -> None:
    made = Workbook()
    made.active.title = "ม.ค."
    made.active["A1"] = "เห็น"
    hidden = made.create_sheet("ซ่อน")
    hidden.sheet_state = "veryHidden"
    hidden["B2"] = "ไม่เห็น"
    shown, unseen = workbook_grids(saved(made), "book.xlsx")
    assert (shown.sheet, texts(shown)) == ("ม.ค.", [["เห็น"]])
    assert (unseen.sheet, texts(unseen)) == ("ซ่อน", [[], ["", "ไม่เห็น"]])


def test_every_cell_of_a_merged_range_carries_its_content_and_knows_where_it_began() -> None:
    grid = sheet(["ก", None, "ข"], [None, None, "ค"], arrange=lambda made: made.merge_cells("A1:B2"))
    assert texts(grid) == [["ก", "ก", "ข"], ["ก", "ก", "ค"]]
    assert {found.origin.cell for row in grid.rows for found in row[:2]} == {"A1"}
    assert [found.is_covered for found in grid.rows[0]] == [False, True, False]


def test_a_merged_range_reaches_no_further_than_the_sheet_is_filled() -> None:
    grid = sheet(["ก", "ข"], arrange=lambda made: made.merged_cells.add("A1:A1048576"))
    assert texts(grid) == [["ก", "ข"]]


def test_rows_are_as_wide_as_the_sheet_and_blank_ones_are_empty() -> None:
    assert texts(sheet(["ก"], [], ["ข", "ค"])) == [["ก", ""], [], ["ข", "ค"]]


def test_formatted_cells_without_content_are_not_there() -> None:
    def underline(made: Any) -> None:
        for row in range(1, 3000):
            made.cell(row, 30).number_format = "0.00"

    assert texts(sheet(["ก"], arrange=underline)) == [["ก"]]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"])
def test_a_spreadsheet_error_is_kept_as_an_error(error: str) -> None:
    found = cell(error)
    assert (found.error, found.text, found.is_blank) == (error, "", False)


def test_a_formula_that_was_never_calculated_is_an_error() -> None:
    assert cell("=1+1").error == "=1+1"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (4.2, "General", "4.2"),
        (4.1, "0.00", "4.10"),
        (4.126, "0.00", "4.126"),
        (4.0, "General", "4"),
        (0.1 + 0.2, "General", "0.3"),
        (0.5, "0%", "50%"),
        (0.125, "0%", "12.5%"),
        (0.5, '0.0"%"', "0.5"),
        (True, "General", "TRUE"),
        (datetime(2025, 1, 15), "d/m/yyyy", "2025-01-15"),  # noqa: DTZ001
        (datetime(2568, 1, 15), "d/m/yyyy", "2568-01-15"),  # noqa: DTZ001
        (timedelta(hours=30), "[hh]:mm", "1 day, 6:00:00"),
    ],
)
def test_values_are_shown_with_all_their_digits(value: object, number_format: str, text: str) -> None:
    assert cell(value, number_format).text == text


def test_a_date_that_excel_shows_in_the_buddhist_era_is_a_date() -> None:
    assert cell(45672, "[$-D07041E]d mmm bbbb").value == datetime(2025, 1, 15)  # noqa: DTZ001


def test_lines_of_a_cell_are_paragraphs_and_bullets_are_no_text() -> None:
    assert cell("ก\r\n• ข\n- ค\n1. ง").paragraphs == (
        Paragraph("ก"),
        Paragraph("ข", Listing.BULLETED),
        Paragraph("ค", Listing.BULLETED),
        Paragraph("1. ง"),
    )


def test_a_cell_knows_the_address_of_its_link() -> None:
    def link(made: Any) -> None:
        made["A1"].hyperlink = "https://example.com/1"

    assert sheet(["หลักฐาน"], arrange=link).rows[0][0].link == "https://example.com/1"


@pytest.mark.parametrize(("row", "column"), [(MAX_ROWS + 1, 1), (1, MAX_COLUMNS + 1), (1_048_576, 16_384)])
def test_a_sheet_with_something_far_out_is_refused_in_words(row: int, column: int) -> None:
    data = workbook(["ก"], arrange=lambda made: made.cell(row, column, "ไกล"))
    (problem,) = open_grids(data, "book.xlsx")[1]
    assert problem.code == "sheet-too-large"
    assert f"{column:,}" in problem.message


def test_as_many_merged_ranges_as_may_be_are_read() -> None:
    cells = [f'<c r="A{row}"><v>{row}</v></c><c r="C{row}"><v>0</v></c>' for row in range(1, MAX_MERGES + 1)]
    ranges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, MAX_MERGES + 1))
    (grid,) = workbook_grids(package(rows(*cells) + f"<mergeCells>{ranges}</mergeCells>"), "book.xlsx")
    last = str(MAX_MERGES)
    assert [[cell.text for cell in row] for row in (grid.rows[0], grid.rows[-1])] == [
        ["1", "1", "0"],
        [last, last, "0"],
    ]


def test_merged_ranges_that_lie_over_one_another_without_end_are_refused() -> None:
    columns = "".join(f'<c r="{column_letters(column)}1"><v>1</v></c>' for column in range(1, 101))
    last = '<row r="30000"><c r="A30000"><v>1</v></c></row>'
    ranges = "".join(f'<mergeCell ref="{column_letters(column)}1:CV30000"/>' for column in range(1, 101))
    data = f'<sheetData><row r="1">{columns}</row>{last}</sheetData><mergeCells>{ranges}</mergeCells>'
    with pytest.raises(Refused):
        workbook_grids(package(data), "book.xlsx")
