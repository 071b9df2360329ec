"""Values that may be meant: each is read or refused as it should be, and every doubt is said."""

from dataclasses import replace
from datetime import datetime

import pytest

from ita_data.imports.reading import Reading
from ita_data.model.states import Status
from tests.imports.layouts.monthly.small_workbooks import (
    HEADERS,
    REVIEW,
    ROW,
    codes,
    met,
    read_book,
    read_rows,
    reviews,
    row,
)
from tests.imports.made_files import workbook


def value(reading: Reading, name: str) -> object:
    """What was understood of a field of the first row."""
    return reading.rows[0].values[name]


@pytest.mark.parametrize(
    ("written", "done_on", "code"),
    [
        ("28/1/2568", "2025-01-28", ""),
        ("1/31/2025", "2025-01-31", ""),
        ("5/1/2568", "2025-01-05", "date-guessed"),
        ("15 ม.ค. 2568 - 20 ม.ค. 2568", "2025-01-20", "date-range"),
        ("15–20 ม.ค. 68", "2025-01-20", "date-range"),
        ("ม.ค. 68", None, "date-unreadable"),
        ("๑๕ ม.ค. ๒๕68", "2025-01-15", "text-repaired"),
        (45672, "2025-01-15", "date-from-number"),
        ("45672", "2025-01-15", "date-from-number"),
        (datetime(2568, 1, 15), "2025-01-15", ""),  # noqa: DTZ001
        (datetime(1968, 1, 15), "2025-01-15", "year-of-excel"),  # noqa: DTZ001
        ("31/2/2568", None, "date-impossible"),
        ("15 ม.ค. ๒๕๒๐", None, "year-doubtful"),
        ("15/1/2560", None, "year-doubtful"),
        ("15/1/25", None, "date-unreadable"),
        (True, None, "date-unreadable"),
        (68, None, "date-unreadable"),
    ],
)
def test_a_day_is_read_with_its_doubt_or_not_at_all(written: object, done_on: str | None, code: str) -> None:
    reading = read_rows(HEADERS, row(done_on=written), row(measure="4.1"))
    assert value(reading, "done_on") == done_on
    assert codes(reading) == ([code] if code else [])
    assert reading.rows[0].ok is (done_on is not None)


@pytest.mark.parametrize(
    ("written", "due", "code", "ok"),
    [
        ("31 มี.ค. 68", "2025-03-31", "", True),
        ("เมื่อมีกรณี", None, "due-unreadable", True),
        ("ภายในเดือนมีนาคม 2568", "2025-03-31", "date-range", True),
        ("ต.ค. 67 - ก.พ. 68", "2025-02-28", "date-range", True),
        ("รอบ 6 เดือน (1 ตุลาคม 2567 – 31 มีนาคม 2568)", "2025-03-31", "date-range", True),
        ("ม.ค. – มิ.ย. 54", None, "due-unreadable", True),
        ("31/2/2568", None, "date-impossible", False),
        ("31 มี.ค. ๒๕๒๐", None, "year-doubtful", False),
    ],
)
def test_a_due_date_that_names_no_day_costs_no_row_but_a_wrong_one_does(
    written: str, due: str | None, code: str, ok: bool
) -> None:
    reading = read_rows([*HEADERS, "ครบกำหนด"], [*ROW, written], [*row(measure="4.1"), None])
    assert (value(reading, "due"), reading.rows[0].ok) == (due, ok)
    assert codes(reading) == ["due-not-stored", *([code] if code else [])]


@pytest.mark.parametrize(
    ("written", "month", "code"),
    [
        ("พ.ศ.. 2568", None, "month-unreadable"),
        ("ม.ค. พ.ศ.. 2568", "2025-01", ""),
        ("ม.ค. ๒๕๒๐", None, "year-doubtful"),
        ("ม.ค. 67", "2024-01", "month-outside-plan"),
        ("31 มกราคม 2568", "2025-01", ""),
        (45658, "2025-01", "date-from-number"),
        (datetime(1968, 1, 1), "2025-01", "year-of-excel"),  # noqa: DTZ001
        ("ม.ค – มิ.ย.68", None, "month-unreadable"),
        ("มกราคม", None, "month-unreadable"),
        (False, None, "month-unreadable"),
    ],
)
def test_a_month_is_read_with_its_doubt_or_not_at_all(written: object, month: str | None, code: str) -> None:
    reading = read_rows(HEADERS, row(month=written), row(measure="4.1"))
    assert value(reading, "month") == month
    assert codes(reading) == ([code] if code else [])


def test_a_month_without_a_year_is_that_of_the_title_and_that_is_said() -> None:
    title = ["รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. 2568"]
    reading = read_rows(title, HEADERS, row(month="มกราคม"), row(measure="4.1", month="ธันวาคม", done_on=None))
    assert [review.month for review in reviews(reading)] == [4, 3]
    assert [found.words["proposal"] for found in reading.problems] == ["ม.ค. 68", "ธ.ค. 67"]
    assert set(codes(reading)) == {"month-without-year"}


@pytest.mark.parametrize("value", ["50", "50 %", "ร้อยละ 50", "๕๐", 50])
def test_a_percentage_may_be_written_in_many_ways(value: object) -> None:
    assert reviews(read_rows(HEADERS, row(progress=value))) == (REVIEW,)


@pytest.mark.parametrize("value", [101, -5, "มาก", True, "150%"])
def test_what_is_no_percentage_is_refused(value: object) -> None:
    assert codes(read_rows(HEADERS, row(progress=value), row())) == ["progress-unreadable"]


def test_a_part_of_one_means_per_cent_where_the_whole_column_is_written_so_and_that_is_said() -> None:
    reading = read_rows(HEADERS, row(progress=0.5), row(measure="4.1", status="ดำเนินการแล้ว", progress=1))
    assert [review.progress for review in reviews(reading)] == [50, 100]
    assert [(found.code, found.value, found.words["proposal"]) for found in reading.problems] == [
        ("progress-fraction", "0.5", "50"),
        ("progress-fraction", "1", "100"),
    ]


def test_a_part_of_one_beside_percentages_stays_what_it_is_and_that_is_said() -> None:
    reading = read_rows(HEADERS, row(progress=0.5), row(measure="4.1", progress=80))
    assert [review.progress for review in reviews(reading)] == [0.5, 80]
    assert met(reading) == [("progress-small", "F2", "0.5")]


@pytest.mark.parametrize("text", ["มาตรการที่ 4.2", "4-2", "4,2", "(4.2)", "4.2 เผยแพร่ข้อมูล"])
def test_a_code_that_is_written_otherwise_is_read_with_a_warning(text: str) -> None:
    reading = read_rows(HEADERS, row(measure=text))
    assert reviews(reading) == (REVIEW,)
    (problem,) = reading.problems
    assert (problem.code, problem.value, problem.words["proposal"]) == ("measure-repaired", text, "4.2")


def test_a_code_that_excel_made_a_date_of_is_not_guessed() -> None:
    reading = read_rows(HEADERS, row(measure=datetime(2025, 2, 4)), row())  # noqa: DTZ001
    assert met(reading) == [("measure-is-date", "A2", "2025-02-04")]


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("อยู่ระหว่างดำเนินการ", Status.IN_PROGRESS, ""),
        ("ดำเนินการแลว", Status.COMPLETED, "status-repaired"),
        ("ยังไมดำเนินการ", Status.NOT_STARTED, "status-repaired"),
        ("ยังไม่ได้ดำเนินการ เนื่องจากรออนุมัติ", Status.NOT_STARTED, "status-with-text"),
        ("ดำเนินการแล้ว (จัดอบรม 2 ครั้ง)", Status.COMPLETED, "status-with-text"),
        ("ด าเนินการแล้ว", Status.COMPLETED, "text-repaired"),
        ("ดาเนินการแล้ว", Status.COMPLETED, "text-repaired"),
        ("อยู่ระหว่างรอรายละเอียด", Status.IN_PROGRESS, "status-with-text"),
        ("อยู่ระหว่างดำเนินการ คาดว่าจะแล้วเสร็จ มี.ค. 68", Status.IN_PROGRESS, "status-with-text"),
        ("ดำเนินการแล้ว ไม่พบการทุจริต", Status.COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว (100%)", Status.COMPLETED, ""),
        ("อยู่ระหว่างดำเนินการ (เสร็จแล้ว)", None, "status-unknown"),
        ("อยู่ระหว่างดำเนินการ ดำเนินการแล้วเสร็จ", None, "status-unknown"),
        ("อยู่ระหว่างพิจารณาว่าไม่เกี่ยวข้อง", None, "status-unknown"),
        ("ดำเนินการแล้ว 50", None, "status-unknown"),
        ("ดำเนินการแล้ว?", None, "status-unknown"),
        ("☐ ดำเนินการแล้ว", None, "status-unknown"),
        ("☐ ยังไม่ดำเนินการ ☑ ดำเนินการแล้ว", Status.COMPLETED, ""),
        ("( ) ยังไม่ดำเนินการ\n(/) อยู่ระหว่างดำเนินการ", Status.IN_PROGRESS, ""),
        ("☑ ยังไม่ดำเนินการ ☑ ดำเนินการแล้ว", None, "status-unknown"),
        ("☐ ยังไม่ดำเนินการ ☐ ดำเนินการแล้ว", None, "status-unknown"),
        ("[ ] ดำเนินการแล้ว", None, "status-unknown"),
        ("ดำเนินการแล้วบางส่วน", None, "status-unknown"),
        ("ดำเนินการแล้ว แต่ยังไม่ครบ", None, "status-unknown"),
        ("ยังไม่ดำเนินการ/ดำเนินการแล้ว", None, "status-unknown"),
        ("มีผู้ใช้บริการ 3105 คน ยังไม่ได้ประเมินความพึงพอใจ", None, "status-unknown"),
        ("ยกเลิก", None, "status-unknown"),
        ("ล่าช้ากว่าแผน", None, "status-unknown"),
        ("เป็นไปตามแผน", None, "status-unknown"),
        ("บรรลุเป้า", None, "status-unknown"),
        ("ดำเนินการ", None, "status-unknown"),
        (True, None, "status-unknown"),
    ],
)
def test_a_status_is_read_with_its_doubt_or_not_at_all(text: object, status: Status | None, code: str) -> None:
    reading = read_rows(HEADERS, row(status=text, progress=None), row(measure="4.1"))
    assert value(reading, "status") == status
    assert codes(reading) == ([code] if code else [])


@pytest.mark.parametrize(
    ("status", "progress"),
    [("ดำเนินการแล้ว", 40), ("ยังไม่ดำเนินการ", 100), ("อยู่ระหว่างดำเนินการ", 100), ("ไม่เกี่ยวข้อง", 50)],
)
def test_a_status_that_does_not_go_with_its_percentage_is_taken_with_a_warning(status: str, progress: int) -> None:
    reading = read_rows(HEADERS, row(status=status, progress=progress))
    (review,), (problem,) = reviews(reading), reading.problems
    assert (review.progress, problem.code, problem.place.cell) == (progress, "status-against-progress", "F2")
    assert problem.words == {"status": status, "progress": str(progress)}


@pytest.mark.parametrize(
    ("status", "progress"),
    [("ดำเนินการแล้ว", 100), ("ยังไม่ดำเนินการ", 0), ("อยู่ระหว่างดำเนินการ", 0), ("ไม่เกี่ยวข้อง", None)],
)
def test_a_status_that_goes_with_its_percentage_raises_no_doubt(status: str, progress: int | None) -> None:
    assert codes(read_rows(HEADERS, row(status=status, progress=progress))) == []


@pytest.mark.parametrize(
    ("text", "done_on"),
    [("15 ม.ค.", "2025-01-15"), ("15/1", "2025-01-15"), ("4 ธันวาคม", "2024-12-04"), ("๑๕ ม.ค.", "2025-01-15")],
)
def test_a_day_without_a_year_is_that_of_the_reported_fiscal_year_and_that_is_said(text: str, done_on: str) -> None:
    reading = read_rows(HEADERS, row(done_on=text))
    assert (value(reading, "done_on"), met(reading)) == (done_on, [("date-without-year", "H2", text)])


@pytest.mark.parametrize(("name", "header"), [("done_on", "H2"), ("progress", "F2")])
@pytest.mark.parametrize("text", ["ไม่มี", "ไม่ระบุ", "N/A"])
def test_nothing_to_report_is_a_blank_and_costs_no_row(name: str, header: str, text: str) -> None:
    reading = read_rows(HEADERS, row(**{name: text}))
    assert reviews(reading) == (replace(REVIEW, **{name: None}),)
    assert met(reading) == [("read-as-blank", header, text)]


def test_damaged_letters_of_what_is_stored_are_mended_and_marked_once_a_cell() -> None:
    damaged = "จานวน 5 ครั้ง ตามค าสั่ง"
    reading = read_rows(HEADERS, row(result=damaged, note="เเล้วเสร็จ"))
    assert reviews(reading) == (replace(REVIEW, result="จำนวน 5 ครั้ง ตามคำสั่ง", note="แล้วเสร็จ"),)
    assert met(reading) == [("text-repaired", "G2", damaged), ("text-repaired", "J2", "เเล้วเสร็จ")]
    assert reading.problems[0].words["proposal"] == "จำนวน 5 ครั้ง ตามคำสั่ง"
    assert reading.rows[0].texts["result"] == damaged


def test_thai_digits_of_a_text_stay() -> None:
    (review,) = reviews(read_rows(HEADERS, row(result="อบรม ๒๕ คน", done_on=None)))
    assert (review.result, review.done_on) == ("อบรม ๒๕ คน", None)


def test_an_error_in_the_title_of_a_measure_is_a_problem_too() -> None:
    assert met(read_rows(HEADERS, row(title="#N/A"), row())) == [("cell-error", "B2", "#N/A")]


def test_a_number_that_may_be_two_measures_without_a_plan_is_neither_where_there_is_a_ninth() -> None:
    codes_of = ["4.9", 4.1, "4.2"]
    rows = [
        row(measure=code, month=f"{month} 68") for code, month in zip(codes_of, ("ม.ค.", "ก.พ.", "ม.ค."), strict=True)
    ]
    reading = read_book(workbook(HEADERS, *rows), None)
    assert "measure-ambiguous" in codes(reading)
    assert [found.ok for found in reading.rows] == [True, False, True]
