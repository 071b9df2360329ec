"""A field in the files that offices send."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from ita_data.commands.readings import reading_as_json
from ita_data.exports.marked import marked_up
from ita_data.imports.layouts.monthly.rows import repaired_cell
from ita_data.imports.read import open_grids
from ita_data.imports.reading import Reading
from ita_data.imports.spellings import header, header_shown
from ita_data.model.spelling import normalised
from tests.imports.layouts.monthly.small_workbooks import HEADERS, REVIEW, codes, read_book, reviews, row
from tests.imports.made_files import text_cell, workbook
from tests.made_up.fields import MadeUp
from tests.made_up.surfaces import EVERY_FIELD, EVERY_TEXT, EVERY_VALUE, holding
from tests.plans import ADMINISTRATION
from ui.imports.questions.columns import field_names as fields_to_choose


def read_with(field: MadeUp, *cells: object, header: str = "", columns: dict[str, str] | None = None) -> Reading:
    """What a workbook comes to that has one more column for each of these cells."""
    headers = [header or field.header] * len(cells)
    return read_book(workbook([*HEADERS, *headers], [*row(), *cells]), columns=columns)


@EVERY_FIELD
def test_a_column_is_known_by_its_header(field: MadeUp) -> None:
    assert header("monthly", field.header) == field.name
    assert header_shown("monthly", field.name) == field.header


@EVERY_FIELD
def test_its_cells_are_read(field: MadeUp) -> None:
    assert reviews(read_with(field, field.value)) == (holding(REVIEW, field),)


@EVERY_FIELD
def test_a_person_may_say_that_a_column_holds_it(field: MadeUp) -> None:
    assert field.name in fields_to_choose()
    answers = {normalised("อะไรสักอย่าง"): field.name}
    assert reviews(read_with(field, field.value, header="อะไรสักอย่าง", columns=answers)) == (holding(REVIEW, field),)


@EVERY_FIELD
def test_it_may_have_a_column_for_each_month(field: MadeUp) -> None:
    above = [None, None, *["ธ.ค. 67"] * 2, *["ม.ค. 68"] * 2]
    below = ["รหัสมาตรการ", "ฝ่าย", *["สถานะ", field.header] * 2]
    cells = ["4.2", ADMINISTRATION, "ดำเนินการแล้ว", None, "ดำเนินการแล้ว", field.value]
    found = reviews(read_book(workbook(above, below, cells)))
    assert [getattr(review, field.name) for review in found] == [field.default, field.value]


@EVERY_FIELD
def test_a_row_of_the_template_that_holds_it_alone_was_filled_in(field: MadeUp) -> None:
    blank = [*row()[:4], *[None] * 6]
    data = workbook([*HEADERS, "คีย์", field.header], [*blank, "4.2|ฝ่ายปกครอง|2025-01", field.value])
    assert "rows-unreported" not in codes(read_book(data))


@EVERY_TEXT
def test_texts_are_mended_and_those_of_two_columns_joined(field: MadeUp) -> None:
    assert repaired_cell(text_cell("ด าเนินการ"), field.name).text == "ดำเนินการ"
    (review,) = reviews(read_with(field, "หนึ่ง", "สอง"))
    assert getattr(review, field.name) == "หนึ่ง\nสอง"


@EVERY_VALUE
def test_values_are_mended_and_those_of_two_columns_compared(field: MadeUp) -> None:
    assert repaired_cell(text_cell("๒๕68"), field.name).text == "2568"
    assert reviews(read_with(field, field.value, field.again)) == (holding(REVIEW, field),)
    assert {"values-differ", "numbers-differ"} & set(codes(read_with(field, field.value, field.unreadable)))


@EVERY_FIELD
def test_an_error_of_the_spreadsheet_is_told(field: MadeUp) -> None:
    assert {"cell-error-left-out", "number-unreadable"} & set(codes(read_with(field, "#N/A")))


@EVERY_VALUE
def test_what_cannot_be_read_is_told_and_marked_in_the_file(field: MadeUp) -> None:
    data = workbook([*HEADERS, field.header], [*row(), field.unreadable])
    problems = read_book(data).problems
    marked = load_workbook(BytesIO(marked_up(data, open_grids(data, "book.xlsx")[0], problems)))
    assert marked["Sheet"]["K2"].comment is not None


@EVERY_FIELD
def test_programs_are_told_what_a_row_holds(field: MadeUp) -> None:
    (told,) = reading_as_json(read_with(field, field.value))["rows"]
    value = field.value.isoformat() if isinstance(field.value, date) else field.value
    assert value == (told[field.name] if field.unreadable else told["texts"][field.name])
