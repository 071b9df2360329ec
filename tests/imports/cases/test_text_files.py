"""Text files as programs and regional settings write them: no value ever moves into another column in silence."""

import pytest

from ita_data.model.states import Status
from tests.imports.cases.sample_office import read_as_sample_office, read_case, said, stored

_, IN_PROGRESS, COMPLETED, _ = Status
_HEADERS = "รหัสมาตรการ,ฝ่ายที่รับผิดชอบ,เดือนที่รายงาน,สถานะ,ผลการดำเนินการ,หลักฐาน/ลิงก์"
_BEGIN = "ฝ่ายปกครอง,ม.ค. 68,ดำเนินการแล้ว"


@pytest.mark.parametrize("name", ["csv_cp874_with_error_row.csv", "csv_excel_thai_pipe.csv"])
def test_whatever_letters_and_separator_a_cell_of_two_lines_is_one_row(name: str) -> None:
    reading = read_case(name)
    assert stored(reading, "status", "result") == [
        ("1.1", COMPLETED, "จัดประชุมแล้ว"),
        ("1.2", IN_PROGRESS, "ครั้งที่ 1\nครั้งที่ 2"),
    ]
    assert said(reading) == [("status-unknown", "D4")]


def test_quotes_that_were_not_doubled_are_read_or_their_line_is_refused_with_its_place() -> None:
    reading = read_case("csv_unescaped_quotes.csv")
    assert stored(reading, "result") == [("1.1", 'จัดกิจกรรม "No Gift Policy" แล้ว')]
    assert said(reading) == [("line-unclear", "A3")]


@pytest.mark.parametrize("result", ['"จอ 21" ใหญ่"', '"ป้าย "ห้ามรับ", "ห้ามให้""', "ผู้เข้าร่วม 1,200 คน"])
def test_a_line_whose_fields_cannot_be_told_is_refused_alone(result: str) -> None:
    lines = [_HEADERS, f"1.1,{_BEGIN},ประชุม,บันทึก 1", f"1.2,{_BEGIN},{result},บันทึก 2", f"1.3,{_BEGIN},ประชุม,บันทึก 3"]
    reading = read_as_sample_office("\n".join(lines).encode("cp874"), "report.csv")
    assert stored(reading, "evidence") == [("1.1", "บันทึก 1"), ("1.3", "บันทึก 3")]
    assert said(reading) == [("line-unclear", "A3")]
