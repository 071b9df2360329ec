"""Files that are refused: each is told what it is, what was looked for and what comes nearest to it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from ita_data.imports.files import open_grids
from ita_data.imports.reading import Reading
from ita_data.model.problems import Problem, Verdict
from tests.imports.cases.sample_office import read_as_sample_office, read_case
from tests.imports.layouts.monthly.small_workbooks import HEADERS, row
from tests.imports.made_files import saved, workbook


def refusal(reading: Reading, code: str) -> Problem:
    """The problem for which a file is refused."""
    assert reading.verdict is Verdict.REJECTED
    return next(problem for problem in reading.problems if problem.code == code)


@pytest.mark.parametrize(
    ("name", "missing", "cell"),
    [
        ("real_bs4_risk_tracking_html.doc", "สถานะ", "A1"),
        ("real_issue_list_circle_status.xlsx", "รหัสมาตรการ", "A2"),
        ("real_task_export_web_app.csv", "รหัสมาตรการ", "A1"),
    ],
)
def test_a_form_that_is_not_known_is_told_the_column_that_it_lacks(name: str, missing: str, cell: str) -> None:
    found = refusal(read_case(name), "column-missing")
    assert (found.value, found.place.cell) == (missing, cell)


def test_circles_without_a_code_column_are_said_to_be_unknown_statuses() -> None:
    reading = read_case("real_issue_list_circle_status.xlsx")
    assert [(found.code, found.place.cell, found.value) for found in reading.problems] == [
        ("column-missing", "A2", "รหัสมาตรการ"),
        ("status-sign", "I3", "◐"),
        ("status-sign", "I4", "●"),
        ("status-sign", "I5", "○"),
    ]


@pytest.mark.parametrize(
    ("statuses", "signs"),
    [
        (["🟢", "🔴", "🟢"], ["🟢", "🔴"]),
        (["●", "ดำเนินการแล้ว", "ล่าช้า"], ["●"]),
        (["ดำเนินการแล้ว", "", "ปกติ"], []),
    ],
)
def test_only_signs_are_said_beside_the_missing_column_and_each_once(statuses: list[str], signs: list[str]) -> None:
    rows = [[number, "ปัญหา", "ฝ่ายปกครอง", status] for number, status in enumerate(statuses, start=1)]
    reading = read_as_sample_office(workbook(["No", "ปัญหา", "ผู้รับผิดชอบ", "สถานะ"], *rows), "list.xlsx")
    assert refusal(reading, "column-missing").value == "รหัสมาตรการ"
    assert [found.value for found in reading.problems if found.code == "status-sign"] == signs


def test_an_unknown_table_is_told_the_nearest_headers_and_what_they_lack() -> None:
    rows = [["แผนปฏิบัติการ"], ["มิติ", "โครงการ/กิจกรรม/มาตรการ", "งบประมาณ", "ผู้รับผิดชอบ"], ["1", "อบรม", 5000, "กองช่าง"]]
    found = refusal(read_as_sample_office(workbook(*rows), "plan.xlsx"), "layout-unknown")
    assert found.place.cell == "A2"
    assert found.value == "มิติ · โครงการ/กิจกรรม/มาตรการ · งบประมาณ · ผู้รับผิดชอบ"
    assert "“ประเด็น”" in found.words["missing"]
    assert found.value in found.message


def test_a_table_with_steps_is_told_what_a_report_on_measures_lacks() -> None:
    found = refusal(
        read_as_sample_office(workbook(["ขั้นตอน", "ผู้รับผิดชอบ", "งบ"], ["a", "b", 1]), "x.xlsx"), "layout-unknown"
    )
    assert (found.place.cell, found.words["missing"]) == ("A1", "“มาตรการ”")


def test_a_letter_is_told_what_was_looked_for() -> None:
    made = Document()
    made.add_paragraph("เรียน ผู้อำนวยการเขต")
    found = refusal(read_as_sample_office(saved(made), "letter.docx"), "layout-unknown")
    assert (found.value, found.words["missing"]) == ("เรียน ผู้อำนวยการเขต", "“รหัสมาตรการ”, “สถานะ”")


def test_headers_without_rows_are_never_accepted() -> None:
    assert refusal(read_as_sample_office(workbook(HEADERS), "book.xlsx"), "no-rows")


def test_a_year_that_nobody_means_is_told_as_it_stands() -> None:
    reading = read_as_sample_office(workbook(HEADERS, row(), row(measure="4.3", month="ม.ค. 3568")), "book.xlsx")
    assert [(found.code, found.value) for found in reading.problems] == [("month-unreadable", "ม.ค. 3568")]


@pytest.mark.parametrize("part", ["xl/model/item.data", "xl/customData/item1.data"])
@pytest.mark.parametrize("beginning", [b"\xff\xfe", b"<\0", b"\xfe\xff"])
def test_a_workbook_with_a_model_of_data_is_read(part: str, beginning: bytes) -> None:
    model = beginning + "STREAM_STORAGE_SIGNATURE_)!@#$%^&*(".encode("utf-16-le") + bytes(range(256)) * 100
    stream = BytesIO()
    with ZipFile(BytesIO(workbook(HEADERS, row()))) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr(part, model)
    grids, problems = open_grids(stream.getvalue(), "book.xlsx")
    assert (len(grids), problems) == (1, ())
