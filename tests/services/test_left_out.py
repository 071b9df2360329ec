"""The rows that an import left out, given back as a workbook that is mended and sent once more."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from ita_data.exports.left_out import WHY
from ita_data.services import clock, importing, opening
from ita_data.services.importing import Preview
from ita_data.services.left_out import left_out, left_out_workbook
from tests.imports.made_files import saved, workbook
from tests.offices import bring_report, made_office

FINANCE = "ฝ่ายการคลัง"
TITLE = f"{FINANCE} ประจำเดือนธันวาคม 2567"
HEADERS = ("รหัสมาตรการ", "สถานะ", "ผลการดำเนินการ")
GOOD = ("4.1", "ดำเนินการแล้ว", "ก")
UNKNOWN = ("4.2", "เสร็จเกือบหมด", "ข")


def previewed(folder: Path, data: bytes) -> Preview:
    """What a file comes to in an office that has its report alone."""
    store = opening.open_store(made_office(folder, bring_report))
    found = importing.preview(store, data, "รายงาน.xlsx", clock.today())
    store.dispose()
    return found


def rows_of(data: bytes) -> list[list[object]]:
    return [list(row) for row in load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)]


def test_only_the_rows_left_out_are_given_back_each_with_its_section_month_and_reason(tmp_path: Path) -> None:
    found = left_out(previewed(tmp_path, workbook([TITLE], HEADERS, GOOD, UNKNOWN)).reading)
    assert [place.cell for place in found.places] == ["A4"]
    headers, row = rows_of(left_out_workbook(found))
    assert headers == ["รหัสมาตรการ", "มาตรการ/กิจกรรม", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ", "ผลการดำเนินการ", WHY]
    assert row[:1] + row[2:6] == ["4.2", FINANCE, "ธันวาคม 2567", "เสร็จเกือบหมด", "ข"]
    assert "เสร็จเกือบหมด" in str(row[6])


def test_mended_rows_are_taken_and_the_reasons_are_passed_over(tmp_path: Path) -> None:
    found = left_out(previewed(tmp_path, workbook([TITLE], HEADERS, GOOD, UNKNOWN)).reading)
    made = load_workbook(BytesIO(left_out_workbook(found)))
    made.worksheets[0]["E2"] = "ดำเนินการแล้ว"
    again = previewed(tmp_path, saved(made)).reading
    assert again.problems == ()
    assert again.records is not None
    (review,) = again.records.reviews
    assert (review.measure, review.section, review.month, review.result) == ("4.2", FINANCE, 3, "ข")


def test_a_section_that_nobody_knows_is_given_back_as_it_stood(tmp_path: Path) -> None:
    headers = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
    row = ("4.1", f"{FINANCE}, ฝ่ายดาราศาสตร์", "ธ.ค. 67", "ดำเนินการแล้ว")
    found = left_out(previewed(tmp_path, workbook(headers, row)).reading)
    assert rows_of(left_out_workbook(found))[1][2] == row[1]


def test_a_row_in_whose_place_another_was_taken_is_not_given_back(tmp_path: Path) -> None:
    headers = ("ประทับเวลา", "รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
    of = ("4.1", FINANCE, "ธ.ค. 67")
    rows = [("5/1/2025, 9:00:00", *of, "ยังไม่ดำเนินการ"), ("6/1/2025, 9:00:00", *of, "ดำเนินการแล้ว")]
    found = previewed(tmp_path, workbook(headers, *rows)).reading
    assert [row.ok for row in found.rows] == [False, True]
    assert left_out(found).rows == ()
