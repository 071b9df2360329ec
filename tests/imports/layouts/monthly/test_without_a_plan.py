from typing import Any

import pytest

from ita_data.model.problems import Verdict
from tests.imports.layouts.monthly.small_workbooks import HEADERS, codes, met, read_book, row
from tests.imports.made_files import workbook


def test_rows_are_judged_by_themselves_while_the_store_has_no_plan() -> None:
    reading = read_book(workbook(HEADERS, row(), row(measure="9.9")), None)
    assert (reading.verdict, reading.records, codes(reading)) == (Verdict.ACCEPTED, None, ["plan-unknown-yet"])
    assert [found.ok for found in reading.rows] == [True, True]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"measure": "มาตรการ"}, "measure-unreadable"),
        ({"section": "ฝ่ายบัญชี"}, "section-unknown"),
        ({"month": "เดือนนี้"}, "month-unreadable"),
        ({"month": "ม.ค. ๒๕๒๐"}, "year-doubtful"),
        ({"status": "ดี"}, "status-unknown"),
    ],
)
def test_a_fault_needs_no_plan_to_be_one(changed: dict[str, object], code: str) -> None:
    reading = read_book(workbook(HEADERS, row(), row(measure="4.1"), row(**changed)), None)
    assert (reading.verdict, codes(reading)) == (Verdict.PARTIAL, ["plan-unknown-yet", code])
    assert [found.ok for found in reading.rows] == [True, True, False]


def test_the_title_says_which_years_are_doubtful() -> None:
    title = ["ประจำปีงบประมาณ พ.ศ. 2568"]
    reading = read_book(workbook(title, HEADERS, row(month="ม.ค. ๒๕๒๐", done_on=None)), None)
    assert codes(reading) == ["plan-unknown-yet", "year-doubtful", "no-rows"]


def test_a_file_of_faults_alone_is_rejected() -> None:
    reading = read_book(workbook(HEADERS, row(status="ดี")), None)
    assert (reading.verdict, met(reading)[-1][0]) == (Verdict.REJECTED, "no-rows")


def test_zeros_that_only_a_format_adds_are_not_part_of_a_code_and_that_is_said() -> None:
    def show_two_decimals(sheet: Any) -> None:
        for row_number in (2, 3):
            sheet.cell(row_number, 1).number_format = "0.00"

    reading = read_book(workbook(HEADERS, row(measure=4.2), row(measure=4.3), arrange=show_two_decimals), None)
    assert [found.values["measure"] for found in reading.rows] == ["4.2", "4.3"]
    assert met(reading)[1:] == [("measure-repaired", "A2", "4.20"), ("measure-repaired", "A3", "4.30")]
