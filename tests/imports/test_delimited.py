"""Text whose fields are parted by something: what parts them, and in which letters it is written, is found out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.delimited import records_of
from ita_data.imports.files import open_grids
from ita_data.imports.limits import MAX_COLUMNS, MAX_ROWS
from ita_data.imports.plain_text import text_grids
from tests.imports.made_files import texts

HEADERS = "รหัส{0}ฝ่าย{0}สถานะ\n4.2{0}ฝ่ายปกครอง{0}ดำเนินการแล้ว\n"


def records(text: str) -> list[list[str]]:
    return records_of(text, "a.csv")


def grid_texts(data: bytes, name: str = "a.csv") -> list[list[str]]:
    (grid,) = text_grids(data, name)
    return texts(grid)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620"])
@pytest.mark.parametrize("separator", "\t,;|")
def test_separator_and_encoding_are_found_out(separator: str, encoding: str) -> None:
    found = grid_texts(HEADERS.format(separator).encode(encoding))
    assert found == [["รหัส", "ฝ่าย", "สถานะ"], ["4.2", "ฝ่ายปกครอง", "ดำเนินการแล้ว"]]


def test_commas_in_texts_part_nothing_where_semicolons_part_more() -> None:
    assert records("ก;ข;ค\nหนึ่ง, สอง;2;3\nหนึ่ง, สอง, สาม;2;3")[1] == ["หนึ่ง, สอง", "2", "3"]


def test_a_title_above_the_table_is_a_record_of_one_field() -> None:
    assert [len(record) for record in records("สำนักงานเขต ก\n\nก,ข,ค\n1,2,3")] == [1, 1, 3, 3]


def test_the_line_that_tells_excel_the_separator_is_obeyed_and_is_no_row() -> None:
    assert records("sep=;\nก,1;ข\nค,2;ง") == [["ก,1", "ข"], ["ค,2", "ง"]]


def test_quoted_fields_keep_their_line_breaks_quotes_and_separators() -> None:
    assert records('ก,"ข\r\n""ค"", ง"\r\n1,2') == [["ก", 'ข\n"ค", ง'], ["1", "2"]]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ('1,"จัด "No Gift Policy" แล้ว",3', ["1", 'จัด "No Gift Policy" แล้ว', "3"]),
        ('"คำว่า "ดี"",2,3', ['คำว่า "ดี"', "2", "3"]),
        ('1,"ก ""ข"" ค","จ "ฉ" ช"', ["1", 'ก "ข" ค', 'จ "ฉ" ช']),
    ],
)
def test_quotes_within_quotes_that_were_not_doubled_are_read_where_there_is_one_way(
    line: str, fields: list[str]
) -> None:
    found = records_of(f"ก,ข,ค\n{line}\n7,8,9", "a.csv")
    assert (list(found), found.unclear) == ([["ก", "ข", "ค"], fields, ["7", "8", "9"]], {})


@pytest.mark.parametrize(
    "line", ['1,"ป้าย "งดรับ", "งดให้" แล้ว",3', '1,"จอ 21" ใหญ่",3', '1,"คำว่า "ดี",3', '"ก "ข" ค", "ง" จ",3']
)
def test_a_line_that_could_be_read_in_several_ways_is_left_out_alone(line: str) -> None:
    found = records_of(f"ก,ข,ค\n{line}\n7,8,9", "a.csv")
    assert (list(found), found.unclear) == ([["ก", "ข", "ค"], [""], ["7", "8", "9"]], {2: line})


# No other separator: which one it is, is another question.
TEXTS = st.text("กข1 ,!", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4), st.data())
def test_whatever_a_program_did_not_double_no_field_is_ever_shifted(
    rows: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    words = [f'{first}"{quoted}"{rest}' for first, quoted, rest in rows]
    columns = [data.draw(st.integers(0, 2)) for _row in rows]
    fields = [["x", "y", "z"] for _row in rows]
    for row, column, text in zip(fields, columns, words, strict=True):
        row[column] = text
    lines = [",".join(f'"{field}"' for field in row) for row in fields]
    (grid,) = text_grids("\n".join(["รหัสมาตรการ,ฝ่าย,สถานะ", *lines, "7,8,9"]).encode(), "a.csv")
    unclear = {note.place.cell for note in grid.notes}
    assert texts(grid)[-1] == ["7", "8", "9"]
    for number, row in enumerate(fields, start=2):
        read = ["".join(cell.text.split()) for cell in grid.rows[number - 1]]
        assert read == ["".join(field.split()) for field in row] or f"A{number}" in unclear


def test_what_reaches_beyond_the_headers_is_left_out() -> None:
    text = "รหัสมาตรการ,ฝ่าย,สถานะ\n4.2,ฝ่ายปกครอง,แล้วเสร็จ\n4.1,ฝ่ายปกครอง,ประชุม 1,200 คน\n4.3,ฝ่ายปกครอง,แล้วเสร็จ,,"
    (grid,) = text_grids(text.encode(), "a.csv")
    assert [len(row) for row in grid.rows] == [3, 3, 1, 5]
    assert [(note.code, note.place.cell) for note in grid.notes] == [("line-unclear", "A3")]


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    assert records('ก,"ข,ค\n1,2,3\n4,5,6')[1:] == [["1", "2", "3"], ["4", "5", "6"]]


def test_texts_that_excel_is_kept_from_reading_as_numbers_are_texts() -> None:
    assert records('"=""0012""",="4.10",=1\nก,ข,ค') == [["0012", "4.10", "=1"], ["ก", "ข", "ค"]]


def test_records_may_differ_in_length_and_nul_characters_are_nothing() -> None:
    assert records("ก,ข\0,ค\n1,2\n1,2,3,4") == [["ก", "ข", "ค"], ["1", "2"], ["1", "2", "3", "4"]]


def test_errors_of_spreadsheets_are_errors_in_text_too() -> None:
    (grid,) = text_grids("ก,#N/A,#ก\n1,2,3".encode(), "a.csv")
    assert [(cell.text, cell.error) for cell in grid.rows[0]] == [("ก", ""), ("", "#N/A"), ("#ก", "")]


def test_addresses_with_signs_of_html_stay_as_they_are() -> None:
    assert grid_texts(b"https://x/?a=1&copy=2,b\n1,2") == [["https://x/?a=1&copy=2", "b"], ["1", "2"]]


def test_lines_of_a_file_with_tabs_keep_their_commas() -> None:
    assert grid_texts("ก, ข, ค, ง\tจ".encode(), "a.txt") == [["ก, ข, ค, ง", "จ"]]


def test_a_few_damaged_bytes_do_not_make_thai_text_unreadable() -> None:
    found = grid_texts(("ฝ่ายปกครอง,ฝ่ายการคลัง\n" * 20).encode()[:-2])
    assert found[0] == ["ฝ่ายปกครอง", "ฝ่ายการคลัง"]
    assert found[-1][1].endswith("\ufffd")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ก\n" * (MAX_ROWS + 1) + "ข", "sheet-too-large"),
        ("," * MAX_COLUMNS + "ก\n1,2", "sheet-too-large"),
        ("," * 3_000_000 + "\nก,ข", "sheet-too-many-cells"),
    ],
)
def test_more_than_a_sheet_can_have_is_refused(text: str, code: str) -> None:
    (problem,) = open_grids(text.encode(), "a.csv")[1]
    assert problem.code == code


def test_blank_lines_and_separators_after_the_table_are_nothing() -> None:
    assert records("ก,ข\n1,2\n" + "\n" * 1000) == [["ก", "ข"], ["1", "2"]]


@given(st.lists(st.lists(st.text('กข1 ,;"\n', max_size=5), min_size=2, max_size=4), min_size=1, max_size=5))
def test_no_letter_is_ever_lost(written: list[list[str]]) -> None:
    quoted = "\n".join(",".join('"' + field.replace('"', '""') + '"' for field in record) for record in written)
    found = records_of(quoted, "a.csv")
    kept = "".join(found.unclear.get(number, "".join(record)) for number, record in enumerate(found, start=1))
    assert [letter for letter in kept if letter in "กข1"] == [letter for letter in quoted if letter in "กข1"]
